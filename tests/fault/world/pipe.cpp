#include "fault/world/pipe.h"

namespace world {

Pipe::Pipe(core::Clock &clock, Dice &dice, const Pace &pace, std::function<void(const Item &)> arrived)
    : m_clock(clock)
    , m_dice(dice)
    , m_pace(pace)
    , m_arrived(std::move(arrived))
    , m_alarm(clock.alarm([this] { arrive(); }))
{
}

void Pipe::send(const QByteArray &bytes)
{
    const int pieces = m_dice.chance(m_pace.slicedPercent) ? m_dice.between(2, 4) : 1;
    qsizetype begin = 0;
    for (int piece = 1; piece <= pieces; ++piece) {
        const qsizetype left = bytes.size() - begin;
        const qsizetype size = piece == pieces ? left : m_dice.below(int(left) + 1);
        if (size > 0)
            put({.bytes = size == bytes.size() ? bytes : bytes.mid(begin, size)},
                core::Duration(piece > 1 ? m_dice.below(4) : 0));
        begin += size;
    }
}

void Pipe::sendNews(quint32 news)
{
    put({.kind = Kind::News, .news = news});
}

void Pipe::sendEnd(Kind kind)
{
    put({.kind = kind});
}

void Pipe::put(Item item, core::Duration more)
{
    const core::Duration jitter(m_pace.jitter.count() > 0 ? m_dice.below(int(m_pace.jitter.count()) + 1) : 0);
    // News comes right behind what was sent before it.
    const core::Duration way = item.kind == Kind::News ? core::Duration(1) : m_pace.latency + jitter + more;
    item.at = m_last = std::max(m_last, m_clock.now() + way);
    m_items.push_back(std::move(item));
    schedule();
}

void Pipe::drop()
{
    m_items.clear();
    m_alarm->stop();
}

void Pipe::hold(bool isHeld)
{
    if (m_isHeld == isHeld)
        return;
    m_isHeld = isHeld;
    if (isHeld)
        return m_alarm->stop();
    // What was lost on the way is sent again: not all of it comes in one moment.
    core::Instant at = m_clock.now() + m_pace.latency;
    for (Item &item : m_items) {
        if (item.kind != Kind::News)
            at += core::Duration(m_dice.below(8));
        item.at = at = std::max(item.at, at);
    }
    m_last = std::max(m_last, at);
    schedule();
}

void Pipe::arrive()
{
    while (!m_isHeld && !m_items.empty() && m_items.front().at <= m_clock.now()) {
        const Item item = std::move(m_items.front());
        m_items.pop_front();
        m_arrived(item);
    }
    schedule();
}

void Pipe::schedule()
{
    if (m_isHeld || m_items.empty())
        m_alarm->stop();
    else if (!m_alarm->isActive())
        m_alarm->start(std::max(core::Duration(0), m_items.front().at - m_clock.now()));
}

} // namespace world
