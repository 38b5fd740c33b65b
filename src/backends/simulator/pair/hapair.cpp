#include "backends/simulator/pair/hapair.h"

#include "backends/simulator/switch/refusal.h"
#include "core/logging.h"

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::ServerRole;

HaPair::HaPair(Switch &sw, core::Clock &clock, Setup setup, Transport transport)
    : m_switch(sw)
    , m_clock(clock)
    , m_setup(std::move(setup))
    , m_transport(std::move(transport))
    , m_channel(clock)
    , m_sender(sw.replica(), m_channel, clock)
    , m_receiver(sw.replica())
{
}

void HaPair::backUp(tlib::Link &link, tlib::Endpoint primary)
{
    primary.applicationName = QString::fromLatin1(PartnerName);
    primary.password = m_setup.password.toString();
    primary.addpTimeout = primary.addpRemoteTimeout = 1;
    m_switch.setRole(ServerRole::Backup, m_generation);
    m_dialler = std::make_unique<PairDialler>(
        link, std::move(primary), m_clock, m_setup.redial,
        PairDialler::Ears{
            .opened =
                [this] {
                    m_channel.open(m_dialler->address(),
                                   [this](const tlib::KvList &part) { m_dialler->send(part); });
                    m_channel.send(hello());
                },
            .heard = [this](const tlib::Event &event) { hearDialled(event); },
            .ended = [this](const core::Error &why) { m_met ? lost(why.text) : notConnected(why); }});
    m_dialler->dial();
}

void HaPair::handle(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference)
{
    if (client == m_partner || m_guests.contains(client))
        return hear(client, request, reference);
    const auto *registration = std::get_if<tlib::RegisterClient>(&request);
    if (registration && registration->applicationName.bytes() == PartnerName)
        return admit(client, *registration, reference);
    m_switch.handle(client, request, reference);
    settle();
}

void HaPair::removeClient(tlib::ClientId client)
{
    if (client == m_partner)
        lost(u"its connection has ended"_s);
    else if (m_guests.erase(client) == 0)
        m_switch.removeClient(client);
}

core::Result<core::Done> HaPair::switchOver()
{
    if (role() == ServerRole::Primary)
        return handOver();
    if (!m_met) {
        takeOver(u"It was told to, and there is no primary"_s);
        return core::Done{};
    }
    if (!m_following) {
        takeOver(u"It was told to, and the other server is no primary"_s);
        return core::Done{};
    }
    if (!m_receiver.isSynchronised()) {
        return refusal(
            tlib::errorcode::WrongState,
            u"This backup has not got everything from %1 yet; try again in a moment"_s.arg(peer()));
    }
    m_channel.send(PairTakeOverRequest{});
    return core::Done{};
}

QString HaPair::peer() const
{
    return m_met ? m_channel.name() : QString();
}

bool HaPair::isSynchronised() const
{
    return role() == ServerRole::Primary ? m_sender.hasAll() : m_receiver.isSynchronised();
}

// --- The other server comes in through the transport, like a client.

void HaPair::admit(tlib::ClientId client, const tlib::RegisterClient &request, tlib::ReferenceId reference)
{
    if (const auto allowed = mayJoin(client, request); !allowed)
        return refuse(client, reference, allowed.error());
    m_guests.insert(client);
}

core::Result<core::Done> HaPair::mayJoin(tlib::ClientId client, const tlib::RegisterClient &request) const
{
    if (m_setup.password.isEmpty() && !m_transport.isLocal(client)) {
        return refusal(tlib::errorcode::BadPassword,
                       u"A server on another machine may only join with a password: set \"password\" in the "
                       "configuration of both"_s);
    }
    return m_switch.mayConnect(request);
}

core::Result<core::Done> HaPair::fits(const PairHello &theirs) const
{
    if (theirs.version != PairHello::Version) {
        return refusal(tlib::errorcode::ProtocolVersion,
                       u"The two servers are of different versions; start the same program twice"_s);
    }
    if (theirs.id == m_setup.id)
        return refusal(tlib::errorcode::InvalidAttribute, u"A server cannot be its own backup"_s);
    if (theirs.fingerprint != m_setup.fingerprint) {
        return refusal(tlib::errorcode::InvalidAttribute,
                       u"The two servers have different configurations; start both with the same --config"_s);
    }
    return core::Done{};
}

