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

/// Extensions of RequestRouteCall: record, id, dest, dest2, in lower case as documented. Null when nothing is
/// given.
tlib::KvList extensionsFrom(const RouteOrder &order);

} // namespace model
