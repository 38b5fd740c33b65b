#pragma once

#include "backends/simulator/pair/changednames.h"
#include "backends/simulator/switch/switchcall.h"
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
    SwitchCall &add(const Party &from, const Party &to);
    /// Takes the call out and hands it over as it was; it has to exist. Consultations about it are plain
    /// calls from now on.
    SwitchCall take(tlib::ConnId id);
    /// Takes the call `from` out and hands it over as it was: its parties except `but` are parties of `into`
    /// now, and consultations about it are about `into`.
    SwitchCall merge(tlib::ConnId from, SwitchCall &into, const tlib::Dn &but);
    void addParty(SwitchCall &call, const Party &party);
    /// Consultations that the DN has begun from or with this call are plain calls from now on.
    void removeParty(SwitchCall &call, const tlib::Dn &dn);
    /// Puts `to` in the place of the party `from`.
    void replaceParty(SwitchCall &call, const tlib::Dn &from, const Party &to);

    SwitchCall *find(tlib::ConnId id);
    const SwitchCall *find(tlib::ConnId id) const;
    /// Refused (56) without such a call, (470) when the DN is no party of it.
    core::Result<SwitchCall *> callOf(const tlib::Dn &dn, tlib::ConnId id);
    /// The same, and refused (93) when the DN is in another state there.
    core::Result<SwitchCall *> callOf(const tlib::Dn &dn, tlib::ConnId id, tlib::PartyState wanted);
    /// The consultation that `dn` (anybody when empty) has about the call `firstCall`, or nullptr.
    const SwitchCall *consultationAbout(const SwitchCall &firstCall, const tlib::Dn &dn) const;
    std::vector<SwitchCall *> of(const tlib::Dn &dn);
    std::vector<const SwitchCall *> of(const tlib::Dn &dn) const;
    const std::map<tlib::ConnId, SwitchCall> &all() const { return m_calls; }

    // What another server's book says.
    /// Puts the call in the place of the one with its id, or adds it.
    void put(const SwitchCall &call);
    quint64 lastId() const { return m_lastId; }
    /// New calls get higher ids than this one.
    void passId(quint64 id) { m_lastId = std::max(m_lastId, id); }
    void clear();

private:
    void touched(tlib::ConnId id) const;
    void insertByArrival(const Party &party, tlib::ConnId id);
    void relink(const SwitchCall &call, const tlib::Dn &dn, const SwitchCall *to);

    std::map<tlib::ConnId, SwitchCall> m_calls;
    std::map<tlib::Dn, std::vector<tlib::ConnId>> m_byDn; ///< in order of arrival
    quint64 m_lastId;
    quint64 m_lastArrival = 0;
    ChangedNames *m_changed = nullptr;
};

/// "no call has this ConnID", with the code 56.
core::Error noSuchCall(tlib::ConnId id);

} // namespace simulator
