#include "model/events/takeover.h"

#include "core/logging.h"
#include "model/calls/calllist.h"
#include "model/link/serverconnection.h"

namespace model {

TakeOver::TakeOver(const ServerConnection &connection, const CallList &calls, core::Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_calls(calls)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { onAlarm(); }))
{
}

void TakeOver::begin()
{
    stop();
    m_isOpen = m_isOpen || m_connection.hasTakenOver();
    if (!m_isOpen)
        return;
    m_begun = m_clock.now();
    m_lateAsked = 0;
    m_alarm->start(AskAgainAfter);
}

void TakeOver::stop()
{
    m_alarm->stop();
    m_kept.clear();
}

bool TakeOver::isFromBefore(CallId id) const
{
    const Call *const call = m_calls.find(id);
    return call && call->metIn != m_calls.epoch();
}

bool TakeOver::keeps(CallId id) const
{
    return m_isOpen && isFromBefore(id) && m_calls.find(id)->confirmedIn != m_calls.epoch();
}

void TakeOver::note(CallId id, const Dn &dn)
{
    const Kept kept{.call = id, .dn = dn};
    if (!m_kept.contains(kept))
        m_kept.append(kept);
}

void TakeOver::prove(CallId id)
{
    if (!m_isOpen || !m_connection.isInEpoch() || !isFromBefore(id))
        return;
    qCInfo(core::modelLog) << "the server that has taken over knows the calls from before";
    m_isOpen = false;
    m_alarm->stop();
    // Its snapshots came before the proof. The call that proves it may go on without the DN that it is kept
    // for.
    const QList<Kept> kept = std::exchange(m_kept, {});
    askAboutKept(kept);
    if (!kept.isEmpty())
        Q_EMIT asksForAll(); // and a call may have begun of which nothing was said
    Q_EMIT settled();
}

void TakeOver::askAboutKept(const QList<Kept> &kept)
{
    for (const Kept &one : kept)
        Q_EMIT doubtful(one.dn, one.call);
}

void TakeOver::onAlarm()
{
    if (!m_isOpen) {
        Q_EMIT asksForAll();
        if (++m_lateAsked < std::size(AskLateAt))
            m_alarm->start(AskLateAt[m_lateAsked] - AskLateAt[m_lateAsked - 1]);
        return;
    }
    const core::Duration left = m_begun + KeptFor - m_clock.now();
    // Who gives no sign of life has not said that it does not know a call.
    if (left <= core::Duration(0) && !m_connection.isOverdue())
        return giveUp();
    m_alarm->start(left <= core::Duration(0) ? AskAgainAfter : std::min(AskAgainAfter, left));
    askAboutKept(QList<Kept>(m_kept));
}

void TakeOver::giveUp()
{
    const QList<Kept> kept = std::exchange(m_kept, {});
    qCWarning(core::modelLog) << "the server that has taken over has named no call from before;"
                              << kept.size() << "of them end here";
    m_isOpen = false;
    m_alarm->start(std::max(AskAgainAfter, m_begun + AskLateAt[0] - m_clock.now()));
    for (const Kept &one : kept)
        Q_EMIT ended(one.dn, one.call);
    Q_EMIT settled();
}

} // namespace model

#include "moc_takeover.cpp"
