#include "backends/wire/tls/tlsfiles.h"

#include "backends/wire/tls/certificateparts.h"
#include "tlib/linksecurity.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using tlib::TlsFlaw;

constexpr qint64 MostBytes = 4 * 1'048'576; ///< bytes; every authority there is fits in

core::Error flaw(TlsFlaw reason, const QString &text)
{
    return {.kind = core::ErrorKind::Untrusted, .text = text, .reason = int(reason)};
}

core::Result<QByteArray> contentOf(const QString &name, TlsFlaw reason)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return flaw(reason, u"%1: cannot be read: %2"_s.arg(name, file.errorString()));
    const QByteArray content = file.read(MostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return flaw(reason, u"%1: cannot be read: %2"_s.arg(name, file.errorString()));
    if (content.size() > MostBytes)
        return flaw(reason, u"%1: is too large to be a file of certificates or keys"_s.arg(name));
    return content;
}

QSslKey keyIn(const QByteArray &content)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(content, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return {};
}

} // namespace

core::Result<TlsIdentity> readIdentity(const QString &certificateFile, const QString &keyFile)
{
    const auto wrong = [](const QString &text) { return flaw(TlsFlaw::OwnCertificate, text); };
    const auto certificates = contentOf(certificateFile, TlsFlaw::OwnCertificate);
    if (!certificates)
        return certificates.error();
    const QString keyName = keyFile.isEmpty() ? certificateFile : keyFile;
    const auto keys = contentOf(keyName, TlsFlaw::OwnCertificate);
    if (!keys)
        return keys.error();

    TlsIdentity identity{.chain = QSslCertificate::fromData(*certificates, QSsl::Pem), .key = keyIn(*keys)};
    if (identity.chain.isEmpty() || identity.chain.first().isNull())
        return wrong(u"%1: holds no certificate in PEM form"_s.arg(certificateFile));
    if (identity.key.isNull()) {
        return wrong(keys->contains("ENCRYPTED")
                         ? u"%1: the key is protected by a passphrase: give one without"_s.arg(keyName)
                         : u"%1: holds no RSA or EC key in PEM form"_s.arg(keyName));
    }
    if (!isKeyOf(identity.key, identity.chain.first()))
        return wrong(u"%1: the key is not the one to the certificate in %2"_s.arg(keyName, certificateFile));
    return identity;
}

core::Result<QList<QSslCertificate>> readAuthorities(const QString &file)
{
    const auto content = contentOf(file, TlsFlaw::CaFile);
    if (!content)
        return content.error();
    const auto authorities = QSslCertificate::fromData(*content, QSsl::Pem);
    if (authorities.isEmpty())
        return flaw(TlsFlaw::CaFile, u"%1: holds no certificate in PEM form"_s.arg(file));
    return authorities;
}

} // namespace wire
