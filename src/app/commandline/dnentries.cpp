#include "app/commandline/dnentries.h"

#include "model/dns/dnlist.h"
#include "model/settings/dnrange.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using model::DnUse;

core::Error wrongDnEntry(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// Keeps the entries in their order, each DN once: the first use counts, the first name too.
class Entries
{
public:
    void add(const model::Dn &dn, DnUse use, const QString &name = {})
    {
        const auto place = m_places.constFind(dn);
        if (place == m_places.constEnd()) {
            m_places.insert(dn, m_entries.size());
            m_entries.append({.dn = dn, .use = use, .name = name});
        } else if (m_entries[*place].name.isEmpty()) {
            m_entries[*place].name = name;
        }
    }
    core::Result<core::Done> add(const QStringList &texts, DnUse use)
    {
        const auto dns = model::dnsFrom(texts);
        if (!dns)
            return dns.error();
        for (const model::Dn &dn : *dns)
            add(dn, use);
        return core::Done{};
    }
    const QList<model::DnEntry> &list() const { return m_entries; }

private:
    QList<model::DnEntry> m_entries;
    QHash<model::Dn, qsizetype> m_places;
};

core::Result<QList<model::DnEntry>> supervisedBy(const model::Preferences &preferences)
{
    Entries entries;
    if (const auto added = entries.add(preferences.dns.mid(0, 1), DnUse::Own); !added)
        return added.error();
    const auto routingPoints = model::dnsFrom(preferences.routingPoints);
    if (!routingPoints)
        return routingPoints.error();
    if (!entries.list().isEmpty() && routingPoints->contains(entries.list().first().dn))
        return wrongDnEntry(u"%1 is the supervisor's own DN, so it cannot be a routing point, too"_s.arg(
            preferences.dns.first()));
    for (const model::Dn &dn : *routingPoints) // before the ranges that may contain them
        entries.add(dn, DnUse::RoutingPoint);
    for (const QStringList &texts : {preferences.dns.mid(1), preferences.watchedDns}) {
        if (const auto added = entries.add(texts, DnUse::Watched); !added)
            return added.error();
    }
    if (!preferences.dnFile.isEmpty()) {
        const auto named = model::readDnFile(preferences.dnFile);
        if (!named)
            return named.error();
        for (const model::NamedDn &entry : *named)
            entries.add(entry.dn, DnUse::Watched, entry.name);
    }
    if (entries.list().size() > model::MostDns)
        return wrongDnEntry(
            u"there are %1 DNs to watch, and 100,000 is the most"_s.arg(entries.list().size()));
    return entries.list();
}

} // namespace

std::optional<QString> flawInRole(model::Role role, const QStringList &dns)
{
    if (role == model::Role::Supervisor) {
        if (!dns.isEmpty() && model::isDnRange(dns.first()))
            return u"the first DN is the supervisor's own, so it cannot be the range %1"_s.arg(dns.first());
        return std::nullopt;
    }
    for (const QString &dn : dns) {
        if (model::isDnRange(dn))
            return u"%1 is a range, and an agent has single DNs"_s.arg(dn);
    }
    return std::nullopt;
}

core::Result<QList<model::DnEntry>> entriesFrom(const model::Preferences &preferences)
{
    if (const auto flaw = flawInRole(preferences.role, preferences.dns))
        return wrongDnEntry(*flaw);
    if (preferences.role == model::Role::Supervisor)
        return supervisedBy(preferences);
    Entries entries;
    if (const auto added = entries.add(preferences.dns, DnUse::Own); !added)
        return added.error();
    return entries.list();
}

} // namespace app
