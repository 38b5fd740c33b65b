#pragma once

#include "model/statewords.h"
#include "support/conversation.h"

#include <QRandomGenerator>

namespace support {

/// A floor of agents and routing points, and everything that can come to it, at random.
class RandomFloor : public Conversation
{
public:
    explicit RandomFloor(quint32 seed)
        : m_random(seed)
    {
        for (int n = 0; n < 8; ++n)
            m_all.append({.dn = model::Dn(QString::number(7001 + n)),
                          .use = model::DnUse::Watched,
                          .name = QStringLiteral("Agent %1").arg(n % 3)});
        for (int n = 0; n < 3; ++n)
            m_all.append({.dn = model::Dn(QString::number(8000 + n)), .use = model::DnUse::RoutingPoint});
        m_all.append({.dn = model::Dn(QStringLiteral("7900")), .use = model::DnUse::Own});
        desk.registry.setDns(m_all);
        desk.connection.open({.host = QStringLiteral("sip-prim.example"), .port = 7007});
        link.acceptAsPrimary();
        while (!link.nothingSent())
            answer();
        doubleAll();
    }

    void step()
    {
        switch (at(20)) {
        case 0: return clock.advance(std::chrono::milliseconds(at(700)));
        case 1:
            return at(8) == 0 ? clock.advance(std::chrono::seconds(61))
                              : clock.advance(std::chrono::milliseconds(16));
        case 2: return at(4) == 0 ? breakLink() : answer();
        case 3: return at(4) == 0 ? changeDns() : answer();
        case 4: return at(8) == 0 ? endAll() : answer();
        case 5: return at(8) == 0 ? doubleAll() : answer();
        case 6:
            (void)desk.routes.route(call(), dn(), {.destination = model::Dn(QStringLiteral("7001"))});
            return;
        case 7:
            (void)desk.control.perform(call(), model::AllCallActions[size_t(at(4))]); // of recording
            return;
        default: return say();
        }
    }
    int at(int below) { return int(m_random.bounded(below)); }
    tlib::ConnId call() { return tlib::ConnId(quint64(1 + at(12))); }
    model::Dn dn() { return m_all.at(at(int(m_all.size()))).dn; }

private:
    void say()
    {
        using enum tlib::MessageType;
        constexpr tlib::MessageType Types[] = {
            EventRinging,      EventDialing,      EventEstablished,  EventHeld,
            EventReleased,     EventAbandoned,    EventQueued,       EventRouteRequest,
            EventRouteRequest, EventRouteUsed,    EventDiverted,     EventAttachedDataChanged,
            EventPartyAdded,   EventPartyDeleted, EventPartyChanged, EventQueued};
        const tlib::KvList data =
            at(2) == 0 ? recording(QStringLiteral("ON")) : recording(QStringLiteral("PAUSED"));
        tlib::Event said = event(Types[at(int(std::size(Types)))], data, call());
        said.thisDn = dn();
        said.otherDn = at(3) == 0 ? dn() : Caller;
        if (said.type == EventPartyChanged)
            said.previousConnId = call();
        if (at(6) == 0)
            said.sequenceNumber.reset();
        link.push(said);
        if (at(5) == 0)
            link.push(said);
    }
    tlib::KvList snapshot()
    {
        tlib::KvList list;
        const int calls = at(4);
        for (int n = 1; n <= calls; ++n) {
            const QByteArray number = QByteArray::number(n);
            list.append("conn-" + number, call().toString());
            list.append("ct-" + number, qint32(tlib::CallType::Inbound));
            list.append("ps-" + number,
                        qint32(at(2) == 0 ? tlib::PartyState::Queued : tlib::PartyState::Connected));
        }
        return list;
    }
    /// Some of what was asked, this way or that.
    void answer()
    {
        for (int left = at(20); left > 0 && !link.nothingSent(); --left) {
            const FakeLink::Sent sent = link.take();
            const auto *asked = std::get_if<tlib::RegisterAddress>(&sent.request);
            if (asked && at(6) != 0)
                link.answer(sent.id, {.type = tlib::MessageType::EventRegistered,
                                      .thisDn = asked->dn,
                                      .extensions = snapshot()});
            else if (at(2) == 0)
                refuse(sent.id, at(2) == 0 ? 59 : tlib::errorcode::InvalidConnId);
            else
                acknowledge(sent.id);
        }
    }
    void breakLink()
    {
        switch (at(4)) {
        case 0: return link.push({.type = tlib::MessageType::EventLinkDisconnected});
        case 1: return link.push({.type = tlib::MessageType::EventLinkConnected});
        case 2: return link.push({.type = tlib::MessageType::EventUnregistered, .thisDn = dn()});
        default:
            link.lose();
            waitForAttempt();
            link.acceptAsPrimary();
        }
    }
    void changeDns()
    {
        QList<model::DnEntry> entries = m_all;
        switch (at(3)) {
        case 0: entries.clear(); break;
        case 1: entries.removeIf([this](const model::DnEntry &) { return at(2) == 0; }); break;
        default: break;
        }
        desk.registry.setDns(entries);
    }
    void endAll()
    {
        for (quint64 id = 1; id <= 12; ++id) {
            for (const model::DnEntry &entry : std::as_const(m_all)) {
                tlib::Event said = event(tlib::MessageType::EventReleased, {}, tlib::ConnId(id));
                said.thisDn = entry.dn;
                link.push(said);
            }
        }
    }
    /// Each call on every routing point.
    void doubleAll()
    {
        for (quint64 id = 1; id <= 12; ++id) {
            for (int n = 0; n < 3; ++n) {
                tlib::Event said =
                    event(at(2) == 0 ? tlib::MessageType::EventQueued : tlib::MessageType::EventRouteRequest,
                          {}, tlib::ConnId(id));
                said.thisDn = model::Dn(QString::number(8000 + n));
                link.push(said);
            }
        }
    }

    QRandomGenerator m_random;
    QList<model::DnEntry> m_all;
};

} // namespace support
