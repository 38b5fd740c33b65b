#include "storage/journalline.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace storage {

QByteArray hashOf(const QByteArray &before, qint64 number, const model::JournalEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData("\n");
    hash.addData(lineOf(number, entry));
    return hash.result().toHex();
}

QByteArray lineOf(qint64 number, const model::JournalEntry &entry, const QByteArray &hash)
{
    QJsonObject object{
        {u"number"_s, number}, {u"at"_s, entry.at}, {u"kind"_s, entry.kind}, {u"certain"_s, entry.certain}};
    const auto add = [&object](const QString &name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    add(u"what"_s, entry.what);
    add(u"call"_s, entry.call.isNull() ? QString() : entry.call.toString());
    add(u"dn"_s, entry.dn.toString());
    add(u"outcome"_s, entry.outcome);
    add(u"detail"_s, entry.detail);
    add(u"hash"_s, QString::fromLatin1(hash));
    if (entry.code != 0)
        object.insert(u"code"_s, entry.code);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace storage
