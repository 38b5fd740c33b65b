#include "model/routing/waitingcalls.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace model {

qsizetype WaitingCalls::rowOf(CallId id, const Dn &routingPoint) const
{
    const auto found = m_serialAt.find({id, routingPoint});
    return found == m_serialAt.end() ? -1 : m_rows.rowOf(found->second);
}

const WaitingCall *WaitingCalls::find(CallId id, const Dn &routingPoint) const
{
    const qsizetype row = rowOf(id, routingPoint);
    return row < 0 ? nullptr : &m_rows.at(row);
}

const WaitingCall *WaitingCalls::findLatest(CallId id) const
{
    quint64 latest = 0;
    for (auto at = m_serialAt.lower_bound({id, Dn()}); at != m_serialAt.end() && at->first.first == id; ++at)
        latest = std::max(latest, at->second);
    return latest == 0 ? nullptr : &m_rows.at(m_rows.rowOf(latest));
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
    const auto row = int(m_rows.size());
    call.isBeingRouted = isBeingRouted(call.id);
    Q_EMIT aboutToInsert(row);
    const Place place(call.id, call.routingPoint);
    m_serialAt.insert({place, m_rows.append(std::move(call))});
    Q_EMIT inserted(row);
}

bool WaitingCalls::rename(CallId before, CallId now, const Dn &routingPoint)
{
    const qsizetype row = rowOf(before, routingPoint);
    if (row < 0 || find(now, routingPoint))
        return false;
    m_rows.at(row).isBeingRouted = isBeingRouted(now); // what was asked for named the old ConnID
    m_rows.at(row).id = now;
    m_serialAt.erase({before, routingPoint});
    m_serialAt.insert({{now, routingPoint}, m_rows.numberAt(row)});
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
    WaitingCall gone = m_rows.take(row);
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
