#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace support {

/// What a certificate is to be like.
struct CertificateWish
{
    QString commonName = QStringLiteral("Test server");
    QString alternativeNames = QStringLiteral("DNS:localhost,IP:127.0.0.1"); ///< empty: none
    QString key = QStringLiteral("ec"); ///< "ec", "ec:<curve>", "rsa:<bits>" or "ed25519"
    QString from = QStringLiteral("20200101000000Z");
    QString until = QStringLiteral("21200101000000Z");
    QString digest = QStringLiteral("sha256");
    QString signedBy = QStringLiteral("ca"); ///< empty: by itself
    bool isAuthority = false;
};

/// Certificates that are made for one test by the openssl command line, in a folder of their own. Their times
/// are wide, so that neither the machine's clock nor a test's matters; each names itself "<name>.pem" with
/// its key "<name>.key".
class Certificates
{
public:
    using Wish = CertificateWish;

    /// The reason in words when none can be made.
    static QString obstacle()
    {
        return QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty()
                   ? QStringLiteral("openssl is not installed")
                   : QString();
    }

    Certificates()
    {
        write(QStringLiteral("index"), {}); // what `openssl ca` has signed
        authority(QStringLiteral("ca"), QStringLiteral("Test authority"));
    }

    QString path(const QString &file) const { return m_folder.filePath(file); }
    QString certificate(const QString &name) const { return path(name + QLatin1String(".pem")); }
    QString key(const QString &name) const { return path(name + QLatin1String(".key")); }
    QByteArray content(const QString &file) const
    {
        QFile opened(file);
        if (!opened.open(QIODevice::ReadOnly))
            qFatal("the test cannot read %s", qPrintable(file));
        return opened.readAll();
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write %s", qPrintable(name));
        return file.fileName();
    }

    /// By itself, unless another authority signs it.
    void authority(const QString &name, const QString &commonName, const QString &signedBy = {},
                   Wish wish = {})
    {
        wish.commonName = commonName;
        wish.alternativeNames.clear();
        wish.signedBy = signedBy;
        wish.isAuthority = true;
        make(name, wish);
    }
    void make(const QString &name, const Wish &wish)
    {
        makeKey(name, wish.key);
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), key(name),
                 QStringLiteral("-subj"), QStringLiteral("/O=Tallylight tests/CN=") + wish.commonName,
                 QStringLiteral("-out"), path(name + QLatin1String(".csr"))});
        const QString configuration = write(name + QLatin1String(".cnf"), configurationFor(wish));
        QStringList arguments{
            QStringLiteral("ca"),         QStringLiteral("-batch"),
            QStringLiteral("-notext"),    QStringLiteral("-rand_serial"),
            QStringLiteral("-config"),    configuration,
            QStringLiteral("-in"),        path(name + QLatin1String(".csr")),
            QStringLiteral("-out"),       certificate(name),
            QStringLiteral("-startdate"), wish.from,
            QStringLiteral("-enddate"),   wish.until,
            QStringLiteral("-md"),        wish.digest,
            QStringLiteral("-keyfile"),   key(wish.signedBy.isEmpty() ? name : wish.signedBy)};
        if (wish.signedBy.isEmpty())
            arguments << QStringLiteral("-selfsign");
        else
            arguments << QStringLiteral("-cert") << certificate(wish.signedBy);
        openssl(arguments);
    }
    QByteArray openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            qFatal("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                   process.readAllStandardError().constData());
        }
        return process.readAllStandardOutput();
    }

private:
    void makeKey(const QString &name, const QString &kind) const
    {
        if (kind.startsWith(QLatin1String("rsa:"))) {
            openssl({QStringLiteral("genrsa"), QStringLiteral("-out"), key(name), kind.sliced(4)});
        } else if (kind == QLatin1String("ed25519")) {
            openssl({QStringLiteral("genpkey"), QStringLiteral("-algorithm"), kind, QStringLiteral("-out"),
                     key(name)});
        } else {
            const QString curve = kind == QLatin1String("ec") ? QStringLiteral("prime256v1") : kind.sliced(3);
            openssl({QStringLiteral("ecparam"), QStringLiteral("-name"), curve, QStringLiteral("-genkey"),
                     QStringLiteral("-noout"), QStringLiteral("-out"), key(name)});
        }
    }
    static QByteArray configurationFor(const Wish &wish)
    {
        QByteArray text =
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=serial\nnew_certs_dir=.\npolicy=p\nx509_"
            "extensions=x\nunique_"
            "subject=no\n"
            "[p]\norganizationName=optional\ncommonName=optional\n[x]\nsubjectKeyIdentifier=hash\n";
        text += wish.isAuthority ? "basicConstraints=critical,CA:true\n" : "basicConstraints=CA:false\n";
        if (!wish.alternativeNames.isEmpty())
            text += "subjectAltName=" + wish.alternativeNames.toUtf8() + '\n';
        return text;
    }

    QTemporaryDir m_folder;
};

} // namespace support
