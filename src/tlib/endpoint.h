#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tlib {

/// Where a server is and how it is spoken to.
struct Endpoint
{
    QString host = {};
    quint16 port = 0;
    bool secure = false;            ///< TLS from the first byte
    QString caFile = {};            ///< PEM; the only authorities that are trusted then. Empty: the system's
    QString clientCertificate = {}; ///< PEM file shown to a server that asks; empty: none
    QString clientKey = {};         ///< PEM file; empty: the key stands in the certificate's file
    QList<QByteArray> pins = {};    ///< SHA-256 of public keys (SPKI), 32 bytes each; empty: any is right
    QString applicationName = {};
    QString password = {}; ///< never logged
    int addpTimeout = 0;   ///< seconds, see RegisterClient
    int addpRemoteTimeout = 0;

    /// "tlib://host:port" or "tlibs://host:port?ca=FILE"; InvalidInput with a sentence that says what is
    /// wrong otherwise.
    static core::Result<Endpoint> fromUrl(const QString &url);
    /// "host:port", with brackets around an IPv6 address.
    QString address() const;
    /// Whether it is reached at the same host and port, however it is spoken to there. Names are compared as
    /// they are written, but for capitals (RFC 4343): nobody is asked what they resolve to.
    bool isSameServer(const Endpoint &other) const;

    bool operator==(const Endpoint &) const = default;
};

} // namespace tlib
