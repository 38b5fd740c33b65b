#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

namespace wire {

/// What Qt does not tell of a certificate, read from its bytes. Everything is empty where they are not
/// understood.
struct CertificateParts
{
    QByteArray publicKeyInfo = {}; ///< SubjectPublicKeyInfo in DER: what pins are of (RFC 7469)
    QByteArray signature = {};     ///< AlgorithmIdentifier in DER
    int rsaBits = 0;               ///< of the modulus, 0 for other kinds of keys
};

CertificateParts partsOf(const QSslCertificate &certificate);

/// SHA-256 over the SubjectPublicKeyInfo, as RFC 7469 pins it; empty for what is no certificate.
QByteArray pinOf(const QSslCertificate &certificate);

/// Whether the key is too short to be trusted: RSA under 2048 bits, EC under 224, DSA, and what is not known.
bool hasWeakKey(const QSslCertificate &certificate);
/// Whether the certificate is signed by way of MD2, MD5 or SHA-1.
bool hasWeakSignature(const QSslCertificate &certificate);

/// Whether the private key (RSA or EC) is the one to the certificate's public key.
bool isKeyOf(const QSslKey &key, const QSslCertificate &certificate);

} // namespace wire
