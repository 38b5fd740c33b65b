#pragma once

#include "core/result.h"
#include "tlib/kvlist.h"

#include <QJsonObject>
#include <QStringList>

#include <span>

/// Reads the JSON that people write for the simulator: every mistake becomes one sentence that names the
/// place, the key, what is wrong and what is allowed. Unknown keys are mistakes.
namespace simulator {

enum class JsonFieldKind {
    Text,    ///< a string that is not empty
    Word,    ///< one of JsonField::words
    Number,  ///< a whole number from JsonField::minimum to JsonField::maximum
    Seconds, ///< a number from 0 on
    Flag,    ///< true or false
    ConnId,  ///< 1 to 16 hex digits
    Pairs,   ///< [["key", value], ...]; a value is text, a whole number or again such a list
    Object,
    Array,
};

struct JsonField
{
    QString name = {};
    JsonFieldKind kind = JsonFieldKind::Text;
    bool required = false;
    qint64 minimum = 0;
    qint64 maximum = 0x7fffffff;
    QStringList words = {};
};

/// InvalidInput with a sentence that begins with `where` unless `object` has the required fields, no unknown
/// one, and each of its kind.
core::Result<core::Done> checkFields(const QJsonObject &object, std::span<const JsonField> fields,
                                     const QString &where);
/// The list that checked Pairs spell; InvalidInput when it is larger or deeper than a KvList may be.
core::Result<tlib::KvList> pairsFrom(const QJsonValue &pairs, const QString &where);
/// The other way, for answers: [["key", value], ...].
QJsonArray pairsTo(const tlib::KvList &list);
/// The whole text as one JSON object; the sentence of the error names the line.
core::Result<QJsonObject> parseObject(const QByteArray &json, const QString &where);
/// The same from a file or a resource.
core::Result<QJsonObject> readObject(const QString &path);

/// "a, b and c" in quotation marks.
QString listed(const QStringList &names);
core::Error mistake(const QString &where, const QString &what);

} // namespace simulator
