#include "backends/wire/tls/tlscheck.h"
#include "support/testprogram.h"

#include "backends/wire/tls/certificateparts.h"
#include "support/certificates.h"

#include <QTest>

namespace tst_tlscheck {

using namespace Qt::StringLiterals;
using support::Certificates;
using tlib::TlsFlaw;

/// What is judged without a connection: chains that a TLS library on this machine would not let through, but
/// another might. tst_tlslink shows the rest with real servers.
class TestTlsCheck : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Certificates> m_made;
    QSslCertificate m_good;

    QSslCertificate certificate(const QString &name) const
    {
        return QSslCertificate::fromPath(m_made->certificate(name)).value(0);
    }
    wire::TlsExpectations expectations(const QString &authority = u"ca"_s) const
    {
        return {.host = u"127.0.0.1"_s,
                .caFile = u"company.pem"_s,
                .authorities = {certificate(authority)},
                .now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Certificates::obstacle(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_made = std::make_unique<Certificates>();
        m_made->authority(u"same-name-ca"_s, u"Test authority"_s);
        m_made->authority(u"between"_s, u"Issuing authority"_s, u"ca"_s);
        m_made->make(u"good"_s, {});
        m_made->make(u"below"_s, {.signedBy = u"between"_s});
        m_good = certificate(u"good"_s);
    }

    void trustsWhatIsRight()
    {
        QVERIFY(!wire::flawOf({m_good}, {}, expectations()));
        QVERIFY(!wire::flawOf({m_good, certificate(u"ca"_s)}, {}, expectations()));
        QVERIFY(!wire::flawOf({certificate(u"below"_s), certificate(u"between"_s)}, {}, expectations()));
        QVERIFY(!wire::flawOf({certificate(u"below"_s), certificate(u"ca"_s), certificate(u"between"_s)}, {},
                              expectations())); // in any order
    }

    /// As schannel does, which trusts every authority of Windows beside ours and shows the whole chain.
    void trustsOnlyOurOwnRoot()
    {
        m_made->make(u"of-same-name"_s, {.signedBy = u"same-name-ca"_s});
        const auto flaw = wire::flawOf({certificate(u"of-same-name"_s), certificate(u"same-name-ca"_s)}, {},
                                       expectations());
        QVERIFY(flaw);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::UnknownAuthority);
        m_made->authority(u"public"_s, u"Some public authority"_s);
        m_made->make(u"of-public"_s, {.signedBy = u"public"_s});
        const auto foreign =
            wire::flawOf({certificate(u"of-public"_s), certificate(u"public"_s)}, {}, expectations());
        QVERIFY(foreign);
        QCOMPARE(TlsFlaw(foreign->reason), TlsFlaw::UnknownAuthority);
        const auto cut = wire::flawOf({certificate(u"of-public"_s)}, {}, expectations());
        QVERIFY(cut);
        QCOMPARE(TlsFlaw(cut->reason), TlsFlaw::UnknownAuthority);
    }

    void trustsARootThatWasIssuedAnew()
    {
        // The same authority with the same key under a new certificate.
        m_made->openssl({u"x509"_s, u"-in"_s, m_made->certificate(u"ca"_s), u"-signkey"_s,
                         m_made->key(u"ca"_s), u"-days"_s, u"20000"_s, u"-set_serial"_s, u"4711"_s, u"-out"_s,
                         m_made->certificate(u"renewed-ca"_s)});
        QVERIFY(certificate(u"renewed-ca"_s) != certificate(u"ca"_s));
        QVERIFY(!wire::flawOf({m_good, certificate(u"ca"_s)}, {}, expectations(u"renewed-ca"_s)));
    }

    void refusesOldSignaturesBelowTheRoot()
    {
        m_made->make(u"sha1"_s, {.digest = u"sha1"_s});
        const auto flaw = wire::flawOf({certificate(u"sha1"_s)}, {}, expectations());
        QVERIFY(flaw);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::WeakKey);
        QVERIFY2(flaw->text.contains(u"a signature that is too old"), qPrintable(flaw->text));
        m_made->authority(u"sha1-root"_s, u"Old but strong"_s, {}, {.digest = u"sha1"_s});
        m_made->make(u"below-sha1"_s, {.signedBy = u"sha1-root"_s});
        QVERIFY(!wire::flawOf({certificate(u"below-sha1"_s), certificate(u"sha1-root"_s)}, {},
                              expectations(u"sha1-root"_s)));
    }

