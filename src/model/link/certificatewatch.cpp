#include "model/link/certificatewatch.h"

#include "model/toastlist.h"

namespace model {

CertificateWatch::CertificateWatch(ServerConnection &connection, ToastList &toasts, core::Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_toasts(toasts)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { look(); }))
{
    connect(&connection, &ServerConnection::stateChanged, this, &CertificateWatch::look);
}

void CertificateWatch::look()
{
    if (m_connection.state() != ConnectionState::Connected)
        return m_alarm->stop();
    m_alarm->start(std::chrono::hours(24));
    const tlib::LinkSecurity security = m_connection.security();
    check(ToastKind::ServerCertificateEnds, security.certificateEnds);
    check(ToastKind::OwnCertificateEnds, security.ownCertificateEnds);
}

void CertificateWatch::check(ToastKind kind, const QDateTime &ends)
{
    const QString server = m_connection.endpoint().address();
    const auto isObsolete = [&](const Toast &toast) {
        return toast.kind == kind && toast.serverText == server && toast.ends != ends;
    };
    m_toasts.dismissIf(isObsolete); // it has been renewed
    const bool isSoon = ends.isValid() && ends < m_clock.wallTime().addDays(Days);
    const QString saying = QString::number(int(kind)) + u' ' + server + u' ' + ends.toString(Qt::ISODate);
    if (!isSoon || m_said.contains(saying))
        return;
    m_said.append(saying);
    m_toasts.post({.severity = Severity::Warning, .kind = kind, .ends = ends, .serverText = server});
}

} // namespace model

#include "moc_certificatewatch.cpp"
