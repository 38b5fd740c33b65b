#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/ids.h"

#include <functional>
#include <memory>
#include <set>

namespace simulator {

class CallBook;
class Directory;
struct Party;

/// Sends a call that nobody routes in time from its routing point to the default DN of that point.
class RouteWatch
{
public:
    using Route =
        std::function<core::Result<core::Done>(const tlib::Dn &from, tlib::ConnId, const tlib::Dn &to)>;

    RouteWatch(core::Clock &clock, const Directory &directory, CallBook &book, Route route);

    /// The call of this party has just arrived. The time ends with the party: when it is routed or abandoned.
    void begin(Party &party);
    /// A backup does not route; when it begins to, what was due meanwhile is routed right after.
    void setRunning(bool running);

private:
    void routeDue();
    void waitUntil(core::Instant due);

    core::Clock &m_clock;
    const Directory &m_directory;
    CallBook &m_book;
    Route m_route;
    std::set<tlib::Dn> m_points; ///< where calls have been waiting
    core::Instant m_next = {};   ///< when the alarm rings
    bool m_running = true;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
