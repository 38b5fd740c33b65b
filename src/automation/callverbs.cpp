#include "automation/callverbs.h"

#include "automation/verbparams.h"
#include "automation/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

core::Error notAllowed(const QString &sentence)
{
    return {.kind = core::ErrorKind::NotAllowed, .text = sentence};
}

QString shown(const model::Call &call)
{
    return u"%1 (%2, recording %3)"_s.arg(call.id.toString(), wordFor(call.phase()), wordFor(call.recording));
}

} // namespace

CallVerbs::CallVerbs(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk.control, &model::CallControl::settled, this, &CallVerbs::onSettled);
}

void CallVerbs::run(model::CallAction action, const QJsonObject &params, QObject *context, const Reply &reply)
{
    const auto details = detailsFrom(action, params);
    if (!details)
        return reply(details.error());
    const auto call = callFor(action, params);
    if (!call)
        return reply(call.error());
    const model::Call &named = *m_desk.calls.find(*call);
    if (const auto why = m_desk.rules.whyNot(action, named, *details))
        return reply(notAllowed(u"cannot %1 %2: %3"_s.arg(wordFor(action), call->toString(),
                                                          sentenceFor(*why, details->destination))));
    // Noted first: the outcome may be known before perform() returns.
    m_waiting.append(
        {.call = m_desk.rules.subject(action, named), .action = action, .context = context, .reply = reply});
    [[maybe_unused]] const auto sent = m_desk.control.perform(*call, action, *details);
    Q_ASSERT(sent); // the rules have just allowed it
}

core::Result<model::CallId> CallVerbs::callFor(model::CallAction action, const QJsonObject &params) const
{
    const auto named = namedCall(params);
    if (!named)
        return named.error();
    if (!named->isNull()) {
        if (!m_desk.calls.find(*named))
            return core::Error{.kind = core::ErrorKind::NotFound,
                               .text = u"there is no call %1"_s.arg(named->toString())};
        return *named;
    }
    QList<model::CallId> fitting;
    QStringList names;
    for (const model::CallId id : m_desk.calls.ids()) {
        const model::Call &call = *m_desk.calls.find(id);
        // Both calls fit what is about two of them; it is done to one.
        const model::CallId subject = m_desk.rules.subject(action, call);
        if (m_desk.rules.obstacle(action, call) == model::Obstacle::None && !fitting.contains(subject)) {
            fitting.append(subject);
            names.append(shown(*m_desk.calls.find(subject)));
        }
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.isEmpty())
        return whyNone(action);
    return notAllowed(u"%1 fits several calls, name one: %2"_s.arg(wordFor(action), listed(names)));
}

core::Error CallVerbs::whyNone(model::CallAction action) const
{
    QStringList reasons;
    for (const model::CallId id : m_desk.calls.ids()) {
        const model::Call &call = *m_desk.calls.find(id);
        reasons.append(u"%1: %2"_s.arg(shown(call), sentenceFor(m_desk.rules.obstacle(action, call))));
    }
    if (reasons.isEmpty())
        return notAllowed(u"there is no call to %1"_s.arg(wordFor(action)));
    return notAllowed(u"no call to %1 now. %2"_s.arg(wordFor(action), reasons.join(u". "_s)));
}

void CallVerbs::onSettled(model::CallId call, model::CallAction action,
                          const core::Result<core::Done> &outcome)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) {
        return waiting.call == call && waiting.action == action;
    });
    if (found == m_waiting.end())
        return; // somebody pressed a button
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (!waiting.context)
        return;
    if (!outcome)
        return waiting.reply(inWords(outcome.error()));
    QJsonObject result{{u"call"_s, call.toString()}};
    const model::Call *const now = m_desk.calls.find(call);
    if (action == model::CallAction::Consult && now && !now->consultation.isNull())
        result.insert(u"consultation"_s, now->consultation.toString());
    waiting.reply(result);
}

} // namespace automation

#include "moc_callverbs.cpp"
