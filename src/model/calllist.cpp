#include "model/calllist.h"

namespace model {

const Call *CallList::find(CallId id) const
{
    const auto found = m_calls.constFind(id);
    return found == m_calls.constEnd() ? nullptr : &*found;
}

void CallList::openEpoch()
{
    m_epoch = Epoch(quint32(m_epoch) + 1);
    m_trusted = true;
    Q_EMIT certaintyChanged();
}

void CallList::doubt()
{
    if (!m_trusted)
        return;
    m_trusted = false;
    Q_EMIT certaintyChanged();
}

void CallList::insert(Call call)
{
    Q_ASSERT(!m_calls.contains(call.id));
    const CallId id = call.id;
    m_calls.insert(id, std::move(call));
    m_order.append(id);
    Q_EMIT inserted(id);
}

void CallList::remove(CallId id)
{
    if (!m_calls.contains(id))
        return;
    m_order.removeOne(id);
    Q_EMIT removed(id);
    m_calls.remove(id);
}

} // namespace model

#include "moc_calllist.cpp"