core::Result<core::Done> HaPair::isFreeFor(const PairHello &theirs) const
{
    // Both call each other at the same time: one of the two connections is enough, and both know which.
    const bool callsItself = !m_met && m_dialler && m_dialler->isOpen() && m_setup.id > theirs.id;
    if (m_met || callsItself) {
        return refusal(tlib::errorcode::AlreadyInState,
                       u"This server has its other half already, at %1"_s.arg(m_channel.name()));
    }
    return core::Done{};
}

void HaPair::refuse(tlib::ClientId client, tlib::ReferenceId reference, const core::Error &why)
{
    m_guests.erase(client);
    m_transport.deliver(client, {.type = tlib::MessageType::EventError,
                                 .referenceId = reference,
                                 .errorCode = why.serverCode,
                                 .errorMessage = tlib::Text(why.text)});
    m_transport.disconnect(client);
}

void HaPair::hear(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference)
{
    const auto *part = std::get_if<tlib::PrivateService>(&request);
    if (!part || part->privateMsgId != PairChannel::Service) {
        return client == m_partner ? dropPartner(u"it sends what no server sends"_s)
                                   : refuse(client, reference,
                                            refusal(tlib::errorcode::UnsupportedOperation,
                                                    u"This is no place for clients"_s));
    }
    if (client == m_partner)
        take(part->extensions);
    else
        greetGuest(client, part->extensions, reference);
}

void HaPair::greetGuest(tlib::ClientId client, const tlib::KvList &part, tlib::ReferenceId reference)
{
    const auto message = PairChannel(m_clock).take(part);
    const PairHello *theirs = message && *message ? std::get_if<PairHello>(&**message) : nullptr;
    if (!theirs) {
        return refuse(client, reference,
                      refusal(tlib::errorcode::InvalidAttribute, u"A server begins with its hello"_s));
    }
    if (const auto fit = fits(*theirs); !fit)
        return refuse(client, reference, fit.error());
    if (const auto free = isFreeFor(*theirs); !free)
        return refuse(client, reference, free.error());
    if (m_dialler)
        m_dialler->rest();
    m_guests.erase(client);
    m_partner = client;
    m_channel.open(m_transport.addressOf(client), [this, client](const tlib::KvList &out) {
        m_transport.deliver(client, {.type = tlib::MessageType::EventPrivateInfo,
                                     .extensions = out,
                                     .privateMsgId = PairChannel::Service});
    });
    m_channel.send(hello());
    meet(*theirs);
}

// --- Or it is called from here.

void HaPair::hearDialled(const tlib::Event &event)
{
    if (event.type == tlib::MessageType::EventError)
        sayOnce(
            u"%1 does not take this server: %2"_s.arg(m_dialler->address(), event.errorMessage.toString()));
    else if (event.type == tlib::MessageType::EventPrivateInfo && event.privateMsgId == PairChannel::Service)
        take(event.extensions);
}

void HaPair::notConnected(const core::Error &why)
{
    m_channel.close();
    if (role() == ServerRole::Backup) {
        sayOnce(u"not synchronised: the other server at %1 cannot be reached (%2); trying again"_s.arg(
            m_dialler->address(), why.text));
    }
}

// --- What they say to each other.

void HaPair::take(const tlib::KvList &part)
{
    const auto message = m_channel.take(part);
    if (!message)
        return dropPartner(message.error().text);
    if (*message)
        std::visit([this](const auto &content) { receive(content); }, **message);
}

void HaPair::receive(const PairHello &theirs)
{
    if (const auto fit = fits(theirs); !fit)
        return dropPartner(fit.error().text);
    meet(theirs);
}

void HaPair::receive(const ReplicaChange &change)
{
    if (!m_following)
        return;
    m_receiver.take(change);
    m_channel.send(ChangeReceipt{.number = change.number});
}

void HaPair::receive(const ChangeReceipt &receipt)
{
    m_sender.confirmed(receipt.number);
}

void HaPair::receive(const PairTakeOver &)
{
    if (m_following)
        takeOver(u"The primary at %1 was told to hand over"_s.arg(peer()));
}

