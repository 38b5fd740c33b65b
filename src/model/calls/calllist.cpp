#include "model/calls/calllist.h"

namespace model {

const Call *CallList::find(CallId id) const
{
    const auto found = m_calls.find(id);
    return found == m_calls.end() ? nullptr : &found->second;
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

void CallList::suspect(bool isSuspect)
{
    if (m_suspect == isSuspect)
        return;
    m_suspect = isSuspect;
    if (m_trusted)
        Q_EMIT certaintyChanged();
}

void CallList::insert(Call call)
{
    Q_ASSERT(!m_calls.contains(call.id));
    const CallId id = call.id;
    m_calls.emplace(id, std::move(call));
    m_order.append(id);
    Q_EMIT inserted(id);
}

void CallList::remove(CallId id)
{
    if (!m_order.removeOne(id))
        return;
    for (Leg &leg : m_calls.find(id)->second.legs)
        leg.phase = CallPhase::Released;
    Q_EMIT removed(id);
    m_calls.erase(id);
}

} // namespace model

#include "moc_calllist.cpp"
