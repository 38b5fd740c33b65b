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
    , m_laterAlarm(clock.alarm([this] { askThoseOfLater(); }))
{
    connect(&connection, &ServerConnection::epochOpened, this, &DnRegistry::begin);
    connect(&connection, &ServerConnection::doubted, this, &DnRegistry::stop);
    connect(&connection, &ServerConnection::eventReceived, this, &DnRegistry::onEvent);
    connect(&connection, &ServerConnection::overdueChanged, this, &DnRegistry::pump);
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
        if (m_epoch != Epoch::None && !isSameKind(dn))
            put({.dn = dn});
    }
    m_answered = std::count_if(m_states.cbegin(), m_states.cend(),
                               [](MonitorState state) { return state != MonitorState::Waiting; });
    m_tracker.setDns(withCalls);
    for (const Dn &dn : before) {
        if (isSameKind(dn))
            continue;
        m_tracker.leaveAll(dn);
        if (m_epoch != Epoch::None)
            m_connection.request(tlib::UnregisterAddress{.dn = dn}, this, [](const auto &) {});
    }
    Q_EMIT entriesChanged();
    Q_EMIT progressChanged();
    pump();
}

void DnRegistry::begin()
{
    m_epoch = m_calls.epoch();
    const QList<Dn> dns = m_dns;
    for (const Dn &dn : dns) {
        setState(dn, MonitorState::Waiting);
        put({.dn = dn});
    }
    pump();
}

void DnRegistry::stop()
{
    m_epoch = Epoch::None; // what is still under way belongs to an epoch that is over
    m_queue.clear();
    m_asked.clear();
    m_askedAgain.clear();
    m_later.clear();
    m_laterAlarm->stop();
    m_underWay = 0;
    m_counted = 0;
}

void DnRegistry::put(const Question &question)
{
    m_counted += question.isCounted;
    m_queue.push_back(question);
}

void DnRegistry::putCall(const Dn &dn, CallId call, bool isCounted, bool isRepeat)
{
    if (m_asked.contains(call))
        return;
    m_asked.insert(call);
    put({.dn = dn, .call = call, .isCounted = isCounted, .isRepeat = isRepeat});
}

void DnRegistry::pump()
{
    while (!m_queue.empty() && m_underWay < RequestsUnderWay && !m_connection.isOverdue()) {
        const Question question = m_queue.front();
        m_queue.pop_front();
        if (!m_states.contains(question.dn) && question.call.isNull()) {
            m_counted -= question.isCounted; // it is watched no more
            continue;
        }
        ++m_underWay;
        const auto type = isRoutingPoint(question.dn) ? tlib::AddressType::RouteDn : tlib::AddressType::Dn;
        if (question.call.isNull() && question.isAgain)
            request(tlib::QueryAddress{.dn = question.dn, .addressType = type}, question);
        else if (question.call.isNull())
            request(tlib::RegisterAddress{.dn = question.dn, .addressType = type}, question);
        else
            request(tlib::QueryCall{.dn = question.dn, .call = question.call}, question);
    }
    if (m_counted == 0 && m_epoch != Epoch::None)
        m_connection.registrationDone();
}

template <class Request>
void DnRegistry::request(const Request &what, const Question &question)
{
    m_connection.request(what, this,
                         [this, question, epoch = m_epoch](const core::Result<tlib::Event> &answer) {
                             if (epoch == m_epoch)
                                 onAnswer(question, answer);
                         });
}

void DnRegistry::onAnswer(const Question &question, const core::Result<tlib::Event> &answer)
{
    --m_underWay;
    if (answer || answer.error().kind == core::ErrorKind::Refused)
        m_connection.registrationProgressed();
    if (question.call.isNull() && question.isAgain) {
        onSnapshotAgain(question, answer);
    } else if (question.call.isNull()) {
        if (m_states.contains(question.dn)) // else it is watched no more
            onRegistered(question, answer);
    } else {
        m_asked.remove(question.call);
        onQueried(question, answer);
        if (answer)
            Q_EMIT queried(question.dn, question.call, *answer);
        else
            Q_EMIT queryFailed(question.dn, question.call, answer.error());
    }
    if (m_epoch == Epoch::None)
        return; // somebody who heard of it has closed the connection
    m_counted -= question.isCounted;
    pump();
}

