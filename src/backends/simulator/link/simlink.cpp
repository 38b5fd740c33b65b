#include "backends/simulator/link/simlink.h"

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::LinkState;

SimLink::SimLink(LocalServer &server, QObject *parent)
    : SimLink([&server](const tlib::Endpoint &) { return &server; }, parent)
{
}

SimLink::SimLink(Find find, QObject *parent)
    : tlib::Link(parent)
    , m_find(std::move(find))
{
}

SimLink::~SimLink()
{
    leave();
}

template <class What>
void SimLink::later(What what)
{
    QMetaObject::invokeMethod(
        this,
        [this, opening = m_opening, what = std::move(what)] {
            if (opening == m_opening)
                what();
        },
        Qt::QueuedConnection);
}

void SimLink::open(const tlib::Endpoint &endpoint)
{
    close();
    m_state = LinkState::Opening;
    say(LinkState::Opening);
    later([this, endpoint] { connectToServer(endpoint); });
}

void SimLink::close()
{
    if (m_state == LinkState::Closed)
        return;
    ++m_opening;
    leave();
    m_state = LinkState::Closed;
    say(LinkState::Closed);
}

void SimLink::say(LinkState state)
{
    // What open() and close() did is said whatever comes after, so every beginning has its end.
    QMetaObject::invokeMethod(
        this, [this, state] { Q_EMIT stateChanged(state, std::nullopt); }, Qt::QueuedConnection);
}

core::Result<tlib::ReferenceId> SimLink::send(const tlib::Request &request)
{
    if (m_state != LinkState::Open)
        return core::Error{.kind = core::ErrorKind::NotConnected, .text = u"the link is not open"_s};
    m_lastReference = m_lastReference.next();
    if (m_client)
        m_server->pair().handle(*m_client, request, m_lastReference);
    return m_lastReference;
}

void SimLink::deliver(const tlib::Event &event)
{
    later([this, event] { Q_EMIT eventReceived(event); });
}

void SimLink::closedByServer()
{
    m_client.reset();
    // What the server said before comes first; until then the link looks open, as a socket would.
    later([this] {
        endWith(core::Error{.kind = core::ErrorKind::LinkLost,
                            .text = u"the server closed the connection"_s,
                            .reason = int(tlib::LinkLoss::Closed)});
    });
}

void SimLink::connectToServer(const tlib::Endpoint &endpoint)
{
    m_server = m_find(endpoint);
    if (!m_server || !m_server->isReachable()) {
        return endWith(core::Error{.kind = core::ErrorKind::Unreachable,
                                   .text = u"nobody answers at %1"_s.arg(endpoint.address())});
    }
    m_state = LinkState::Open;
    m_client = m_server->connectLink(this);
    const tlib::RegisterClient hello{.protocolVersion = tlib::Text(std::string(Switch::ProtocolVersion)),
                                     .applicationName = tlib::Text(endpoint.applicationName),
                                     .password = tlib::Text(endpoint.password),
                                     .addpTimeout = endpoint.addpTimeout,
                                     .addpRemoteTimeout = endpoint.addpRemoteTimeout};
    // Answers are queued, so Open is heard before the server's first word.
    m_lastReference = m_lastReference.next();
    m_server->pair().handle(*m_client, hello, m_lastReference);
    Q_EMIT stateChanged(LinkState::Open, std::nullopt);
}

void SimLink::leave()
{
    if (m_client)
        m_server->disconnectLink(*m_client);
    m_client.reset();
}

void SimLink::endWith(const std::optional<core::Error> &why)
{
    ++m_opening;
    m_state = LinkState::Closed;
    Q_EMIT stateChanged(LinkState::Closed, why);
}

} // namespace simulator

#include "moc_simlink.cpp"
