#pragma once

#include "backends/wire/serverport.h"
#include "tlib/recordingnumbers.h"

#include <QHostAddress>
#include <QMap>

namespace support {

/// As much of a SIP Server as a desktop's test needs, on a real port: written from the wire profile's text,
/// and knowing nothing of the simulator, so that the two do not share a misunderstanding. The test says what
/// happens; requests are answered plainly, or not at all while it is frozen.
class ServerDouble
{
public:
    explicit ServerDouble(const QStringList &dns = {QStringLiteral("7001"), QStringLiteral("7002")})
        : m_dns(dns)
        , m_port(m_clock)
    {
        QObject::connect(&m_port, &wire::ServerPort::requestReceived, &m_port,
                         [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId id) {
                             if (!isFrozen)
                                 std::visit([&](const auto &r) { handle({client, id}, r); }, request);
                         });
        QObject::connect(&m_port, &wire::ServerPort::clientGone, &m_port,
                         [this](tlib::ClientId client) { m_clients.remove(client); });
        if (const auto port = m_port.listen(QHostAddress::LocalHost, 0))
            m_number = *port;
    }

    QString url() const { return QStringLiteral("tlib://127.0.0.1:%1").arg(m_number); }

    // What a test has it do.

    /// The ConnID of a call that rings at `dn` now.
    tlib::ConnId ring(const QString &from, const QString &dn)
    {
        const tlib::ConnId id(0x006c029a00000000 + ++m_serial);
        m_calls.insert(id, {.from = tlib::Dn(from), .dn = tlib::Dn(dn), .state = tlib::PartyState::Alerting});
        tell(id, tlib::MessageType::EventRinging);
        return id;
    }
    void release(tlib::ConnId id)
    {
        tell(id, tlib::MessageType::EventReleased);
        m_calls.remove(id);
    }
    /// The recorder's state as the call's user data says it; a null word takes the key away.
    void sayRecording(tlib::ConnId id, const QString &word)
    {
        Call &call = m_calls[id];
        tlib::KvList data;
        data.append("Customer", u"Ada");
        if (!word.isNull())
            data.append("GSIP_RECORD", word);
        data.append("GSIP_REC_FN", QStringLiteral("file-%1").arg(id.toString()));
        for (const tlib::KvList::Pair pair : moreUserData)
            data.append(pair.key, pair.value);
        call.userData = data;
        tell(id, tlib::MessageType::EventAttachedDataChanged);
    }
    /// What else every call's user data holds.
    tlib::KvList moreUserData = {};
    /// The next request for a recording service is refused.
    void refuseNext(int code, const QString &text) { m_refusal = {{code, text}}; }
    /// Tells every client that the switch is there, or not.
    void setSwitchLink(bool up)
    {
        m_isLinkUp = up;
        for (auto client = m_clients.keyBegin(); client != m_clients.keyEnd(); ++client)
            greet(*client);
    }
    void dropClients() { m_port.dropClients(); }

    bool isFrozen = false;             ///< reads and says nothing
    bool acknowledgesOnly = false;     ///< accepts recording services and does nothing
    bool refusesTheProtocol = false;   ///< every client that says hello
    QString password = {};             ///< without which nobody gets in; empty: everybody does
    QList<tlib::PrivateService> asked; ///< the recording services that came

private:
    struct Call
    {
        tlib::Dn from = {};
        tlib::Dn dn = {};
        tlib::PartyState state = tlib::PartyState::Alerting;
        tlib::KvList userData = {};
    };
    struct Asker
    {
        tlib::ClientId client = {};
        tlib::ReferenceId id = {};
    };

    void send(tlib::ClientId client, tlib::Event event)
    {
        event.sequenceNumber = ++m_sequence;
        event.timeInSecs = 1'800'000'000;
        event.timeInUSecs = 0;
        m_port.send(client, event);
    }
    void answer(const Asker &asker, tlib::Event event)
    {
        event.referenceId = asker.id;
        send(asker.client, event);
    }
    void refuse(const Asker &asker, int code, const QString &text)
    {
        answer(asker,
               {.type = tlib::MessageType::EventError, .errorCode = code, .errorMessage = tlib::Text(text)});
    }
    void greet(tlib::ClientId client)
    {
        tlib::Event event{.type = m_isLinkUp ? tlib::MessageType::EventLinkConnected
                                             : tlib::MessageType::EventLinkDisconnected,
                          .serverVersion = tlib::Text(u"double"),
                          .serverRole = tlib::ServerRole::Primary,
                          .sessionId = tlib::Text(u"1")};
        if (!m_isLinkUp) {
            event.errorCode = 54;
            event.errorMessage = tlib::Text(u"No link to the switch");
        }
        send(client, event);
    }
    /// To all who have registered the call's DN; `asker` gets its reference id with it.
    void tell(tlib::ConnId id, tlib::MessageType type) { tell(id, type, Asker()); }
    void tell(tlib::ConnId id, tlib::MessageType type, const Asker &asker)
    {
        const Call &call = m_calls[id];
        for (auto client = m_clients.cbegin(); client != m_clients.cend(); ++client) {
            if (!client.value().contains(call.dn))
                continue;
            send(client.key(), {.type = type,
                                .referenceId = client.key() == asker.client ? asker.id : tlib::ReferenceId(),
                                .connId = id,
                                .callUuid = tlib::CallUuid(QStringLiteral("DOUBLE-%1").arg(id.toString())),
                                .callType = tlib::CallType::Inbound,
                                .thisDn = call.dn,
                                .otherDn = call.from,
                                .thisDnRole = tlib::DnRole::Destination,
                                .userData = call.userData});
        }
    }
    tlib::KvList snapshot(const tlib::Dn &dn) const
    {
        tlib::KvList list;
        int n = 0;
        for (auto call = m_calls.cbegin(); call != m_calls.cend(); ++call) {
            if (call->dn != dn)
                continue;
            const QByteArray number = QByteArray::number(++n);
            list.append("conn-" + number, call.key().toString());
            list.append("ct-" + number, qint32(tlib::CallType::Inbound));
            list.append("ps-" + number, qint32(call->state));
        }
        list.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
        return list;
    }