void DnRegistry::onRegistered(const Question &question, const core::Result<tlib::Event> &answer)
{
    const Dn &dn = question.dn;
    if (answer) {
        if (!isRoutingPoint(dn))
            takeSnapshot(question, *answer);
        setState(dn, MonitorState::Monitored);
        Q_EMIT snapshotTaken(dn, *answer);
    } else if (answer.error().kind == core::ErrorKind::TimedOut) {
        put(question); // asking again does no harm
    } else if (answer.error().kind == core::ErrorKind::NotConnected) {
        ++m_counted; // the link is gone, which is about to be said: registration is not through
    } else {
        qCWarning(core::modelLog).noquote() << "a DN is not monitored:" << core::toString(answer.error());
        m_tracker.leaveAll(dn);
        setState(dn, MonitorState::Refused);
        Q_EMIT refused(dn, answer.error());
    }
}

void DnRegistry::takeSnapshot(const Question &question, const tlib::Event &event)
{
    const QList<CallId> present =
        m_tracker.applySnapshot(question.dn, event.extensions, event.sequenceNumber.value_or(0));
    for (const CallId call : present) {
        const Call *const known = m_calls.find(call);
        if (known && known->confirmedIn != m_calls.epoch())
            putCall(question.dn, call, question.isCounted);
    }
}

const TakeOver &DnRegistry::takeOver() const
{
    return m_tracker.takeOver();
}

void DnRegistry::askForSnapshot(const Dn &dn)
{
    if (m_epoch == Epoch::None || m_onlyListens || stateOf(dn) != MonitorState::Monitored ||
        m_askedAgain.contains(dn))
        return;
    m_askedAgain.insert(dn);
    put({.dn = dn, .isAgain = true, .isCounted = false});
    pump();
}

void DnRegistry::askForAllSnapshots()
{
    const QList<Dn> dns = m_dns;
    for (const Dn &dn : dns)
        askForSnapshot(dn);
}

void DnRegistry::onSnapshotAgain(const Question &question, const core::Result<tlib::Event> &answer)
{
    m_askedAgain.remove(question.dn);
    if (!answer || stateOf(question.dn) != MonitorState::Monitored)
        return; // whoever wanted it asks again
    if (!isRoutingPoint(question.dn))
        takeSnapshot(question, *answer);
    Q_EMIT snapshotTaken(question.dn, *answer);
}

void DnRegistry::onQueried(const Question &question, const core::Result<tlib::Event> &answer)
{
    if (answer) {
        if (answer->connId.isNull() || answer->connId == question.call)
            return m_tracker.applyPartyInfo(question.call, *answer);
        qCWarning(core::modelLog) << "asked about one call, the server has answered about another";
        return askLater(question);
    }
    const core::Error &why = answer.error();
    if (why.serverCode == tlib::errorcode::InvalidConnId)
        m_tracker.forget(question.call);
    else if (!m_calls.find(question.call))
        return;
    else if (why.kind == core::ErrorKind::TimedOut)
        putCall(question.dn, question.call, false);
    else {
        if (!question.isRepeat)
            qCWarning(core::modelLog).noquote() << "a call stays uncertain:" << core::toString(why);
        askLater(question);
    }
}

/// The call stays uncertain, and so it is asked for again, but not in a loop.
void DnRegistry::askLater(const Question &question)
{
    m_later.append(question);
    if (!m_laterAlarm->isActive())
        m_laterAlarm->start(AskAgainAfter);
}

void DnRegistry::askThoseOfLater()
{
    const QList<Question> due = std::exchange(m_later, {});
    for (const Question &question : due) {
        const Call *const call = m_calls.find(question.call);
        if (call && !m_calls.isCertain(*call))
            putCall(question.dn, question.call, false, true);
    }
    pump();
}

void DnRegistry::onEvent(const tlib::Event &event)
{
    // Not an answer to this client: the server, or somebody else, has ended the monitoring.
    const bool isLoss = event.type == tlib::MessageType::EventUnregistered && event.referenceId.isNull();
    if (!isLoss || m_epoch == Epoch::None)
        return;
    m_tracker.loseSightOf(event.thisDn);
    if (stateOf(event.thisDn) != MonitorState::Monitored)
        return; // it is being registered, and its answer tells anew
    setState(event.thisDn, MonitorState::Waiting);
    put({.dn = event.thisDn, .isCounted = false});
    pump();
}

void DnRegistry::ask(const Dn &dn, CallId call)
{
    if (m_epoch == Epoch::None || m_onlyListens)
        return;
    putCall(dn, call, false);
    pump();
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
