#pragma once

#include "backends/simulator/pair/changednames.h"
#include "backends/simulator/switch/call.h"
#include "core/clock.h"
#include "core/result.h"

#include <algorithm>
#include <map>

namespace simulator {

/// The calls that exist now, found by ConnID and by DN; the maker of their ids.
class CallBook
{
public:
    explicit CallBook(const core::Clock &clock);
    /// Every call that is handed out to be changed, made or taken is noted there from now on.
    void noteChanges(ChangedNames &changed) { m_changed = &changed; }

    /// A new call between two parties; ids differ from those of every earlier run, as they begin with its
    /// time.
    Call &add(const Party &from, const Party &to);
    /// Takes the call out and hands it over as it was; it has to exist. Consultations about it are plain
    /// calls from now on.
    Call take(tlib::ConnId id);
    /// Takes the call `from` out and hands it over as it was: its parties except `but` are parties of `into`
    /// now, and consultations about it are about `into`.
    Call merge(tlib::ConnId from, Call &into, const tlib::Dn &but);
    void addParty(Call &call, const Party &party);
    /// Consultations that the DN has begun from or with this call are plain calls from now on.
    void removeParty(Call &call, const tlib::Dn &dn);
    /// Puts `to` in the place of the party `from`.
    void replaceParty(Call &call, const tlib::Dn &from, const Party &to);

    Call *find(tlib::ConnId id);
    const Call *find(tlib::ConnId id) const;
    /// Refused (56) without such a call, (470) when the DN is no party of it.
    core::Result<Call *> callOf(const tlib::Dn &dn, tlib::ConnId id);
    /// The same, and refused (93) when the DN is in another state there.
    core::Result<Call *> callOf(const tlib::Dn &dn, tlib::ConnId id, tlib::PartyState wanted);
    /// The consultation that `dn` (anybody when empty) has about the call `firstCall`, or nullptr.
    const Call *consultationAbout(const Call &firstCall, const tlib::Dn &dn) const;
    std::vector<Call *> of(const tlib::Dn &dn);
    std::vector<const Call *> of(const tlib::Dn &dn) const;
    const std::map<tlib::ConnId, Call> &all() const { return m_calls; }

    // What another server's book says.
    /// Puts the call in the place of the one with its id, or adds it.
    void put(const Call &call);
    quint64 lastId() const { return m_lastId; }
    /// New calls get higher ids than this one.
    void passId(quint64 id) { m_lastId = std::max(m_lastId, id); }
    void clear();

private:
    void touched(tlib::ConnId id) const;
    void insertByArrival(const Party &party, tlib::ConnId id);
    void relink(const Call &call, const tlib::Dn &dn, const Call *to);

    std::map<tlib::ConnId, Call> m_calls;
    std::map<tlib::Dn, std::vector<tlib::ConnId>> m_byDn; ///< in order of arrival
    quint64 m_lastId;
    quint64 m_lastArrival = 0;
    ChangedNames *m_changed = nullptr;
};

/// "no call has this ConnID", with the code 56.
core::Error noSuchCall(tlib::ConnId id);

} // namespace simulator
