// Feeds any bytes to the automation interface behind its socket: lines, requests, parameters, and the verbs
// on a desk with a call and a call that waits. Each verb has to be answered exactly once, whatever it was
// given, and nothing may be sent that a person could not have sent. The first byte says how the rest is
// sliced.
#include "automation/callverbs.h"
#include "automation/jsonrpc.h"
#include "automation/linebuffer.h"
#include "automation/report/statereport.h"
#include "automation/routeverb.h"
#include "automation/verbparams.h"
#include "support/conversation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdlib>

namespace {

using namespace Qt::StringLiterals;
using support::Conversation;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// A desk with a recorded call of its own and a call on a routing point.
struct Fixture
{
    Fixture()
        : callVerbs(talk.desk)
        , routeVerb(talk.desk)
    {
        const tlib::Dn routingPoint(u"8000"_s);
        talk.desk.registry.setDns(QList<model::DnEntry>{
            {.dn = Conversation::OwnDn}, {.dn = routingPoint, .use = model::DnUse::RoutingPoint}});
        talk.connect();
        talk.talk(Conversation::recording(u"ON"_s));
        tlib::Event waiting = talk.event(tlib::MessageType::EventRouteRequest, {}, tlib::ConnId(0x2));
        waiting.thisDn = routingPoint;
        talk.link.push(waiting);
    }

    void run(const automation::RpcRequest &request)
    {
        ++asked;
        const auto answered = [this](const core::Result<QJsonObject> &outcome) {
            ++answers;
            require(outcome || !outcome.error().text.isEmpty());
        };
        const automation::Verb *const verb = automation::verbNamed(request.method);
        if (verb && verb->job == automation::Verb::Job::Act)
            callVerbs.run(verb->action.value(), request.params, &context, answered);
        else if (verb && verb->job == automation::Verb::Job::Route)
            routeVerb.run(request.params, &context, answered);
        else
            --asked;
    }

    Conversation talk;
    automation::CallVerbs callVerbs;
    automation::RouteVerb routeVerb;
    QObject context;
    int asked = 0;
    int answers = 0;
};

void checkRequest(const automation::RpcRequest &request)
{
    const auto again = automation::requestFrom(automation::toLine(request).chopped(1));
    const auto *read = std::get_if<automation::RpcRequest>(&again);
    require(read && read->method == request.method && read->params == request.params);
    (void)automation::namedCall(request.params);
    for (const model::CallAction action : model::AllCallActions) {
        const auto details = automation::detailsFrom(action, request.params);
        if (details && model::needsDestination(action))
            require(!details->destination.isEmpty());
    }
    (void)automation::routeOrderFrom(request.params);
}

void checkLines(QByteArrayView bytes, qsizetype piece)
{
    automation::LineBuffer lines;
    Fixture desk;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        lines.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto line = lines.take()) {
            require(line->size() <= automation::LineBuffer::MaximumLine && !line->contains('\n'));
            (void)automation::messageFrom(*line);
            const auto request = automation::requestFrom(*line);
            if (const auto *refusal = std::get_if<automation::RpcAnswer>(&request)) {
                require(refusal->error.has_value());
                require(QJsonDocument::fromJson(automation::toLine(*refusal)).isObject());
                continue;
            }
            checkRequest(std::get<automation::RpcRequest>(request));
            desk.run(std::get<automation::RpcRequest>(request));
        }
    }
    (void)automation::stateReport(desk.talk.desk, [](const model::Toast &toast) { return toast.serverText; });
    desk.talk.clock.advance(std::chrono::seconds(60)); // nobody answers: each request times out
    QCoreApplication::sendPostedEvents();
    desk.talk.loseLink();
    require(desk.answers == desk.asked);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication application(*argc, *argv);
    QLoggingCategory::setFilterRules(u"*=false"_s);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    checkLines(bytes, qsizetype(data[0]) + 1);
    return 0;
}
