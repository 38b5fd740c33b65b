#include "support/testprogram.h"
#include "tlib/endpoint.h"

#include <QTest>

namespace tst_endpoint {

using namespace Qt::StringLiterals;
using tlib::Endpoint;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses()
    {
        const auto plain = Endpoint::fromUrl(u"tlib://sip-prim.example:7007"_s);
        QVERIFY(plain);
        QCOMPARE(plain->address(), u"sip-prim.example:7007"_s);
        QVERIFY(!plain->secure);

        const auto secure = Endpoint::fromUrl(u"tlibs://[::1]:7008?ca=/etc/ca%20one.pem"_s);
        QVERIFY(secure);
        QVERIFY(secure->secure);
        QCOMPARE(secure->caFile, u"/etc/ca one.pem"_s);
        QCOMPARE(secure->address(), u"[::1]:7008"_s);

        QCOMPARE(Endpoint::fromUrl(u"tlib://sip-prim:65535"_s)->port, 65535);
        for (const QString &zone : {u"%lo"_s, u"%25lo"_s}) {
            const auto link = Endpoint::fromUrl(u"tlibs://[fe80::1"_s + zone + u"]:7007?ca=/a%20b"_s);
            QVERIFY2(link, link ? "" : qPrintable(link.error().text));
            QCOMPARE(link->host, u"fe80::1%lo"_s);
            QCOMPARE(link->address(), u"[fe80::1%lo]:7007"_s);
            QCOMPARE(link->caFile, u"/a b"_s);
        }
    }

    void theSameServerIsOneHostAndPort()
    {
        const Endpoint one{.host = u"sip.example"_s, .port = 7007};
        QVERIFY(
            one.isSameServer({.host = u"SIP.Example"_s, .port = 7007, .secure = true, .password = u"x"_s}));
        QVERIFY(!one.isSameServer({.host = u"sip.example"_s, .port = 7008}));
        QVERIFY(!one.isSameServer({.host = u"sip2.example"_s, .port = 7007}));
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("why");
        QTest::newRow("no scheme") << u"sip-prim:7007"_s << u"does not begin"_s;
        QTest::newRow("another scheme") << u"http://sip-prim:80"_s << u"does not begin"_s;
        QTest::newRow("no port") << u"tlib://sip-prim"_s << u"port"_s;
        QTest::newRow("no host") << u"tlib://:7007"_s << u"host"_s;
        QTest::newRow("port too large") << u"tlib://sip-prim:70000"_s << u"the port is not a number"_s;
        QTest::newRow("port of five nines")
            << u"tlibs://10.0.0.1:99999?ca=x"_s << u"the port is not a number"_s;
        QTest::newRow("port 65536") << u"tlib://[::1]:65536"_s << u"the port is not a number"_s;
        QTest::newRow("port 0") << u"tlib://sip-prim:0"_s << u"the port is not a number"_s;
        QTest::newRow("port of many digits")
            << u"tlib://sip-prim:99999999999999999999"_s << u"the port is not a number"_s;
        QTest::newRow("a path") << u"tlib://sip-prim:7007/x"_s << u"more in it"_s;
        QTest::newRow("a user") << u"tlib://me@sip-prim:7007"_s << u"more in it"_s;
        QTest::newRow("ca without TLS") << u"tlib://sip-prim:7007?ca=x"_s << u"\"ca\""_s;
        QTest::newRow("empty") << QString() << u"does not begin"_s;
    }
    void refusesWithASentence()
    {
        QFETCH(QString, url);
        QFETCH(QString, why);
        const auto endpoint = Endpoint::fromUrl(url);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().kind, core::ErrorKind::InvalidInput);
        QVERIFY2(endpoint.error().text.contains(why), qPrintable(endpoint.error().text));
    }
};

TALLY_TEST(TestEndpoint)

} // namespace tst_endpoint
#include "tst_endpoint.moc"
