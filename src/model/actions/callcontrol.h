#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/actions/actiondetails.h"
#include "model/actions/callaction.h"
#include "model/actions/otherssiderecordings.h"
#include "model/actions/transferoutlook.h"
#include "model/calls/calllist.h"
#include "model/toastlist.h"

#include <QObject>
#include <QSet>

namespace model {

class ActionRules;
class CallViews;
class DnRegistry;
class ServerAbilities;
class ServerConnection;

/// What a person does to calls: sends the request where the rules allow it, and follows it to its end.
/// An acknowledgement is not a state: a recording action ends when the server's data shows what was asked
/// for, with an error, or without certainty after a while. An action on the call itself ends with its answer,
/// or when the server's data shows its effect. Failures become toasts; success is visible in the call.
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
        const CallViews &views;
        const ActionRules &rules;
        ServerAbilities &abilities;
        ToastList &toasts;
        core::Clock &clock;
    };

    CallControl(const Parts &parts, const Limits &limits, AtTransfer atTransfer, QObject *parent = nullptr);

    /// What handing this call on, or completing the transfer of a consultation, does to the recording.
    TransferOutlook transferOutlook(const Call &call) const;

    /// Sends the request, or says at once that it does not: NotFound, NotAllowed, or InvalidInput when the
    /// options or the destination are flawed; ActionRules::whyNot() knows more. What becomes of it:
    /// settled().
    core::Result<core::Done> perform(CallId id, CallAction action, const ActionDetails &details = {},
                                     Asker asker = Asker::Person);

Q_SIGNALS:
    /// Once for each perform() that is sent, before anybody hears of its pending mark.
    void asked(model::CallId id, model::CallAction action, model::Asker asker);
    /// The server has acknowledged it, which says nothing of the call's state.
    void accepted(model::CallId id, model::CallAction action);
    /// Exactly once for each perform() that was sent: Done when the server's data shows the effect.
    void settled(model::CallId id, model::CallAction action, const core::Result<core::Done> &outcome);

private:
    void send(const Call &call, const PendingAction &pending, const ActionDetails &details);
    void onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer);
    void onAnswerWithoutCall(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer);
    void onCallChanged(CallId id, CallChanges changes);
    void forgetReached();
    void endIfReached(const Call &call, const core::Seldom<PendingAction> &pending);
    void onCallRemoved(CallId id);
    void onDoubt();
    void onAlarm();
    void scheduleAlarm();
    void markSlow(CallId id, CallAction action);
    void giveUp(CallId id, const PendingAction &pending);
    /// Clears the pending mark, then tells.
    void end(CallId id, CallAction action, const core::Result<core::Done> &outcome);
    void fail(CallId id, CallAction action, ToastKind kind, const core::Error &why);
    Toast toastFor(const Call &call, CallAction action, const ActionDetails &details) const;
    void post(Toast toast, ToastKind kind, const core::Error &why);

    ServerConnection &m_connection;
    CallList &m_calls;
    DnRegistry &m_registry;
    const CallViews &m_views;
    const ActionRules &m_rules;
    ServerAbilities &m_abilities;
    ToastList &m_toasts;
    core::Clock &m_clock;
    const Limits m_limits;
    const AtTransfer m_atTransfer;
    std::unique_ptr<core::Alarm> m_alarm;
    /// By the serial of the pending action: what is to be said when it fails, of whom and where it was asked
    /// for.
    QHash<quint32, Toast> m_asked;
    QSet<CallId> m_waiting; ///< the calls that have a pending mark
    /// Calls that have gone while they were being handed over, by the serial of the request. Whether that was
    /// the transfer, or somebody hung up, its answer says.
    QHash<quint32, Toast> m_handedOver;
    OthersSideRecordings m_othersSide;
    quint32 m_lastSerial = 0;
};

} // namespace model
