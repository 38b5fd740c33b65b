#include "model/agentsession.h"

#include "model/dnregistry.h"
#include "model/serverconnection.h"
#include "model/toastlist.h"

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

constexpr const char *ReasonKey = "ReasonCode";

AgentState stateFrom(tlib::AgentStatus status)
{
    switch (status) {
    case tlib::AgentStatus::None: return AgentState::LoggedOut;
    case tlib::AgentStatus::LoggedOut: return AgentState::LoggedOut;
    case tlib::AgentStatus::NotReady: return AgentState::NotReady;
    case tlib::AgentStatus::Ready: return AgentState::Ready;
    case tlib::AgentStatus::AfterCallWork: return AgentState::AfterCallWork;
    }
    return AgentState::Unknown;
}

AgentState aimOf(AgentAction action)
{
    switch (action) {
    case AgentAction::Login:
    case AgentAction::NotReady: return AgentState::NotReady;
    case AgentAction::Logout: return AgentState::LoggedOut;
    case AgentAction::Ready: return AgentState::Ready;
    case AgentAction::AfterCallWork: return AgentState::AfterCallWork;
    }
    Q_UNREACHABLE();
}

/// The same fields for each of the five, whichever message it is.
template <class Request>
Request filled(const AgentSession::Identity &identity, const QString &reason)
{
    Request request{.dn = identity.dn, .agentId = identity.agentId, .queue = identity.queue};
    if (!reason.isEmpty())
        request.reasons.append(ReasonKey, reason);
    return request;
}

} // namespace

AgentSession::AgentSession(ServerConnection &connection, DnRegistry &registry, ToastList &toasts,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_toasts(toasts)
{
    connect(&connection, &ServerConnection::eventReceived, this, &AgentSession::onEvent);
    connect(&connection, &ServerConnection::doubted, this, [this] { setState(AgentState::Unknown); });
    connect(&registry, &DnRegistry::snapshotTaken, this, &AgentSession::onSnapshot);
}

void AgentSession::setIdentity(const Identity &identity)
{
    m_identity = identity;
    m_state = AgentState::Unknown;
    m_reason.clear();
    Q_EMIT changed();
}

bool AgentSession::can(AgentAction action) const
{
    if (m_underWay || m_identity.dn.isEmpty() || m_connection.state() != ConnectionState::Connected)
        return false;
    if (m_state == AgentState::Unknown)
        return true;
    const bool loggedIn = m_state != AgentState::LoggedOut;
    switch (action) {
    case AgentAction::Login: return m_state == AgentState::LoggedOut;
    case AgentAction::Logout: return loggedIn;
    case AgentAction::Ready: return loggedIn && m_state != AgentState::Ready;
    case AgentAction::NotReady: return loggedIn;
    case AgentAction::AfterCallWork: return loggedIn && m_state != AgentState::AfterCallWork;
    }
    Q_UNREACHABLE();
}

core::Result<core::Done> AgentSession::perform(AgentAction action, const QString &reason)
{
    if (!can(action))
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"it makes no sense in the agent's present state"_s};
    m_underWay = true;
    const auto answered = [this, action, reason](const core::Result<core::Done> &answer) {
        onAnswer(action, reason, answer);
    };
    switch (action) {
    case AgentAction::Login:
        m_connection.request(filled<tlib::AgentLogin>(m_identity, reason), this, answered);
        break;
    case AgentAction::Logout:
        m_connection.request(filled<tlib::AgentLogout>(m_identity, reason), this, answered);
        break;
    case AgentAction::Ready:
        m_connection.request(filled<tlib::AgentReady>(m_identity, reason), this, answered);
        break;
    case AgentAction::NotReady:
        m_connection.request(filled<tlib::AgentNotReady>(m_identity, reason), this, answered);
        break;
    case AgentAction::AfterCallWork: {
        auto request = filled<tlib::AgentNotReady>(m_identity, reason);
        request.workMode = tlib::AgentWorkMode::AfterCallWork;
        m_connection.request(request, this, answered);
        break;
    }
    }
    Q_EMIT changed();
    return core::Done{};
}

void AgentSession::onAnswer(AgentAction action, const QString &reason, const core::Result<core::Done> &answer)
{
    m_underWay = false;
    if (!answer) {
        const core::Error &why = answer.error();
        m_toasts.post({.kind = toastKindOf(why),
                       .agentAction = action,
                       .dn = m_identity.dn,
                       .code = why.serverCode,
                       .serverText = why.kind == core::ErrorKind::Refused ? why.text : QString(),
                       .reason = reason});
    }
    Q_EMIT changed();
}

void AgentSession::onEvent(const tlib::Event &event)
{
    if (m_identity.dn.isEmpty() || event.thisDn != m_identity.dn)
        return;
    if (event.type == MessageType::EventAgentLogin)
        setState(event.agentWorkMode == tlib::AgentWorkMode::AutoIn ? AgentState::Ready
                                                                    : AgentState::NotReady);
    else if (event.type == MessageType::EventAgentLogout)
        setState(AgentState::LoggedOut);
    else if (event.type == MessageType::EventAgentReady)
        setState(AgentState::Ready);
    else if (event.type == MessageType::EventAgentAfterCallWork)
        setState(AgentState::AfterCallWork);
    else if (event.type == MessageType::EventAgentNotReady)
        setState(event.agentWorkMode == tlib::AgentWorkMode::AfterCallWork ? AgentState::AfterCallWork
                                                                           : AgentState::NotReady,
                 event.reasons.text(ReasonKey));
}

void AgentSession::onSnapshot(const Dn &dn, const tlib::Event &event)
{
    if (dn != m_identity.dn)
        return;
    const auto status = event.extensions.find("AgentStatus");
    const auto number = status ? status->toInt() : std::nullopt;
    setState(number ? stateFrom(tlib::AgentStatus(*number)) : AgentState::Unknown);
}

void AgentSession::setState(AgentState state, const QString &reason)
{
    if (m_state == state && m_reason == reason)
        return;
    m_state = state;
    m_reason = reason;
    m_toasts.dismissIf([this](const Toast &toast) {
        return toast.agentAction && toast.dn == m_identity.dn && aimOf(*toast.agentAction) == m_state;
    });
    Q_EMIT changed();
}

} // namespace model

#include "moc_agentsession.cpp"
