#include "model/linktoasts.h"

namespace model {

namespace {

ToastKind certificateToast(CertificateWatch::Certificate whose)
{
    switch (whose) {
    case CertificateWatch::Certificate::Servers: return ToastKind::ServerCertificateEnds;
    case CertificateWatch::Certificate::Own: return ToastKind::OwnCertificateEnds;
    }
    Q_UNREACHABLE();
}

} // namespace

LinkToasts::LinkToasts(ToastList &toasts, QObject *parent)
    : QObject(parent)
    , m_toasts(toasts)
{
}

void LinkToasts::follow(const ServerPasswords &passwords)
{
    connect(&passwords, &ServerPasswords::questionChanged, this, [this, &passwords] {
        m_toasts.dismissIf([](const Toast &toast) { return toast.kind == ToastKind::PasswordNeeded; });
        if (const auto &question = passwords.question())
            m_toasts.post({.kind = ToastKind::PasswordNeeded,
                           .code = tlib::errorcode::BadPassword,
                           .serverText = question->server});
    });
    connect(&passwords, &ServerPasswords::postponed, this, [this](const QString &server) {
        m_toasts.dismissIf([](const Toast &toast) { return toast.kind == ToastKind::PasswordNeeded; });
        m_toasts.post(
            {.kind = ToastKind::PasswordNeeded, .code = tlib::errorcode::BadPassword, .serverText = server});
    });
    connect(&passwords, &ServerPasswords::notKept, this, [this](const QString &server) {
        m_toasts.post(
            {.severity = Severity::Warning, .kind = ToastKind::PasswordNotKept, .serverText = server});
    });
}

void LinkToasts::follow(const CertificateWatch &certificates)
{
    connect(&certificates, &CertificateWatch::endsSoon, this, &LinkToasts::warnOfEnd);
    connect(&certificates, &CertificateWatch::renewed, this, &LinkToasts::takeBackEarlier);
}

void LinkToasts::warnOfEnd(CertificateWatch::Certificate whose, const QString &server, const QDateTime &ends)
{
    m_toasts.post(
        {.severity = Severity::Warning, .kind = certificateToast(whose), .ends = ends, .serverText = server});
}

void LinkToasts::takeBackEarlier(CertificateWatch::Certificate whose, const QString &server,
                                 const QDateTime &ends)
{
    m_toasts.dismissIf([&](const Toast &toast) {
        return toast.kind == certificateToast(whose) && toast.serverText == server && toast.ends != ends;
    });
}

} // namespace model

#include "moc_linktoasts.cpp"
