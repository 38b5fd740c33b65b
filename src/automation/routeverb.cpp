#include "automation/routeverb.h"

#include "automation/verbparams.h"
#include "automation/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace automation {

RouteVerb::RouteVerb(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk.routes, &model::RouteDesk::settled, this, &RouteVerb::onSettled);
}

void RouteVerb::run(const QJsonObject &params, QObject *context, const Reply &reply)
{
    const auto order = routeOrderFrom(params);
    if (!order)
        return reply(order.error());
    const auto call = namedCall(params);
    if (!call)
        return reply(call.error());
    if (call->isNull())
        return reply(core::Error{.kind = core::ErrorKind::InvalidInput,
                                 .text = u"route needs the waiting call: \"call\""_s});
    // Noted first: the outcome may be known before route() returns.
    m_waiting.append({.call = *call, .context = context, .reply = reply});
    if (const auto sent = m_desk.routes.route(*call, *order); !sent) {
        m_waiting.removeLast();
        reply(notDone(sent.error(), u"cannot route %1: "_s.arg(call->toString())));
    }
}

void RouteVerb::onSettled(model::CallId call, const core::Result<core::Done> &outcome)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [call](const Waiting &waiting) { return waiting.call == call; });
    if (found == m_waiting.end())
        return; // somebody pressed a button
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (!waiting.context)
        return;
    if (outcome)
        waiting.reply(QJsonObject{{u"call"_s, call.toString()}});
    else
        waiting.reply(inWords(outcome.error()));
}

} // namespace automation

#include "moc_routeverb.cpp"
