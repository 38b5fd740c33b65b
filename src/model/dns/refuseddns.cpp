#include "model/dns/refuseddns.h"

#include "model/link/serverconnection.h"

namespace model {

RefusedDns::RefusedDns(ServerConnection &connection, DnRegistry &registry, ToastList &toasts, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_toasts(toasts)
{
    connect(&registry, &DnRegistry::refused, this, &RefusedDns::onRefused);
    connect(&registry, &DnRegistry::stateChanged, this, &RefusedDns::onStateChanged);
    connect(&registry, &DnRegistry::entriesChanged, this, &RefusedDns::onEntriesChanged);
    connect(&connection, &ServerConnection::stateChanged, this, &RefusedDns::onConnectionChanged);
}

void RefusedDns::onRefused(const Dn &dn, const core::Error &why)
{
    if (m_registry.isOwn(dn)) {
        m_toasts.post(
            {.kind = ToastKind::DnNotMonitored, .dn = dn, .code = why.serverCode, .serverText = why.text});
        return;
    }
    if (!m_groups.value(why.serverCode).dns.contains(dn)) {
        forget(dn);
        m_groups[why.serverCode].dns.append(dn);
    }
    m_groups[why.serverCode].serverText = why.text;
    m_untold.insert(why.serverCode);
    onConnectionChanged();
}

/// Told when all have been answered, or at once when that has been.
void RefusedDns::onConnectionChanged()
{
    if (m_connection.state() != ConnectionState::Connected)
        return;
    const QSet<int> codes = std::exchange(m_untold, {});
    for (const int code : codes)
        tell(code);
}

void RefusedDns::onStateChanged(const Dn &dn)
{
    if (m_registry.stateOf(dn) != MonitorState::Monitored)
        return;
    forget(dn);
    m_toasts.dismissIf(
        [&dn](const Toast &toast) { return toast.kind == ToastKind::DnNotMonitored && toast.dn == dn; });
}

void RefusedDns::onEntriesChanged()
{
    const auto groups = m_groups;
    for (const Group &group : groups) {
        for (const Dn &dn : group.dns) {
            if (!m_registry.isHeeded(dn) || m_registry.isOwn(dn))
                forget(dn);
        }
    }
}

void RefusedDns::forget(const Dn &dn)
{
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
        if (!group->dns.removeOne(dn))
            continue;
        const ToastId told = group->toast;
        if (!group->dns.isEmpty()) {
            if (m_toasts.find(told))
                tell(group.key());
        } else {
            m_groups.erase(group);
            m_toasts.dismiss(told);
        }
        return;
    }
}

void RefusedDns::tell(int code)
{
    const Group group = m_groups.value(code);
    if (group.dns.isEmpty())
        return;
    const bool isOne = group.dns.size() == 1;
    const Toast toast{.kind = isOne ? ToastKind::DnNotMonitored : ToastKind::DnsNotMonitored,
                      .dn = isOne ? group.dns.first() : Dn(),
                      .dns = group.dns,
                      .code = code,
                      .serverText = group.serverText};
    if (m_toasts.find(group.toast))
        return m_toasts.revise(group.toast, toast);
    const ToastId told = m_toasts.post(toast);
    if (const auto known = m_groups.find(code); known != m_groups.end()) // else who heard of it has ended it
        known->toast = told;
}

} // namespace model

#include "moc_refuseddns.cpp"
