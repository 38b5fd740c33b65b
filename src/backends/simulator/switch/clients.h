#pragma once

#include "tlib/ids.h"

#include <map>
#include <set>
#include <vector>

namespace simulator {

/// Who is connected, and which DNs each has registered: the ones whose events it is sent.
class Clients
{
public:
    struct Client
    {
        tlib::Text name = {};
        tlib::Text session = {};
        std::set<tlib::Dn> dns = {};
    };

    void add(tlib::ClientId id, const tlib::Text &name, const tlib::Text &session);
    void remove(tlib::ClientId id);
    bool contains(tlib::ClientId id) const { return m_clients.contains(id); }
    int count() const { return int(m_clients.size()); }
    const std::map<tlib::ClientId, Client> &all() const { return m_clients; }

    void registerDn(tlib::ClientId id, const tlib::Dn &dn);
    bool unregisterDn(tlib::ClientId id, const tlib::Dn &dn); ///< false: it was not registered
    /// The clients stay, and have registered nothing.
    void forgetRegistrations();
    bool isRegistered(tlib::ClientId id, const tlib::Dn &dn) const;
    /// In order of connecting. A copy: whoever is told may leave.
    std::vector<tlib::ClientId> of(const tlib::Dn &dn) const;

private:
    std::map<tlib::ClientId, Client> m_clients;
    std::map<tlib::Dn, std::set<tlib::ClientId>> m_byDn;
};

} // namespace simulator
