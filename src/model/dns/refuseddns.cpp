#include "model/dns/refuseddns.h"

#include "model/link/serverconnection.h"

namespace model {

RefusedDns::RefusedDns(ServerConnection &connection, DnRegistry &registry, ToastList &toasts,
                       core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_toasts(toasts)
    , m_frame(
          clock, [this] { tellAll(); }, std::chrono::milliseconds(100))
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
    const auto known = m_places.constFind(dn);
    if (known == m_places.constEnd() || known->code != why.serverCode) {
        forget(dn);
        m_places.insert(dn, {.code = why.serverCode, .number = ++m_lastNumber});
        m_groups[why.serverCode].dns.insert(m_lastNumber, dn);
    }
    m_groups[why.serverCode].serverText = why.text;
    m_untold.insert(why.serverCode);
    onConnectionChanged();
}

/// Told when all have been answered, or at once when that has been.
void RefusedDns::onConnectionChanged()
{
    if (m_connection.state() == ConnectionState::Connected && !m_untold.isEmpty())
        m_frame.flushSoon();
}

void RefusedDns::tellAll()
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
    const QList<Dn> refused = m_places.keys();
    for (const Dn &dn : refused) {
        if (!m_registry.isHeeded(dn) || m_registry.isOwn(dn))
            forget(dn);
    }
}

void RefusedDns::forget(const Dn &dn)
{
    if (!m_places.contains(dn))
        return;
    const Place place = m_places.take(dn);
    const auto group = m_groups.find(place.code);
    group->dns.remove(place.number);
    const ToastId told = group->toast;
    if (group->dns.isEmpty()) {
        m_groups.erase(group);
        m_toasts.dismiss(told);
    } else if (m_toasts.find(told)) {
        m_untold.insert(place.code);
        onConnectionChanged();
    }
}

void RefusedDns::tell(int code)
{
    const Group group = m_groups.value(code);
    if (group.dns.isEmpty())
        return;
    const QList<Dn> dns = group.dns.values();
    const bool isOne = dns.size() == 1;
    const Toast toast{.kind = isOne ? ToastKind::DnNotMonitored : ToastKind::DnsNotMonitored,
                      .dn = isOne ? dns.first() : Dn(),
                      .dns = dns,
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
