#include "backends/simulator/switch/switch.h"

#include "backends/simulator/switch/refusal.h"
#include "backends/simulator/switch/switchsnapshot.h"
#include "core/logging.h"

#include <concepts>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace {

const tlib::Text serverVersion(u"tallylight-sim 1"_s);

/// The DN that a request acts for; it has to be registered by the asker, except where the request is about
/// registering or only looks.
template <class R>
tlib::Dn dnOf(const R &request)
{
    if constexpr (requires { request.dn; })
        return request.dn;
    else if constexpr (requires { request.routingPoint; })
        return request.routingPoint;
    else
        return {};
}

template <class R>
tlib::ConnId callOf(const R &request)
{
    if constexpr (requires { request.call; })
        return request.call;
    else if constexpr (requires { request.heldCall; })
        return request.heldCall;
    else
        return {};
}

template <class R>
constexpr bool needsRegistration =
    !std::same_as<R, tlib::QueryServer> && !std::same_as<R, tlib::RegisterAddress> &&
    !std::same_as<R, tlib::QueryAddress>;

/// The events have told the new call's ConnID.
core::Result<core::Done> doneBy(const core::Result<tlib::ConnId> &made)
{
    if (!made)
        return made.error();
    return core::Done{};
}

} // namespace

Switch::Switch(SwitchConfiguration configuration, core::Clock &clock, Sink sink)
    : m_configuration(std::move(configuration))
    , m_distributor(clock, m_clients, std::move(sink))
    , m_directory(m_configuration.dns)
    , m_book(clock)
    , m_userData(m_book, m_distributor)
    , m_recording(clock, m_configuration.recorder, m_directory, m_book, m_userData, m_distributor)
    , m_calls(
          clock, m_directory, m_book, m_distributor,
          {.answered = [this](const SwitchCall &call) { m_recording.callAnswered(call); },
           .left = [this](const SwitchCall &call, const tlib::Dn &dn) { m_recording.partyLeft(call, dn); },
           .joined = [this](const SwitchCall &call,
                            const tlib::Dn &dn) { m_recording.partyJoined(call, dn); },
           .ended = [this](tlib::ConnId call) { m_recording.callEnded(call); }})
    , m_transfers(m_calls, m_directory, m_book, m_distributor)
    , m_agents(m_directory, m_distributor)
    , m_replica(m_directory, m_book, m_recording, m_agents)
    , m_sessionPrefix(QString::number(clock.wallTime().toSecsSinceEpoch(), 16))
{
}

void Switch::handle(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference)
{
    const Asker asker{.client = client, .reference = reference};
    if (const auto *registration = std::get_if<tlib::RegisterClient>(&request))
        return admit(*registration, asker);
    if (!m_clients.contains(client)) // the transport lets nobody speak before that
        return m_distributor.disconnect(client);

    std::visit(
        [this, &asker]<class R>(const R &r) {
            core::Result<core::Done> done = core::Done{};
            if (!isServing() && !std::same_as<R, tlib::QueryServer>)
                done = whyNotServing();
            else if (needsRegistration<R>)
                done = mayActFor(dnOf(r), asker);
            if (done)
                done = perform(r, asker);
            if (!done)
                m_distributor.refuse(asker, done.error(), dnOf(r), callOf(r));
        },
        request);
}

void Switch::removeClient(tlib::ClientId client)
{
    m_clients.remove(client);
}

void Switch::dropClients()
{
    m_clients = Clients();
    m_distributor.dropAll();
}

void Switch::setLinkUp(bool up)
{
    if (up == isLinkUp())
        return;
    m_linkUp = up;
    m_distributor.setTelling(isServing());
    const auto clients = m_clients.all();
    for (const auto &[id, client] : clients)
        greet({.client = id});
}

void Switch::setRole(tlib::ServerRole role, int generation)
{
    m_distributor.setGeneration(generation);
    if (role == m_role)
        return;
    m_role = role;
    m_distributor.setTelling(isServing());
    m_clients.forgetRegistrations();
    const auto clients = m_clients.all();
    for (const auto &[id, client] : clients) {
        m_distributor.toClient(id, ownEvent(MessageType::EventPrimaryChanged, id));
        greet({.client = id});
    }
    m_calls.setRunning(role == tlib::ServerRole::Primary);
    m_recording.mediaServer().setRunning(role == tlib::ServerRole::Primary);
}

void Switch::admit(const tlib::RegisterClient &request, const Asker &asker)
{
    if (m_clients.contains(asker.client)) {
        return m_distributor.refuse(
            asker, refusal(tlib::errorcode::AlreadyInState, u"This client is registered already"_s));
    }
    if (const auto allowed = mayEnter(request); !allowed) {
        m_distributor.refuse(asker, allowed.error());
        return m_distributor.disconnect(asker.client);
    }
    const QString session = u"sim-%1-%2"_s.arg(m_sessionPrefix).arg(++m_sessions);
    m_clients.add(asker.client, request.applicationName, tlib::Text(session));
    greet(asker);
}

