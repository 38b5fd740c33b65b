#pragma once

#include "backends/simulator/callbook.h"
#include "backends/simulator/directory.h"
#include "backends/simulator/distributor.h"

namespace simulator {

/// Makes calls and moves them from state to state, and tells every party's clients. Each verb either does its
/// work whole or is refused and changes nothing.
///
/// A DN talks in one call at a time, as a SIP telephone does: answering or retrieving a call puts the one
/// that the DN talks in on hold.
class CallControl
{
public:
    /// What others do about a call: the recorder, above all.
    struct Hooks
    {
        std::function<void(const Call &)> answered = {}; ///< once for each answer, also of a later leg
        /// A party has left a call that goes on, or has come to one that was answered before.
        std::function<void(const Call &, const tlib::Dn &)> left = {};
        std::function<void(const Call &, const tlib::Dn &)> joined = {};
        std::function<void(tlib::ConnId)> ended = {};
    };

    CallControl(const Directory &directory, CallBook &book, Distributor &distributor, Hooks hooks);

    core::Result<tlib::ConnId> make(const tlib::Dn &from, const tlib::Dn &to, const tlib::KvList &userData,
                                    const Asking &asking = {});
    core::Result<core::Done> answer(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> release(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> hold(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> retrieve(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    /// From a routing point or queue to an extension or an outside number.
    core::Result<core::Done> route(const tlib::Dn &from, tlib::ConnId id, const tlib::Dn &to,
                                   RouteRecord record, const Asking &asking = {});

private:
    core::Result<Call *> callInState(const tlib::Dn &dn, tlib::ConnId id, tlib::PartyState wanted);
    core::Result<core::Done> canReach(const tlib::Dn &dn, int code) const;
    void tell(tlib::MessageType type, const Call &call, const Party &party, const Asking &asking);
    void tellArrival(const Call &call, const Party &party);
    void holdOthers(const tlib::Dn &dn, tlib::ConnId but);

    const Directory &m_directory;
    CallBook &m_book;
    Distributor &m_distributor;
    Hooks m_hooks;
};

} // namespace simulator
