#include "presentation/tables/callcells.h"

#include "presentation/look/recordinglook.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

const QString NothingToTell = u"–"_s;

class CallWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::CallRecordModel)
};

/// Of parties and files.
QString notKept()
{
    return CallWords::tr("Not kept", "the party of a call, its files");
}

} // namespace

QString changerText(model::Changer changer)
{
    switch (changer) {
    case model::Changer::NotKnown: return CallWords::tr("not known", "who has changed a recording");
    case model::Changer::ThisDesktop: return CallWords::tr("you", "who has changed a recording");
    case model::Changer::PauseGuard: return CallWords::tr("the pause guard");
    case model::Changer::SomebodyElse: return CallWords::tr("somebody else");
    }
    Q_UNREACHABLE();
}

QString CallCells::title(CallOrder::Column column)
{
    switch (column) {
    case CallOrder::Began: return CallWords::tr("Began");
    case CallOrder::Parties: return CallWords::tr("Parties");
    case CallOrder::State: return CallWords::tr("State");
    case CallOrder::Recorded: return CallWords::tr("Recorded");
    case CallOrder::Paused: return CallWords::tr("Paused");
    case CallOrder::InDoubt: return CallWords::tr("In doubt");
    case CallOrder::Timeline: return CallWords::tr("Timeline");
    case CallOrder::Files: return CallWords::tr("Files");
    case CallOrder::Call: return CallWords::tr("Call");
    case CallOrder::Dn: return CallWords::tr("DN");
    case CallOrder::Pauses: return CallWords::tr("Pauses");
    case CallOrder::MovedBy: return CallWords::tr("Changed by");
    case CallOrder::Columns: break;
    }
    return {};
}

QString CallCells::parties(const model::CallRecord &record)
{
    QStringList parties;
    for (const model::Dn &party : record.parties)
        parties.append(plainText(party.toString(), 40));
    return parties.join(u", "_s);
}

QString CallCells::files(const model::CallRecord &record, const QString &separator)
{
    QStringList files;
    for (const QString &file : record.files)
        files.append(plainText(file));
    return files.join(separator);
}

QString CallCells::text(CallOrder::Column column) const
{
    switch (column) {
    case CallOrder::Began: return beginText();
    case CallOrder::Parties: return m_record.isFromJournal ? notKept() : parties(m_record);
    case CallOrder::State:
        return m_record.ended ? CallWords::tr("Ended") : light().value<RecordingLook>().word;
    case CallOrder::Recorded: return timeText(accountOf(m_record, m_now).recorded);
    case CallOrder::Paused: return timeText(accountOf(m_record, m_now).paused);
    case CallOrder::InDoubt: return timeText(accountOf(m_record, m_now).inDoubt);
    case CallOrder::Files:
        if (m_record.isFromJournal)
            return notKept();
        return m_record.files.size() > 1 ? CallWords::tr("%Ln file(s)", nullptr, int(m_record.files.size()))
                                         : files(m_record, u", "_s);
    case CallOrder::Call: return m_record.id.toString();
    case CallOrder::Dn: return plainText(m_record.dn.toString(), 40);
    case CallOrder::Pauses: return pausesText();
    case CallOrder::MovedBy: return moversText();
    case CallOrder::Timeline:
    case CallOrder::Columns: break;
    }
    return {};
}

QString CallCells::spokenText(CallOrder::Column column) const
{
    if (column != CallOrder::Timeline)
        return text(column);
    const CallAccount account = accountOf(m_record, m_now);
    return CallWords::tr("Recorded %1, paused %2").arg(timeText(account.recorded), timeText(account.paused));
}

QString CallCells::toolTip(CallOrder::Column column) const
{
    if (column == CallOrder::Timeline)
        return {};
    if (column == CallOrder::Began && m_record.areTimesKnown) {
        const QString time = QLocale().toString(m_record.begunWall, QLocale::ShortFormat);
        return m_record.beginSeen ? time
                                  : CallWords::tr("The call was there already when it was first seen, at %1.")
                                        .arg(QLocale().toString(m_record.begunWall.time(), u"HH:mm:ss"_s));
    }
    if ((column == CallOrder::Parties || column == CallOrder::Files) && m_record.isFromJournal)
        return CallWords::tr(
            "This call was before Tallylight was started. Numbers and files are not kept on the disk.");
    if (column == CallOrder::MovedBy)
        return plainToolTip(movesTip());
    const bool isLength = column == CallOrder::Recorded || column == CallOrder::Paused;
    const QString why = isLength ? whyAtLeast() : column == CallOrder::InDoubt ? whyInDoubt() : QString();
    if (!why.isEmpty())
        return why;
    return plainToolTip(column == CallOrder::Files ? files(m_record, u"\n"_s) : text(column));
}

