#include "backends/simulator/pair/replica.h"

#include "backends/simulator/recording/switchrecordingcontrol.h"

namespace simulator {

Replica::Replica(Directory &directory, CallBook &book, SwitchRecordingControl &recording,
                 AgentControl &agents)
    : m_directory(directory)
    , m_book(book)
    , m_recording(recording)
    , m_agents(agents)
{
    m_directory.noteChanges(m_changed);
    m_book.noteChanges(m_changed);
    m_agents.noteChanges(m_changed);
}

ReplicaChange Replica::beginning()
{
    ReplicaChange change{.begins = true};
    addCounters(change);
    for (const auto &[dn, config] : m_directory.all())
        change.dns.push_back({.dn = dn, .record = config.record, .busy = config.busy});
    for (const auto &[dn, seat] : m_agents.seats())
        change.agents.push_back({.dn = dn, .seat = seat});
    for (const auto &[id, call] : std::as_const(m_book).all())
        m_changed.callTouched(id);
    return change;
}

ReplicaChange Replica::next(std::size_t most)
{
    ReplicaChange change;
    addCounters(change);
    for (const tlib::ConnId id : m_changed.takeCalls(most))
        addCall(change, id);
    for (const tlib::Dn &dn : m_changed.takeAgents()) {
        const auto seat = m_agents.seats().find(dn);
        change.agents.push_back(
            {.dn = dn, .seat = seat == m_agents.seats().end() ? std::nullopt : std::optional(seat->second)});
    }
    for (const tlib::Dn &dn : m_changed.takeDns()) {
        if (const DnConfig *config = m_directory.find(dn))
            change.dns.push_back({.dn = dn, .record = config->record, .busy = config->busy});
    }
    return change;
}

void Replica::addCall(ReplicaChange &change, tlib::ConnId id) const
{
    const SwitchCall *call = std::as_const(m_book).find(id);
    if (!call) {
        change.gone.push_back(id);
        return;
    }
    const MediaServer &media = std::as_const(m_recording).mediaServer();
    const MediaServer::Tape *tape = media.tapeOf(id);
    change.calls.push_back({.call = *call,
                            .known = std::as_const(m_recording).rules().knownOf(id),
                            .tape = tape ? std::optional(*tape) : std::nullopt,
                            .due = media.dueOf(id)});
}

void Replica::addCounters(ReplicaChange &change) const
{
    change.lastCall = m_book.lastId();
    change.lastRecording = std::as_const(m_recording).mediaServer().lastId();
    change.lastService = m_recording.lastService();
}

void Replica::apply(const ReplicaChange &change)
{
    m_book.passId(change.lastCall);
    m_recording.mediaServer().passId(change.lastRecording);
    m_recording.setLastService(change.lastService);
    for (const DnReplica &dn : change.dns) {
        m_directory.setRecord(dn.dn, dn.record);
        m_directory.setBusy(dn.dn, dn.busy);
    }
    for (const AgentReplica &agent : change.agents)
        m_agents.put(agent.dn, agent.seat);
    for (const tlib::ConnId id : change.gone) {
        if (std::as_const(m_book).find(id))
            m_book.take(id);
        m_recording.rules().forgetCall(id);
        m_recording.mediaServer().forget(id);
    }
    for (const CallReplica &replica : change.calls)
        put(replica);
}

void Replica::put(const CallReplica &replica)
{
    m_book.put(replica.call);
    m_recording.rules().put(replica.call.id, replica.known);
    if (replica.tape)
        m_recording.mediaServer().put(replica.call.id, *replica.tape, replica.due);
}

void Replica::clear()
{
    m_book.clear();
    m_recording.rules().clear();
    m_recording.mediaServer().clear();
    m_recording.setLastService(std::nullopt);
    while (!m_agents.seats().empty())
        m_agents.put(m_agents.seats().begin()->first, std::nullopt);
}

} // namespace simulator