void HaPair::receive(const PairTakeOverRequest &)
{
    if (role() != ServerRole::Primary)
        return;
    if (const auto done = handOver(); !done)
        say(u"the backup at %1 was told to take over, and cannot: %2"_s.arg(peer(), done.error().text));
}

PairHello HaPair::hello() const
{
    return {.id = m_setup.id, .fingerprint = m_setup.fingerprint, .role = role(), .generation = m_generation};
}

void HaPair::meet(const PairHello &theirs)
{
    const bool met = std::exchange(m_met, true);
    const bool theyLead = theirs.role == ServerRole::Primary;
    const bool yields = theyLead && role() == ServerRole::Primary && yieldsTo(theirs);
    m_generation = std::max(m_generation, theirs.generation);
    if (yields) {
        say(u"%1 has taken over later than this server, which is its backup from now on"_s.arg(peer()));
        m_receiver.setSynchronised(false);
    }
    if (role() == ServerRole::Primary && !yields) {
        m_following = false;
        return m_sender.start();
    }
    m_sender.stop();
    m_following = theyLead;
    if (!met)
        m_receiver.setSynchronised(false);
    m_switch.setRole(ServerRole::Backup, m_generation);
}

/// After a split both have gone on: the clients are with the one that took over later.
bool HaPair::yieldsTo(const PairHello &theirs) const
{
    return theirs.generation != m_generation ? theirs.generation > m_generation : theirs.id > m_setup.id;
}

core::Result<core::Done> HaPair::handOver()
{
    if (!m_met) {
        return refusal(tlib::errorcode::WrongState,
                       u"There is no backup to switch over to; start one with --backup-of"_s);
    }
    if (!m_sender.hasAll()) {
        return refusal(tlib::errorcode::WrongState,
                       u"The backup at %1 has not got everything yet; try again in a moment"_s.arg(peer()));
    }
    m_sender.pushAll();
    m_sender.stop();
    m_following = true;
    m_receiver.setSynchronised(true); // nobody has more than this server has
    m_switch.setRole(ServerRole::Backup, m_generation);
    m_channel.send(PairTakeOver{});
    return core::Done{};
}

void HaPair::takeOver(const QString &why)
{
    const bool synchronised = m_receiver.isSynchronised();
    say((synchronised ? u"%1: this server has taken over"_s
                      : u"%1: this server has taken over as it is, not synchronised"_s)
            .arg(why));
    ++m_generation;
    m_following = false;
    m_receiver.stop();
    m_receiver.setSynchronised(false);
    m_switch.setRole(ServerRole::Primary, m_generation);
    if (m_met) {
        m_channel.send(hello());
        m_sender.start();
    }
}

// --- How it ends.

/// This side ends it; who has been sent nonsense knows no more about the other than before, and takes over
/// nothing.
void HaPair::dropPartner(const QString &why)
{
    say(u"the connection to the other server at %1 is given up: %2"_s.arg(m_channel.name(), why));
    const auto partner = m_partner;
    forgetPartner();
    m_receiver.setSynchronised(false);
    if (partner)
        m_transport.disconnect(*partner);
    if (m_dialler) {
        m_dialler->rest();
        m_dialler->dialLater();
    }
}

void HaPair::lost(const QString &why)
{
    const QString name = peer();
    const bool takesOver = m_following;
    const bool dialled = !m_partner;
    forgetPartner();
    if (takesOver)
        takeOver(u"The primary at %1 is lost (%2)"_s.arg(name, why));
    else
        say(u"the other server at %1 is gone: %2"_s.arg(name, why));
    if (m_dialler && !dialled)
        m_dialler->dialLater();
}

void HaPair::forgetPartner()
{
    m_partner.reset();
    m_met = m_following = false;
    m_channel.close();
    m_sender.stop();
    m_receiver.stop();
    m_said.clear();
}

void HaPair::say(const QString &sentence) const
{
    qCInfo(core::simulatorLog, "pair: %ls", qUtf16Printable(sentence));
    if (m_setup.say)
        m_setup.say(sentence);
}

/// Not again with every attempt.
void HaPair::sayOnce(const QString &sentence)
{
    if (m_said.insert(sentence).second)
        say(sentence);
}

} // namespace simulator
