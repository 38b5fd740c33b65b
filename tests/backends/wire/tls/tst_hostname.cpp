#include "backends/wire/tls/hostname.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_hostname {

using namespace Qt::StringLiterals;

class TestHostName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesNamesOfCertificates_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *what, const QString &host, const QString &name, bool matches) {
            QTest::newRow(what) << host << name << matches;
        };
        row("the same", u"sip.example.com"_s, u"sip.example.com"_s, true);
        row("in another case", u"SIP.Example.com"_s, u"sip.EXAMPLE.com"_s, true);
        row("with a dot at the end", u"sip.example.com."_s, u"sip.example.com"_s, true);
        row("another name", u"sip.example.com"_s, u"sip.example.org"_s, false);
        row("a parent", u"sip.example.com"_s, u"example.com"_s, false);
        row("a child", u"example.com"_s, u"sip.example.com"_s, false);
        row("the end of a name", u"sip.example.com"_s, u"p.example.com"_s, false);
        row("one label", u"sipserver"_s, u"sipserver"_s, true);
        row("a wildcard for the left-most label", u"sip.example.com"_s, u"*.example.com"_s, true);
        row("a wildcard in another case", u"sip.example.com"_s, u"*.EXAMPLE.com"_s, true);
        row("a wildcard is not two labels", u"a.sip.example.com"_s, u"*.example.com"_s, false);
        row("a wildcard is not none", u"example.com"_s, u"*.example.com"_s, false);
        row("a wildcard is not an empty label", u".example.com"_s, u"*.example.com"_s, false);
        row("a wildcard within a label", u"sip1.example.com"_s, u"sip*.example.com"_s, false);
        row("a wildcard before a label's end", u"sip1.example.com"_s, u"*1.example.com"_s, false);
        row("a wildcard in the second label", u"sip.a.example.com"_s, u"sip.*.example.com"_s, false);
        row("two wildcards", u"sip.a.example.com"_s, u"*.*.example.com"_s, false);
        row("a wildcard over a whole domain", u"example.com"_s, u"*.com"_s, false);
        row("a wildcard alone", u"sipserver"_s, u"*"_s, false);
        row("an international name in its ACE form", u"b\u00fccher.example"_s, u"xn--bcher-kva.example"_s,
            true);
        row("an ACE form asked for", u"xn--bcher-kva.example"_s, u"xn--bcher-kva.example"_s, true);
        row("an international name as it is written", u"b\u00fccher.example"_s, u"b\u00fccher.example"_s,
            false);
        row("a look-alike letter", u"p\u0430ypal.example"_s, u"paypal.example"_s, false);
        row("a NUL behind the name", u"sip.example.com"_s, u"sip.example.com\0.evil.example"_s, false);
        row("a space before it", u"sip.example.com"_s, u" sip.example.com"_s, false);
        row("an address is no DNS name", u"10.0.0.1"_s, u"10.0.0.1"_s, false);
        row("a wildcard is no address", u"10.0.0.1"_s, u"*.0.0.1"_s, false);
        row("no host", QString(), QString(), false);
    }
    void matchesNamesOfCertificates()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, name);
        QFETCH(const bool, matches);
        QCOMPARE(wire::HostName(host).matches(name), matches);
    }

    void knowsAddresses()
    {
        QVERIFY(wire::HostName(u"10.0.0.1"_s).isAddress());
        QVERIFY(wire::HostName(u"fe80::1%eth0"_s).isAddress());
        QCOMPARE(wire::HostName(u"FE80:0::1%eth0"_s).text(), u"fe80::1"_s);
        QVERIFY(!wire::HostName(u"10.0.0.1.example"_s).isAddress());
        QCOMPARE(wire::HostName(u"B\u00fccher.example."_s).text(), u"xn--bcher-kva.example"_s);
    }
};

TALLY_TEST(TestHostName)

} // namespace tst_hostname
#include "tst_hostname.moc"
