#include "app/replay/replay.h"

#include "app/replay/replayreport.h"
#include "widgets/dialogs/notice.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using logreplay::LogLink;
using Phase = widgets::ReplayProgress::Phase;

namespace app {

namespace {

constexpr int CallsInTheWindow = 100'000; ///< that have ended; about 100 MB
constexpr core::Duration Glimpse = 100ms; ///< so often is told how far it has come

} // namespace

Replay::Replay(const Plan &plan)
    : m_plan(plan)
    , m_theme(plan.theme)
    , m_window(m_clock, m_theme)
    , m_frame(
          m_clock, [this] { showProgress(); }, Glimpse)
    , m_speed(plan.speed)
{
    connect(&m_window, &widgets::ReplayWindow::openRequested, this, &Replay::open);
    connect(&m_window, &widgets::ReplayWindow::pauseRequested, this, &Replay::setPaused);
    connect(&m_window, &widgets::ReplayWindow::speedRequested, this, &Replay::setSpeed);
    connect(&m_window, &widgets::ReplayWindow::positionRequested, this, &Replay::jumpTo);
}

core::Result<core::Done> Replay::start()
{
    if (const auto series = logreplay::seriesFrom(m_plan.source); !series) // before there is a window
        return series.error();
    begin(m_plan.source, std::nullopt);
    m_window.show();
    return core::Done{};
}

void Replay::open(const QStringList &paths)
{
    logreplay::LogSource source(paths);
    source.recordingKey = m_plan.source.recordingKey;
    begin(source, std::nullopt);
}

void Replay::begin(const logreplay::LogSource &source, std::optional<core::Duration> position)
{
    m_position = position;
    m_bytes = m_size = 0;
    m_next = std::make_unique<ReplayDesk>(source, m_clock, m_speed, m_plan.keys, CallsInTheWindow);
    const ReplayDesk *const desk = m_next.get();
    LogLink &link = m_next->link;
    connect(&link, &LogLink::progress, this, [this, desk](qint64 bytes, qint64 size) {
        if (desk == m_next.get() || !m_next) {
            m_bytes = bytes;
            m_size = size;
        }
        m_frame.flushSoon();
    });
    connect(&link, &LogLink::finished, this, &Replay::showProgress);
    connect(&link, &LogLink::arrived, this, [this, desk] { take(desk); });
    connect(&link, &tlib::Link::stateChanged, this,
            [this, desk](tlib::LinkState state, const std::optional<core::Error> &why) {
                if (state == tlib::LinkState::Open && !m_position)
                    take(desk);
                if (state == tlib::LinkState::Closed && why)
                    onClosed(desk, *why);
            });
    if (position) {
        m_shown->link.setPaused(true); // until the other has come
        link.skipTo(*position);
        link.setPaused(m_isPaused);
    }
    m_next->begin();
    showProgress();
}

/// It has come to where it is to be shown.
void Replay::take(const ReplayDesk *desk)
{
    if (desk != m_next.get())
        return showProgress();
    const bool isSame = m_position.has_value();
    const std::unique_ptr<ReplayDesk> before = std::exchange(m_shown, std::move(m_next));
    m_position.reset();
    m_isBroken = false;
    if (!isSame) {
        m_isPaused = false;
        m_survey.reset();
        m_length = {};
        survey();
    }
    m_window.showLog(m_shown->history, m_shown->time, isSame);
    showProgress();
}

void Replay::onClosed(const ReplayDesk *desk, const core::Error &why)
{
    m_isBroken |= desk == m_shown.get();
    const QString title = m_isBroken ? tr("The log cannot be read on") : tr("The log cannot be opened");
    (new widgets::Notice(title, {why.text}, &m_window))->open();
    // Not while it says so itself.
    QMetaObject::invokeMethod(
        this,
        [this, desk] {
            if (desk == m_next.get()) {
                m_next.reset();
                m_position.reset();
            }
            if (m_shown)
                m_shown->link.setPaused(m_isPaused);
            showProgress();
        },
        Qt::QueuedConnection);
}

/// How long a log is that is not read to its end at once.
void Replay::survey()
{
    if (m_survey || !isAtItsOwnSpeed())
        return;
    m_survey = std::make_unique<LogSurvey>(m_shown->link.source(), m_clock);
    connect(m_survey.get(), &LogSurvey::grown, this, [this] { m_frame.flushSoon(); });
}

bool Replay::isAtItsOwnSpeed() const
{
    return m_speed != LogLink::AtOnce && !m_shown->link.source().follows;
}

void Replay::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (ReplayDesk *const desk = m_next && m_position ? m_next.get() : m_shown.get())
        desk->link.setPaused(isPaused);
    showProgress();
}

void Replay::setSpeed(double speed)
{
    m_speed = speed;
    for (ReplayDesk *const desk : {m_shown.get(), m_next.get()}) {
        if (desk)
            desk->link.setSpeed(speed);
    }
    if (m_shown)
        survey();
    showProgress();
}

void Replay::jumpTo(core::Duration position)
{
    if (!m_shown || (m_next && !m_position))
        return;
    m_isPaused |= !isAtItsOwnSpeed();
    LogLink &link = m_shown->link;
    if (m_next || position < link.position())
        return begin(logreplay::LogSource(link.source()), position);
    if (!link.isFinished()) {
        link.setPaused(m_isPaused);
        link.skipTo(position);
    }
    showProgress();
}

Phase Replay::phase() const
{
    if (m_next)
        return Phase::Reading;
    if (!m_shown)
        return Phase::Nothing;
    const LogLink &link = m_shown->link;
    if (m_isBroken)
        return Phase::Broken;
    if (link.isFinished())
        return Phase::Over;
    if (link.isSkipping())
        return Phase::Reading;
    if (m_isPaused)
        return Phase::Paused;
    if (link.isWaiting())
        return Phase::Waiting;
    return isAtItsOwnSpeed() ? Phase::Playing : Phase::Reading;
}

void Replay::showProgress()
{
    widgets::ReplayProgress progress{
        .phase = phase(), .bytes = m_bytes, .size = m_size, .isPaused = m_isPaused, .speed = m_speed};
    if (m_shown) {
        const LogLink &link = m_shown->link;
        const ReplayReport report = reportOf(*m_shown);
        m_length = std::max({m_length, link.position(), m_survey ? m_survey->length() : core::Duration(0)});
        progress.file = link.series().parts.first().place.path;
        progress.moreFiles = int(link.series().parts.size()) - 1;
        progress.calls = report.calls;
        progress.gone = report.gone;
        progress.messages = report.messages;
        progress.damaged = report.damaged;
        progress.account = report.account;
        progress.remarks = report.remarks;
        progress.position = m_position.value_or(link.position());
        progress.length = m_length;
        progress.wall = m_shown->time.wallTime().addMSecs((progress.position - link.position()).count());
        progress.follows = link.source().follows;
    }
    m_window.setProgress(progress);
}

} // namespace app

#include "moc_replay.cpp"
