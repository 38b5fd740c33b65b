#pragma once

#include "core/clock.h"
#include "model/link/serverconnection.h"

#include <QDateTime>
#include <QObject>

namespace model {

/// Says so in time when a certificate is about to end, the server's or the one that this desktop shows: on
/// its last day nobody gets a connection any more. Looks at every connection that is made, and once a day
/// while one stands; says the same thing once.
class CertificateWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int Days = 30; ///< ahead

    enum class Certificate { Servers, Own };

    CertificateWatch(ServerConnection &connection, core::Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// `server`: host:port, whose certificate it is, or to whom this desktop shows its own.
    void endsSoon(model::CertificateWatch::Certificate whose, const QString &server, const QDateTime &ends);
    /// It is another one now, with this end: what was said of one with another end is over.
    void renewed(model::CertificateWatch::Certificate whose, const QString &server, const QDateTime &ends);

private:
    struct Saying
    {
        Certificate whose = Certificate::Servers;
        QString server = {};
        QDateTime ends = {};

        bool operator==(const Saying &) const = default;
    };

    void look();
    void check(const Saying &now);

    ServerConnection &m_connection;
    core::Clock &m_clock;
    std::unique_ptr<core::Alarm> m_alarm;
    QList<Saying> m_said;
};

} // namespace model
