#include "storage/journalline.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace storage {

namespace {

/// Whole in one cell, and text there: RFC 4180, and no formula (OWASP's "CSV injection").
QByteArray cell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    QString whole = (isFormula ? u"'"_s : QString()) + text;
    if (whole.contains(u'"') || whole.contains(u',') || whole.contains(u'\n') || whole.contains(u'\r'))
        whole = u'"' + whole.replace(u'"', u"\"\""_s) + u'"';
    return whole.toUtf8();
}

} // namespace

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
        cell(QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs)),
        cell(entry.kind),
        cell(entry.what),
        entry.call.isNull() ? QByteArray() : cell(entry.call.toString()),
        cell(entry.dn.toString()),
        cell(entry.outcome),
        QByteArray::number(entry.code),
        entry.certain ? "true" : "false",
        cell(entry.detail),
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
