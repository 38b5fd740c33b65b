#include "model/dns/dnregistry.h"

#include "core/logging.h"
#include "model/calls/calllist.h"
#include "model/calls/calltracker.h"
#include "model/link/serverconnection.h"

namespace model {

DnRegistry::DnRegistry(ServerConnection &connection, CallTracker &tracker, CallList &calls,
                       core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_tracker(tracker)
    , m_calls(calls)
    , m_questions(connection, calls, clock, [this](const Dn &dn) { return addressTypeOf(dn); })
{
    connect(&m_questions, &QuestionQueue::answered, this, &DnRegistry::onAnswered);
    connect(&m_questions, &QuestionQueue::failed, this, &DnRegistry::onFailed);
    connect(&connection, &ServerConnection::epochOpened, this, &DnRegistry::begin);
    connect(&connection, &ServerConnection::eventReceived, this, &DnRegistry::onEvent);
    connect(&tracker, &CallTracker::unconfirmed, this, &DnRegistry::ask);
    connect(&tracker, &CallTracker::snapshotWanted, this, &DnRegistry::askForSnapshot);
    connect(&tracker, &CallTracker::snapshotsWanted, this, &DnRegistry::askForAllSnapshots);
}

void DnRegistry::setDns(const QList<Dn> &own)
{
    QList<DnEntry> entries;
    for (const Dn &dn : own)
        entries.append({.dn = dn});
    setDns(entries);
}

void DnRegistry::watchEverybody()
{
    m_onlyListens = true;
    m_tracker.watchEverybody();
}

Dn DnRegistry::ownDn() const
{
    const auto own = std::find_if(m_entries.begin(), m_entries.end(),
                                  [](const DnEntry &entry) { return entry.use == DnUse::Own; });
    return own == m_entries.end() ? Dn() : own->dn;
}

/// Nothing where it is watched no more.
std::optional<tlib::AddressType> DnRegistry::addressTypeOf(const Dn &dn) const
{
    if (!m_uses.contains(dn))
        return std::nullopt;
    return isRoutingPoint(dn) ? tlib::AddressType::RouteDn : tlib::AddressType::Dn;
}

void DnRegistry::setDns(const QList<DnEntry> &entries)
{
    m_entries.clear();
    const QList<Dn> before = std::exchange(m_dns, {});
    const QHash<Dn, DnUse> usedBefore = std::exchange(m_uses, {});
    const QHash<Dn, MonitorState> known = std::exchange(m_states, {});
    QList<Dn> withCalls;
    const auto isSameKind = [&](const Dn &dn) { // a routing point is registered as another type of address
        const auto use = usedBefore.constFind(dn);
        return use != usedBefore.constEnd() && m_uses.contains(dn) &&
               (*use == DnUse::RoutingPoint) == isRoutingPoint(dn);
    };
    for (const DnEntry &entry : entries) {
        const Dn &dn = entry.dn;
        if (dn.isEmpty() || m_states.contains(dn))
            continue;
        m_dns.append(dn);
        m_entries.append(entry);
        m_uses.insert(dn, entry.use);
        if (entry.use != DnUse::RoutingPoint)
            withCalls.append(dn);
        m_states.insert(dn, isSameKind(dn) ? known.value(dn) : MonitorState::Waiting);
        if (m_questions.isOpen() && !isSameKind(dn))
            m_questions.put({.dn = dn});
    }
    m_answered = std::count_if(m_states.cbegin(), m_states.cend(),
                               [](MonitorState state) { return state != MonitorState::Waiting; });
    m_tracker.setDns(withCalls);
    for (const Dn &dn : before) {
        if (isSameKind(dn))
            continue;
        m_tracker.leaveAll(dn);
        if (m_questions.isOpen())
            m_connection.request(tlib::UnregisterAddress{.dn = dn}, this, [](const auto &) {});
    }
    Q_EMIT entriesChanged();
    Q_EMIT progressChanged();
    m_questions.pump();
}

void DnRegistry::begin()
{
    m_questions.begin();
    const QList<Dn> dns = m_dns;
    for (const Dn &dn : dns) {
        setState(dn, MonitorState::Waiting);
        m_questions.put({.dn = dn});
    }
    m_questions.pump();
}

void DnRegistry::onAnswered(const Question &question, const tlib::Event &answer)
{
    const Dn &dn = question.dn;
    if (!question.call.isNull()) {
        onQueried(question, answer);
        Q_EMIT queried(dn, question.call, answer);
        return;
    }
    const bool isExpected = question.isAgain ? stateOf(dn) == MonitorState::Monitored : m_states.contains(dn);
    if (!isExpected)
        return; // it is watched no more, or is being registered anew
    if (!isRoutingPoint(dn))
        takeSnapshot(question, answer);
    if (question.isRegistration())
        setState(dn, MonitorState::Monitored);
    Q_EMIT snapshotTaken(dn, answer);
}

void DnRegistry::onFailed(const Question &question, const core::Error &why)
{
    if (!question.call.isNull()) {
        onQueryFailed(question, why);
        Q_EMIT queryFailed(question.dn, question.call, why);
    } else if (question.isRegistration() && m_states.contains(question.dn)) {
        onRefused(question, why);
    } else if (why.kind == core::ErrorKind::TimedOut && stateOf(question.dn) == MonitorState::Monitored) {
        m_questions.put(question); // or a call of which nothing was said would never be found
    }                              // else whoever wanted it asks again
}

void DnRegistry::onRefused(const Question &question, const core::Error &why)
{
    if (why.kind == core::ErrorKind::TimedOut)
        return m_questions.put(question); // asking again does no harm
    if (why.kind == core::ErrorKind::NotConnected)
        return m_questions.holdUp(); // the link is gone, which is about to be said
    qCWarning(core::modelLog).noquote() << "a DN is not monitored:" << core::toString(why);
    m_tracker.leaveAll(question.dn);
    setState(question.dn, MonitorState::Refused);
    Q_EMIT refused(question.dn, why);
}

void DnRegistry::takeSnapshot(const Question &question, const tlib::Event &event)
{
    const QList<CallId> present =
        m_tracker.applySnapshot(question.dn, event.extensions, event.sequenceNumber.value_or(0));
    for (const CallId call : present) {
        const Call *const known = m_calls.find(call);
        if (!known || known->confirmedIn == m_calls.epoch())
            continue;
        const Question about{.dn = question.dn, .call = call, .isCounted = question.isCounted};
        if (question.isRegistration())
            m_questions.putAnew(about); // what was asked before is refused to who was not registered
        else
            m_questions.put(about);
    }
}

const TakeOver &DnRegistry::takeOver() const
{
    return m_tracker.takeOver();
}

void DnRegistry::askForSnapshot(const Dn &dn)
{
    if (!m_questions.isOpen() || m_onlyListens || stateOf(dn) != MonitorState::Monitored)
        return;
    m_questions.put({.dn = dn, .isAgain = true, .isCounted = false});
    m_questions.pump();
}

void DnRegistry::askForAllSnapshots()
{
    const QList<Dn> dns = m_dns;
    for (const Dn &dn : dns)
        askForSnapshot(dn);
}

void DnRegistry::onQueried(const Question &question, const tlib::Event &answer)
{
    if (answer.connId.isNull() || answer.connId == question.call)
        return m_tracker.applyPartyInfo(question.call, answer);
    qCWarning(core::modelLog) << "asked about one call, the server has answered about another";
    m_questions.putLater(question);
}

void DnRegistry::onQueryFailed(const Question &question, const core::Error &why)
{
    if (why.serverCode == tlib::errorcode::InvalidConnId)
        return m_tracker.forget(question.call);
    if (!m_calls.find(question.call))
        return;
    if (why.kind == core::ErrorKind::TimedOut)
        return m_questions.put({.dn = question.dn, .call = question.call, .isCounted = false});
    if (!question.isRepeat)
        qCWarning(core::modelLog).noquote() << "a call stays uncertain:" << core::toString(why);
    m_questions.putLater(question);
}

void DnRegistry::onEvent(const tlib::Event &event)
{
    // Not an answer to this client: the server, or somebody else, has ended the monitoring.
    const bool isLoss = event.type == tlib::MessageType::EventUnregistered && event.referenceId.isNull();
    if (!isLoss || !m_questions.isOpen())
        return;
    m_tracker.loseSightOf(event.thisDn);
    if (stateOf(event.thisDn) != MonitorState::Monitored)
        return; // it is being registered, and its answer tells anew
    setState(event.thisDn, MonitorState::Waiting);
    m_questions.put({.dn = event.thisDn, .isCounted = false});
    m_questions.pump();
}

void DnRegistry::ask(const Dn &dn, CallId call)
{
    if (!m_questions.isOpen() || m_onlyListens)
        return;
    m_questions.put({.dn = dn, .call = call, .isCounted = false});
    m_questions.pump();
}

void DnRegistry::setState(const Dn &dn, MonitorState state)
{
    const auto known = m_states.find(dn);
    if (known == m_states.end() || *known == state)
        return;
    m_answered += (state == MonitorState::Waiting ? 0 : 1) - (*known == MonitorState::Waiting ? 0 : 1);
    *known = state;
    Q_EMIT stateChanged(dn);
    Q_EMIT progressChanged();
}

} // namespace model

#include "moc_dnregistry.cpp"
