#include "model/actions/agentsession.h"

#include "model/link/serverconnection.h"
#include "model/toastlist.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

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
        request.reasons.append(AgentReasonKey, reason);
    return request;
}

} // namespace

AgentSession::AgentSession(ServerConnection &connection, AgentRoster &roster, ToastList &toasts,
                           bool isReplay, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_roster(roster)
    , m_toasts(toasts)
    , m_isReplay(isReplay)
{
    connect(&roster, &AgentRoster::changed, this, &AgentSession::onStateChanged);
    connect(&roster, &AgentRoster::allChanged, this, &AgentSession::changed);
}

void AgentSession::setIdentity(const Identity &identity)
{
    m_identity = identity;
    Q_EMIT changed();
}

void AgentSession::setReasons(const AgentReasons &reasons)
{
    m_reasons = reasons;
    Q_EMIT changed();
}

bool AgentSession::takesReason(AgentAction action, const QString &code) const
{
    if (code.isEmpty())
        return true;
    switch (action) {
    case AgentAction::NotReady: return m_reasons.areFree || contains(m_reasons.notReadyInForce(), code);
    case AgentAction::Logout: return m_reasons.areFree || contains(m_reasons.logout, code);
    case AgentAction::Login:
    case AgentAction::Ready:
    case AgentAction::AfterCallWork: return false;
    }
    Q_UNREACHABLE();
}

bool AgentSession::can(AgentAction action) const
{
    if (m_isReplay || m_underWay || m_identity.dn.isEmpty() || !m_connection.isReliable())
        return false;
    const AgentState now = state();
    if (now == AgentState::Unknown)
        return true;
    const bool loggedIn = now != AgentState::LoggedOut;
    switch (action) {
    case AgentAction::Login: return now == AgentState::LoggedOut;
    case AgentAction::Logout: return loggedIn;
    case AgentAction::Ready: return loggedIn && now != AgentState::Ready;
    case AgentAction::NotReady: return loggedIn;
    case AgentAction::AfterCallWork: return loggedIn && now != AgentState::AfterCallWork;
    }
    Q_UNREACHABLE();
}

core::Result<core::Done> AgentSession::perform(AgentAction action, const QString &reason)
{
    if (!can(action))
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"it makes no sense in the agent's present state"_s};
    if (!takesReason(action, reason))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = u"there is no such reason"_s};
    m_underWay = true;
    const auto answered = [this, action, reason, dn = m_identity.dn](const core::Result<core::Done> &answer) {
        onAnswer(action, dn, reason, answer);
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
    Q_EMIT asked(action);
    Q_EMIT changed();
    return core::Done{};
}

void AgentSession::onAnswer(AgentAction action, const Dn &dn, const QString &reason,
                            const core::Result<core::Done> &answer)
{
    m_underWay = false;
    if (!answer) {
        const core::Error &why = answer.error();
        m_toasts.post({.kind = toastKindOf(why),
                       .agentAction = action,
                       .dn = dn,
                       .code = why.serverCode,
                       .serverText = why.kind == core::ErrorKind::Refused ? why.text : QString(),
                       .reason = reason});
    }
    Q_EMIT settled(action, answer);
    Q_EMIT changed();
}

void AgentSession::onStateChanged(const Dn &dn)
{
    if (m_identity.dn.isEmpty() || dn != m_identity.dn)
        return;
    m_toasts.dismissIf([this](const Toast &toast) {
        return toast.agentAction && toast.dn == m_identity.dn && aimOf(*toast.agentAction) == state();
    });
    Q_EMIT changed();
}

} // namespace model

#include "moc_agentsession.cpp"
