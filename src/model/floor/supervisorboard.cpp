#include "model/floor/supervisorboard.h"

#include "model/dns/dnregistry.h"

#include <algorithm>

namespace model {

namespace {

/// Of the DN's own leg, which is what its row is about; 0 when it has none (any more).
int urgencyFor(const Dn &dn, const Call *call)
{
    const Leg *const leg = call ? call->findLeg(dn) : nullptr;
    return leg ? urgencyOf(leg->phase) : 0;
}

} // namespace

SupervisorBoard::SupervisorBoard(CallList &calls, DnRegistry &registry, AgentRoster &agents, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_registry(registry)
    , m_agents(agents)
{
    connect(&calls, &CallList::inserted, this,
            [this](CallId id) { onCallChanged(id, CallChange::Phase | CallChange::Recording); });
    connect(&calls, &CallList::changed, this, &SupervisorBoard::onCallChanged);
    connect(&calls, &CallList::removed, this, &SupervisorBoard::onRemoved);
    connect(&calls, &CallList::certaintyChanged, this, &SupervisorBoard::onCertaintyChanged);
    connect(&agents, &AgentRoster::changed, this, &SupervisorBoard::onDnChanged);
    connect(&agents, &AgentRoster::allChanged, this, &SupervisorBoard::allChanged);
    connect(&registry, &DnRegistry::stateChanged, this, &SupervisorBoard::onDnChanged);
    connect(&registry, &DnRegistry::entriesChanged, this, &SupervisorBoard::rebuild);
    rebuild();
}

const Call *SupervisorBoard::callOf(int index) const
{
    const CallId shown = shownAt(index);
    return shown.isNull() ? nullptr : m_calls.find(shown);
}

Agent SupervisorBoard::agentOf(int index) const
{
    return m_agents.agentAt(row(index).dn);
}

MonitorState SupervisorBoard::monitorStateOf(int index) const
{
    return m_registry.stateOf(row(index).dn);
}

void SupervisorBoard::rebuild()
{
    const BoardCounts before = m_counts;
    ++m_generation;
    m_rows.clear();
    m_indexes.clear();
    m_places.clear();
    m_counts = {};
    for (const DnEntry &entry : m_registry.entries()) {
        if (entry.use == DnUse::RoutingPoint)
            continue;
        m_indexes.insert(entry.dn, size());
        m_rows.push_back({.dn = entry.dn, .agentName = entry.name, .isOwn = entry.use == DnUse::Own});
    }
    RowChanges changes; // the reset says it all
    for (const CallId id : m_calls.ids()) {
        if (const Call *const call = m_calls.find(id); call && !call->isOver())
            settle(*call, changes);
    }
    const int generation = m_generation;
    Q_EMIT reset();
    if (generation == m_generation && m_counts != before)
        Q_EMIT countsChanged();
}

void SupervisorBoard::onCallChanged(CallId id, CallChanges what)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return;
    const BoardCounts before = m_counts;
    const auto known = m_places.constFind(id);
    const bool isNew = known == m_places.constEnd();
    const Light lightBefore = isNew ? Light::Unknown : known->light;
    RowChanges changes;
    if (isNew || what & (CallChange::Phase | CallChange::Parties))
        settle(*call, changes);
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return tell(changes, before);
    if (const Light light = lightOf(*call); light != place->light) {
        --countOf(place->light);
        ++countOf(light);
        place->light = light;
    }
    // Asked of the light too: what it shows may turn on more than the recording that changed.
    const bool isOfRecording = what & (CallChange::Recording | CallChange::Certainty | CallChange::Pending) ||
                               isNew || lightBefore != place->light;
    if (isOfRecording || what & (CallChange::Phase | CallChange::Parties)) {
        for (const int row : place->rows)
            changes.append({.row = row, .isOfRecording = isOfRecording && shownAt(row) == id});
    }
    tell(changes, before);
}

void SupervisorBoard::onRemoved(CallId id)
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return;
    const BoardCounts before = m_counts;
    RowChanges changes;
    --m_counts.calls;
    --countOf(place->light);
    for (const int row : place->rows)
        changes.append({.row = row, .isOfRecording = takeFromRow(id, row)});
    m_places.erase(place);
    tell(changes, before);
}

void SupervisorBoard::onCertaintyChanged()
{
    const BoardCounts before = m_counts;
    recount();
    const int generation = m_generation;
    Q_EMIT allChanged();
    if (generation == m_generation && m_counts != before)
        Q_EMIT countsChanged();
}

void SupervisorBoard::onDnChanged(const Dn &dn)
{
    if (const int index = indexOf(dn); index >= 0)
        Q_EMIT rowChanged(index);
}

