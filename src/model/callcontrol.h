#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/actiondetails.h"
#include "model/callactions.h"
#include "model/calllist.h"
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

    CallControl(const Parts &parts, const Limits &limits, const Permissions &permissions,
                QObject *parent = nullptr);

    bool isCertain(const Call &call) const { return m_calls.isCertain(call); }
    CallActions possible(const Call &call) const;
    Obstacle obstacle(CallAction action, const Call &call) const;

    /// Sends the request, or says at once why not (NotFound, NotAllowed). What becomes of it: settled().
    core::Result<core::Done> perform(CallId id, CallAction action, const ActionDetails &details = {});

Q_SIGNALS:
    /// Exactly once for each perform() that was sent: Done when the server's data shows the effect.
    void settled(model::CallId id, model::CallAction action, const core::Result<core::Done> &outcome);

private:
    void send(const Call &call, const PendingAction &pending, const ActionDetails &details);
    template <class Request>
    void sendRequest(const Request &request, const PendingAction &pending);
    void onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer);
    void onCallChanged(CallId id, CallChanges changes);
    void endIfReached(const Call &call, const std::optional<PendingAction> &pending);
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

    ServerConnection &m_connection;
    CallList &m_calls;
    DnRegistry &m_registry;
    ToastList &m_toasts;
    core::Clock &m_clock;
    const Limits m_limits;
    const Permissions m_permissions;
    std::unique_ptr<core::Alarm> m_alarm;
    QHash<quint32, ActionDetails> m_details; ///< by the serial of the pending action, to be tried again with
    QSet<CallId> m_waiting;                  ///< the calls that have a pending mark
    quint32 m_lastSerial = 0;
};

} // namespace model
