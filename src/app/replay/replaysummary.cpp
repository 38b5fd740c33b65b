#include "app/replay/replaysummary.h"

#include "app/commandline/options.h"
#include "app/replay/replaydesk.h"
#include "backends/logreplay/replaylogfile.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using model::CallRecord;
using model::RecordingState;

namespace app {

namespace {

constexpr int WholeNames = 4096;

QString joined(const QStringList &names)
{
    return names.isEmpty() ? u"-"_s
                           : presentation::plainCell(presentation::plainText(names.join(u','), WholeNames));
}

QString inSeconds(core::Duration duration)
{
    return QString::number(double(duration.count()) / 1000, 'f', 1);
}

const QString NotKnown = u"not known"_s;

/// A call that was seen in part lasted longer, in whatever state: what was seen is the least.
QString lengthOf(const CallRecord &record, core::Duration seen)
{
    const bool isKnown = record.areTimesKnown && (record.isWhole || seen.count() > 0);
    return isKnown ? inSeconds(seen) : NotKnown;
}

void printLine(const CallRecord &record, core::Instant now)
{
    QStringList parties;
    for (const model::Dn &party : record.parties)
        parties.append(party.toString());
    const QStringList columns{record.id.toString(),
                              joined(parties),
                              joined(record.files),
                              lengthOf(record, record.timeIn(RecordingState::On, now)),
                              lengthOf(record, record.timeIn(RecordingState::Paused, now)),
                              record.isWhole ? lengthOf(record, record.timeNotKnown(now)) : NotKnown};
    print(stdout, columns.join(u'\t').toUtf8());
}

void sayWhatWasSkipped(const QString &file, const logreplay::Statistics &statistics)
{
    warn(DesktopProgram,
         u"%1: %2 lines, %3 messages, %4 of them events that were understood; %5 damaged places"_s.arg(file)
             .arg(statistics.lines)
             .arg(statistics.messages)
             .arg(statistics.events)
             .arg(statistics.flaws()));
    for (const logreplay::Note &note : statistics.notes) {
        if (logreplay::isWorthSaying(note.reason))
            warn(DesktopProgram, logreplay::toString(note));
    }
}

} // namespace

ExitCode printSummary(const QString &file, const model::RecordingKeys &keys)
{
    if (const auto opened = logreplay::openLog(file); !opened)
        return fail(ExitCode::Refused, DesktopProgram, opened.error().text);
    QLoggingCategory::setFilterRules(u"tallylight.model=false"_s); // what a reader needs is said below
    core::SystemClock pace;
    ReplayDesk replay(file, pace, logreplay::LogLink::AtOnce, keys, 0);
    ExitCode code = ExitCode::Done;
    QObject::connect(
        &replay.history, &model::CallHistory::ended, &replay.history,
        [&](model::CallNumber number) { printLine(*replay.history.find(number), replay.time.now()); });
    QObject::connect(
        &replay.desk.tracker, &model::CallTracker::unknownWord, &replay.link, [](const QString &word) {
            warn(DesktopProgram, u"the recording state \"%1\" is not understood and reads as not known"_s.arg(
                                     presentation::plainText(word)));
        });
    QObject::connect(&replay.link, &logreplay::LogLink::finished, &replay.link,
                     [&](const logreplay::Statistics &statistics) {
                         const QList<model::CallNumber> open = replay.history.numbers();
                         for (const model::CallNumber number : open)
                             printLine(*replay.history.find(number), replay.time.now());
                         sayWhatWasSkipped(file, statistics);
                         QCoreApplication::quit();
                     });
    QObject::connect(&replay.link, &tlib::Link::stateChanged, &replay.link,
                     [&](tlib::LinkState state, const std::optional<core::Error> &why) {
                         if (state != tlib::LinkState::Closed || !why)
                             return;
                         code = fail(ExitCode::Refused, DesktopProgram, why->text);
                         QCoreApplication::quit();
                     });
    replay.begin();
    QCoreApplication::exec();
    return code;
}

} // namespace app
