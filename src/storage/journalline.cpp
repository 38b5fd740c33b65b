#include "storage/journalline.h"

#include "core/csv.h"

#include <QCryptographicHash>
#include <QDateTime>
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

QByteArray csvHeading()
{
    return "number,at,time,kind,what,call,dn,outcome,code,certain,detail,hash\r\n";
}

QByteArray csvLineOf(qint64 number, const model::JournalEntry &entry, const QByteArray &hash)
{
    const QByteArrayList cells{
        QByteArray::number(number),
        QByteArray::number(entry.at),
        core::csvCell(QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs)),
        core::csvCell(entry.kind),
        core::csvCell(entry.what),
        entry.call.isNull() ? QByteArray() : core::csvCell(entry.call.toString()),
        core::csvCell(entry.dn.toString()),
        core::csvCell(entry.outcome),
        QByteArray::number(entry.code),
        entry.certain ? "true" : "false",
        core::csvCell(entry.detail),
        hash};
    return cells.join(',') + "\r\n";
}

model::JournalEntry entryOf(const Anchor &anchor, qint64 count)
{
    return {.kind = u"pruned"_s,
            .code = int(count),
            .detail = QString::number(anchor.number) + u' ' + QString::fromLatin1(anchor.hash)};
}

std::optional<Anchor> anchorFrom(const model::JournalEntry &entry)
{
    const QStringList parts = entry.detail.split(u' ');
    if (entry.kind != u"pruned" || parts.size() != 2)
        return std::nullopt;
    return Anchor{.number = parts[0].toLongLong(), .hash = parts[1].toLatin1()};
}

} // namespace storage
