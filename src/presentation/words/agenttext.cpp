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

/// Of a code of the program's own; of others the code itself.
QString wordsOf(const QString &code)
{
    if (code == u"Break") // notr: a code
        return AgentTextWords::tr("Break");
    if (code == u"Lunch") // notr: a code
        return AgentTextWords::tr("Lunch");
    if (code == u"Meeting") // notr: a code
        return AgentTextWords::tr("Meeting");
    if (code == u"Training") // notr: a code
        return AgentTextWords::tr("Training");
    return code;
}

QList<model::AgentReason> withWords(QList<model::AgentReason> reasons)
{
    for (model::AgentReason &reason : reasons) {
        if (reason.words.isEmpty())
            reason.words = wordsOf(reason.code);
    }
    return reasons;
}

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

QString agentStateText(AgentState state, const QString &reason, const model::AgentReasons &reasons)
{
    const QString word = agentStateText(state);
    if (reason.isEmpty())
        return word;
    const QList<model::AgentReason> known = notReadyReasons(reasons);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const model::AgentReason &one) { return one.code == reason; });
    return word + u" · "_s + plainText(found == known.end() ? reason : found->words, 24);
}

QString agentStateText(const model::AgentSession &agent)
{
    return agentStateText(agent.state(), agent.reason(), agent.reasons());
}

QString agentTimeText(const model::Agent &agent, core::Instant now, const model::AgentReasons &reasons)
{
    const QString state = agentStateText(agent.state, agent.reason, reasons);
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

QList<model::AgentReason> notReadyReasons(const model::AgentReasons &reasons)
{
    return withWords(reasons.notReadyInForce());
}

QList<model::AgentReason> logoutReasons(const model::AgentReasons &reasons)
{
    return withWords(reasons.logout);
}

} // namespace presentation