QVariant CallCells::light() const
{
    return m_record.ended ? QVariant()
                          : QVariant::fromValue(recordingLight(m_record.recording, m_record.isCertain()));
}

bool CallCells::isQuiet(CallOrder::Column column) const
{
    return column == CallOrder::State || column == CallOrder::Files ||
           (column == CallOrder::Parties && m_record.isFromJournal) || text(column) == NothingToTell;
}

/// Why a time of the call is the least that it can be; empty where it is whole.
QString CallCells::whyAtLeast() const
{
    const core::Duration time = m_record.timeNotKnown(m_now);
    if (!m_record.areTimesKnown)
        return CallWords::tr("The log does not say when the call's events were.");
    if (!m_record.beginSeen)
        return CallWords::tr("The beginning of the call was not seen: it may have been longer.");
    if (!m_record.isWhole)
        return CallWords::tr("The call was not seen as a whole: it may have been longer.");
    return time.count() > 0
               ? CallWords::tr(
                     "For %1 of the call the recording's state is not known: it may have been longer.")
                     .arg(clockText(time))
               : QString();
}

/// Empty where the whole doubt was seen.
QString CallCells::whyInDoubt() const
{
    if (!m_record.areTimesKnown)
        return CallWords::tr("The log does not say when the call's events were.");
    if (!m_record.beginSeen)
        return CallWords::tr("How the recording was before the log began is not known, nor for how long.");
    if (!m_record.isWhole)
        return CallWords::tr(
            "The call was not seen as a whole: how long its recording was in doubt is not known.");
    return m_record.ended || m_record.isCertain() ? QString() : CallWords::tr("The doubt has not ended yet.");
}

QString CallCells::beginText() const
{
    if (!m_record.areTimesKnown)
        return CallWords::tr("Not known");
    const QString time = QLocale().toString(m_record.begunWall.time(), u"HH:mm:ss"_s);
    return m_record.beginSeen ? time : u"≤ "_s + time;
}

/// "2 · longest 01:10"
QString CallCells::pausesText() const
{
    const ToldTime told = accountOf(m_record, m_now).paused;
    const model::Pauses pauses = m_record.pauses(m_now);
    if (!told.isKnown())
        return CallWords::tr("Not known");
    if (pauses.count == 0)
        return NothingToTell;
    const QString longest = clockText(pauses.longest, told.kind == ToldTime::Kind::Whole);
    return pauses.count == 1
               ? CallWords::tr("1 · %1", "one pause, its time").arg(longest)
               : CallWords::tr("%1 · longest %2", "number of pauses, a time").arg(pauses.count).arg(longest);
}

QString CallCells::moversText() const
{
    QStringList names;
    for (const model::RecordingMove &move : m_record.moves) {
        if (const QString name = changerText(move.by); !names.contains(name))
            names.append(name);
    }
    return names.isEmpty() ? NothingToTell : names.join(u", "_s);
}

/// A line for each change: "14:26:23 Paused: you".
QString CallCells::movesTip() const
{
    QStringList lines;
    for (const model::RecordingMove &move : m_record.moves) {
        const model::Recording recording{.state = move.state, .stateSaid = true};
        lines.append(CallWords::tr("%1 %2: %3", "a time, a recording's state, who has made it so")
                         .arg(move.wall.toLocalTime().toString(u"HH:mm:ss"_s), recordingWord(recording),
                              changerText(move.by)));
    }
    return lines.join(u'\n');
}

QString CallCells::timeText(const ToldTime &told) const
{
    switch (told.kind) {
    case ToldTime::Kind::NotKnown: return CallWords::tr("Not known");
    case ToldTime::Kind::AtLeast: return clockText(told.time, false);
    case ToldTime::Kind::Whole: break;
    }
    return told.time.count() == 0 ? NothingToTell : clockText(told.time);
}

} // namespace presentation
