#pragma once

#include "backends/simulator/recording/mediaserver.h"
#include "backends/simulator/switch/switchcall.h"

#include <map>
#include <optional>
#include <set>

namespace simulator {

class Directory;

/// Who is recorded, and when: without being asked, or because of a START.
///
/// Each party is judged once, when it begins to talk. The route's own word comes first, then the caller's
/// side by its trunk or by the routing point that it came through, then the extensions in the order of the
/// call. When a recording ends because its party left, those who stay are judged again.
class RecordingRules
{
public:
    /// What has been decided about the parties of one call.
    struct Known
    {
        std::set<tlib::Dn> judged = {};
        std::set<tlib::Dn> disabled = {}; ///< by the route that brought them here
        std::map<tlib::Dn, tlib::Dn> routedBy =
            {}; ///< the caller, and the routing point that it came through
    };

    explicit RecordingRules(const Directory &directory);

    /// The recording that begins because of those who talk now and have not been judged yet. A route acts
    /// here; the caller of this function has to take it out of the call.
    std::optional<RecordingOrder> forNewcomers(const SwitchCall &call);
    /// The recording that begins because the one of `leaver` ended.
    std::optional<RecordingOrder> forThoseWhoStay(const SwitchCall &call, const tlib::Dn &leaver) const;
    /// One that comes back is judged again.
    void forgetParty(tlib::ConnId call, const tlib::Dn &dn);
    void forgetCall(tlib::ConnId call) { m_known.erase(call); }

    /// What START with this ThisDN means: its own side, or the other. A ThisDN outside the call stands for
    /// the call's first extension that talks. Refused (93) when that party does not talk yet.
    core::Result<RecordingOrder> forStart(const SwitchCall &call, const tlib::Dn &thisDn,
                                          RecordOption side) const;
    /// For what the media server begins by itself: the side of the call's first extension.
    RecordingOrder forAgentSide(const SwitchCall &call) const;

    // For a backup.
    Known knownOf(tlib::ConnId call) const;
    void put(tlib::ConnId call, Known known) { m_known.insert_or_assign(call, std::move(known)); }
    void clear() { m_known.clear(); }

private:
    const Party *agentSide(const SwitchCall &call) const;
    bool isWanted(const Known &known, const tlib::Dn &dn) const;
    /// Empty: nobody of these is to be recorded.
    tlib::Dn chosen(const Known &known, const std::vector<tlib::Dn> &candidates) const;

    const Directory &m_directory;
    std::map<tlib::ConnId, Known> m_known;
};

} // namespace simulator
