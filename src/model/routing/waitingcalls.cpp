#include "model/routing/waitingcalls.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace model {

qsizetype WaitingCalls::rowOf(CallId id, const Dn &routingPoint) const
{
    const auto found = m_serialAt.find({id, routingPoint});
    return found == m_serialAt.end() ? -1 : rowOf(found->second);
}

qsizetype WaitingCalls::rowOf(quint64 serial) const
{
    return std::lower_bound(m_serials.begin(), m_serials.end(), serial) - m_serials.begin();
}

const WaitingCall *WaitingCalls::find(CallId id, const Dn &routingPoint) const
{
    const qsizetype row = rowOf(id, routingPoint);
    return row < 0 ? nullptr : &m_shown.at(row);
}

const WaitingCall *WaitingCalls::findLatest(CallId id) const
{
    quint64 latest = 0;
    for (auto at = m_serialAt.lower_bound({id, Dn()}); at != m_serialAt.end() && at->first.first == id; ++at)
        latest = std::max(latest, at->second);
    return latest == 0 ? nullptr : &m_calls.at(latest);
}

QList<Dn> WaitingCalls::pointsOf(CallId id) const
{
    QList<Dn> points;
    for (auto at = m_serialAt.lower_bound({id, Dn()}); at != m_serialAt.end() && at->first.first == id; ++at)
        points.append(at->first.second);
    return points;
}

bool WaitingCalls::isBeingRouted(CallId id) const
{
    const WaitingCall *const somewhere = findLatest(id);
    return somewhere && somewhere->isBeingRouted;
}

void WaitingCalls::insert(WaitingCall call)
{
    Q_ASSERT(!m_isTelling && !find(call.id, call.routingPoint));
    const QScopedValueRollback telling(m_isTelling, true);
    const auto row = int(m_shown.size());
    call.isBeingRouted = isBeingRouted(call.id);
    Q_EMIT aboutToInsert(row);
    m_serialAt.insert({{call.id, call.routingPoint}, ++m_lastSerial});
    m_serials.append(m_lastSerial);
    m_shown.m_rows.append(&m_calls.emplace(m_lastSerial, std::move(call)).first->second);
    Q_EMIT inserted(row);
}

bool WaitingCalls::rename(CallId before, CallId now, const Dn &routingPoint)
{
    const qsizetype row = rowOf(before, routingPoint);
    if (row < 0 || find(now, routingPoint))
        return false;
    rowAt(row).isBeingRouted = isBeingRouted(now); // what was asked for named the old ConnID
    rowAt(row).id = now;
    m_serialAt.erase({before, routingPoint});
    m_serialAt.insert({{now, routingPoint}, m_serials.at(row)});
    tellChanged(row, row);
    return true;
}

void WaitingCalls::setBeingRouted(CallId id, bool beingRouted)
{
    const QList<Dn> points = pointsOf(id);
    for (const Dn &point : points)
        update(id, point, [=](WaitingCall &call) { call.isBeingRouted = beingRouted; });
}

void WaitingCalls::remove(CallId id, const Dn &routingPoint)
{
    if (const qsizetype row = rowOf(id, routingPoint); row >= 0) {
        const WaitingCall gone = take(row);
        Q_EMIT left({gone});
    }
}

WaitingCall WaitingCalls::take(qsizetype row)
{
    Q_ASSERT(!m_isTelling);
    const QScopedValueRollback telling(m_isTelling, true);
    Q_EMIT aboutToRemove(int(row));
    WaitingCall gone = std::move(rowAt(row));
    m_shown.m_rows.removeAt(row);
    m_calls.erase(m_serials.takeAt(row));
    m_serialAt.erase({gone.id, gone.routingPoint});
    Q_EMIT removed(int(row));
    return gone;
}

void WaitingCalls::tellChanged(qsizetype first, qsizetype last)
{
    Q_ASSERT(!m_isTelling);
    const QScopedValueRollback telling(m_isTelling, true);
    Q_EMIT changed(int(first), int(last));
}

} // namespace model

#include "moc_waitingcalls.cpp"
