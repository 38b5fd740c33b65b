#pragma once

#include "backends/simulator/switch/switch.h"

#include <map>
#include <vector>

namespace world {

/// What may be claimed of a recording as certain. Flags: of a call about which nothing was ever said, say.
enum class Claim : quint8 {
    None = 0, ///< shown, but nothing is claimed
    Off = 0x01,
    On = 0x02,
    Paused = 0x04,
    Recorded = 0x08, ///< at some time; the present state is not reported
};
Q_DECLARE_FLAGS(Claims, Claim)
QString wordFor(Claim claim);
QString wordFor(Claims claims);

/// How it really is: what the switch and its recorder say of the calls on the watched DNs, and since when.
/// Read from the switch's own book with eyes of its own: nothing of the model is used.
class Truth
{
public:
    struct Entry
    {
        quint32 news = 0; ///< its serial number; they rise over the whole world
        core::Instant at = {};
        bool isHere = false; ///< the call is on a watched DN
        Claims claims = {};
        bool isSaid = false; ///< the server says the state in a word that can be understood
        std::map<tlib::Dn, tlib::PartyState> parties = {}; ///< of the watched DNs

        bool isLike(const Entry &other) const
        {
            return isHere == other.isHere && claims == other.claims && parties == other.parties;
        }
    };
    using History = std::vector<Entry>;

    Truth(const simulator::Switch &sw, const core::Clock &clock, std::vector<tlib::Dn> dns);

    /// Looks anew. True when something is not as it was.
    bool refresh();
    quint32 news() const { return m_news; }
    const std::map<tlib::ConnId, History> &calls() const { return m_calls; }
    /// nullptr: no such call was ever on a watched DN.
    const History *historyOf(tlib::ConnId call) const;

private:
    struct Told ///< of a call, at any time, on whatever DN
    {
        bool state = false;
        bool file = false;
    };

    Entry entryOf(const simulator::SwitchCall &call);

    const simulator::Switch &m_switch;
    const core::Clock &m_clock;
    std::vector<tlib::Dn> m_dns;
    quint32 m_news = 0;
    std::map<tlib::ConnId, History> m_calls;
    std::map<tlib::ConnId, Told> m_told;
};

} // namespace world

Q_DECLARE_OPERATORS_FOR_FLAGS(world::Claims)
