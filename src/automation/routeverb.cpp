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
    const model::WaitingCall *const waiting = m_desk.waiting.findLatest(*call);
    const model::Dn point = waiting ? waiting->routingPoint : model::Dn();
    // Noted first: the outcome may be known before route() returns.
    m_waiting.append({.call = *call, .routingPoint = point, .context = context, .reply = reply});
    const model::RouteObstacle why = m_desk.routes.route(*call, point, *order);
    if (why == model::RouteObstacle::None)
        return;
    m_waiting.removeLast();
    const bool isThere = why != model::RouteObstacle::NotWaiting;
    reply(core::Error{.kind = isThere ? core::ErrorKind::NotAllowed : core::ErrorKind::NotFound,
                      .text = u"cannot route %1: %2"_s.arg(call->toString(), sentenceFor(why, *order))});
}

void RouteVerb::onSettled(model::CallId call, const model::Dn &routingPoint,
                          const core::Result<core::Done> &outcome)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) {
        return waiting.call == call && waiting.routingPoint == routingPoint;
    });
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
