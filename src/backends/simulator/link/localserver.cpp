#include "backends/simulator/link/localserver.h"

#include "backends/simulator/link/simlink.h"

namespace simulator {

LocalServer::LocalServer(SwitchConfiguration configuration, core::Clock &clock,
                         std::function<void(const tlib::Event &)> log, HaPair::Setup setup)
    : m_switch(std::move(configuration), clock,
               {.deliver =
                    [this](tlib::ClientId client, const tlib::Event &event) {
                        if (SimLink *link = m_links.value(quint32(client)))
                            link->deliver(event);
                    },
                .disconnect = [this](tlib::ClientId client) { dropLink(client); },
                .dropAll = [this] { dropAll(); },
                .log = std::move(log)})
    , m_pair(
          m_switch, clock, std::move(setup),
          {.deliver =
               [this](tlib::ClientId client, const tlib::Event &event) {
                   if (SimLink *link = m_links.value(quint32(client)))
                       link->deliver(event);
               },
           .disconnect = [this](tlib::ClientId client) { dropLink(client); },
           .isLocal = [](tlib::ClientId) { return true; },
           .addressOf = [](tlib::ClientId client) { return QStringLiteral("link %1").arg(quint32(client)); }})
{
}

LocalServer::~LocalServer()
{
    const auto links = std::exchange(m_links, {});
    for (SimLink *link : links)
        link->closedByServer();
}

tlib::ClientId LocalServer::connectLink(SimLink *link)
{
    m_links.insert(++m_lastClient, link);
    return tlib::ClientId(m_lastClient);
}

void LocalServer::disconnectLink(tlib::ClientId client)
{
    m_links.remove(quint32(client));
    m_pair.removeClient(client);
}

void LocalServer::cutPartner()
{
    if (const auto partner = m_pair.partner())
        dropLink(*partner);
}

void LocalServer::dropLink(tlib::ClientId client)
{
    SimLink *link = m_links.take(quint32(client));
    m_pair.removeClient(client);
    if (link)
        link->closedByServer();
}

void LocalServer::dropAll()
{
    const QList<quint32> clients = m_links.keys();
    for (const quint32 client : clients) {
        if (tlib::ClientId(client) != m_pair.partner())
            dropLink(tlib::ClientId(client));
    }
}

} // namespace simulator