    template <class Request>
    void handle(const Asker &asker, const Request &)
    {
        refuse(asker, 51, QStringLiteral("The double does not know this request"));
    }
    void handle(const Asker &asker, const tlib::RegisterClient &request)
    {
        if (!password.isEmpty() && request.password.toString() != password) {
            refuse(asker, 119, QStringLiteral("Incorrect application password"));
            return m_port.disconnectClient(asker.client);
        }
        if (refusesTheProtocol) {
            refuse(asker, 55, QStringLiteral("Protocol version not supported"));
            return m_port.disconnectClient(asker.client);
        }
        m_clients.insert(asker.client, {});
        greet(asker.client);
    }
    void handle(const Asker &asker, const tlib::RegisterAddress &request)
    {
        if (!m_dns.contains(request.dn.toString()))
            return refuse(asker, 59, QStringLiteral("DN is not configured"));
        m_clients[asker.client].insert(request.dn);
        answer(asker, {.type = tlib::MessageType::EventRegistered,
                       .thisDn = request.dn,
                       .extensions = snapshot(request.dn)});
    }
    void handle(const Asker &asker, const tlib::QueryCall &request)
    {
        if (!m_calls.contains(request.call))
            return refuse(asker, 56, QStringLiteral("Invalid connection id"));
        const Call &call = m_calls[request.call];
        tlib::KvList parties;
        parties.append("party-1", call.dn.toString());
        parties.append("role-1", qint32(tlib::DnRole::Destination));
        parties.append("party-2", call.from.toString());
        parties.append("role-2", qint32(tlib::DnRole::Origination));
        answer(asker, {.type = tlib::MessageType::EventPartyInfo,
                       .connId = request.call,
                       .callType = tlib::CallType::Inbound,
                       .thisDn = request.dn,
                       .userData = call.userData,
                       .extensions = parties});
    }
    void move(const Asker &asker, tlib::ConnId id, tlib::PartyState state, tlib::MessageType type)
    {
        if (!m_calls.contains(id))
            return refuse(asker, 56, QStringLiteral("Invalid connection id"));
        m_calls[id].state = state;
        tell(id, type, asker);
    }
    void handle(const Asker &asker, const tlib::AnswerCall &request)
    {
        move(asker, request.call, tlib::PartyState::Connected, tlib::MessageType::EventEstablished);
    }
    void handle(const Asker &asker, const tlib::HoldCall &request)
    {
        move(asker, request.call, tlib::PartyState::Held, tlib::MessageType::EventHeld);
    }
    void handle(const Asker &asker, const tlib::RetrieveCall &request)
    {
        move(asker, request.call, tlib::PartyState::Connected, tlib::MessageType::EventRetrieved);
    }
    void handle(const Asker &asker, const tlib::ReleaseCall &request)
    {
        move(asker, request.call, tlib::PartyState::Connected, tlib::MessageType::EventReleased);
        m_calls.remove(request.call);
    }
    void handle(const Asker &asker, const tlib::PrivateService &request)
    {
        asked.append(request);
        if (const auto refusal = std::exchange(m_refusal, std::nullopt))
            return refuse(asker, refusal->first, refusal->second);
        const auto command = tlib::RecordingNumbers().commandOf(request.privateMsgId);
        if (!command)
            return refuse(asker, 51, QStringLiteral("Operation not supported"));
        answer(asker, {.type = tlib::MessageType::EventAck, .userEvent = tlib::MessageType::PrivateService});
        if (acknowledgesOnly)
            return;
        switch (*command) {
        case tlib::RecordingCommand::Start:
        case tlib::RecordingCommand::Resume: return sayRecording(request.call, QStringLiteral("ON"));
        case tlib::RecordingCommand::Pause: return sayRecording(request.call, QStringLiteral("PAUSED"));
        case tlib::RecordingCommand::Stop: return sayRecording(request.call, QStringLiteral("OFF"));
        }
    }

    core::SystemClock m_clock;
    QStringList m_dns;
    wire::ServerPort m_port;
    quint16 m_number = 0;
    QHash<tlib::ClientId, QSet<tlib::Dn>> m_clients; ///< and the DNs that each has registered
    QMap<tlib::ConnId, Call> m_calls;
    std::optional<std::pair<int, QString>> m_refusal;
    bool m_isLinkUp = true;
    quint64 m_serial = 0;
    qint64 m_sequence = 0;
};

} // namespace support
