#pragma once

#include "model/calls/calllist.h"

#include <QHash>
#include <QObject>

#include <map>

namespace model {

class CallViews;

/// The calls of a desk in the order in which a person needs them: the own ones that talk, those that are
/// dialled, those that ring, those on hold (the one held last first), then the calls of others. Within its
/// kind a call keeps its place until its phase changes, so that nothing moves without need. This order is the
/// one of the window, the compact bar, the tray, the keys and the title: they all mean the same call.
class CallsInHand : public QObject
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Talking, Dialing, Ringing, Held, Others };

    CallsInHand(const CallList &calls, const CallViews &views, QObject *parent = nullptr);

    /// The call that comes before all others; null: there is none.
    CallId first() const { return m_order.empty() ? CallId() : m_order.begin()->second; }
    /// The one that comes before all others of its kind; null: there is none.
    CallId first(Kind kind) const;
    /// The first `most` of them, in their order.
    QList<CallId> ids(qsizetype most = std::numeric_limits<qsizetype>::max()) const;
    qsizetype count() const { return qsizetype(m_order.size()); }

Q_SIGNALS:
    /// A call has come, gone, or taken another place.
    void changed();

private:
    using Place = std::pair<Kind, qint64>; ///< and the order within the kind

    Kind kindOf(const Call &call) const;
    void place(CallId id);
    void remove(CallId id);

    const CallList &m_calls;
    const CallViews &m_views;
    std::map<Place, CallId> m_order;
    QHash<CallId, Place> m_places;
    qint64 m_last = 0; ///< counts the places that were given
};

} // namespace model
