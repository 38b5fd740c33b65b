#pragma once

#include <QDateTime>
#include <QString>

namespace tlib {

/// How a connection is protected, for people to see.
struct LinkSecurity
{
    bool isEncrypted = false;
    QString protocol = {};             ///< "TLS 1.3"
    QString certificateOf = {};        ///< the name in the server's certificate; empty without one
    QDateTime certificateEnds = {};    ///< of the server's certificate; null without one
    QDateTime ownCertificateEnds = {}; ///< of the client certificate that was shown; null without one

    bool operator==(const LinkSecurity &) const = default;
};

/// Why a server (or our own certificate) was not trusted: Error::reason of ErrorKind::Untrusted.
enum class TlsFlaw {
    Other = 0,         ///< the error's text says it
    Expired,           ///< the certificate's time is over
    NotYetValid,       ///< its time has not begun: one of the two clocks may be wrong
    SelfSigned,        ///< nobody but the server itself vouches for it
    UnknownAuthority,  ///< signed by an authority that is not trusted here
    WrongHost,         ///< its names are others than the one that was asked for
    AddressNotNamed,   ///< the server was asked for by its IP address, which the certificate does not name
    NoAlternativeName, ///< it has no alternative names, only the old CommonName, which is not accepted
    OldProtocol,       ///< the server speaks nothing newer than TLS 1.1
    NoTls,             ///< what answered on this port does not speak TLS at all
    WeakKey,           ///< the key or the signature is too short or too old to be trusted
    PinMismatch,       ///< a valid certificate, but not the key that was agreed on
    OwnCertificate,    ///< the client certificate or its key cannot be used, or the server refuses it
    CaFile,            ///< the company's CA file cannot be read or holds no certificate
    OtherAlternativeNames, ///< the CommonName is right, but the alternative names, which count, are others
};

} // namespace tlib
