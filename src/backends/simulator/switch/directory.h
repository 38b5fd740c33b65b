#pragma once

#include "backends/simulator/pair/changednames.h"
#include "backends/simulator/switch/switchconfiguration.h"

#include <map>

namespace simulator {

/// Which DNs the switch has, and how each is set up now.
class Directory
{
public:
    explicit Directory(const QList<DnConfig> &dns);
    /// DNs that are set up anew are noted there from now on.
    void noteChanges(ChangedNames &changed) { m_changed = &changed; }

    const DnConfig *find(const tlib::Dn &dn) const; ///< nullptr: not configured
    bool has(const tlib::Dn &dn, DnKind kind) const;
    /// A number of the public network: not configured here, and with a leading "+" or the prefix of a trunk.
    bool isOutside(const tlib::Dn &dn) const;
    bool isCallable(const tlib::Dn &dn) const; ///< a DN of the switch, trunks apart, or an outside number
    /// By the DN's own setting, or by that of the trunk that an outside number comes through.
    bool isRecorded(const tlib::Dn &dn) const;
    bool isBusy(const tlib::Dn &dn) const;
    bool setBusy(const tlib::Dn &dn, bool busy); ///< false: the switch has no such extension
    /// False: the switch has no such extension, trunk or routing point.
    bool setRecord(const tlib::Dn &dn, bool record);
    const std::map<tlib::Dn, DnConfig> &all() const { return m_dns; }

private:
    void touched(const tlib::Dn &dn) const;
    /// The trunk with the longest prefix that this number begins with; nullptr: none.
    const DnConfig *trunkOf(const tlib::Dn &number) const;

    std::map<tlib::Dn, DnConfig> m_dns;
    std::map<std::string, tlib::Dn> m_trunks; ///< by prefix
    ChangedNames *m_changed = nullptr;
};

} // namespace simulator
