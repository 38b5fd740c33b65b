#include "model/link/certificatewatch.h"

#include <algorithm>

namespace model {

CertificateWatch::CertificateWatch(ServerConnection &connection, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { look(); }))
{
    connect(&connection, &ServerConnection::stateChanged, this, &CertificateWatch::look);
}

void CertificateWatch::look()
{
    const auto security = m_connection.security();
    if (m_connection.state() != ConnectionState::Connected || !security)
        return m_alarm->stop();
    m_alarm->start(std::chrono::hours(24));
    const QString server = m_connection.endpoint().address();
    check({.whose = Certificate::Servers, .server = server, .ends = security->certificateEnds});
    check({.whose = Certificate::Own, .server = server, .ends = security->ownCertificateEnds});
}

void CertificateWatch::check(const Saying &now)
{
    const auto isOfEarlier = [&now](const Saying &said) {
        return said.whose == now.whose && said.server == now.server && said.ends != now.ends;
    };
    if (std::any_of(m_said.begin(), m_said.end(), isOfEarlier))
        Q_EMIT renewed(now.whose, now.server, now.ends);
    const bool isSoon = now.ends.isValid() && now.ends < m_clock.wallTime().addDays(Days);
    if (!isSoon || m_said.contains(now))
        return;
    m_said.append(now);
    Q_EMIT endsSoon(now.whose, now.server, now.ends);
}

} // namespace model

#include "moc_certificatewatch.cpp"
