#include "app/replay/replaysummary.h"

#include "app/commandline/options.h"
#include "app/replay/replaydesk.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <csignal>

using namespace Qt::StringLiterals;
using model::CallRecord;
using model::RecordingState;

namespace app {

namespace {

constexpr int WholeNames = 4096;
constexpr core::Duration Glance{100}; ///< so often is an interrupt looked for

volatile std::sig_atomic_t isInterrupted = 0;

void noteInterrupt(int)
{
    isInterrupted = 1;
}

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

/// False when it cannot be written.
bool printLine(const CallRecord &record, core::Instant now)
{
    QStringList parties;
    for (const model::Dn &party : record.parties)
        parties.append(party.toString());
    // A doubt that the log does not end goes on behind it.
    const bool hasItsEnds = record.isWhole && (record.ended || record.isCertain());
    const QStringList columns{record.id.toString(),
                              joined(parties),
                              joined(record.files),
                              lengthOf(record, record.timeIn(RecordingState::On, now)),
                              lengthOf(record, record.timeIn(RecordingState::Paused, now)),
                              hasItsEnds ? lengthOf(record, record.timeNotKnown(now)) : NotKnown};
    return print(stdout, columns.join(u'\t').toUtf8());
}

void sayWhatWasSkipped(const logreplay::LogSeries &series, const logreplay::Statistics &statistics)
{
    for (const QString &sentence : series.passedOver)
        warn(DesktopProgram, u"passed over: "_s + sentence);
    warn(DesktopProgram,
         u"%1: %2 lines, %3 messages, %4 of them events that were understood; %5 damaged places"_s
             .arg(series.name())
             .arg(statistics.lines)
             .arg(statistics.messages)
             .arg(statistics.events)
             .arg(statistics.flaws()));
    for (const logreplay::Note &note : statistics.notes) {
        const QString file =
            series.parts.size() > 1 ? series.parts.value(note.part).place.name() + u": "_s : QString();
        if (logreplay::isWorthSaying(note.reason))
            warn(DesktopProgram, file + logreplay::toString(note));
    }
}

/// A log that is read for its summary.
class Summary : public QObject
{
public:
    Summary(const logreplay::LogSource &source, const model::RecordingKeys &keys)
        : m_replay(source, m_pace, logreplay::LogLink::AtOnce, keys, 0)
    {
        connect(&m_replay.history, &model::CallHistory::ended, this, &Summary::tell);
        connect(&m_replay.desk.tracker, &model::CallTracker::unknownWord, this, [](const QString &word) {
            warn(DesktopProgram, u"the recording state \"%1\" is not understood and reads as not known"_s.arg(
                                     presentation::plainText(word)));
        });
        connect(&m_replay.link, &logreplay::LogLink::finished, this, &Summary::finish);
        connect(&m_replay.link, &tlib::Link::stateChanged, this,
                [this](tlib::LinkState state, const std::optional<core::Error> &why) {
                    if (state == tlib::LinkState::Closed && why)
                        fail(why->text);
                });
    }

    ExitCode run()
    {
        if (m_replay.link.source().follows)
            lookForInterrupt();
        m_replay.begin();
        QCoreApplication::exec();
        return m_code;
    }

private:
    /// A person who has seen enough of a log that grows interrupts it: then it is summed up.
    void lookForInterrupt()
    {
        std::signal(SIGINT, noteInterrupt);
        std::signal(SIGTERM, noteInterrupt);
        m_look->start(Glance);
    }

    void tell(model::CallNumber number)
    {
        if (m_code == ExitCode::Done && !printLine(*m_replay.history.find(number), m_replay.time.now()))
            fail(cannotPrint());
    }

    void finish(const logreplay::Statistics &statistics)
    {
        const QList<model::CallNumber> open = m_replay.history.numbers();
        for (const model::CallNumber number : open)
            tell(number);
        if (m_code == ExitCode::Done)
            sayWhatWasSkipped(m_replay.link.series(), statistics);
        QCoreApplication::quit();
    }

    void fail(const QString &sentence)
    {
        m_code = app::fail(ExitCode::Refused, DesktopProgram, sentence);
        QCoreApplication::quit();
    }

    core::SystemClock m_pace;
    ReplayDesk m_replay;
    std::unique_ptr<core::Alarm> m_look = m_pace.alarm([this] {
        if (isInterrupted)
            m_replay.link.endFollowing();
        else
            m_look->start(Glance);
    });
    ExitCode m_code = ExitCode::Done;
};

} // namespace

ExitCode printSummary(const logreplay::LogSource &source, const model::RecordingKeys &keys)
{
    if (const auto series = logreplay::seriesFrom(source); !series)
        return fail(ExitCode::Refused, DesktopProgram, series.error().text);
    QLoggingCategory::setFilterRules(u"tallylight.model=false"_s); // what a reader needs is said at the end
    Summary summary(source, keys);
    return summary.run();
}

} // namespace app
