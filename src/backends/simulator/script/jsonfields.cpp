#include "backends/simulator/script/jsonfields.h"

#include "tlib/ids.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString allowedText(const JsonField &field)
{
    switch (field.kind) {
    case JsonFieldKind::Text: return u"text in quotation marks that is not empty"_s;
    case JsonFieldKind::Word: return u"one of "_s + listed(field.words);
    case JsonFieldKind::Number:
        return u"a whole number from %1 to %2"_s.arg(QString::number(field.minimum),
                                                     QString::number(field.maximum));
    case JsonFieldKind::Seconds: return u"a number of seconds, 0 or more"_s;
    case JsonFieldKind::Flag: return u"true or false"_s;
    case JsonFieldKind::ConnId: return u"a ConnID of 1 to 16 hex digits, in quotation marks"_s;
    case JsonFieldKind::Pairs:
        return u"a list of pairs [[\"key\", \"text\" or a whole number or again such a list], ...]"_s;
    case JsonFieldKind::Object: return u"an object {...}"_s;
    case JsonFieldKind::Array: return u"a list [...]"_s;
    }
    Q_UNREACHABLE();
}

bool isWhole(const QJsonValue &value, qint64 minimum, qint64 maximum)
{
    const double number = value.toDouble();
    return value.isDouble() && std::floor(number) == number && number >= double(minimum) &&
           number <= double(maximum);
}

bool isPairs(const QJsonValue &value, int depth)
{
    if (!value.isArray() || depth > tlib::KvList::MaximumDepth)
        return false;
    const QJsonArray pairs = value.toArray();
    return std::all_of(pairs.begin(), pairs.end(), [depth](const QJsonValue &entry) {
        const QJsonArray pair = entry.toArray();
        if (pair.size() != 2 || !pair.at(0).isString())
            return false;
        const QJsonValue content = pair.at(1);
        return content.isString() || isWhole(content, -0x80000000LL, 0x7fffffff) ||
               isPairs(content, depth + 1);
    });
}

bool isOfKind(const QJsonValue &value, const JsonField &field)
{
    switch (field.kind) {
    case JsonFieldKind::Text: return value.isString() && !value.toString().isEmpty();
    case JsonFieldKind::Word: return value.isString() && field.words.contains(value.toString());
    case JsonFieldKind::Number: return isWhole(value, field.minimum, field.maximum);
    case JsonFieldKind::Seconds: return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1e6;
    case JsonFieldKind::Flag: return value.isBool();
    case JsonFieldKind::ConnId: return tlib::ConnId::fromString(value.toString()).has_value();
    case JsonFieldKind::Pairs: return isPairs(value, 0);
    case JsonFieldKind::Object: return value.isObject();
    case JsonFieldKind::Array: return value.isArray();
    }
    Q_UNREACHABLE();
}

bool appendPairs(tlib::KvList &list, const QJsonArray &pairs)
{
    return std::all_of(pairs.begin(), pairs.end(), [&list](const QJsonValue &entry) {
        const QByteArray key = entry.toArray().at(0).toString().toUtf8();
        const QJsonValue content = entry.toArray().at(1);
        if (content.isString())
            return list.append(key, content.toString());
        if (content.isDouble())
            return list.append(key, qint32(content.toDouble()));
        tlib::KvList inner;
        return appendPairs(inner, content.toArray()) && list.append(key, inner);
    });
}

} // namespace

QString listed(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(u'"' + name + u'"');
    if (quoted.size() < 2)
        return quoted.join(QString());
    const QString last = quoted.takeLast();
    return quoted.join(u", "_s) + u" and "_s + last;
}

core::Error mistake(const QString &where, const QString &what)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = where + u": "_s + what};
}

core::Result<core::Done> checkFields(const QJsonObject &object, std::span<const JsonField> fields,
                                     const QString &where)
{
    QStringList names;
    for (const JsonField &field : fields)
        names.append(field.name);
    const QStringList given = object.keys();
    for (const QString &key : given) {
        if (!names.contains(key)) {
            return mistake(where, u"\"%1\" is not known here; allowed are %2."_s.arg(key, listed(names)));
        }
    }
    for (const JsonField &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (value.isUndefined() && field.required)
            return mistake(where, u"\"%1\" is missing; it is %2."_s.arg(field.name, allowedText(field)));
        if (!value.isUndefined() && !isOfKind(value, field))
            return mistake(where, u"\"%1\" has to be %2."_s.arg(field.name, allowedText(field)));
    }
    return core::Done{};
}

core::Result<tlib::KvList> pairsFrom(const QJsonValue &pairs, const QString &where)
{
    core::Result<tlib::KvList> list = tlib::KvList::fromPacked(tlib::KvList().packed());
    if (!appendPairs(*list, pairs.toArray()))
        return mistake(where, u"the pairs do not fit into a list of 65535 bytes and 8 levels."_s);
    return list;
}

QJsonArray pairsTo(const tlib::KvList &list)
{
    QJsonArray pairs;
    for (const tlib::KvList::Pair &pair : list) {
        QJsonValue content = pair.value.toString();
        if (const auto number = pair.value.toInt())
            content = *number;
        else if (pair.value.type() == tlib::KvType::List)
            content = pairsTo(pair.value.toList());
        pairs.append(QJsonArray{pair.keyText(), content});
    }
    return pairs;
}

core::Result<QJsonObject> parseObject(const QByteArray &json, const QString &where)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const qsizetype line = json.left(problem.offset).count('\n') + 1;
        return mistake(where, u"this is not JSON: %1 (line %2)."_s.arg(problem.errorString()).arg(line));
    }
    if (!document.isObject())
        return mistake(where, u"the whole has to be one JSON object {...}."_s);
    return document.object();
}

core::Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1: cannot be read: %2."_s.arg(path, file.errorString())};
    }
    return parseObject(file.readAll(), path);
}

} // namespace simulator
