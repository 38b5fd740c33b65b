#pragma once

#include "core/result.h"
#include "model/agentaction.h"
#include "model/agentroster.h"
#include "model/call.h"
#include "tlib/event.h"

#include <QFlags>
#include <QObject>

namespace model {

class DnRegistry;
class ServerConnection;
class ToastList;

/// The agent at this desktop's own DN: its state as the server says it, and the requests that move it.
class AgentSession : public QObject
{
    Q_OBJECT

public:
    struct Identity
    {
        Dn dn = {};
        AgentId agentId = {};
        Dn queue = {};
    };

    AgentSession(ServerConnection &connection, DnRegistry &registry, ToastList &toasts,
                 QObject *parent = nullptr);

    void setIdentity(const Identity &identity);
    const Identity &identity() const { return m_identity; }
    AgentState state() const { return m_state; }
    /// Why the agent is not ready, as the server repeats it; often empty.
    QString reason() const { return m_reason; }
    bool isRequestUnderWay() const { return m_underWay; }
    /// While the server has not said what the state is, each action is offered: it knows, and refuses what
    /// does not fit.
    bool can(AgentAction action) const;

    /// Sends the request, or says at once why not. A failure becomes a toast, success is the new state.
    /// `reason` goes out as Reasons/ReasonCode with NotReady.
    core::Result<core::Done> perform(AgentAction action, const QString &reason = {});

Q_SIGNALS:
    void changed();

private:
    void onEvent(const tlib::Event &event);
    void onSnapshot(const Dn &dn, const tlib::Event &event);
    void onAnswer(AgentAction action, const QString &reason, const core::Result<core::Done> &answer);
    void setState(AgentState state, const QString &reason = {});

    ServerConnection &m_connection;
    ToastList &m_toasts;
    Identity m_identity;
    AgentState m_state = AgentState::Unknown;
    QString m_reason;
    bool m_underWay = false; ///< until the answer, which comes exactly once
};

} // namespace model
