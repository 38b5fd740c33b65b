#include "backends/simulator/directory.h"

namespace simulator {

Directory::Directory(const QList<DnConfig> &dns)
{
    for (const DnConfig &dn : dns)
        m_dns.emplace(dn.dn, dn);
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
    return !find(dn) && dn.bytes().starts_with('+');
}

bool Directory::isRecorded(const tlib::Dn &dn) const
{
    const DnConfig *config = find(dn);
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
    return true;
}

bool Directory::setRecord(const tlib::Dn &dn, bool record)
{
    const auto found = m_dns.find(dn);
    if (found == m_dns.end() || found->second.kind != DnKind::Extension)
        return false;
    found->second.record = record;
    return true;
}

} // namespace simulator
