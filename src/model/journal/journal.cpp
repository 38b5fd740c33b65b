#include "model/journal/journal.h"

#include "model/desk.h"
#include "model/statewords.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

QString outcomeOf(const core::Error &why)
{
    switch (why.kind) {
    case core::ErrorKind::Refused: return u"refused"_s;
    case core::ErrorKind::TimedOut: return u"timed-out"_s;
    case core::ErrorKind::LinkLost: return u"unknown"_s;
    case core::ErrorKind::NotConnected: return u"not-sent"_s;
    case core::ErrorKind::NotAllowed:
    case core::ErrorKind::Malformed:
    case core::ErrorKind::InvalidInput:
    case core::ErrorKind::NotFound:
    case core::ErrorKind::Untrusted:
    case core::ErrorKind::Unreachable:
    case core::ErrorKind::Io: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Journal::Journal(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_agentState(wordFor(AgentState::Unknown))
{
    connect(&desk.connection, &ServerConnection::stateChanged, this, &Journal::noteConnection);
    connect(&desk.calls, &CallList::certaintyChanged, this, &Journal::noteDoubt);
    connect(&desk.agent, &AgentSession::changed, this, &Journal::noteAgent);
    connect(&desk.agent, &AgentSession::asked, this, [this](AgentAction action) {
        m_agentAskedAt = m_desk.agent.identity().dn;
        note({.kind = u"request"_s, .what = wordFor(action), .dn = m_agentAskedAt});
    });
    connect(&desk.agent, &AgentSession::settled, this,
            [this](AgentAction action, const core::Result<core::Done> &outcome) {
                noteEnd({}, m_agentAskedAt, wordFor(action), outcome);
            });
    connect(&desk.control, &CallControl::asked, this, &Journal::noteAsked);
    connect(&desk.control, &CallControl::accepted, this, [this](CallId id, CallAction action) {
        note({.kind = u"accepted"_s, .what = wordFor(action), .call = id, .dn = askedAt(id, action)});
    });
    connect(&desk.control, &CallControl::settled, this,
            [this](CallId id, CallAction action, const core::Result<core::Done> &outcome) {
                noteEnd(id, askedAt(id, action), wordFor(action), outcome);
                m_askedAt.erase({id, action});
            });
    connect(&desk.dialling, &Dialling::asked, this,
            [this](const Dn &from) { note({.kind = u"request"_s, .what = u"make"_s, .dn = from}); });
    connect(&desk.dialling, &Dialling::settled, this,
            [this](const Dn &from, const core::Result<CallId> &outcome) {
                noteEnd(outcome ? *outcome : CallId(), from, u"make"_s,
                        outcome ? core::Result<core::Done>(core::Done{}) : outcome.error());
            });
    connect(&desk.routes, &RouteDesk::asked, this, [this](CallId id, const Dn &routingPoint) {
        note({.kind = u"request"_s, .what = u"route"_s, .call = id, .dn = routingPoint});
    });
    connect(&desk.routes, &RouteDesk::settled, this,
            [this](CallId id, const Dn &routingPoint, const core::Result<core::Done> &outcome) {
                noteEnd(id, routingPoint, u"route"_s, outcome);
            });
    connect(&desk.calls, &CallList::inserted, this, [this](CallId id) {
        if (const Call *const call = m_desk.calls.find(id); call && m_desk.views.isOwn(*call))
            follow(id);
    });
    connect(&desk.calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (!(changes & (CallChange::Phase | CallChange::Recording | CallChange::Certainty)))
            return;
        if (const Call *const call = m_desk.calls.find(id); call && m_desk.views.isOwn(*call))
            follow(id); // a watched call may become an own one
        else
            noteCall(id);
    });
    connect(&desk.calls, &CallList::removed, this, &Journal::forget);
}

void Journal::begin(const QString &program)
{
    note({.kind = u"started"_s, .detail = program});
}

void Journal::end(PreviousRun::End end, const QString &how)
{
    note({.kind = u"ended"_s, .what = wordFor(end), .detail = how});
}

void Journal::goOn()
{
    note({.kind = u"goes-on"_s});
}

void Journal::notePrevious(const PreviousRun &run)
{
    note({.kind = u"previous"_s, .what = wordFor(run.end), .code = run.recorded, .detail = run.how});
}

void Journal::note(JournalEntry entry)
{
    entry.at = m_desk.clock.wallTime().toMSecsSinceEpoch();
    Q_EMIT noted(entry);
}

void Journal::noteConnection()
{
    const ServerConnection &connection = m_desk.connection;
    const bool isOffline = connection.state() == ConnectionState::Offline;
    const JournalEntry entry{.kind = u"connection"_s,
                             .what = wordFor(connection.state()),
                             .detail = isOffline ? QString() : connection.endpoint().address()};
    if (entry == m_connection) // its trouble or its role has changed
        return;
    m_connection = entry;
    note(entry);
}

void Journal::noteDoubt()
{
    const bool isDoubted = !m_desk.calls.isCertain();
    if (std::exchange(m_isDoubted, isDoubted) != isDoubted)
        note({.kind = u"doubt"_s, .what = isDoubted ? u"raised"_s : u"over"_s});
    const QList<CallId> followed = m_told.keys();
    for (const CallId id : followed)
        noteCall(id);
}

void Journal::noteAgent()
{
    const QString word = wordFor(m_desk.agent.state());
    if (m_desk.agent.identity().dn.isEmpty() || word == m_agentState)
        return;
    m_agentState = word;
    note({.kind = u"agent"_s, .what = word, .dn = m_desk.agent.identity().dn});
}

void Journal::noteAsked(CallId id, CallAction action, Asker asker)
{
    follow(id);
    m_askedAt.insert_or_assign({id, action}, actingDn(id));
    note({.kind = u"request"_s,
          .what = wordFor(action),
          .call = id,
          .dn = askedAt(id, action),
          .detail = asker == Asker::PauseGuard ? wordFor(Changer::PauseGuard) : QString()});
}

void Journal::noteEnd(CallId id, const Dn &dn, const QString &what, const core::Result<core::Done> &outcome)
{
    note({.kind = u"answer"_s,
          .what = what,
          .call = id,
          .dn = dn,
          .outcome = outcome ? u"confirmed"_s : outcomeOf(outcome.error()),
          .code = outcome ? 0 : outcome.error().serverCode});
}

void Journal::follow(CallId id)
{
    if (!m_told.contains(id))
        m_told.insert(id, {});
    noteCall(id);
}

void Journal::noteCall(CallId id)
{
    const auto told = m_told.find(id);
    const Call *const call = m_desk.calls.find(id);
    if (told == m_told.end() || !call)
        return;
    const CallView seen = m_desk.views.view(*call);
    const bool certain = m_desk.calls.isCertain(*call);
    const Told before = *told;
    *told = {.phase = wordFor(seen.phase), .recording = wordFor(call->recording), .certain = certain};
    const Told now = *told;
    if (now.phase != before.phase)
        note({.kind = u"call"_s, .what = now.phase, .call = id, .dn = seen.dn, .certain = certain});
    if (now.recording != before.recording || now.certain != before.certain)
        note({.kind = u"recording"_s,
              .what = now.recording,
              .call = id,
              .dn = seen.dn,
              .certain = certain,
              .detail = now.recording == before.recording
                            ? QString()
                            : wordFor(m_desk.views.changerOf(call->recording))});
}

void Journal::forget(CallId id)
{
    noteCall(id); // as released
    m_told.remove(id);
}

/// On whose behalf; the call may have gone.
Dn Journal::actingDn(CallId id) const
{
    const Call *const call = m_desk.calls.find(id);
    return call ? m_desk.views.actingDn(*call) : m_desk.registry.ownDn();
}

Dn Journal::askedAt(CallId id, CallAction action) const
{
    const auto asked = m_askedAt.find({id, action});
    return asked == m_askedAt.end() ? actingDn(id) : asked->second; // it may have moved
}

} // namespace model

#include "moc_journal.cpp"
