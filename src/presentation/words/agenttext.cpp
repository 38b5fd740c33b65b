#include "presentation/words/agenttext.h"

#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::AgentAction;
using model::AgentState;

namespace presentation {

namespace {

class AgentTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::AgentText)
};

} // namespace

QString agentStateText(AgentState state)
{
    switch (state) {
    case AgentState::Unknown: return AgentTextWords::tr("Not known", "agent state");
    case AgentState::LoggedOut: return AgentTextWords::tr("Logged out");
    case AgentState::NotReady: return AgentTextWords::tr("Not ready");
    case AgentState::Ready: return AgentTextWords::tr("Ready");
    case AgentState::AfterCallWork: return AgentTextWords::tr("After-call work");
    }
    Q_UNREACHABLE();
}

QString agentStateText(AgentState state, const QString &reason)
{
    const QString word = agentStateText(state);
    if (reason.isEmpty())
        return word;
    const QList<NotReadyReason> reasons = notReadyReasons();
    const auto known = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const NotReadyReason &one) { return one.code == reason; });
    return word + u" · "_s + (known == reasons.end() ? plainText(reason, 24) : known->text);
}

QString agentStateText(const model::AgentSession &agent)
{
    return agentStateText(agent.state(), agent.reason());
}

QString agentTimeText(const model::Agent &agent, core::Instant now)
{
    const QString state = agentStateText(agent.state, agent.reason);
    if (agent.state == AgentState::Unknown)
        return state;
    return AgentTextWords::tr("%1 for %2", "an agent's state, a time like 12:40")
        .arg(state, clockText(now - agent.since, agent.sinceSeen));
}

QString agentActionLabel(AgentAction action)
{
    switch (action) {
    case AgentAction::Login: return AgentTextWords::tr("Log &in");
    case AgentAction::Logout: return AgentTextWords::tr("Log &out");
    case AgentAction::Ready: return AgentTextWords::tr("&Ready");
    case AgentAction::NotReady: return AgentTextWords::tr("&Not ready");
    case AgentAction::AfterCallWork: return AgentTextWords::tr("&After-call work");
    }
    Q_UNREACHABLE();
}

QString agentActionName(AgentAction action)
{
    return agentActionLabel(action).remove(u'&');
}

QString agentObstacleText(AgentAction action, const model::AgentSession &agent,
                          const model::ServerConnection &connection)
{
    if (agent.can(action))
        return {};
    if (connection.isOverdue())
        return AgentTextWords::tr("Nothing is sent while the server gives no sign of life.");
    if (!connection.isReliable())
        return AgentTextWords::tr("Nothing is sent while there is no connection.");
    if (agent.isRequestUnderWay())
        return AgentTextWords::tr("Waiting for SIP Server.");
    if (agent.state() == AgentState::Unknown)
        return AgentTextWords::tr("SIP Server has not said whether you are logged in.");
    if (agent.state() == AgentState::LoggedOut)
        return AgentTextWords::tr("Log in first.");
    switch (action) {
    case AgentAction::Login: return AgentTextWords::tr("You are logged in.");
    case AgentAction::Ready: return AgentTextWords::tr("You are ready.");
    case AgentAction::AfterCallWork: return AgentTextWords::tr("You are in after-call work.");
    case AgentAction::Logout:
    case AgentAction::NotReady: return AgentTextWords::tr("This makes no sense now.");
    }
    Q_UNREACHABLE();
}

QList<NotReadyReason> notReadyReasons()
{
    return {
        {u"Break"_s, AgentTextWords::tr("Break")},       // notr: the code is what the server gets
        {u"Lunch"_s, AgentTextWords::tr("Lunch")},       // notr
        {u"Meeting"_s, AgentTextWords::tr("Meeting")},   // notr
        {u"Training"_s, AgentTextWords::tr("Training")}, // notr
    };
}

} // namespace presentation
