#include "fault/world/servers.h"

#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/requestmapping.h"

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace world {

Session::Session(Door &door, tlib::ClientId id, std::shared_ptr<Line> line)
    : m_door(door)
    , m_id(id)
    , m_line(std::move(line))
    , m_reader(std::make_unique<wire::FrameReader>())
    , m_keepAlive(door.servers().clock(), std::chrono::hours(1),
                  {.poll = [this] { put({{.type = wire::Poll}}); },
                   .overdue = [](bool) {},
                   .lost = [this] { finish(); }})
{
    m_line->attach(Line::Side::Server, this);
}

void Session::put(const wire::Message &message)
{
    if (m_line)
        m_line->send(Line::Side::Server, wire::encode(message).value());
}

void Session::finish()
{
    if (m_line)
        m_line->finish(Line::Side::Server);
    over();
}

void Session::reset(bool drops)
{
    if (m_line)
        m_line->reset(Line::Side::Server, drops);
    over();
}

void Session::die()
{
    if (m_line)
        m_line->die(Line::Side::Server);
    over();
}

void Session::over()
{
    if (!m_line)
        return;
    m_line.reset();
    m_keepAlive.stop();
    m_door.leave(*this);
}

void Session::bytesCame(QByteArrayView bytes)
{
    m_reader->feed(bytes);
    wire::Message message;
    while (m_line) {
        const auto frame = m_reader->next();
        Q_ASSERT(frame); // nobody garbles what the desktop says
        if (!frame->has_value())
            return;
        const auto decoded = wire::decode(**frame, message);
        Q_ASSERT(decoded);
        m_keepAlive.heard();
        take(message);
    }
}

void Session::lineEnded(bool)
{
    over();
}

void Session::take(const wire::Message &message)
{
    if (message.type == wire::Poll)
        return put({{.type = wire::PollReply}});
    if (message.type >= wire::LinkLevel)
        return;
    const auto request = wire::toRequest(message);
    Q_ASSERT(request);
    if (const auto *const registration = std::get_if<tlib::RegisterClient>(&*request)) {
        m_isRegistered = true;
        m_greeting = *registration;
        m_keepAlive.start(std::chrono::seconds(registration->addpRemoteTimeout));
    }
    m_door.take(*this, *request, message.referenceId);
}

Door::Door(Servers &servers, QString host, bool isPrimary, qint64 firstNumber)
    : m_servers(servers)
    , m_host(std::move(host))
    , m_isPrimary(isPrimary)
    , m_firstNumber(firstNumber)
{
}

void Door::accept(const std::shared_ptr<Line> &line)
{
    m_sessions.push_back(std::make_unique<Session>(*this, m_servers.nextClient(), line));
}

void Door::take(Session &session, const tlib::Request &request, tlib::ReferenceId reference)
{
    if (m_isSilent || (m_swallows > 0 && session.isGreeted())) {
        m_swallows -= !m_isSilent;
        // Without the first word the connection is of no use for ever.
        return session.setDeafUntil(session.isGreeted() ? m_servers.clock().now() + GivenUpAfter
                                                        : core::Instant::max());
    }
    if (std::holds_alternative<tlib::RegisterClient>(request))
        return greet(session);
    if (!m_isPrimary) {
        return say(session, {.type = MessageType::EventError,
                             .referenceId = reference,
                             .errorCode = tlib::errorcode::NoSwitchLink});
    }
    m_servers.watch().received(request, reference);
    if (m_isSynchronised || !answerUnsynchronised(session, request, reference))
        m_servers.sw().handle(session.id(), request, reference);
    m_servers.watch().touched();
}

void Door::greet(Session &session)
{
    session.setGreeted();
    if (m_isPrimary) {
        m_servers.sw().handle(session.id(), session.greeting(), {});
    } else {
        say(session, {.type = MessageType::EventLinkDisconnected,
                      .errorCode = tlib::errorcode::NoSwitchLink,
                      .serverRole = tlib::ServerRole::Backup});
    }
    if (Line *const line = session.line())
        line->sendNews(m_servers.watch().news());
}

/// A server that took over before it had the calls: it knows of none.
bool Door::answerUnsynchronised(Session &session, const tlib::Request &request, tlib::ReferenceId reference)
{
    if (const auto *const registration = std::get_if<tlib::RegisterAddress>(&request)) {
        m_servers.sw().handle(session.id(), request, {}); // hears of what comes; the answer is below
        tlib::KvList nothing;
        nothing.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
        // The model asks such a server again, for the last time after 15 s.
        constexpr core::Duration AskedAgainBy = std::chrono::seconds(17);
        session.setDeafUntil(m_servers.clock().now() + AskedAgainBy);
        m_servers.watch().misled(AskedAgainBy);
        say(session, {.type = MessageType::EventRegistered,
                      .referenceId = reference,
                      .thisDn = registration->dn,
                      .extensions = nothing});
        return true;
    }
    if (const auto *const query = std::get_if<tlib::QueryAddress>(&request)) {
        tlib::KvList nothing;
        nothing.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
        say(session, {.type = MessageType::EventAddressInfo,
                      .referenceId = reference,
                      .thisDn = query->dn,
                      .extensions = nothing,
                      .addressInfoType = query->infoType});
        return true;
    }
    if (!std::holds_alternative<tlib::QueryCall>(request))
        return false;
    say(session, {.type = MessageType::EventError,
                  .referenceId = reference,
                  .errorCode = tlib::errorcode::InvalidConnId});
    return true;
}

void Door::leave(const Session &session)
{
    m_servers.sw().removeClient(session.id());
}

void Door::setRole(bool isPrimary)
{
    if (m_isPrimary == isPrimary)
        return;
    m_isPrimary = isPrimary;
    for (Session *const session : live()) {
        if (!session->isRegistered())
            continue;
        if (!isPrimary)
            m_servers.sw().removeClient(session->id());
        say(*session, {.type = MessageType::EventPrimaryChanged,
                       .serverRole = isPrimary ? tlib::ServerRole::Primary : tlib::ServerRole::Backup});
        if (isPrimary)
            greet(*session);
    }
}

bool Door::deliver(tlib::ClientId client, tlib::Event event)
{
    Session *const session = find(client);
    if (!session)
        return false;
    if (!m_isSynchronised && (!event.connId.isNull() || event.type == MessageType::EventRegistered))
        return true; // of calls that it does not have it tells nothing
    const bool isAnswer = event.type == MessageType::EventAck || event.type == MessageType::EventError;
    if (isAnswer && m_lates > 0) {
        --m_lates;
        m_late.push_back({.client = client, .event = event});
        Late &late = m_late.back();
        late.alarm = m_servers.clock().alarm([this, client, event] {
            if (Session *const there = find(client))
                say(*there, event);
        });
        late.alarm->start(m_lateBy);
        session->setDeafUntil(m_servers.clock().now() + std::min(m_lateBy, GivenUpAfter));
        return true;
    }
    say(*session, event);
    return true;
}

void Door::say(Session &session, const tlib::Event &event)
{
    wire::Message message{event};
    if (message.sequenceNumber)
        *message.sequenceNumber += m_firstNumber;
    const QByteArray bytes = wire::encode(message).value();
    session.putBytes(bytes);
    if (event.type == MessageType::EventLinkConnected || event.type == MessageType::EventLinkDisconnected ||
        event.type == MessageType::EventPrimaryChanged)
        m_said.clear(); // what is said twice is said twice in its epoch
    else
        m_said.push_back(bytes);
    if (m_said.size() > 12)
        m_said.pop_front();
}

void Door::finishAll()
{
    for (Session *const session : live())
        session->finish();
    m_said.clear();
}

void Door::finish(tlib::ClientId client)
{
    if (Session *const session = find(client))
        session->finish();
}

void Door::resetAll(bool drops)
{
    for (Session *const session : live())
        session->reset(drops);
    m_said.clear();
}

void Door::dieAll()
{
    for (Session *const session : live())
        session->die();
    m_said.clear();
}

void Door::sayGarbage(Dice &dice)
{
    static const std::vector<QByteArray> garbage{
        QByteArray::fromHex("00000003000000"),                     // shorter than a frame can be
        QByteArray::fromHex("7fffffff003c0001"),                   // longer than one may be
        QByteArray::fromHex("00000006003c00010009"),               // an attribute runs past the end
        QByteArray::fromHex("0000000c003c0001000902000000020000"), // and so does its value
        QByteArray::fromHex("00000006003c00000000"),               // bytes after the last attribute
        QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n"),
    };
    for (Session *const session : live())
        session->putBytes(dice.pick(garbage));
}

void Door::sayAgain(Dice &dice)
{
    const auto sessions = live();
    if (sessions.size() != 1 || m_said.empty())
        return;
    const bool isLatest = dice.chance(50);
    sessions.front()->putBytes(isLatest ? m_said.back() : dice.pick(m_said));
}

void Door::unregister(const tlib::Dn &dn)
{
    for (Session *const session : live()) {
        if (m_servers.sw().clients().isRegistered(session->id(), dn))
            m_servers.sw().handle(session->id(), tlib::UnregisterAddress{.dn = dn}, {});
    }
}

void Door::answerLate(int answers, core::Duration by)
{
    m_lates = answers;
    m_lateBy = by;
}

void Door::heal()
{
    m_isSilent = false;
    m_isSynchronised = true;
    m_swallows = 0;
    m_lates = 0;
}

void Door::sweep()
{
    std::erase_if(m_sessions, [](const auto &session) { return session->isOver(); });
    std::erase_if(m_late, [](const Late &late) { return !late.alarm->isActive(); });
}

bool Door::serves(const Line *line) const
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [&](const auto &session) {
        return session->line() == line && session->isGreeted() &&
               session->deafUntil() <= m_servers.clock().now();
    });
}

