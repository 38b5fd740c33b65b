#include "backends/simulator/switch/directory.h"

namespace simulator {

Directory::Directory(const QList<DnConfig> &dns)
{
    for (const DnConfig &dn : dns) {
        m_dns.emplace(dn.dn, dn);
        if (dn.kind == DnKind::Trunk)
            m_trunks.emplace(dn.prefix.toStdString(), dn.dn);
    }
}

const DnConfig *Directory::find(const tlib::Dn &dn) const
{
    const auto found = m_dns.find(dn);
    return found == m_dns.end() ? nullptr : &found->second;
}

bool Directory::has(const tlib::Dn &dn, DnKind kind) const
{
    const DnConfig *config = find(dn);
    return config && config->kind == kind;
}

bool Directory::isOutside(const tlib::Dn &dn) const
{
    return !find(dn) && (dn.bytes().starts_with('+') || trunkOf(dn));
}

bool Directory::isCallable(const tlib::Dn &dn) const
{
    const DnConfig *config = find(dn);
    return config ? config->kind != DnKind::Trunk : isOutside(dn);
}

const DnConfig *Directory::trunkOf(const tlib::Dn &number) const
{
    // A longer prefix stands behind a shorter one that it begins with.
    for (auto trunk = m_trunks.rbegin(); trunk != m_trunks.rend(); ++trunk) {
        if (number.bytes().starts_with(trunk->first))
            return find(trunk->second);
    }
    return nullptr;
}

bool Directory::isRecorded(const tlib::Dn &dn) const
{
    const DnConfig *own = find(dn);
    const DnConfig *config = own ? own : trunkOf(dn);
    return config && config->record;
}

bool Directory::isBusy(const tlib::Dn &dn) const
{
    const DnConfig *config = find(dn);
    return config && config->busy;
}

bool Directory::setBusy(const tlib::Dn &dn, bool busy)
{
    if (!has(dn, DnKind::Extension))
        return false;
    m_dns.find(dn)->second.busy = busy;
    touched(dn);
    return true;
}

bool Directory::setRecord(const tlib::Dn &dn, bool record)
{
    const auto found = m_dns.find(dn);
    if (found == m_dns.end() || found->second.kind == DnKind::Queue)
        return false;
    found->second.record = record;
    touched(dn);
    return true;
}

void Directory::touched(const tlib::Dn &dn) const
{
    if (m_changed)
        m_changed->dnTouched(dn);
}

} // namespace simulator
