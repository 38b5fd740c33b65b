#pragma once

#include "backends/simulator/pair/changednames.h"
#include "backends/simulator/switch/directory.h"
#include "backends/simulator/switch/distributor.h"
#include "tlib/requests.h"

namespace simulator {

/// Which agent sits at which DN, and whether he takes calls.
class AgentControl
{
public:
    struct Seat
    {
        tlib::AgentId agent = {};
        tlib::AgentStatus status = tlib::AgentStatus::LoggedOut;
        tlib::AgentWorkMode workMode = tlib::AgentWorkMode::Unknown;

        bool operator==(const Seat &) const = default;
    };

    AgentControl(const Directory &directory, Distributor &distributor);
    /// DNs whose agent has changed are noted there from now on.
    void noteChanges(ChangedNames &changed) { m_changed = &changed; }

    core::Result<core::Done> carryOut(const tlib::AgentLogin &request, const Asking &asking);
    core::Result<core::Done> carryOut(const tlib::AgentLogout &request, const Asking &asking);
    core::Result<core::Done> carryOut(const tlib::AgentReady &request, const Asking &asking);
    core::Result<core::Done> carryOut(const tlib::AgentNotReady &request, const Asking &asking);

    /// As if the agent had done it at the telephone: logs in or out and sets the state, whatever it takes.
    core::Result<core::Done> bring(const tlib::Dn &dn, tlib::AgentStatus wanted);

    /// None for what is no extension.
    tlib::AgentStatus statusOf(const tlib::Dn &dn) const;
    const std::map<tlib::Dn, Seat> &seats() const { return m_seats; }
    /// What another server says of its agents; nobody is told.
    void put(const tlib::Dn &dn, const std::optional<Seat> &seat);

private:
    core::Result<Seat *> takenSeat(const tlib::Dn &dn);
    void tell(tlib::MessageType type, const tlib::Dn &dn, const tlib::KvList &reasons, const Asking &asking);

    const Directory &m_directory;
    Distributor &m_distributor;
    std::map<tlib::Dn, Seat> m_seats; ///< logged in only
    ChangedNames *m_changed = nullptr;
};

} // namespace simulator
