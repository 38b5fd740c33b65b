#include "model/routing/routeorder.h"

#include "model/actions/destination.h"
#include "model/actions/recordingoptions.h"

namespace model {

namespace {

QStringView wordOfRecord(RouteOrder::Record record)
{
    switch (record) {
    case RouteOrder::Record::AsConfigured: return {};
    case RouteOrder::Record::Source: return u"source";
    case RouteOrder::Record::Destination: return u"destination";
    case RouteOrder::Record::DisableSource: return u"disable_source";
    case RouteOrder::Record::DisableDestination: return u"disable_destination";
    }
    Q_UNREACHABLE();
}

/// The same texts go to the same recorder, whichever request carries them.
RouteFlaw flawInRecording(const RouteOrder &order)
{
    switch (flawIn(RecordingOptions{.id = order.id, .dest = order.dest, .dest2 = order.dest2})) {
    case OptionsFlaw::DestIsNoSipUri: return RouteFlaw::DestIsNoSipUri;
    case OptionsFlaw::Dest2IsNoSipUri: return RouteFlaw::Dest2IsNoSipUri;
    case OptionsFlaw::SameDestTwice: return RouteFlaw::SameDestTwice;
    case OptionsFlaw::TooLong: return RouteFlaw::TooLong;
    case OptionsFlaw::None:
    case OptionsFlaw::EmptyParamName:
    case OptionsFlaw::RepeatedParamName:
    case OptionsFlaw::EmptyReasonName:
    case OptionsFlaw::RepeatedReasonName: return RouteFlaw::None;
    }
    Q_UNREACHABLE();
}

} // namespace

RouteFlaw flawIn(const RouteOrder &order)
{
    switch (flawIn(order.destination)) {
    case DestinationFlaw::Empty: return RouteFlaw::NoDestination;
    case DestinationFlaw::NotOneWord: return RouteFlaw::DestinationIsNotOneWord;
    case DestinationFlaw::OwnDn: // a routing point may send a call to itself: the server says whether
    case DestinationFlaw::None: return flawInRecording(order);
    }
    Q_UNREACHABLE();
}

tlib::KvList extensionsFrom(const RouteOrder &order)
{
    tlib::KvList extensions;
    const auto appendGiven = [&extensions](QByteArrayView key, QStringView value) {
        if (!value.isEmpty())
            extensions.append(key, value);
    };
    appendGiven("record", wordOfRecord(order.record));
    appendGiven("id", order.id);
    appendGiven("dest", order.dest);
    appendGiven("dest2", order.dest2);
    return extensions;
}

} // namespace model
