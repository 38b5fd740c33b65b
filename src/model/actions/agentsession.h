#pragma once

#include "core/result.h"
#include "model/actions/agentaction.h"
#include "model/calls/call.h"
#include "model/dns/agentroster.h"
#include "model/settings/agent/agentreasons.h"

#include <QObject>

namespace model {

class ServerConnection;
class ToastList;

/// The agent at this desktop's own DN: its state as AgentRoster has it, and the requests that move it.
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

    /// `isReplay`: what is shown has been; nothing is offered, and nothing sent.
    AgentSession(ServerConnection &connection, AgentRoster &roster, ToastList &toasts, bool isReplay = false,
                 QObject *parent = nullptr);

    void setIdentity(const Identity &identity);
    const Identity &identity() const { return m_identity; }
    void setReasons(const AgentReasons &reasons);
    const AgentReasons &reasons() const { return m_reasons; }
    /// Whether this reason may go with the action: none at all, one of the lists, or any where they are free;
    /// only NotReady and Logout take one.
    bool takesReason(AgentAction action, const QString &code) const;
    /// As AgentRoster has it.
    Agent agent() const { return m_roster.agentAt(m_identity.dn); }
    AgentState state() const { return agent().state; }
    /// Why the agent is not ready, as the server repeats it; often empty.
    QString reason() const { return agent().reason; }
    bool isRequestUnderWay() const { return m_underWay; }
    /// While the server has not said what the state is, each action is offered: it knows, and refuses what
    /// does not fit.
    bool can(AgentAction action) const;

    /// Sends the request, or says at once why not. A failure becomes a toast, success is the new state.
    /// `reason` goes out as Reasons/ReasonCode; InvalidInput where takesReason() says no.
    core::Result<core::Done> perform(AgentAction action, const QString &reason = {});

Q_SIGNALS:
    void changed();
    /// Once for each perform() that is sent,
    void asked(model::AgentAction action);
    /// and exactly once its end: Done when the server has taken it.
    void settled(model::AgentAction action, const core::Result<core::Done> &outcome);

private:
    void onStateChanged(const Dn &dn);
    /// `dn`: at which it was asked for; the agent may be at another one by now.
    void onAnswer(AgentAction action, const Dn &dn, const QString &reason,
                  const core::Result<core::Done> &answer);

    ServerConnection &m_connection;
    AgentRoster &m_roster;
    ToastList &m_toasts;
    const bool m_isReplay;
    Identity m_identity;
    AgentReasons m_reasons;
    bool m_underWay = false; ///< until the answer, which comes exactly once
};

} // namespace model
