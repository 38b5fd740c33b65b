#pragma once

#include "tlib/ids.h"
#include "tlib/kvlist.h"

#include <QString>

namespace model {

/// Where a call that waits on a routing point is to go, and what is to be recorded once it is answered there.
struct RouteOrder
{
    enum class Record { AsConfigured, Source, Destination, DisableSource, DisableDestination };

    tlib::Dn destination = {};
    Record record = Record::AsConfigured;
    QString id = {};    ///< of the recording; only what is given is sent
    QString dest = {};  ///< SIP location of the recorder
    QString dest2 = {}; ///< and of a second one

    bool operator==(const RouteOrder &) const = default;
};

/// What is wrong with an order.
enum class RouteFlaw {
    None,
    NoDestination,
    DestinationIsNotOneWord, ///< or has more than 255 bytes
    DestIsNoSipUri,
    Dest2IsNoSipUri,
    SameDestTwice,
    TooLong, ///< more than a list of the protocol can carry
};
/// The first flaw, in the order in which a form shows the fields. `dest` and `dest2` are checked as those of
/// a recording that is started on a call.
RouteFlaw flawIn(const RouteOrder &order);

/// Extensions of RequestRouteCall: record, id, dest, dest2, in lower case as documented. Null when nothing is
/// given.
tlib::KvList extensionsFrom(const RouteOrder &order);

} // namespace model