core::Result<core::Done> Switch::mayEnter(const tlib::RegisterClient &request) const
{
    if (const auto allowed = mayConnect(request); !allowed)
        return allowed;
    if (m_configuration.licences > 0 && m_clients.count() >= m_configuration.licences) {
        return refusal(tlib::errorcode::NoLicence,
                       u"All %1 licences are in use"_s.arg(m_configuration.licences));
    }
    return core::Done{};
}

core::Result<core::Done> Switch::mayConnect(const tlib::RegisterClient &request) const
{
    if (request.protocolVersion.bytes() != ProtocolVersion) {
        return refusal(tlib::errorcode::ProtocolVersion,
                       u"This server speaks %1 only"_s.arg(QLatin1StringView(ProtocolVersion)));
    }
    if (!m_configuration.password.isEmpty() && request.password != m_configuration.password)
        return refusal(tlib::errorcode::BadPassword, u"The application password is wrong"_s);
    return core::Done{};
}

void Switch::greet(const Asker &asker)
{
    tlib::Event event = ownEvent(
        isServing() ? MessageType::EventLinkConnected : MessageType::EventLinkDisconnected, asker.client);
    if (!isServing()) {
        const core::Error why = whyNotServing();
        event.errorCode = why.serverCode;
        event.errorMessage = tlib::Text(why.text);
    }
    m_distributor.reply(asker, std::move(event));
}

core::Error Switch::whyNotServing() const
{
    return refusal(tlib::errorcode::NoSwitchLink,
                   m_role == tlib::ServerRole::Backup
                       ? u"This server is the backup: it serves once it has taken over"_s
                       : u"The link to the switch is down"_s);
}

tlib::Event Switch::ownEvent(MessageType type, tlib::ClientId client) const
{
    return {.type = type,
            .serverVersion = serverVersion,
            .serverRole = m_role,
            .sessionId = m_clients.all().at(client).session};
}

core::Result<core::Done> Switch::mayActFor(const tlib::Dn &dn, const Asker &asker) const
{
    if (m_clients.isRegistered(asker.client, dn))
        return core::Done{};
    return refusal(tlib::errorcode::NotRegistered, u"This client has not registered %1"_s.arg(
                                                       dn.isEmpty() ? u"a DN for this"_s : dn.toString()));
}

core::Result<core::Done> Switch::perform(const tlib::QueryServer &, const Asker &asker)
{
    m_distributor.reply(asker, ownEvent(MessageType::EventServerInfo, asker.client));
    return core::Done{};
}

core::Result<core::Done> Switch::perform(const tlib::QueryAddress &request, const Asker &asker)
{
    if (!m_directory.find(request.dn)) {
        return refusal(tlib::errorcode::DnNotConfigured,
                       u"The DN %1 is not configured"_s.arg(request.dn.toString()));
    }
    m_distributor.reply(asker, {.type = MessageType::EventAddressInfo,
                                .thisDn = request.dn,
                                .extensions = addressSnapshot(request.dn, m_book, m_agents),
                                .addressInfoType = request.infoType});
    return core::Done{};
}

core::Result<core::Done> Switch::perform(const tlib::RegisterAddress &request, const Asker &asker)
{
    if (!m_directory.find(request.dn)) {
        return refusal(tlib::errorcode::DnNotConfigured,
                       u"The DN %1 is not configured"_s.arg(request.dn.toString()));
    }
    m_clients.registerDn(asker.client, request.dn);
    m_distributor.reply(asker, {.type = MessageType::EventRegistered,
                                .thisDn = request.dn,
                                .extensions = addressSnapshot(request.dn, m_book, m_agents),
                                .addressInfoType = tlib::AddressInfoType::DnStatus});
    return core::Done{};
}

core::Result<core::Done> Switch::perform(const tlib::UnregisterAddress &request, const Asker &asker)
{
    m_clients.unregisterDn(asker.client, request.dn);
    m_distributor.reply(asker, {.type = MessageType::EventUnregistered, .thisDn = request.dn});
    return core::Done{};
}

core::Result<core::Done> Switch::perform(const tlib::QueryCall &request, const Asker &asker)
{
    const SwitchCall *call = m_book.find(request.call);
    if (!call)
        return noSuchCall(request.call);
    tlib::Event event{.type = MessageType::EventPartyInfo,
                      .connId = call->id,
                      .callUuid = call->uuid,
                      .callType = call->type,
                      .thisDn = request.dn,
                      .ani = call->ani,
                      .dnis = call->dnis,
                      .userData = call->userData,
                      .extensions = partySnapshot(*call)};
    addLink(event, *call);
    m_distributor.reply(asker, std::move(event));
    return core::Done{};
}