Session *Door::find(tlib::ClientId client)
{
    for (const auto &session : m_sessions) {
        if (session->id() == client && !session->isOver())
            return session.get();
    }
    return nullptr;
}

std::vector<Session *> Door::live()
{
    std::vector<Session *> sessions;
    for (const auto &session : m_sessions) {
        if (!session->isOver())
            sessions.push_back(session.get());
    }
    return sessions;
}

Servers::Servers(const simulator::SwitchConfiguration &configuration, core::Clock &clock, Network &network,
                 int doors, Dice &dice)
    : m_clock(clock)
    , m_switch(configuration, clock,
               {.deliver =
                    [this](tlib::ClientId client, const tlib::Event &event) {
                        for (const auto &door : m_doors) {
                            if (door->deliver(client, event))
                                return;
                        }
                    },
                .disconnect =
                    [this](tlib::ClientId client) {
                        for (const auto &door : m_doors)
                            door->finish(client);
                    },
                .dropAll =
                    [this] {
                        for (const auto &door : m_doors)
                            door->finishAll();
                    },
                .log = [this](const tlib::Event &) { m_watch.touched(); }})
{
    for (int i = 0; i < doors; ++i) {
        m_doors.push_back(std::make_unique<Door>(*this, i == 0 ? u"primary"_s : u"backup"_s, i == 0,
                                                 qint64(dice.below(1'000'000))));
        network.listen(m_doors.back()->host(),
                       [door = m_doors.back().get()](const auto &line) { door->accept(line); });
    }
}

Door &Servers::primary()
{
    for (const auto &door : m_doors) {
        if (door->isPrimary())
            return *door;
    }
    return *m_doors.front();
}

void Servers::heal()
{
    for (const auto &door : m_doors)
        door->heal();
}

void Servers::sweep()
{
    for (const auto &door : m_doors)
        door->sweep();
}

} // namespace world
