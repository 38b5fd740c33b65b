#include "automation/agentverbs.h"

#include "automation/verbparams.h"
#include "automation/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace automation {

AgentVerbs::AgentVerbs(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk.agent, &model::AgentSession::settled, this, &AgentVerbs::onSettled);
}

void AgentVerbs::run(model::AgentAction action, const QJsonObject &params, QObject *context,
                     const Reply &reply)
{
    const auto reason = reasonFrom(action, params);
    if (!reason)
        return reply(reason.error());
    if (!m_desk.agent.can(action))
        return reply(whyNot(action));
    if (!m_desk.agent.takesReason(action, *reason))
        return reply(core::Error{.kind = core::ErrorKind::NotAllowed,
                                 .text = u"cannot %1: there is no reason \"%2\" here"_s.arg(
                                     wordFor(action), reason->left(64).simplified())});
    if (action == model::AgentAction::Logout && params.value("force"_L1) != true) {
        if (const QStringList open = openRecordings(); !open.isEmpty())
            return reply(core::Error{
                .kind = core::ErrorKind::NotAllowed,
                .text = u"a recording is open (%1); logout with force leaves it to SIP Server"_s.arg(
                    listed(open))});
    }
    // Noted first: the outcome may be known before perform() returns.
    m_context = context;
    m_reply = reply;
    [[maybe_unused]] const auto sent = m_desk.agent.perform(action, *reason);
    Q_ASSERT(sent); // it can, as was just said
}

QStringList AgentVerbs::openRecordings() const
{
    QStringList open;
    for (const model::CallId id : m_desk.views.openRecordings())
        open.append(id.toString());
    return open;
}

core::Error AgentVerbs::whyNot(model::AgentAction action) const
{
    const model::AgentSession &agent = m_desk.agent;
    QString why = u"the agent is %1"_s.arg(wordFor(agent.state()));
    if (agent.identity().dn.isEmpty())
        why = u"this desktop has no DN of its own"_s;
    else if (agent.isRequestUnderWay())
        why = u"another request of the agent's is under way"_s;
    else if (!m_desk.connection.isReliable())
        why = u"there is no connection that can be relied on"_s;
    return {.kind = core::ErrorKind::NotAllowed, .text = u"cannot %1: %2"_s.arg(wordFor(action), why)};
}

void AgentVerbs::onSettled(model::AgentAction, const core::Result<core::Done> &outcome)
{
    const Reply reply = std::exchange(m_reply, {});
    if (!reply || !m_context) // somebody pressed a button, or the asker has gone
        return;
    if (!outcome)
        return reply(inWords(outcome.error()));
    reply(QJsonObject{{u"state"_s, wordFor(m_desk.agent.state())}});
}

} // namespace automation

#include "moc_agentverbs.cpp"
