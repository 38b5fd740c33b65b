#pragma once

#include "core/clock.h"
#include "core/steadylist.h"
#include "model/calls/call.h"

#include <QList>
#include <QObject>

#include <map>

namespace model {

/// A call that waits on a routing point for somebody to say where it goes.
struct WaitingCall
{
    CallId id = {};
    Dn routingPoint = {};
    Dn caller = {};
    CallType type = CallType::Unknown;
    Instant since = {};         ///< when it was first seen here,
    bool sinceSeen = true;      ///< and that was when its wait began
    bool certain = true;        ///< false from a doubt until the server has said again that it waits,
                                ///< and while the link is overdue
    bool confirmed = true;      ///< the server has said so since the last doubt
    bool isBeingRouted = false; ///< an own request about the call is under way, wherever else it waits
};

/// The calls that wait, in the order in which they came: a row for each routing point that a call waits on.
/// What happens to a row is said as tables need it, so that one shows the list by handing the signals on.
/// Finding, adding and removing one takes O(log n).
class WaitingCalls : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const core::SteadyList<WaitingCall> &rows() const { return m_rows; }
    /// nullptr: it does not wait there. Valid until the list changes.
    const WaitingCall *find(CallId id, const Dn &routingPoint) const;
    /// Where it waits now: the latest place, should two routing points claim it for a moment.
    const WaitingCall *findLatest(CallId id) const;
    /// All of them, by name.
    QList<Dn> pointsOf(CallId id) const;

    // For those who keep the list true: WaitTracker, and RouteDesk for its own requests.

    /// Comes last. It must not wait there already.
    void insert(WaitingCall call);
    /// Changes a call in place, but for its id and its routing point. Ignored when it does not wait there.
    template <class Function>
    void update(CallId id, const Dn &routingPoint, Function change)
    {
        const qsizetype row = rowOf(id, routingPoint);
        if (row < 0)
            return;
        change(m_rows.at(row));
        tellChanged(row, row);
    }
    /// Likewise all of them; `change` returns whether it has changed the call.
    template <class Function>
    void updateAll(Function change)
    {
        qsizetype first = -1;
        qsizetype last = -1;
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            if (!change(m_rows.at(row)))
                continue;
            first = first < 0 ? row : first;
            last = row;
        }
        if (first >= 0)
            tellChanged(first, last);
    }
    /// The call goes on under another ConnID where it waits. False: it does not wait there, or the other one
    /// does.
    bool rename(CallId before, CallId now, const Dn &routingPoint);
    /// An own request about the call has gone out, or is over.
    void setBeingRouted(CallId id, bool beingRouted);
    void remove(CallId id, const Dn &routingPoint); ///< ignored when it does not wait there
    template <class Predicate>
    void removeIf(Predicate isGone)
    {
        QList<WaitingCall> gone;
        for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
            if (isGone(m_rows.at(row)))
                gone.prepend(take(row));
        }
        if (!gone.isEmpty())
            Q_EMIT left(gone);
    }

Q_SIGNALS:
    // For those who show the rows: between the two halves of a change nothing else may be changed.
    void aboutToInsert(int row);
    void inserted(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void changed(int first, int last); ///< the rows from `first` to `last`
    /// For all others, once the change is complete: these wait there no more.
    void left(const QList<model::WaitingCall> &calls);

private:
    using Place = std::pair<CallId, Dn>;

    qsizetype rowOf(CallId id, const Dn &routingPoint) const; ///< -1: it does not wait there
    WaitingCall take(qsizetype row);
    void tellChanged(qsizetype first, qsizetype last);
    bool isBeingRouted(CallId id) const;

    core::SteadyList<WaitingCall> m_rows;
    std::map<Place, quint64> m_serialAt;
    bool m_isTelling = false;
};

} // namespace model
