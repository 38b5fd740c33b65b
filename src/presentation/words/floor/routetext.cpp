#include "presentation/words/floor/routetext.h"

#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using model::RouteFlaw;
using Record = model::RouteOrder::Record;

namespace presentation {

namespace {

class RouteWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::RouteText)
};

QString flawText(RouteFlaw flaw)
{
    switch (flaw) {
    case RouteFlaw::None: return {};
    case RouteFlaw::NoDestination: return RouteWords::tr("Name the DN that the call goes to.");
    case RouteFlaw::DestinationIsNotOneWord:
        return RouteWords::tr("The destination is one number or name, without blanks.");
    case RouteFlaw::DestIsNoSipUri:
        return RouteWords::tr("The recorder is given as a SIP address: sip:name@host.");
    case RouteFlaw::Dest2IsNoSipUri:
        return RouteWords::tr("The second recorder is given as a SIP address: sip:name@host.");
    case RouteFlaw::SameDestTwice:
        return RouteWords::tr("Both recorders are the same: leave the second one out.");
    case RouteFlaw::TooLong: return RouteWords::tr("The recording's ID is too long.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString routeRecordText(Record record)
{
    switch (record) {
    case Record::AsConfigured: return RouteWords::tr("&As configured");
    case Record::Source: return RouteWords::tr("Record the &caller's side");
    case Record::Destination: return RouteWords::tr("Record the a&gent's side");
    case Record::DisableSource: return RouteWords::tr("Do &not record the caller's side");
    case Record::DisableDestination: return RouteWords::tr("D&o not record the agent's side");
    }
    Q_UNREACHABLE();
}

QString routeRecordPurpose(Record record)
{
    switch (record) {
    case Record::AsConfigured:
        return RouteWords::tr("The settings of the DNs decide whether the call is recorded.");
    case Record::Source:
        return RouteWords::tr("Once the call is answered, it is recorded for the caller (record=source).");
    case Record::Destination:
        return RouteWords::tr(
            "Once the call is answered, it is recorded for the agent who takes it (record=destination).");
    case Record::DisableSource:
        return RouteWords::tr(
            "The call is not recorded for the caller, whatever is configured (record=disable_source). It can "
            "still be recorded later.");
    case Record::DisableDestination:
        return RouteWords::tr("The call is not recorded for the agent who takes it, whatever is configured "
                              "(record=disable_destination). It can still be recorded later.");
    }
    Q_UNREACHABLE();
}

QString routeObstacleText(const model::WaitingCall *call, const model::RouteOrder &order)
{
    if (!call)
        return RouteWords::tr("Choose a call that waits.");
    if (call->isBeingRouted)
        return RouteWords::tr("The call is being routed. Waiting for SIP Server.");
    if (!call->certain)
        return RouteWords::tr(
            "It is not certain that this call still waits: nothing is sent until SIP Server has said so.");
    return flawText(flawIn(order));
}

QString routeSubject(const model::WaitingCall *call)
{
    if (!call)
        return RouteWords::tr("Choose a call that waits.");
    return RouteWords::tr("%1 waits on %2", "caller, routing point")
        .arg(partyText(call->caller, call->type), plainText(call->routingPoint.toString(), 40));
}

} // namespace presentation
