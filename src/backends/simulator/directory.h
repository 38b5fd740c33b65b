#pragma once

#include "backends/simulator/configuration.h"

#include <map>

namespace simulator {

/// Which DNs the switch has, and how each is set up now.
class Directory
{
public:
    explicit Directory(const QList<DnConfig> &dns);

    const DnConfig *find(const tlib::Dn &dn) const; ///< nullptr: not configured
    bool has(const tlib::Dn &dn, DnKind kind) const;
    /// A number of the public network: not configured here and written with a leading "+".
    bool isOutside(const tlib::Dn &dn) const;
    bool isRecorded(const tlib::Dn &dn) const;
    bool isBusy(const tlib::Dn &dn) const;
    bool setBusy(const tlib::Dn &dn, bool busy);     ///< false: the switch has no such extension
    bool setRecord(const tlib::Dn &dn, bool record); ///< false: the switch has no such extension

private:
    std::map<tlib::Dn, DnConfig> m_dns;
};

} // namespace simulator
