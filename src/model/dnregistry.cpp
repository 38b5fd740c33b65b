#include "model/dnregistry.h"

#include "core/logging.h"
#include "model/calllist.h"
#include "model/calltracker.h"
#include "model/serverconnection.h"

namespace model {

DnRegistry::DnRegistry(ServerConnection &connection, CallTracker &tracker, CallList &calls, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_tracker(tracker)
    , m_calls(calls)
{
    connect(&connection, &ServerConnection::epochOpened, this, &DnRegistry::begin);
    connect(&connection, &ServerConnection::doubted, this, &DnRegistry::stop);
}

void DnRegistry::setDns(const QList<Dn> &dns)
{
    m_dns = dns;
    m_tracker.setDns(dns);
    m_states.clear();
    if (m_epoch != Epoch::None)
        begin();
}

void DnRegistry::begin()
{
    m_epoch = m_calls.epoch();
    m_asked.clear();
    m_queue.clear();
    m_underWay = 0;
    for (const Dn &dn : m_dns) {
        setState(dn, MonitorState::Waiting);
        m_queue.push_back({.dn = dn});
    }
    pump();
}

void DnRegistry::stop()
{
    m_epoch = Epoch::None;
    m_queue.clear();
}

void DnRegistry::pump()
{
    while (!m_queue.empty() && m_underWay < RequestsUnderWay) {
        const Question question = m_queue.front();
        m_queue.pop_front();
        ++m_underWay;
        if (question.call.isNull())
            registerDn(question.dn);
        else
            queryCall(question.dn, question.call);
    }
    if (m_underWay == 0 && m_epoch != Epoch::None)
        m_connection.registrationDone();
}

void DnRegistry::registerDn(const Dn &dn)
{
    m_connection.request(tlib::RegisterAddress{.dn = dn}, this,
                         [this, dn, epoch = m_epoch](const core::Result<tlib::Event> &answer) {
                             if (epoch == m_epoch)
                                 onRegistered(dn, answer);
                         });
}

void DnRegistry::onRegistered(const Dn &dn, const core::Result<tlib::Event> &answer)
{
    --m_underWay;
    if (answer) {
        setState(dn, MonitorState::Monitored);
        for (const CallId call : m_tracker.applySnapshot(dn, answer->extensions)) {
            if (!m_asked.contains(call)) {
                m_asked.insert(call);
                m_queue.push_back({.dn = dn, .call = call});
            }
        }
        Q_EMIT snapshotTaken(dn, *answer);
    } else if (answer.error().kind == core::ErrorKind::Refused) {
        qCWarning(core::modelLog).noquote() << "a DN is not monitored:" << answer.error().serverCode;
        setState(dn, MonitorState::Refused);
        Q_EMIT refused(dn, answer.error());
    } else {
        m_queue.push_back({.dn = dn}); // no answer: asking again does no harm
    }
    pump();
}

void DnRegistry::queryCall(const Dn &dn, CallId call)
{
    m_connection.request(tlib::QueryCall{.dn = dn, .call = call}, this,
                         [this, dn, call, epoch = m_epoch](const core::Result<tlib::Event> &answer) {
                             if (epoch == m_epoch)
                                 onQueried(dn, call, answer);
                         });
}

void DnRegistry::onQueried(const Dn &dn, CallId call, const core::Result<tlib::Event> &answer)
{
    --m_underWay;
    if (answer)
        m_tracker.applyPartyInfo(call, *answer);
    else if (answer.error().serverCode == tlib::errorcode::InvalidConnId)
        m_tracker.forget(call);
    else if (answer.error().kind == core::ErrorKind::TimedOut)
        m_queue.push_back({.dn = dn, .call = call});
    pump();
}

void DnRegistry::ask(const Dn &dn, CallId call)
{
    if (m_epoch == Epoch::None)
        return;
    m_queue.push_back({.dn = dn, .call = call});
    pump();
}

void DnRegistry::setState(const Dn &dn, MonitorState state)
{
    if (stateOf(dn) == state && m_states.contains(dn))
        return;
    m_states.insert(dn, state);
    Q_EMIT stateChanged(dn);
}

} // namespace model

#include "moc_dnregistry.cpp"