    void refusesAWeakAuthority()
    {
        m_made->authority(u"weak-root"_s, u"Weak authority"_s, {}, {.key = u"rsa:1024"_s});
        m_made->make(u"below-weak"_s, {.signedBy = u"weak-root"_s});
        const auto flaw =
            wire::flawOf({certificate(u"below-weak"_s)}, {}, expectations(u"weak-root"_s)); // not shown
        QVERIFY(flaw);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::WeakKey);
    }

    void looksAtEveryTimeInTheChain()
    {
        m_made->authority(u"old-between"_s, u"Old issuing authority"_s, u"ca"_s,
                          {.until = u"20210101000000Z"_s});
        m_made->make(u"below-old"_s, {.signedBy = u"old-between"_s});
        const auto flaw =
            wire::flawOf({certificate(u"below-old"_s), certificate(u"old-between"_s)}, {}, expectations());
        QVERIFY(flaw);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::Expired);
        QVERIFY2(flaw->text.contains(u"the authority \"Old issuing authority\""), qPrintable(flaw->text));
    }

    void believesTheLibraryWhenItRefuses()
    {
        const auto flaw = wire::flawOf({m_good}, {QSslError(QSslError::InvalidPurpose)}, expectations());
        QVERIFY(flaw);
        QCOMPARE(flaw->kind, core::ErrorKind::Untrusted);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::Other);
        const auto forged =
            wire::flawOf({m_good}, {QSslError(QSslError::CertificateSignatureFailed)}, expectations());
        QVERIFY(forged);
        QCOMPARE(TlsFlaw(forged->reason), TlsFlaw::UnknownAuthority);
        const auto revoked =
            wire::flawOf({m_good}, {QSslError(QSslError::CertificateRevoked)}, expectations());
        QVERIFY(revoked);
    }

    void needsACertificate()
    {
        QVERIFY(wire::flawOf({}, {}, expectations()));
        QVERIFY(wire::flawOf({QSslCertificate()}, {}, expectations()));
    }

    void asksForThePinBesideAllElse()
    {
        auto expected = expectations();
        expected.pins = {wire::pinOf(m_good)};
        QVERIFY(!wire::flawOf({m_good}, {}, expected));
        expected.pins = {wire::pinOf(certificate(u"ca"_s))}; // the server's own key is meant
        const auto flaw = wire::flawOf({m_good}, {}, expected);
        QVERIFY(flaw);
        QCOMPARE(TlsFlaw(flaw->reason), TlsFlaw::PinMismatch);
        expected.pins = {wire::pinOf(m_good)};
        expected.host = u"sip.example"_s;
        QCOMPARE(TlsFlaw(wire::flawOf({m_good}, {}, expected)->reason), TlsFlaw::WrongHost);
    }

    /// What a certificate says is the other side's text.
    void showsForeignWordsWithCare()
    {
        m_made->make(u"loud"_s,
                     {.commonName = u"x"_s, .alternativeNames = u"DNS:%1.example"_s.arg(QString(200, u'a'))});
        auto expected = expectations();
        expected.host = u"sip.example"_s;
        const auto flaw = wire::flawOf({certificate(u"loud"_s)}, {}, expected);
        QVERIFY(flaw);
        QVERIFY2(flaw->text.size() < 200, qPrintable(flaw->text));
    }
};

TALLY_TEST(TestTlsCheck)

} // namespace tst_tlscheck
#include "tst_tlscheck.moc"
