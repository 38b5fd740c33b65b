#include "model/agentroster.h"

namespace model {

AgentRoster::AgentRoster(ServerConnection &, DnRegistry &, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

} // namespace model

#include "moc_agentroster.cpp"
