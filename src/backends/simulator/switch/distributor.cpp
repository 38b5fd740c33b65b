#include "backends/simulator/switch/distributor.h"

#include "core/error.h"

namespace simulator {

Distributor::Distributor(core::Clock &clock, const Clients &clients, Sink sink)
    : m_clock(clock)
    , m_clients(clients)
    , m_sink(std::move(sink))
{
}

void Distributor::toClient(tlib::ClientId client, tlib::Event event)
{
    stamp(event);
    log(event);
    m_sink.deliver(client, event);
}

void Distributor::reply(const Asker &asker, tlib::Event event)
{
    event.referenceId = asker.reference;
    toClient(asker.client, std::move(event));
}

void Distributor::refuse(const Asker &asker, const core::Error &why, const tlib::Dn &dn, tlib::ConnId call)
{
    reply(asker, {.type = tlib::MessageType::EventError,
                  .errorCode = why.serverCode,
                  .errorMessage = tlib::Text(why.text),
                  .connId = call,
                  .thisDn = dn});
}

bool Distributor::toDn(const tlib::Dn &dn, tlib::Event event, const Asking &asking)
{
    stamp(event);
    if (!m_telling)
        return false;
    log(event);
    bool askerTold = false;
    for (const tlib::ClientId client : m_clients.of(dn)) {
        const bool asked = asking && asking->client == client;
        event.referenceId = asked ? asking->reference : tlib::ReferenceId();
        askerTold |= asked;
        m_sink.deliver(client, event);
    }
    return askerTold;
}

void Distributor::log(const tlib::Event &event)
{
    if (m_sink.log)
        m_sink.log(event);
}

void Distributor::stamp(tlib::Event &event)
{
    const qint64 now = m_clock.wallTime().toMSecsSinceEpoch();
    event.timeInSecs = qint32(now / 1000);
    event.timeInUSecs = qint32(now % 1000 * 1000);
    event.sequenceNumber = ++m_sequence;
}

} // namespace simulator
