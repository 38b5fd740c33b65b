#include "model/calls/tombstones.h"

#include <algorithm>

namespace model {

void Tombstones::bury(CallId id, const Dn &dn, Epoch epoch, qint64 sequence)
{
    if (m_plots.size() >= m_clearAt)
        clear();
    auto &graves = m_plots[id].graves;
    const Grave grave{.dn = dn, .dug = m_clock.now(), .epoch = epoch, .sequence = sequence};
    const auto known =
        std::find_if(graves.begin(), graves.end(), [&dn](const Grave &other) { return other.dn == dn; });
    if (known == graves.end())
        graves.append(grave);
    else
        *known = grave;
}

/// Not at each burial: a board on which many calls end would look at all graves again and again.
void Tombstones::clear()
{
    constexpr qsizetype Few = 64;
    m_plots.removeIf([this](const auto &entry) {
        const auto &graves = entry.value().graves;
        return std::all_of(graves.begin(), graves.end(), [this](const Grave &grave) { return isOld(grave); });
    });
    m_clearAt = std::max(Few, 2 * m_plots.size());
}

void Tombstones::close(CallId id, Epoch silentSince)
{
    if (const auto plot = m_plots.find(id); plot != m_plots.end())
        plot->silentSince = silentSince;
}

void Tombstones::breakSilence(CallId id)
{
    close(id, Epoch::None);
}

Epoch Tombstones::silentSince(CallId id) const
{
    const auto plot = m_plots.constFind(id);
    return plot == m_plots.constEnd() ? Epoch::None : plot->silentSince;
}

void Tombstones::remove(CallId id, const Dn &dn)
{
    const auto plot = m_plots.find(id);
    if (plot == m_plots.end())
        return;
    auto &graves = plot->graves;
    graves.erase(
        std::remove_if(graves.begin(), graves.end(), [&dn](const Grave &grave) { return grave.dn == dn; }),
        graves.end());
    if (graves.isEmpty())
        m_plots.erase(plot);
}

const Tombstones::Grave *Tombstones::find(CallId id, const Dn &dn) const
{
    const auto plot = m_plots.constFind(id);
    if (plot == m_plots.constEnd())
        return nullptr;
    for (const Grave &grave : plot->graves) {
        if (grave.dn == dn)
            return isOld(grave) ? nullptr : &grave;
    }
    return nullptr;
}

bool Tombstones::covers(CallId id) const
{
    const auto plot = m_plots.constFind(id);
    return plot != m_plots.constEnd() && std::any_of(plot->graves.begin(), plot->graves.end(),
                                                     [this](const Grave &grave) { return !isOld(grave); });
}

bool Tombstones::covers(CallId id, const Dn &dn) const
{
    return find(id, dn) != nullptr;
}

bool Tombstones::coversNewStart(CallId id, const Dn &dn, Epoch epoch, qint64 sequence) const
{
    const Grave *const grave = find(id, dn);
    // Numbers of different epochs do not compare; a later epoch is later by itself.
    return grave && grave->epoch == epoch && sequence <= grave->sequence;
}

} // namespace model
