#include "presentation/tables/calllines.h"

#include "core/csv.h"
#include "presentation/words/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

constexpr int WholeNames = 4096;

QString columnOf(const QStringList &names)
{
    return names.isEmpty() ? u"-"_s : plainCell(plainText(names.join(u','), WholeNames));
}

double secondsOf(const ToldTime &time)
{
    return double(time.time.count()) / 1000;
}

QString columnOf(const ToldTime &time)
{
    if (!time.isKnown())
        return u"not known"_s; // notr: a word of a format that programs read
    return QString::number(secondsOf(time), 'f', 1);
}

QString stampOf(const std::optional<QDateTime> &time)
{
    return time ? time->toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) : QString(); // in the zone of the log's clock
}

bool isLeast(const CallAccount &account)
{
    return account.recorded.kind != ToldTime::Kind::Whole || account.paused.kind != ToldTime::Kind::Whole;
}

QJsonValue valueOf(const ToldTime &time)
{
    return time.isKnown() ? QJsonValue(secondsOf(time)) : QJsonValue();
}

QJsonValue valueOf(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(stampOf(time)) : QJsonValue();
}

} // namespace

QByteArray tabLineOf(const CallAccount &account)
{
    const QStringList columns{account.id.toString(),    columnOf(account.parties),
                              columnOf(account.files),  columnOf(account.recorded),
                              columnOf(account.paused), columnOf(account.inDoubt)};
    return columns.join(u'\t').toUtf8();
}

QByteArray callCsvHeading()
{
    return "connId,parties,files,began,beginSeen,ended,over,recordedSeconds,pausedSeconds,notKnownSeconds,"
           "least\r\n";
}

QByteArray callCsvLineOf(const CallAccount &account)
{
    const auto word = [](bool holds) { return QByteArray(holds ? "true" : "false"); };
    const QByteArrayList cells{core::csvCell(account.id.toString()),
                               core::csvCell(account.parties.join(u", "_s)),
                               core::csvCell(account.files.join(u", "_s)),
                               core::csvCell(stampOf(account.began)),
                               word(account.isBeginSeen),
                               core::csvCell(stampOf(account.ended)),
                               word(account.isOver),
                               core::csvCell(columnOf(account.recorded)),
                               core::csvCell(columnOf(account.paused)),
                               core::csvCell(columnOf(account.inDoubt)),
                               word(isLeast(account))};
    return cells.join(',') + "\r\n";
}

QByteArray callJsonLineOf(const CallAccount &account)
{
    return QJsonDocument(QJsonObject{{u"connId"_s, account.id.toString()},
                                     {u"parties"_s, QJsonArray::fromStringList(account.parties)},
                                     {u"files"_s, QJsonArray::fromStringList(account.files)},
                                     {u"began"_s, valueOf(account.began)},
                                     {u"beginSeen"_s, account.isBeginSeen},
                                     {u"ended"_s, valueOf(account.ended)},
                                     {u"over"_s, account.isOver},
                                     {u"recordedSeconds"_s, valueOf(account.recorded)},
                                     {u"pausedSeconds"_s, valueOf(account.paused)},
                                     {u"notKnownSeconds"_s, valueOf(account.inDoubt)},
                                     {u"least"_s, isLeast(account)}})
        .toJson(QJsonDocument::Compact);
}

} // namespace presentation
