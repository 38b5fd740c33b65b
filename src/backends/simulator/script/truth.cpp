#include "backends/simulator/script/truth.h"

#include "backends/simulator/script/jsonfields.h"
#include "backends/simulator/switch/switch.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString typeWord(tlib::CallType type)
{
    switch (type) {
    case tlib::CallType::Unknown: return u"unknown"_s;
    case tlib::CallType::Internal: return u"internal"_s;
    case tlib::CallType::Inbound: return u"inbound"_s;
    case tlib::CallType::Outbound: return u"outbound"_s;
    case tlib::CallType::Consult: return u"consult"_s;
    }
    Q_UNREACHABLE();
}

QString statusWord(tlib::AgentStatus status)
{
    switch (status) {
    case tlib::AgentStatus::None: return u"none"_s;
    case tlib::AgentStatus::LoggedOut: return u"logged-out"_s;
    case tlib::AgentStatus::NotReady: return u"not-ready"_s;
    case tlib::AgentStatus::Ready: return u"ready"_s;
    case tlib::AgentStatus::AfterCallWork: return u"after-call-work"_s;
    }
    Q_UNREACHABLE();
}

QString serviceWord(tlib::RecordingCommand command)
{
    switch (command) {
    case tlib::RecordingCommand::Start: return u"start"_s;
    case tlib::RecordingCommand::Pause: return u"pause"_s;
    case tlib::RecordingCommand::Resume: return u"resume"_s;
    case tlib::RecordingCommand::Stop: return u"stop"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const RecordingSession &recording)
{
    const qint64 recorded = recording.recorded.count();
    const qint64 silence = recording.silence.count();
    QJsonArray destinations;
    for (const QString &uri : recording.destinations)
        destinations.append(
            QJsonObject{{u"uri"_s, uri}, {u"recordedMs"_s, recorded}, {u"silenceMs"_s, silence}});
    return {{u"state"_s, stateWord(recording.state)},
            {u"id"_s, recording.id},
            {u"file"_s, recording.file},
            {u"dn"_s, recording.dn.toString()},
            {u"recordedMs"_s, recorded},
            {u"silenceMs"_s, silence},
            {u"destinations"_s, destinations},
            {u"params"_s, pairsTo(recording.remarks.params)},
            {u"reasons"_s, pairsTo(recording.remarks.reasons)}};
}

QJsonObject jsonOf(const SwitchCall &call, const SwitchRecordingControl &recording)
{
    QJsonObject parties;
    for (const Party &party : call.parties)
        parties.insert(party.dn.toString(), stateWord(party.state));
    QJsonArray recordings;
    for (const RecordingSession &session : recording.recordingsOf(call.id))
        recordings.append(jsonOf(session));
    const RecordingSession current = recording.recordingOf(call.id);
    return {{u"connId"_s, call.id.toString()},
            {u"callUuid"_s, call.uuid.toString()},
            {u"type"_s, typeWord(call.type)},
            {u"parties"_s, parties},
            {u"recording"_s, stateWord(current.state)},
            {u"file"_s, current.file},
            {u"recordings"_s, recordings},
            {u"userData"_s, pairsTo(call.userData)}};
}

QJsonObject jsonOf(const Clients::Client &client)
{
    QJsonArray dns;
    for (const tlib::Dn &dn : client.dns)
        dns.append(dn.toString());
    return {{u"name"_s, client.name.toString()}, {u"dns"_s, dns}};
}

QJsonValue jsonOf(const std::optional<tlib::RecordingService> &service)
{
    if (!service)
        return QJsonValue::Null;
    return QJsonObject{{u"service"_s, serviceWord(service->command)},
                       {u"dn"_s, service->dn.toString()},
                       {u"connId"_s, service->call.toString()},
                       {u"extensions"_s, pairsTo(service->extensions)},
                       {u"reasons"_s, pairsTo(service->reasons)}};
}

} // namespace

QJsonObject truthOf(Switch &sw)
{
    QJsonArray calls, clients, agents;
    for (const auto &[id, call] : sw.book().all())
        calls.append(jsonOf(call, sw.recording()));
    for (const auto &[id, client] : sw.clients().all())
        clients.append(jsonOf(client));
    for (const auto &[dn, seat] : sw.agents().seats()) {
        agents.append(QJsonObject{{u"dn"_s, dn.toString()},
                                  {u"agentId"_s, seat.agent.toString()},
                                  {u"state"_s, statusWord(seat.status)}});
    }
    return {{u"calls"_s, calls},
            {u"clients"_s, clients},
            {u"agents"_s, agents},
            {u"switchLink"_s, sw.isLinkUp()},
            {u"lastService"_s, jsonOf(sw.recording().lastService())}};
}

} // namespace simulator
