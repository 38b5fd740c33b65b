#pragma once

#include "backends/simulator/switch/switchcallcontrol.h"

namespace simulator {

/// Joins calls and moves them: consultation, transfer and conference in two steps, transfer in one. Each verb
/// either does its work whole or is refused and changes nothing.
class TransferControl
{
public:
    TransferControl(SwitchCallControl &calls, const Directory &directory, CallBook &book,
                    Distributor &distributor);

    /// Puts the call on hold and calls `to` beside it. A consultation of either purpose can be completed both
    /// ways.
    core::Result<tlib::ConnId> consult(const tlib::Dn &dn, tlib::ConnId firstCall, const tlib::Dn &to,
                                       ConsultFor purpose, const Asking &asking = {});
    /// The others go on in the first call, `dn` leaves both; also before the answer.
    core::Result<core::Done> completeTransfer(const tlib::Dn &dn, tlib::ConnId firstCall,
                                              tlib::ConnId consultation, const Asking &asking = {});
    /// All go on in the first call; also before the answer.
    core::Result<core::Done> completeConference(const tlib::Dn &dn, tlib::ConnId firstCall,
                                                tlib::ConnId consultation, const Asking &asking = {});
    /// The call rings at `to` in the place of `dn`.
    core::Result<core::Done> transfer(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &to,
                                      const Asking &asking = {});

private:
    /// The two calls when they can be completed.
    struct Pair
    {
        SwitchCall *first = nullptr;
        SwitchCall *consultation = nullptr;
    };

    core::Result<Pair> completable(const tlib::Dn &dn, tlib::ConnId firstCall, tlib::ConnId consultation);
    core::Result<core::Done> mayReach(const tlib::Dn &dn, const SwitchCall &call, const tlib::Dn &to) const;
    struct Change;
    void tellReleased(const SwitchCall &before, const Change &change, const Asking &asking);
    void tellChanged(const Change &change, const Party &party, const Asking &asking);
    void tellAdded(const Change &change, const Party &party, const Asking &asking);
    void tellJoined(const Change &change); ///< to the recorder: who talks already when it comes

    SwitchCallControl &m_calls;
    const Directory &m_directory;
    CallBook &m_book;
    Distributor &m_distributor;
};

} // namespace simulator
