#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/actions/actiondetails.h"
#include "model/actions/callactions.h"
#include "model/actions/otherssiderecordings.h"
#include "model/actions/transferoutlook.h"
#include "model/calls/calllist.h"
#include "model/toastlist.h"

#include <QObject>
#include <QSet>

namespace model {

class DnRegistry;
class ServerConnection;

/// What a person does to calls: checks that it makes sense, sends the request, and follows it to its end.
/// An acknowledgement is not a state: a recording action ends when the server's data shows what was asked
/// for, with an error, or without certainty after a while. An action on the call itself ends with its answer,
/// or when the server's data shows its effect. Failures become toasts; success is visible in the call.
/// On whose behalf: an own DN that takes part in the call; for the recording of a call among others, this
/// desktop's own DN, which need not be a party. Never the DN of the agent whose call it is.
class CallControl : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        core::Duration slow =
            std::chrono::seconds(1); ///< then the pending mark says that it waits for the server
        core::Duration confirm =
            std::chrono::seconds(5); ///< from the request to the state that was asked for
    };
    struct Parts
    {
        ServerConnection &connection;
        CallList &calls;
        DnRegistry &registry;
        ToastList &toasts;
        core::Clock &clock;
    };

    /// What holds for the desktop as a whole.
    struct Rules
    {
        RecordingPermissions permissions = {};
        AtTransfer atTransfer = AtTransfer::Ends;
        bool isReplay = false; ///< what is shown has been: nothing is offered, and nothing sent
    };

    CallControl(const Parts &parts, const Limits &limits, const Rules &rules, QObject *parent = nullptr);

    bool isCertain(const Call &call) const { return m_calls.isCertain(call); }
    CallActions possible(const Call &call) const;
    Obstacle obstacle(CallAction action, const Call &call) const;
    /// The part of an own DN in the call, nullptr when only others take part. Valid until the call changes.
    const Leg *ownLeg(const Call &call) const;
    /// Whether an own DN takes part, so that the call itself can be moved from here.
    bool isOwn(const Call &call) const { return ownLeg(call) != nullptr; }
    /// The call as it is to be told of, everywhere: as the own DN sees it that takes part, else as the
    /// watched one does whose leg says most.
    CallView view(const Call &call) const;
    /// The own calls that may be recorded now, certain or not: On, Paused, or a start is under way. Others'
    /// are not this desktop's to ask about before it goes: their light burns on their own desks.
    QList<CallId> openRecordings() const;
    /// On whose behalf an action on this call is asked for; empty: there is nobody.
    Dn actingDn(const Call &call) const;
    /// The call that carries the pending mark of this action and that settled() names: for the two that join
    /// calls it is the one that was consulted about, whichever of the two was acted on.
    CallId subject(CallAction action, const Call &call) const;
    /// What handing this call on, or completing the transfer of a consultation, does to the recording.
    TransferOutlook transferOutlook(const Call &call) const;

    /// Sends the request, or says at once why not: NotFound, NotAllowed, or InvalidInput when the options or
    /// the destination are flawed. What becomes of it: settled().
    core::Result<core::Done> perform(CallId id, CallAction action, const ActionDetails &details = {});

Q_SIGNALS:
    /// Once for each perform() that is sent, before anybody hears of its pending mark.
    void asked(model::CallId id, model::CallAction action);
    /// The server has acknowledged it, which says nothing of the call's state.
    void accepted(model::CallId id, model::CallAction action);
    /// Exactly once for each perform() that was sent: Done when the server's data shows the effect.
    void settled(model::CallId id, model::CallAction action, const core::Result<core::Done> &outcome);

private:
    Standpoint standpoint(const Call &call) const;
    /// The call on the other side of a consultation, as long as it is here.
    const Call *otherOf(const Call &call) const;
    /// What stands in the way on the other call of a consultation, when this one is free.
    Obstacle obstacleBeside(CallAction action, const Call &call) const;
    core::Result<core::Done> check(CallAction action, const Call &call, const ActionDetails &details) const;
    void send(const Call &call, const PendingAction &pending, const ActionDetails &details);
    template <class Request>
    void sendRequest(CallId id, const Request &request, const PendingAction &pending);
    template <class Request>
    void sendJoin(const Call &first, const PendingAction &pending);
    void onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer);
    void onAnswerWithoutCall(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer);
    void onCallChanged(CallId id, CallChanges changes);
    void endIfReached(const Call &call, const core::Seldom<PendingAction> &pending);
    bool hasReached(const Call &call, const PendingAction &pending) const;
    void onCallRemoved(CallId id);
    void onDoubt();
    void onAlarm();
    void scheduleAlarm();
    void markSlow(CallId id, CallAction action);
    void giveUp(CallId id, const PendingAction &pending);
    /// Clears the pending mark, then tells.
    void end(CallId id, CallAction action, const core::Result<core::Done> &outcome);
    void endAll(CallId id, const core::Error &why);
    void fail(CallId id, CallAction action, ToastKind kind, const core::Error &why);
    Toast toastFor(const Call &call, CallAction action, const ActionDetails &details) const;
    void post(Toast toast, ToastKind kind, const core::Error &why);

    ServerConnection &m_connection;
    CallList &m_calls;
    DnRegistry &m_registry;
    ToastList &m_toasts;
    core::Clock &m_clock;
    const Limits m_limits;
    const Rules m_rules;
    std::unique_ptr<core::Alarm> m_alarm;
    QHash<quint32, ActionDetails> m_details; ///< by the serial of the pending action, to be tried again with
    QSet<CallId> m_waiting;                  ///< the calls that have a pending mark
    /// Calls that have gone while they were being handed over, by the serial of the request. Whether that was
    /// the transfer, or somebody hung up, its answer says.
    QHash<quint32, Toast> m_handedOver;
    OthersSideRecordings m_othersSide;
    quint32 m_lastSerial = 0;
};

} // namespace model
