#include "backends/wire/tls/certificateparts.h"
#include "support/testprogram.h"

#include "backends/wire/tls/der.h"
#include "support/certificates.h"

#include <QCryptographicHash>
#include <QTest>

namespace tst_certificateparts {

using namespace Qt::StringLiterals;
using support::Certificates;
using wire::DerReader;

/// Against what openssl says of the same certificates.
class TestCertificateParts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Certificates> m_made;

    QSslCertificate made(const QString &name, const Certificates::Wish &wish)
    {
        m_made->make(name, wish);
        return QSslCertificate::fromPath(m_made->certificate(name)).value(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Certificates::obstacle(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_made = std::make_unique<Certificates>();
    }

    void pinsWhatOpensslPins_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("EC") << u"ec"_s;
        QTest::newRow("RSA") << u"rsa:2048"_s;
        QTest::newRow("Ed25519") << u"ed25519"_s;
    }
    void pinsWhatOpensslPins()
    {
        QFETCH(const QString, key);
        const QSslCertificate certificate = made(u"pinned"_s, {.key = key});
        const QByteArray spki = m_made->openssl(
            {u"pkey"_s, u"-in"_s, m_made->key(u"pinned"_s), u"-pubout"_s, u"-outform"_s, u"DER"_s});
        QCOMPARE(wire::partsOf(certificate).publicKeyInfo, spki);
        QCOMPARE(wire::pinOf(certificate), QCryptographicHash::hash(spki, QCryptographicHash::Sha256));
        QVERIFY(!wire::hasWeakKey(certificate));
        QVERIFY(!wire::hasWeakSignature(certificate));
    }

    void findsWeakKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isWeak");
        QTest::newRow("RSA 1024") << u"rsa:1024"_s << true;
        QTest::newRow("RSA 2040") << u"rsa:2040"_s << true;
        QTest::newRow("RSA 2048") << u"rsa:2048"_s << false;
        QTest::newRow("EC 192") << u"ec:prime192v1"_s << true;
        QTest::newRow("EC 224") << u"ec:secp224r1"_s << false;
    }
    void findsWeakKeys()
    {
        QFETCH(const QString, key);
        QFETCH(const bool, isWeak);
        QCOMPARE(wire::hasWeakKey(made(u"key"_s, {.key = key})), isWeak);
    }

    void findsWeakSignatures_data()
    {
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<bool>("isWeak");
        QTest::newRow("ECDSA with SHA-1") << u"ec"_s << u"sha1"_s << true;
        QTest::newRow("ECDSA with SHA-256") << u"ec"_s << u"sha256"_s << false;
        QTest::newRow("RSA with MD5") << u"rsa:2048"_s << u"md5"_s << true;
        QTest::newRow("RSA with SHA-1") << u"rsa:2048"_s << u"sha1"_s << true;
        QTest::newRow("RSA with SHA-384") << u"rsa:2048"_s << u"sha384"_s << false;
    }
    void findsWeakSignatures()
    {
        QFETCH(const QString, authority);
        QFETCH(const QString, digest);
        QFETCH(const bool, isWeak);
        m_made->authority(u"signer"_s, u"Signer"_s, {}, {.key = authority});
        const auto certificate = made(u"signed"_s, {.digest = digest, .signedBy = u"signer"_s});
        QVERIFY(!certificate.isNull());
        QCOMPARE(wire::hasWeakSignature(certificate), isWeak);
    }

    void knowsWhichKeyBelongsToWhichCertificate_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("algorithm");
        QTest::newRow("EC") << u"ec"_s << int(QSsl::Ec);
        QTest::newRow("RSA") << u"rsa:2048"_s << int(QSsl::Rsa);
    }
    void knowsWhichKeyBelongsToWhichCertificate()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, algorithm);
        const auto own = made(u"own"_s, {.key = kind});
        const auto other = made(u"other"_s, {.key = kind});
        const auto key = [&](const QString &file) {
            return QSslKey(m_made->content(file), QSsl::KeyAlgorithm(algorithm));
        };
        QVERIFY(wire::isKeyOf(key(m_made->key(u"own"_s)), own));
        QVERIFY(!wire::isKeyOf(key(m_made->key(u"own"_s)), other));
        QVERIFY(!wire::isKeyOf(QSslKey(), own));
        m_made->openssl({u"pkcs8"_s, u"-topk8"_s, u"-nocrypt"_s, u"-in"_s, m_made->key(u"own"_s), u"-out"_s,
                         m_made->path(u"own.pkcs8"_s)});
        QVERIFY(wire::isKeyOf(key(m_made->path(u"own.pkcs8"_s)), own));
    }

    void readsNoCertificateAsNothing()
    {
        QCOMPARE(wire::partsOf(QSslCertificate()).publicKeyInfo, QByteArray());
        QVERIFY(wire::pinOf(QSslCertificate()).isEmpty());
        QVERIFY(wire::hasWeakKey(QSslCertificate()));
        QVERIFY(wire::hasWeakSignature(QSslCertificate()));
    }

    void derReadsNothingThatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *hex : {"", "30", "3001", "300500", "3080", "308101", "308500000000000",
                                "3084ffffffff00", "30847fffffff"})
            QTest::newRow(hex) << QByteArray::fromHex(hex);
    }
    void derReadsNothingThatIsNotThere()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!DerReader(bytes).next());
    }
};

TALLY_TEST(TestCertificateParts)

} // namespace tst_certificateparts
#include "tst_certificateparts.moc"
