#pragma once

#include "backends/simulator/switch/callbook.h"
#include "backends/simulator/switch/directory.h"
#include "backends/simulator/switch/distributor.h"
#include "backends/simulator/switch/routewatch.h"

namespace simulator {

/// Makes calls and moves them from state to state, and tells every party's clients. Each verb either does its
/// work whole or is refused and changes nothing.
///
/// A DN talks in one call at a time, as a SIP telephone does: answering or retrieving a call puts the one
/// that the DN talks in on hold.
class SwitchCallControl
{
public:
    /// What others do about a call: the recorder, above all. README.md says when each is called.
    struct Hooks
    {
        std::function<void(const SwitchCall &)> answered = {}; ///< once for each answer, also of a later leg
        std::function<void(const SwitchCall &, const tlib::Dn &)> left = {}; ///< and the call goes on
        std::function<void(const SwitchCall &, const tlib::Dn &)> joined =
            {}; ///< talks in a call answered before
        std::function<void(tlib::ConnId)> ended =
            {}; ///< the ConnID is gone: released, or merged into another
    };

    SwitchCallControl(core::Clock &clock, const Directory &directory, CallBook &book,
                      Distributor &distributor, Hooks hooks);

    core::Result<tlib::ConnId> make(const tlib::Dn &from, const tlib::Dn &to, const tlib::KvList &userData,
                                    const Asking &asking = {});
    core::Result<core::Done> answer(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> release(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> hold(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    core::Result<core::Done> retrieve(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking = {});
    /// Puts `talking` on hold and takes `held` back.
    core::Result<core::Done> alternate(const tlib::Dn &dn, tlib::ConnId talking, tlib::ConnId held,
                                       const Asking &asking = {});
    /// Takes `party` out of a call of three or more that `dn` talks in.
    core::Result<core::Done> drop(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &party,
                                  const Asking &asking = {});
    /// The call that rings at `dn` rings, or waits, at `to` in its place.
    core::Result<core::Done> redirect(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &to,
                                      const Asking &asking = {});
    /// From a routing point or queue to an extension or an outside number.
    core::Result<core::Done> route(const tlib::Dn &from, tlib::ConnId id, const tlib::Dn &to,
                                   const RouteRecording &recording, const Asking &asking = {});

    // What TransferControl builds on.
    /// Refused with `code` unless the DN is of this switch or of the public network.
    core::Result<core::Done> canBeCalled(const tlib::Dn &dn, int code) const;
    /// Refused (93) while an extension talks or dials in a call other than `but`.
    core::Result<core::Done> mayDial(const tlib::Dn &dn, tlib::ConnId but = {}) const;
    /// The party that a call to `dn` begins with: it rings, or waits at a routing point or queue.
    Party calledParty(const tlib::Dn &dn) const;
    /// The first party of this new call hears that it dials; then the call arrives at the second, or meets
    /// its busy tone and is over.
    void begin(SwitchCall &call, const Asking &asking);
    /// Tells that the call has come to `party`; nobody asked for it at that end, so no reference id.
    void arrive(const SwitchCall &call, Party &party);
    const Hooks &hooks() const { return m_hooks; }
    /// A backup routes nothing by itself.
    void setRunning(bool running) { m_routeWatch.setRunning(running); }

private:
    void tell(tlib::MessageType type, const SwitchCall &call, const Party &party, const Asking &asking);
    void meetBusy(tlib::ConnId id);
    /// `by`: who took it out, or the one itself that leaves.
    void leave(SwitchCall &call, const tlib::Dn &dn, const tlib::Dn &by, const Asking &asking);
    void end(tlib::ConnId id, const tlib::Dn &dn, const Asking &asking);
    void holdOthers(const tlib::Dn &dn, tlib::ConnId but);

    const Directory &m_directory;
    CallBook &m_book;
    Distributor &m_distributor;
    Hooks m_hooks;
    RouteWatch m_routeWatch;
};

} // namespace simulator
