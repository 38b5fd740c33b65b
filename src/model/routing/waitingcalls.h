#pragma once

#include "core/clock.h"
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

/// They stand where they are in memory: whoever is behind one that leaves costs nothing.
class WaitingRows
{
public:
    class Iterator
    {
    public:
        explicit Iterator(WaitingCall *const *at)
            : m_at(at)
        {
        }
        const WaitingCall &operator*() const { return **m_at; }
        Iterator &operator++() { return ++m_at, *this; }
        bool operator==(const Iterator &other) const = default;

    private:
        WaitingCall *const *m_at;
    };

    qsizetype size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    const WaitingCall &at(qsizetype row) const { return *m_rows.at(row); }
    const WaitingCall &first() const { return *m_rows.first(); }
    Iterator begin() const { return Iterator(m_rows.constData()); }
    Iterator end() const { return Iterator(m_rows.constData() + m_rows.size()); }

private:
    friend class WaitingCalls;

    QList<WaitingCall *> m_rows;
};

/// The calls that wait, in the order in which they came: a row for each routing point that a call waits on.
/// What happens to a row is said as tables need it, so that one shows the list by handing the signals on.
/// Finding, adding and removing
/// one takes O(log n).
class WaitingCalls : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const WaitingRows &rows() const { return m_shown; }
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
        change(rowAt(row));
        tellChanged(row, row);
    }
    /// Likewise all of them; `change` returns whether it has changed the call.
    template <class Function>
    void updateAll(Function change)
    {
        qsizetype first = -1;
        qsizetype last = -1;
        for (qsizetype row = 0; row < m_shown.size(); ++row) {
            if (!change(rowAt(row)))
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
        for (qsizetype row = m_shown.size() - 1; row >= 0; --row) {
            if (isGone(m_shown.at(row)))
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

    WaitingCall &rowAt(qsizetype row) { return *m_shown.m_rows.at(row); }
    qsizetype rowOf(CallId id, const Dn &routingPoint) const; ///< -1: it does not wait there
    qsizetype rowOf(quint64 serial) const;
    WaitingCall take(qsizetype row);
    void tellChanged(qsizetype first, qsizetype last);
    bool isBeingRouted(CallId id) const;

    std::map<quint64, WaitingCall> m_calls; ///< by serial
    WaitingRows m_shown;
    QList<quint64> m_serials; ///< of each row, rising
    std::map<Place, quint64> m_serialAt;
    quint64 m_lastSerial = 0;
    bool m_isTelling = false;
};

} // namespace model
