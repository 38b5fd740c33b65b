#pragma once

#include "core/frame.h"
#include "model/dns/dnregistry.h"
#include "model/toastlist.h"

#include <QMap>

namespace model {

/// Tells a person which DNs the server does not let this desktop watch: an own DN in a toast of its own, the
/// others of one reason together in one, however many they are. It is told once the registration is through,
/// and taken back DN by DN as they become monitored.
class RefusedDns : public QObject
{
    Q_OBJECT

public:
    RefusedDns(ServerConnection &connection, DnRegistry &registry, ToastList &toasts, core::Clock &clock,
               QObject *parent = nullptr);

private:
    struct Group ///< the DNs that were refused with one of the server's numbers
    {
        ToastId toast = {};        ///< 0: not told yet
        QMap<qint64, Dn> dns = {}; ///< in the order in which they were refused
        QString serverText = {};
    };
    struct Place ///< where a DN stands
    {
        int code = 0;
        qint64 number = 0;
    };

    void onRefused(const Dn &dn, const core::Error &why);
    void onStateChanged(const Dn &dn);
    void onEntriesChanged();
    void onConnectionChanged();
    /// The DN is refused no more, or for another reason.
    void forget(const Dn &dn);
    void tellAll();
    void tell(int code);

    ServerConnection &m_connection;
    DnRegistry &m_registry;
    ToastList &m_toasts;
    QMap<int, Group> m_groups; ///< of DNs that are not own ones, by the server's number
    QHash<Dn, Place> m_places;
    qint64 m_lastNumber = 0;
    QSet<int> m_untold;
    core::Frame m_frame; ///< a hundred thousand DNs do not rewrite one sentence as often
};

} // namespace model