template <tlib::MessageType Message>
core::Result<core::Done> Switch::perform(const tlib::AgentRequest<Message> &request, const Asker &asker)
{
    return m_agents.carryOut(request, asker);
}

core::Result<core::Done> Switch::perform(const tlib::MakeCall &request, const Asker &asker)
{
    return doneBy(m_calls.make(request.dn, request.destination, request.userData, asker));
}

core::Result<core::Done> Switch::perform(const tlib::AnswerCall &request, const Asker &asker)
{
    return m_calls.answer(request.dn, request.call, asker);
}

core::Result<core::Done> Switch::perform(const tlib::ReleaseCall &request, const Asker &asker)
{
    return m_calls.release(request.dn, request.call, asker);
}

core::Result<core::Done> Switch::perform(const tlib::HoldCall &request, const Asker &asker)
{
    return m_calls.hold(request.dn, request.call, asker);
}

core::Result<core::Done> Switch::perform(const tlib::RetrieveCall &request, const Asker &asker)
{
    return m_calls.retrieve(request.dn, request.call, asker);
}

core::Result<core::Done> Switch::perform(const tlib::InitiateTransfer &request, const Asker &asker)
{
    return doneBy(
        m_transfers.consult(request.dn, request.call, request.destination, ConsultFor::Transfer, asker));
}

core::Result<core::Done> Switch::perform(const tlib::InitiateConference &request, const Asker &asker)
{
    return doneBy(
        m_transfers.consult(request.dn, request.call, request.destination, ConsultFor::Conference, asker));
}

core::Result<core::Done> Switch::perform(const tlib::CompleteTransfer &request, const Asker &asker)
{
    return m_transfers.completeTransfer(request.dn, request.heldCall, request.consultationCall, asker);
}

core::Result<core::Done> Switch::perform(const tlib::CompleteConference &request, const Asker &asker)
{
    return m_transfers.completeConference(request.dn, request.heldCall, request.consultationCall, asker);
}

core::Result<core::Done> Switch::perform(const tlib::SingleStepTransfer &request, const Asker &asker)
{
    return m_transfers.transfer(request.dn, request.call, request.destination, asker);
}

core::Result<core::Done> Switch::perform(const tlib::AlternateCall &request, const Asker &asker)
{
    return m_calls.alternate(request.dn, request.call, request.heldCall, asker);
}

core::Result<core::Done> Switch::perform(const tlib::DeleteFromConference &request, const Asker &asker)
{
    return m_calls.drop(request.dn, request.call, request.party, asker);
}

core::Result<core::Done> Switch::perform(const tlib::RedirectCall &request, const Asker &asker)
{
    return m_calls.redirect(request.dn, request.call, request.destination, asker);
}

core::Result<core::Done> Switch::perform(const tlib::RouteCall &request, const Asker &asker)
{
    const auto recording = m_recording.routeRecordingFrom(request.extensions);
    if (!recording)
        return recording.error();
    return m_calls.route(request.routingPoint, request.call, request.destination, *recording, asker);
}

core::Result<core::Done> Switch::perform(const tlib::RecordingService &request, const Asker &asker)
{
    return m_recording.carryOut(request, asker);
}

core::Result<core::Done> Switch::perform(const tlib::PrivateService &request, const Asker &asker)
{
    const auto command = m_configuration.services.commandOf(request.privateMsgId);
    if (!command) {
        return refusal(tlib::errorcode::UnsupportedOperation,
                       u"There is no private service %1 here"_s.arg(request.privateMsgId));
    }
    return m_recording.carryOut({.command = *command,
                                 .dn = request.dn,
                                 .call = request.call,
                                 .extensions = request.extensions,
                                 .reasons = request.reasons},
                                asker);
}

core::Result<core::Done> Switch::perform(const tlib::AttachUserData &request, const Asker &asker)
{
    return m_userData.update(request.call, request.userData, request.dn, asker);
}

core::Result<core::Done> Switch::perform(const tlib::UpdateUserData &request, const Asker &asker)
{
    return m_userData.update(request.call, request.userData, request.dn, asker);
}

core::Result<core::Done> Switch::perform(const tlib::DeletePair &request, const Asker &asker)
{
    return m_userData.removePair(request.call, request.key, request.dn, asker);
}

template <class Other>
core::Result<core::Done> Switch::perform(const Other &, const Asker &)
{
    return refusal(tlib::errorcode::UnsupportedOperation,
                   u"This server does not offer %1"_s.arg(tlib::messageName(Other::Type)));
}

} // namespace simulator
