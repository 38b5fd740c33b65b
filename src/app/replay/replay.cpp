#include "app/replay/replay.h"

#include "widgets/desk/notice.h"

using namespace Qt::StringLiterals;

namespace app {

Replay::Replay(const Plan &plan)
    : m_plan(plan)
    , m_replay(plan.source, m_clock, plan.speed, plan.keys, model::CallHistory::EnoughToLookAt)
    , m_theme(plan.theme)
    , m_window(m_replay.history, m_replay.time, m_theme)
{
    connect(&m_replay.link, &logreplay::LogLink::progress, this, [this](qint64 bytes, qint64 size) {
        m_bytes = bytes;
        m_size = size;
        showProgress();
    });
    connect(&m_replay.link, &logreplay::LogLink::finished, this, &Replay::showProgress);
    connect(&m_replay.link, &tlib::Link::stateChanged, this,
            [this](tlib::LinkState state, const std::optional<core::Error> &why) {
                if (state == tlib::LinkState::Closed && why)
                    showTrouble(*why);
            });
}

core::Result<core::Done> Replay::start()
{
    const auto series = logreplay::seriesFrom(m_plan.source); // before there is a window
    if (!series)
        return series.error();
    m_size = series->size;
    m_name = series->name();
    showProgress();
    m_window.show();
    m_replay.begin();
    return core::Done{};
}

void Replay::showProgress()
{
    const logreplay::Statistics &statistics = m_replay.link.statistics();
    QStringList remarks;
    for (const logreplay::Note &note : statistics.notes) {
        if (logreplay::isWorthSaying(note.reason))
            remarks.append(logreplay::toString(note));
    }
    m_window.setProgress({.file = m_name,
                          .bytes = m_bytes,
                          .size = m_size,
                          .messages = statistics.messages,
                          .skipped = statistics.flaws(),
                          .remarks = remarks,
                          .speed = m_plan.speed == logreplay::LogLink::AtOnce
                                       ? QString()
                                       : u"%1 ×"_s.arg(QLocale().toString(m_plan.speed, 'g', 3)),
                          .isOver = m_replay.link.isFinished()});
}

void Replay::showTrouble(const core::Error &why)
{
    (new widgets::Notice(tr("The log cannot be read on"), {why.text}, &m_window))->open();
}

} // namespace app

#include "moc_replay.cpp"
