#pragma once

#include "support/conversation.h"

namespace support {

/// A supervisor's desk: the own DN 7900, agents from 7001 on, and what the server says of them.
class Floor : public Conversation
{
public:
    static inline const tlib::Dn Supervisor{QStringLiteral("7900")};
    static inline const tlib::Dn RoutingPoint{QStringLiteral("5000")};

    static tlib::Dn agent(int number) { return tlib::Dn(QString::number(7000 + number)); }
    static tlib::ConnId call(int number) { return tlib::ConnId(0x006c029a66850000 + quint64(number)); }

    explicit Floor(int agents = 0, bool hasRoutingPoint = false)
    {
        QList<model::DnEntry> entries;
        for (int i = 1; i <= agents; ++i)
            entries.append(
                {.dn = agent(i), .use = model::DnUse::Watched, .name = QStringLiteral("Agent %1").arg(i)});
        watch(entries, hasRoutingPoint);
    }

    /// These, the own DN, and perhaps a routing point.
    void watch(QList<model::DnEntry> entries, bool hasRoutingPoint = false)
    {
        entries.append({.dn = Supervisor, .use = model::DnUse::Own, .name = QStringLiteral("Supervisor")});
        if (hasRoutingPoint)
            entries.append({.dn = RoutingPoint, .use = model::DnUse::RoutingPoint});
        desk.registry.setDns(entries);
        desk.agent.setIdentity({.dn = Supervisor});
    }
    /// Every DN is registered, but for those that the server refuses.
    void connect(const QList<tlib::Dn> &refused = {}, tlib::AgentStatus status = tlib::AgentStatus::Ready)
    {
        desk.connection.open({.host = QStringLiteral("sip-prim.example"), .port = 7007});
        link.acceptAsPrimary();
        tlib::KvList snapshot;
        snapshot.append("AgentStatus", qint32(status));
        while (!link.nothingSent()) {
            const auto asked = link.expect<tlib::RegisterAddress>();
            if (!asked)
                return;
            if (refused.contains(asked->first.dn))
                refuse(asked->second, 59, QStringLiteral("DN is not configured"));
            else
                link.answer(asked->second, {.type = tlib::MessageType::EventRegistered,
                                            .thisDn = asked->first.dn,
                                            .extensions = snapshot});
        }
    }
    void say(tlib::MessageType type, const tlib::Dn &dn, tlib::ConnId id, const tlib::KvList &userData = {},
             const QString &party = {}, tlib::CallType callType = tlib::CallType::Inbound)
    {
        tlib::Event said = event(type, userData, id);
        said.thisDn = dn;
        said.callType = callType;
        if (!party.isEmpty())
            said.otherDn = tlib::Dn(party);
        link.push(said);
    }
    /// An answered call; `word` is what the recorder says of it, if anything.
    void talk(int number, const QString &word = {}, const QString &party = {})
    {
        say(tlib::MessageType::EventRinging, agent(number), call(number), {}, party);
        say(tlib::MessageType::EventEstablished, agent(number), call(number), {}, party);
        if (!word.isEmpty())
            record(number, word);
    }
    void record(int number, const QString &word)
    {
        say(tlib::MessageType::EventAttachedDataChanged, agent(number), call(number), recording(word));
    }
    void release(int number) { say(tlib::MessageType::EventReleased, agent(number), call(number)); }
    /// A call that waits on the routing point.
    void wait(tlib::ConnId id, const QString &caller)
    {
        say(tlib::MessageType::EventRouteRequest, RoutingPoint, id, {}, caller);
    }
};

} // namespace support
