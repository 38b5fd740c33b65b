#include "model/actions/callsinhand.h"

#include "model/actions/callviews.h"

namespace model {

CallsInHand::CallsInHand(const CallList &calls, const CallViews &views, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_views(views)
{
    connect(&calls, &CallList::inserted, this, &CallsInHand::place);
    connect(&calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (changes & (CallChange::Phase | CallChange::Parties))
            place(id);
    });
    connect(&calls, &CallList::removed, this, &CallsInHand::remove);
    for (const CallId id : calls.ids())
        place(id);
}

CallId CallsInHand::first(Kind kind) const
{
    const auto found = m_order.lower_bound({kind, std::numeric_limits<qint64>::min()});
    return found == m_order.end() || found->first.first != kind ? CallId() : found->second;
}

QList<CallId> CallsInHand::ids(qsizetype most) const
{
    QList<CallId> ids;
    for (auto each = m_order.begin(); each != m_order.end() && ids.size() < most; ++each)
        ids.append(each->second);
    return ids;
}

CallsInHand::Kind CallsInHand::kindOf(const Call &call) const
{
    const Leg *const own = m_views.ownLeg(call);
    if (!own)
        return Kind::Others;
    switch (own->phase) {
    case CallPhase::Talking: return Kind::Talking;
    case CallPhase::Dialing: return Kind::Dialing;
    case CallPhase::Ringing: return Kind::Ringing;
    case CallPhase::Held: return Kind::Held;
    case CallPhase::Released: return Kind::Others; // it is about to be removed
    }
    Q_UNREACHABLE();
}

void CallsInHand::place(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return; // who heard of it first has made it go
    const Kind kind = kindOf(*call);
    const auto known = m_places.constFind(id);
    if (known != m_places.constEnd() && known->first == kind)
        return;
    if (known != m_places.constEnd())
        m_order.erase(*known);
    ++m_last;
    const Place place{kind, kind == Kind::Held ? -m_last : m_last};
    m_places.insert(id, place);
    m_order.emplace(place, id);
    Q_EMIT changed();
}

void CallsInHand::remove(CallId id)
{
    const auto known = m_places.constFind(id);
    if (known == m_places.constEnd())
        return;
    m_order.erase(*known);
    m_places.erase(known);
    Q_EMIT changed();
}

} // namespace model

#include "moc_callsinhand.cpp"
