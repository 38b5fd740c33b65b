#include "backends/simulator/switch/routewatch.h"

#include "backends/simulator/switch/callbook.h"
#include "backends/simulator/switch/directory.h"
#include "core/logging.h"

#include <algorithm>

namespace simulator {

RouteWatch::RouteWatch(core::Clock &clock, const Directory &directory, CallBook &book, Route route)
    : m_clock(clock)
    , m_directory(directory)
    , m_book(book)
    , m_route(std::move(route))
    , m_alarm(clock.alarm([this] { routeDue(); }))
{
}

void RouteWatch::begin(Party &party)
{
    const DnConfig *point = m_directory.find(party.dn);
    if (!point || point->defaultDn.isEmpty())
        return;
    party.routeBy = m_clock.now() + point->timeOut;
    m_points.insert(party.dn);
    waitUntil(*party.routeBy);
}

void RouteWatch::setRunning(bool running)
{
    m_running = running;
    m_alarm->stop();
    m_points.clear();
    if (!running)
        return;
    for (const auto &[id, call] : std::as_const(m_book).all()) {
        for (const Party &party : call.parties) {
            if (!party.routeBy || !m_directory.find(party.dn))
                continue;
            m_points.insert(party.dn);
            waitUntil(*party.routeBy);
        }
    }
}

void RouteWatch::routeDue()
{
    const core::Instant now = m_clock.now();
    for (const tlib::Dn &dn : m_points) {
        const DnConfig &point = *m_directory.find(dn);
        for (SwitchCall *call : m_book.of(dn)) {
            Party &party = *call->party(dn);
            if (party.routeBy > now)
                continue;
            // Should the default be busy, or on the call already, the call waits for as long again.
            party.routeBy = now + point.timeOut;
            if (const auto routed = m_route(dn, call->id, point.defaultDn); !routed)
                qCWarning(core::simulatorLog, "no default route: %s", qUtf8Printable(routed.error().text));
        }
        for (const SwitchCall *call : m_book.of(dn))
            waitUntil(*call->party(dn)->routeBy);
    }
}

void RouteWatch::waitUntil(core::Instant due)
{
    if (!m_running || (m_alarm->isActive() && m_next <= due))
        return;
    m_next = due;
    m_alarm->start(std::max(due - m_clock.now(), core::Duration::zero()));
}

} // namespace simulator
