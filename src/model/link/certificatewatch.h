#pragma once

#include "core/clock.h"
#include "model/link/serverconnection.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

namespace model {

class ToastList;
enum class ToastKind;

/// Says so in time when a certificate is about to end, the server's or the one that this desktop shows: on
/// its last day nobody gets a connection any more. Looks at every connection that is made, and once a day
/// while one stands; says the same thing once.
class CertificateWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int Days = 30; ///< ahead

    CertificateWatch(ServerConnection &connection, ToastList &toasts, core::Clock &clock,
                     QObject *parent = nullptr);

private:
    void look();
    void check(ToastKind kind, const QDateTime &ends);

    ServerConnection &m_connection;
    ToastList &m_toasts;
    core::Clock &m_clock;
    std::unique_ptr<core::Alarm> m_alarm;
    QStringList m_said;
};

} // namespace model
