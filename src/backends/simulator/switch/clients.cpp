#include "backends/simulator/switch/clients.h"

namespace simulator {

void Clients::add(tlib::ClientId id, const tlib::Text &name, const tlib::Text &session)
{
    m_clients.insert_or_assign(id, Client{.name = name, .session = session});
}

void Clients::remove(tlib::ClientId id)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return;
    for (const tlib::Dn &dn : found->second.dns)
        m_byDn[dn].erase(id);
    m_clients.erase(found);
}

void Clients::registerDn(tlib::ClientId id, const tlib::Dn &dn)
{
    m_clients[id].dns.insert(dn);
    m_byDn[dn].insert(id);
}

bool Clients::unregisterDn(tlib::ClientId id, const tlib::Dn &dn)
{
    m_byDn[dn].erase(id);
    return m_clients[id].dns.erase(dn) > 0;
}

void Clients::forgetRegistrations()
{
    m_byDn.clear();
    for (auto &[id, client] : m_clients)
        client.dns.clear();
}

bool Clients::isRegistered(tlib::ClientId id, const tlib::Dn &dn) const
{
    const auto found = m_clients.find(id);
    return found != m_clients.end() && found->second.dns.contains(dn);
}

std::vector<tlib::ClientId> Clients::of(const tlib::Dn &dn) const
{
    const auto found = m_byDn.find(dn);
    if (found == m_byDn.end())
        return {};
    return {found->second.begin(), found->second.end()};
}

} // namespace simulator
