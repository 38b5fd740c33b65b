#pragma once

#include "fault/world/display.h"
#include "fault/world/worldlink.h"

#include <QStringList>

namespace world {

/// What must never be.
enum class Wrong {
    Value,         ///< a badge shows as certain what is not so, though the news of it has come
    Stale,         ///< or was so, but longer ago than any doubt may take
    EndedCall,     ///< a badge shows as certain a call that is over
    InventedCall,  ///< a badge shows a call that never was
    YoungAge,      ///< one in doubt says that it was heard later than anything was
    NoDoubt,       ///< a badge is certain though the connection is gone, or has been silent for too long
    LostTooLate,   ///< a silent connection is kept for longer than ADDP allows
    MissingCall,   ///< a call of which the news has come is not shown while everything is certain
    Counter,       ///< the board counts something else than its lights show
    SentInDoubt,   ///< a request went out while its call was uncertain
    SentByItself,  ///< a request went out that nobody pressed
    ReceivedTwice, ///< a server was asked twice for one press
    NoEnd,         ///< a request was never said to have ended
    TwoEnds,       ///< or more than once
    NotRecovered,  ///< some time after the last fault something is not certain, or not true
};
const char *nameOf(Wrong wrong);

/// How old what is certain may be.
struct Bounds
{
    core::Duration addpTimeout{10'000};
    core::Duration doubt{1500};  ///< from an unanswered poll
    core::Duration lost{500};    ///< beyond twice the time-out
    core::Duration closing{100}; ///< from the end of a connection to the doubt
    core::Duration latency{0};   ///< the longest of the network

    core::Duration untilDoubt() const { return addpTimeout + doubt; }
    core::Duration untilLost() const { return 2 * addpTimeout + lost; }
};

/// Compares what is shown with the truth.
class Checker
{
public:
    struct Figures
    {
        quint64 looks = 0;
        quint64 badges = 0;             ///< compared with the truth
        quint64 certain = 0;            ///< of these
        core::Duration longestDoubt{0}; ///< from the last sign of life to the doubt, where there was silence
        core::Duration longestLost{0};
        core::Duration oldest{0}; ///< what was certain and no more so
    };
    using Cry = std::function<void(Wrong, const QString &)>;

    Checker(const Truth &truth, const model::Desk &desk, const WorldLink &link, Display &display,
            const Bounds &bounds, Cry cry);

    /// At every change: each badge, and the doubt.
    void look();
    /// What takes more looking: calls that are not shown, and counters.
    void lookAround();
    /// Calls that the desktop cannot know of: its server has said that there are none.
    void mayMissUntil(core::Instant until) { m_mayMissUntil = until; }
    /// Everything has to be certain and true now.
    void demandTruth();
    /// What is not; empty when nothing.
    QStringList untrue();
    const Figures &figures() const { return m_figures; }

private:
    void compare(const Badge &badge);
    void compareAge(const Badge &badge);
    void compareSilence(bool isAnyCertain);
    void findMissing();
    bool hasStayed(const Truth::History &history) const;
    void compareCounters();

    const Truth &m_truth;
    const model::Desk &m_desk;
    const WorldLink &m_link;
    Display &m_display;
    const Bounds m_bounds;
    Cry m_cry;
    Figures m_figures;
    std::optional<core::Instant> m_closedSince;
    core::Instant m_mayMissUntil = {};
    bool m_wasCertain = false;
};

} // namespace world
