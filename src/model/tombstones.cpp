#include "model/tombstones.h"

namespace model {

void Tombstones::bury(CallId id, Epoch epoch, qint64 sequence)
{
    m_graves.removeIf([this](const auto &entry) { return isOld(entry.value()); });
    m_graves.insert(id, {.dug = m_clock.now(), .epoch = epoch, .sequence = sequence});
}

bool Tombstones::covers(CallId id) const
{
    if (m_graves.isEmpty())
        return false;
    const auto grave = m_graves.constFind(id);
    return grave != m_graves.constEnd() && !isOld(*grave);
}

bool Tombstones::coversNewStart(CallId id, Epoch epoch, qint64 sequence) const
{
    // Numbers of different epochs do not compare; a later epoch is later by itself.
    return covers(id) && m_graves[id].epoch == epoch && sequence <= m_graves[id].sequence;
}

} // namespace model
