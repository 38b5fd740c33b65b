#pragma once

#include "backends/wire/tls/hostname.h"
#include "core/result.h"
#include "tlib/linksecurity.h"

#include <QDateTime>
#include <QList>
#include <QSslError>

#include <optional>

namespace wire {

/// What a server has to prove.
struct TlsExpectations
{
    QString host = {};                       ///< as the person wrote it
    QString caFile = {};                     ///< where the authorities are from; empty: the system's
    QList<QSslCertificate> authorities = {}; ///< with a caFile: the only ones that count
    QList<QByteArray> pins = {};             ///< SHA-256 of public keys; empty: any is right
    QDateTime now = {};
};

/// Judges the certificates that a server showed, its own first, beside what the TLS library has found wrong
/// with them (signatures, revocation, constraints are its part). Nothing means trusted. The library's word
/// alone is not enough: Qt 6.4 takes a CommonName for a name, and on Windows trusts every authority that
/// Windows does beside those of our file.
std::optional<core::Error> flawOf(const QList<QSslCertificate> &shown, const QList<QSslError> &found,
                                  const TlsExpectations &expected);

/// One sentence, and Error::reason with the flaw.
core::Error untrusted(tlib::TlsFlaw flaw, const QString &sentence);

} // namespace wire
