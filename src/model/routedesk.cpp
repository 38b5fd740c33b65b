#include "model/routedesk.h"

namespace model {

RouteDesk::RouteDesk(ServerConnection &connection, DnRegistry &registry, ToastList &toasts,
                     core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_toasts(toasts)
    , m_clock(clock)
{
}

const WaitingCall *RouteDesk::find(CallId id) const
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [id](const WaitingCall &call) { return call.id == id; });
    return found == m_waiting.end() ? nullptr : &*found;
}

core::Result<core::Done> RouteDesk::route(CallId, const RouteOrder &)
{
    return core::Error{.kind = core::ErrorKind::NotFound};
}

} // namespace model

#include "moc_routedesk.cpp"
