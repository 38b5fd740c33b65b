#include "fault/world/worldlink.h"

#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/requestmapping.h"

using namespace Qt::StringLiterals;

namespace world {

namespace {

using tlib::LinkState;

core::Error lost(const QString &cause)
{
    return {.kind = core::ErrorKind::LinkLost, .text = cause};
}

} // namespace

WorldLink::WorldLink(core::Clock &clock, Network &network)
    : m_clock(clock)
    , m_network(network)
    , m_keepAlive(clock, DoubtAfter,
                  {.poll = [this] { put({{.type = wire::Poll}}); },
                   .overdue = [this](bool isOverdue) { setOverdue(isOverdue); },
                   .lost = [this] { fail(lost(u"a poll was not answered"_s)); }})
    , m_connectAlarm(clock.alarm([this] {
        fail({.kind = core::ErrorKind::TimedOut, .text = u"%1 did not answer"_s.arg(m_endpoint.address())});
    }))
    , m_attemptAlarm(clock.alarm([this] { tryToConnect(); }))
    , m_announceAlarm(clock.alarm([this] { announce(); }))
{
}

void WorldLink::open(const tlib::Endpoint &endpoint)
{
    close();
    m_endpoint = endpoint;
    setState(LinkState::Opening);
    m_connectAlarm->start(ConnectLimit);
    m_attemptAlarm->start(m_network.roundTrip());
}

/// As TCP does it: who gets no answer asks again, until the limit.
void WorldLink::tryToConnect()
{
    switch (m_network.connect(m_endpoint.host, m_line)) {
    case Network::Answer::Accepted: return onConnected();
    case Network::Answer::Refused:
        return fail({.kind = core::ErrorKind::Unreachable,
                     .text = u"%1 refuses the connection"_s.arg(m_endpoint.address())});
    case Network::Answer::None: m_attemptAlarm->start(std::chrono::seconds(1)); return;
    }
}

void WorldLink::onConnected()
{
    m_connectAlarm->stop();
    m_line->attach(Line::Side::Client, this);
    m_reader = std::make_unique<wire::FrameReader>();
    m_heardAt = m_clock.now();
    const tlib::RegisterClient hello{.protocolVersion =
                                         tlib::Text(QString::fromLatin1(wire::ProtocolVersion)),
                                     .applicationName = tlib::Text(m_endpoint.applicationName),
                                     .addpTimeout = m_endpoint.addpTimeout,
                                     .addpRemoteTimeout = m_endpoint.addpRemoteTimeout};
    m_lastId = m_lastId.next();
    put(wire::toMessage(hello, m_lastId, {}));
    m_keepAlive.start(std::chrono::seconds(m_endpoint.addpTimeout));
    setState(LinkState::Open);
}

void WorldLink::close()
{
    if (m_state == LinkState::Closed)
        return;
    dropLine();
    setState(LinkState::Closed);
}

core::Result<tlib::ReferenceId> WorldLink::send(const tlib::Request &request)
{
    if (m_state != LinkState::Open)
        return core::Error{.kind = core::ErrorKind::NotConnected, .text = u"there is no connection"_s};
    m_lastId = m_lastId.next();
    put(wire::toMessage(request, m_lastId, {}));
    Q_EMIT requestSent(request, m_lastId);
    return m_lastId;
}

void WorldLink::put(const wire::Message &message)
{
    if (m_line)
        m_line->send(Line::Side::Client, wire::encode(message).value());
}

void WorldLink::fail(const core::Error &why)
{
    dropLine();
    setState(LinkState::Closed, why);
}

void WorldLink::setState(LinkState state, const std::optional<core::Error> &why)
{
    m_state = state;
    m_announcements.push_back({.state = state, .why = why});
    m_announceAlarm->start(core::Duration(0));
}

void WorldLink::announce()
{
    while (!m_announcements.empty()) {
        const Announcement next = std::move(m_announcements.front());
        m_announcements.pop_front();
        Q_EMIT stateChanged(next.state, next.why);
        Q_EMIT stateTold(next.state);
    }
}

void WorldLink::dropLine()
{
    m_connectAlarm->stop();
    m_attemptAlarm->stop();
    m_keepAlive.stop();
    m_isOverdue = false; // Closed takes its place
    if (m_line)
        m_line->finish(Line::Side::Client); // what was sent still goes out
    m_line.reset();
}

void WorldLink::setOverdue(bool isOverdue)
{
    if (m_isOverdue == isOverdue)
        return;
    m_isOverdue = isOverdue;
    Q_EMIT overdueChanged(isOverdue);
}

void WorldLink::bytesCame(QByteArrayView bytes)
{
    const std::shared_ptr<Line> line = m_line;
    m_heardAt = m_lastWordAt = m_clock.now();
    m_reader->feed(bytes);
    while (m_line == line) { // a hearer may have closed, or opened anew
        const auto frame = m_reader->next();
        if (!frame)
            return fail(frame.error());
        if (!frame->has_value())
            return;
        if (const auto decoded = wire::decode(**frame, m_message); !decoded)
            return fail(decoded.error());
        m_keepAlive.heard();
        take(m_message);
    }
}

void WorldLink::take(const wire::Message &message)
{
    if (message.type == wire::Poll)
        return put({{.type = wire::PollReply}});
    if (message.type == wire::PollReply)
        m_keepAlive.answered();
    if (message.type >= wire::LinkLevel)
        return;
    announce();                        // Open comes before the first event
    const tlib::Event event = message; // a hearer may make the next message come
    Q_EMIT eventReceived(event);
}

void WorldLink::lineEnded(bool byReset)
{
    m_line.reset();
    fail(lost(byReset ? u"the connection was reset"_s : u"the other side closed the connection"_s));
}

void WorldLink::newsCame(quint32 news)
{
    m_news = std::max(m_news, news);
    Q_EMIT newsHeard();
}

} // namespace world

#include "moc_worldlink.cpp"
