#pragma once

#include <QHostAddress>
#include <QSslCertificate>
#include <QString>

namespace wire {

/// The host that a person asked for, as certificates name hosts (RFC 6125, RFC 5280): DNS names among
/// DNS names, addresses among addresses. The old CommonName names nobody.
class HostName
{
public:
    explicit HostName(const QString &host);

    bool isAddress() const { return !m_address.isNull(); }
    /// Without a trailing dot and a scope, in lower case; names beyond ASCII in their ACE form.
    QString text() const { return m_text; }

    /// Whether a subjectAltName of the certificate is this host.
    bool isNamedBy(const QSslCertificate &certificate) const;
    /// Whether this DNS name is it. A wildcard stands for exactly one label, the left-most, as a whole, and
    /// two others follow.
    bool matches(const QString &dnsName) const;

private:
    QString m_text;
    QHostAddress m_address;
};

} // namespace wire
