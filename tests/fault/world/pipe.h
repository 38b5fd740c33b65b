#pragma once

#include "fault/world/dice.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <memory>

namespace world {

/// How long bytes are under way, and in how many pieces they come.
struct Pace
{
    core::Duration latency{20};
    core::Duration jitter{0};
    int slicedPercent = 0; ///< of what is sent comes in pieces
};

/// One direction of a TCP connection: what is sent arrives whole, in order, some time later and in any
/// pieces. Nothing is lost but by the end of the connection: a network that loses packets holds the line up.
class Pipe
{
public:
    enum class Kind : quint8 {
        Bytes,
        News,  ///< no bytes: whoever has everything before it knows the truth up to `news`
        End,   ///< FIN: nothing comes any more
        Reset, ///< RST
    };
    struct Item
    {
        Kind kind = Kind::Bytes;
        core::Instant at = {};
        QByteArray bytes = {};
        quint32 news = 0;
    };

    Pipe(core::Clock &clock, Dice &dice, const Pace &pace, std::function<void(const Item &)> arrived);

    void send(const QByteArray &bytes);
    void sendNews(quint32 news);
    void sendEnd(Kind kind);
    /// What is under way never arrives.
    void drop();
    /// Held: what is sent waits, and arrives in order after it is let go.
    void hold(bool isHeld);
    bool isHeld() const { return m_isHeld; }
    bool isEmpty() const { return m_items.empty(); }
    void setPace(const Pace &pace) { m_pace = pace; }

private:
    void put(Item item, core::Duration more = {});
    void arrive();
    void schedule();

    core::Clock &m_clock;
    Dice &m_dice;
    Pace m_pace;
    std::function<void(const Item &)> m_arrived;
    std::deque<Item> m_items;
    core::Instant m_last = {}; ///< when the latest item arrives
    bool m_isHeld = false;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace world
