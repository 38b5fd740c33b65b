#include "app/replay/replaysummary.h"

#include "app/commandline/options.h"
#include "app/replay/replayreport.h"
#include "presentation/tables/calllines.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <csignal>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr core::Duration Glance{100}; ///< so often is an interrupt looked for

volatile std::sig_atomic_t isInterrupted = 0;

void noteInterrupt(int)
{
    isInterrupted = 1;
}

/// A log that is read for its summary.
class Summary : public QObject
{
public:
    Summary(const logreplay::LogSource &source, const model::RecordingKeys &keys)
        : m_replay(source, m_pace, logreplay::LogLink::AtOnce, keys, 0)
    {
        connect(&m_replay.history, &model::CallHistory::ended, this, &Summary::tell);
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
        const auto account = presentation::accountOf(*m_replay.history.find(number), m_replay.time.now());
        if (m_code == ExitCode::Done && !print(stdout, presentation::tabLineOf(account)))
            fail(cannotPrint());
    }

    void finish()
    {
        const QList<model::CallNumber> open = m_replay.history.numbers();
        for (const model::CallNumber number : open)
            tell(number);
        if (m_code == ExitCode::Done)
            report();
        QCoreApplication::quit();
    }

    void report()
    {
        const ReplayReport report = reportOf(m_replay);
        warn(DesktopProgram, report.account);
        for (const QString &remark : report.remarks)
            warn(DesktopProgram, remark);
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
