#pragma once

#include "model/link/certificatewatch.h"
#include "model/link/serverpasswords.h"
#include "model/toastlist.h"

namespace model {

/// Says in toasts what a person should know of the way to the server: a password that is needed or was not
/// kept, a certificate that ends soon; and takes back what is over.
class LinkToasts : public QObject
{
    Q_OBJECT

public:
    explicit LinkToasts(ToastList &toasts, QObject *parent = nullptr);

    void follow(const ServerPasswords &passwords);
    void follow(const CertificateWatch &certificates);

private:
    void warnOfEnd(CertificateWatch::Certificate whose, const QString &server, const QDateTime &ends);
    void takeBackEarlier(CertificateWatch::Certificate whose, const QString &server, const QDateTime &ends);

    ToastList &m_toasts;
};

} // namespace model
