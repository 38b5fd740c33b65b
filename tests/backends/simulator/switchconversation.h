#pragma once

#include "backends/simulator/switch/switch.h"
#include "support/manualclock.h"

namespace simulatortest {

using namespace Qt::StringLiterals;

inline const tlib::Dn agent(u"7001"_s); // recorded by configuration
inline const tlib::Dn second(u"7002"_s);
inline const tlib::Dn third(u"7003"_s);
inline const tlib::Dn supervisor(u"7900"_s);
inline const tlib::Dn routingPoint(u"8000"_s);
inline const tlib::Dn queue(u"5000"_s);
inline const tlib::Dn customer(u"+493055501"_s);

inline constexpr core::Duration recorderDelay{100};

inline simulator::SwitchConfiguration smallSwitch()
{
    simulator::SwitchConfiguration configuration;
    configuration.dns = {{.dn = agent, .record = true, .agentId = tlib::AgentId(u"1001"_s)},
                         {.dn = second},
                         {.dn = third},
                         {.dn = supervisor},
                         {.dn = routingPoint, .kind = simulator::DnKind::RoutingPoint},
                         {.dn = queue, .kind = simulator::DnKind::Queue}};
    configuration.recorder.delay = recorderDelay;
    return configuration;
}

/// Text pairs.
inline tlib::KvList pairs(std::initializer_list<std::pair<const char *, const char16_t *>> content)
{
    tlib::KvList list;
    for (const auto &[key, value] : content)
        list.append(key, QStringView(value));
    return list;
}

/// A switch, clients that speak to it, and everything that each was told.
class Conversation
{
public:
    explicit Conversation(simulator::SwitchConfiguration configuration = smallSwitch())
        : sw(std::move(configuration), clock,
             {.deliver = [this](tlib::ClientId client,
                                const tlib::Event &event) { heard[client].append(event); },
              .disconnect = [this](tlib::ClientId client) { disconnected.append(client); },
              .dropAll = [this] { ++drops; }})
    {
    }

    /// Registers a client without any DN and without remembering the greeting.
    tlib::ClientId client(std::initializer_list<tlib::Dn> dns = {})
    {
        const tlib::ClientId id{++m_lastClient};
        sw.handle(id, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
        for (const tlib::Dn &dn : dns)
            sw.handle(id, tlib::RegisterAddress{.dn = dn}, tlib::ReferenceId(1));
        heard.remove(id);
        return id;
    }
    tlib::ReferenceId ask(tlib::ClientId client, const tlib::Request &request)
    {
        m_lastReference = m_lastReference.next();
        sw.handle(client, request, m_lastReference);
        return m_lastReference;
    }
    /// What this client was told since the last time.
    QList<tlib::Event> take(tlib::ClientId client) { return heard.take(client); }
    tlib::Event takeOnly(tlib::ClientId client)
    {
        const QList<tlib::Event> events = take(client);
        return events.size() == 1 ? events.first() : tlib::Event{};
    }
    /// "Ringing 7002, Dialing 7001 #5": types without "Event", DNs, and the reference id where there is one.
    QString story(tlib::ClientId client)
    {
        QStringList lines;
        for (const tlib::Event &event : take(client)) {
            QString line = tlib::messageName(event.type).remove(u"Event"_s);
            if (event.errorCode)
                line += u' ' + QString::number(*event.errorCode);
            if (!event.thisDn.isEmpty())
                line += u' ' + event.thisDn.toString();
            if (!event.referenceId.isNull())
                line += u" #"_s;
            lines.append(line);
        }
        return lines.join(u", "_s);
    }
    tlib::ConnId talk(const tlib::Dn &from, const tlib::Dn &to)
    {
        const tlib::ConnId id = *sw.calls().make(from, to, {});
        (void)sw.calls().answer(to, id);
        return id;
    }
    void letRecorderWork() { clock.advance(recorderDelay); }

    support::ManualClock clock;
    QHash<tlib::ClientId, QList<tlib::Event>> heard;
    QList<tlib::ClientId> disconnected;
    int drops = 0;
    simulator::Switch sw;

private:
    quint32 m_lastClient = 0;
    tlib::ReferenceId m_lastReference{100};
};

} // namespace simulatortest
