#pragma once

#include "core/result.h"

#include <QString>

namespace tlib {

/// Where a server is and how it is spoken to.
struct Endpoint
{
    QString host = {};
    quint16 port = 0;
    bool secure = false; ///< TLS from the first byte
    QString caFile = {}; ///< PEM; empty means the system's certificates
    QString applicationName = {};
    QString password = {}; ///< never logged
    int addpTimeout = 0;   ///< seconds, see RegisterClient
    int addpRemoteTimeout = 0;

    /// "tlib://host:port" or "tlibs://host:port?ca=FILE"; InvalidInput with a sentence that says what is
    /// wrong otherwise.
    static core::Result<Endpoint> fromUrl(const QString &url);
    /// "host:port", with brackets around an IPv6 address.
    QString address() const;

    bool operator==(const Endpoint &) const = default;
};

} // namespace tlib
