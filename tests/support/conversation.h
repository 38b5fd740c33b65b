#pragma once

#include "model/desk.h"
#include "support/fakelink.h"
#include "support/manualclock.h"

namespace support {

/// A desk with one DN, talking to a server that the test plays.
class Conversation
{
public:
    static inline const tlib::Dn OwnDn{QStringLiteral("7001")};
    static inline const tlib::Dn Caller{QStringLiteral("+493055501")};
    static constexpr tlib::ConnId CallOne{0x006c029a6685d004};

    explicit Conversation(const model::DeskConfiguration &configuration = {})
        : desk(link, clock, configuration)
    {
        desk.registry.setDns({OwnDn});
        desk.agent.setIdentity({.dn = OwnDn, .agentId = tlib::AgentId(QStringLiteral("1001"))});
    }

    /// Connects, and registers the DN with this snapshot of its calls.
    void connect(const tlib::KvList &snapshot = {})
    {
        desk.connection.open({.host = QStringLiteral("sip-prim.example"), .port = 7007});
        reconnect(snapshot);
    }
    /// The server takes the attempt that is under way.
    void reconnect(const tlib::KvList &snapshot = {})
    {
        link.acceptAsPrimary();
        if (const auto asked = link.expect<tlib::RegisterAddress>())
            link.answer(
                asked->second,
                {.type = tlib::MessageType::EventRegistered, .thisDn = OwnDn, .extensions = snapshot});
    }
    void loseLink() { link.lose(); }
    /// Until the next attempt to connect has been made.
    void waitForAttempt()
    {
        const int before = link.openings();
        for (int i = 0; i < 1000 && link.openings() == before; ++i)
            clock.advance(std::chrono::milliseconds(100));
    }

    tlib::Event event(tlib::MessageType type, const tlib::KvList &userData = {}, tlib::ConnId call = CallOne)
    {
        return {.type = type,
                .connId = call,
                .callUuid = tlib::CallUuid(QStringLiteral("01RCC3N118B1V0SL8O7GK2LAES000005")),
                .callType = tlib::CallType::Inbound,
                .thisDn = OwnDn,
                .otherDn = Caller,
                .thisDnRole = tlib::DnRole::Destination,
                .userData = userData,
                .sequenceNumber = ++m_sequence};
    }
    void say(tlib::MessageType type, const tlib::KvList &userData = {}, tlib::ConnId call = CallOne)
    {
        link.push(event(type, userData, call));
    }
    /// A call that rings and is answered; its recording is what `userData` says.
    void talk(const tlib::KvList &userData = {}, tlib::ConnId call = CallOne)
    {
        say(tlib::MessageType::EventRinging, {}, call);
        say(tlib::MessageType::EventEstablished, userData, call);
    }
    /// The recorder's notice.
    void sayRecording(const QString &word, const QString &file = QStringLiteral("file-1"),
                      tlib::ConnId call = CallOne)
    {
        say(tlib::MessageType::EventAttachedDataChanged, recording(word, file), call);
    }
    void acknowledge(tlib::ReferenceId id) { link.answer(id, {.type = tlib::MessageType::EventAck}); }
    void refuse(tlib::ReferenceId id, int code, const QString &text = {})
    {
        link.answer(
            id, {.type = tlib::MessageType::EventError, .errorCode = code, .errorMessage = tlib::Text(text)});
    }

    static tlib::KvList recording(const QString &word, const QString &file = QStringLiteral("file-1"))
    {
        tlib::KvList list;
        list.append("CustomerSegment", u"gold");
        if (!word.isEmpty())
            list.append("GSIP_RECORD", word);
        if (!file.isEmpty())
            list.append("GSIP_REC_FN", file);
        return list;
    }
    /// One call as a DN's snapshot lists it.
    static tlib::KvList snapshotOf(tlib::ConnId call, tlib::PartyState state = tlib::PartyState::Connected)
    {
        tlib::KvList list;
        list.append("conn-1", call.toString());
        list.append("ct-1", qint32(tlib::CallType::Inbound));
        list.append("ps-1", qint32(state));
        list.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
        return list;
    }

    const model::Call *call(tlib::ConnId id = CallOne) const { return desk.calls.find(id); }
    bool isCertain(tlib::ConnId id = CallOne) const { return call(id) && desk.calls.isCertain(*call(id)); }

    ManualClock clock;
    FakeLink link;
    model::Desk desk;

private:
    qint64 m_sequence = 0;
};

} // namespace support
