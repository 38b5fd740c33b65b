#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace wire {

/// Who one end of a connection is: a certificate, those between it and its authority, and its key.
struct TlsIdentity
{
    QList<QSslCertificate> chain = {}; ///< the own one first; empty for none
    QSslKey key = {};
};

/// Reads PEM files: a certificate with those that vouch for it, and an RSA or EC key without a passphrase; an
/// empty key file means that the key stands in the certificate's. Untrusted/OwnCertificate with a sentence
/// that names file and remedy.
core::Result<TlsIdentity> readIdentity(const QString &certificateFile, const QString &keyFile);

/// The authorities of a PEM file, and there is at least one; Untrusted/CaFile with a sentence otherwise.
core::Result<QList<QSslCertificate>> readAuthorities(const QString &file);

} // namespace wire