/// Brings the call into the rows of the DNs that take part in it now, in its place by urgency, and out of the
/// others. Notes the rows in which another call is shown than before, or more, or fewer.
void SupervisorBoard::settle(const Call &call, RowChanges &changes)
{
    QVarLengthArray<int, 2> rows;
    for (const Leg &leg : call.legs) {
        const int index = leg.phase == CallPhase::Released ? -1 : indexOf(leg.dn);
        if (index >= 0 && !rows.contains(index))
            rows.append(index);
    }
    const auto known = m_places.find(call.id);
    const QVarLengthArray<int, 2> before = known == m_places.end() ? QVarLengthArray<int, 2>() : known->rows;
    for (const int row : before) {
        if (!rows.contains(row))
            changes.append({.row = row, .isOfRecording = takeFromRow(call.id, row)});
    }
    for (const int row : rows) {
        if (const bool showsAnother = putIntoRow(call, row); showsAnother || !before.contains(row))
            changes.append({.row = row, .isOfRecording = showsAnother});
    }
    if (rows.isEmpty() && known != m_places.end()) {
        --m_counts.calls;
        --countOf(known->light);
        m_places.erase(known);
    } else if (!rows.isEmpty() && known != m_places.end()) {
        known->rows = rows;
    } else if (!rows.isEmpty()) {
        const Light light = lightOf(call);
        m_places.insert(call.id, {.rows = rows, .light = light});
        ++m_counts.calls;
        ++countOf(light);
    }
}

/// Says whether the row shows another call now. Of equally urgent ones, what stands first stays first.
bool SupervisorBoard::putIntoRow(const Call &call, int index)
{
    BoardRow &row = m_rows[size_t(index)];
    const CallId before = shownAt(index);
    const int urgency = urgencyFor(row.dn, &call);
    const auto urgencyAt = [&](qsizetype at) { return urgencyFor(row.dn, m_calls.find(row.calls[at])); };
    const qsizetype at = row.calls.indexOf(call.id);
    if (at >= 0 && (at == 0 || urgencyAt(at - 1) >= urgency) &&
        (at == row.calls.size() - 1 || urgencyAt(at + 1) <= urgency))
        return false;
    row.calls.removeOne(call.id);
    // They stand by their urgency: a hostile server's row may have thousands.
    const auto place = std::partition_point(row.calls.cbegin(), row.calls.cend(), [&](CallId other) {
        return urgencyFor(row.dn, m_calls.find(other)) >= urgency;
    });
    row.calls.insert(place, call.id);
    return shownAt(index) != before;
}

bool SupervisorBoard::takeFromRow(CallId id, int index)
{
    const CallId before = shownAt(index);
    m_rows[size_t(index)].calls.removeOne(id);
    return shownAt(index) != before;
}

SupervisorBoard::Light SupervisorBoard::lightOf(const Call &call) const
{
    if (!m_calls.isCertain(call))
        return Light::Unknown;
    if (call.recording.isLegacy())
        return Light::Legacy;
    switch (call.recording.state) {
    case RecordingState::Unknown: return Light::Unknown;
    case RecordingState::Off: return Light::Off;
    case RecordingState::On: return Light::On;
    case RecordingState::Paused: return Light::Paused;
    }
    Q_UNREACHABLE();
}

int &SupervisorBoard::countOf(Light light)
{
    switch (light) {
    case Light::On: return m_counts.on;
    case Light::Paused: return m_counts.paused;
    case Light::Off: return m_counts.off;
    case Light::Legacy: return m_counts.legacy;
    case Light::Unknown: return m_counts.unknown;
    }
    Q_UNREACHABLE();
}

void SupervisorBoard::recount()
{
    m_counts = {.calls = int(m_places.size())};
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        const Call *const call = m_calls.find(place.key());
        place->light = call ? lightOf(*call) : Light::Unknown;
        ++countOf(place->light);
    }
}

/// Last, when everything is in its place: who hears of it may change anything, the rows included.
void SupervisorBoard::tell(const RowChanges &changes, const BoardCounts &before)
{
    const int generation = m_generation;
    const bool countsDiffer = m_counts != before;
    for (qsizetype i = 0; i < changes.size() && generation == m_generation; ++i) {
        const int row = changes[i].row;
        const auto isOfRow = [row](const RowChange &other) { return other.row == row; };
        if (std::any_of(changes.begin(), changes.begin() + i, isOfRow))
            continue; // told already, with the greater of its changes
        if (std::any_of(changes.begin() + i, changes.end(),
                        [&](const RowChange &other) { return isOfRow(other) && other.isOfRecording; }))
            Q_EMIT recordingChanged(row);
        else
            Q_EMIT rowChanged(row);
    }
    if (countsDiffer && generation == m_generation)
        Q_EMIT countsChanged();
}

} // namespace model

#include "moc_supervisorboard.cpp"
