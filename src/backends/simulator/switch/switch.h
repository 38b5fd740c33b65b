#pragma once

#include "backends/simulator/pair/replica.h"
#include "backends/simulator/recording/switchrecordingcontrol.h"
#include "backends/simulator/switch/agentcontrol.h"
#include "backends/simulator/switch/switchcallcontrol.h"
#include "backends/simulator/switch/transfercontrol.h"
#include "backends/simulator/switch/userdatacontrol.h"

namespace simulator {

/// A SIP Server as its clients know it: takes their requests and tells them what happens. Pure logic: no
/// event loop, no sockets; what it says goes into the Sink, and time comes from the Clock, which both must
/// outlive it.
///
/// The Switch knows clients, registrations and who may ask for what; what is asked for is done by its parts.
class Switch
{
public:
    static constexpr auto ProtocolVersion = "tlib-open 1";

    Switch(SwitchConfiguration configuration, core::Clock &clock, Sink sink);

    void handle(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference);
    /// The client's connection is gone.
    void removeClient(tlib::ClientId client);
    /// Cuts the connection of every client; the calls go on.
    void dropClients();
    /// Tells every client; while the link is down requests are refused with 54 and events are lost.
    void setLinkUp(bool up);
    bool isLinkUp() const { return m_linkUp; }
    /// Whether a client may connect: its version of the profile, and the password.
    core::Result<core::Done> mayConnect(const tlib::RegisterClient &request) const;

    tlib::ServerRole role() const { return m_role; }
    /// As the pair has agreed: a backup refuses every request (54), tells nothing and does nothing by itself.
    /// `generation` rises with each take-over. The clients are told; what they have registered is void.
    void setRole(tlib::ServerRole role, int generation);
    Replica &replica() { return m_replica; }

    Directory &directory() { return m_directory; }
    SwitchCallControl &calls() { return m_calls; }
    TransferControl &transfers() { return m_transfers; }
    SwitchRecordingControl &recording() { return m_recording; }
    UserDataControl &userData() { return m_userData; }
    const CallBook &book() const { return m_book; }
    const Clients &clients() const { return m_clients; }
    AgentControl &agents() { return m_agents; }
    const AgentControl &agents() const { return m_agents; }

private:
    void admit(const tlib::RegisterClient &request, const Asker &asker);
    core::Result<core::Done> mayEnter(const tlib::RegisterClient &request) const;
    void greet(const Asker &asker);
    bool isServing() const { return m_linkUp && m_role == tlib::ServerRole::Primary; }
    core::Error whyNotServing() const;
    tlib::Event ownEvent(tlib::MessageType type, tlib::ClientId client) const;
    core::Result<core::Done> mayActFor(const tlib::Dn &dn, const Asker &asker) const;

    core::Result<core::Done> perform(const tlib::QueryServer &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::QueryAddress &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::RegisterAddress &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::UnregisterAddress &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::QueryCall &request, const Asker &asker);
    template <tlib::MessageType Message>
    core::Result<core::Done> perform(const tlib::AgentRequest<Message> &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::MakeCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::AnswerCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::ReleaseCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::HoldCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::RetrieveCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::InitiateTransfer &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::InitiateConference &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::CompleteTransfer &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::CompleteConference &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::SingleStepTransfer &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::AlternateCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::DeleteFromConference &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::RedirectCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::RouteCall &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::RecordingService &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::PrivateService &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::AttachUserData &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::UpdateUserData &request, const Asker &asker);
    core::Result<core::Done> perform(const tlib::DeletePair &request, const Asker &asker);
    template <class Other>
    core::Result<core::Done> perform(const Other &request, const Asker &asker); ///< not offered: 51

    SwitchConfiguration m_configuration;
    Clients m_clients;
    Distributor m_distributor;
    Directory m_directory;
    CallBook m_book;
    UserDataControl m_userData;
    SwitchRecordingControl m_recording;
    SwitchCallControl m_calls;
    TransferControl m_transfers;
    AgentControl m_agents;
    Replica m_replica;
    bool m_linkUp = true;
    tlib::ServerRole m_role = tlib::ServerRole::Primary;
    quint32 m_sessions = 0;
    QString m_sessionPrefix;
};

} // namespace simulator
