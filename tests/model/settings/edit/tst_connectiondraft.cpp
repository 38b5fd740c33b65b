#include "model/settings/edit/connectiondraft.h"
#include "support/testprogram.h"

#include <QTemporaryFile>
#include <QTest>

namespace tst_connectiondraft {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionDraft;
using model::ConnectionField;
using model::ConnectionFlaw;
using model::Preferences;
using model::ServerDraft;

namespace {

const QString Pin = u"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="_s;

ConnectionDraft fresh()
{
    return ConnectionDraft::from({});
}

QString existingFile()
{
    return QFINDTESTDATA("CMakeLists.txt");
}

} // namespace

class TestConnectionDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsStandInIt();
    void preferencesComeBack();
    void flawOfServer_data();
    void flawOfServer();
    void flawOfBackup_data();
    void flawOfBackup();
    void flawOfFiles_data();
    void flawOfFiles();
    void flawOfPins_data();
    void flawOfPins();
    void flawOfSeconds_data();
    void flawOfSeconds();
    void whatIsFlawlessCanBeApplied();
    void addressStaysAsItWasWritten();
    void authorityOfOneServerStays();
    void anAddressIsParted_data();
    void anAddressIsParted();
};

void TestConnectionDraft::defaultsStandInIt()
{
    const ConnectionDraft draft = fresh();
    QCOMPARE(draft.primary, ServerDraft());
    QCOMPARE(draft.requestTimeout, u"5"_s);
    QCOMPARE(draft.addpTimeout, u"10"_s);
    for (const ConnectionField field : model::AllConnectionFields)
        QCOMPARE(model::flawIn(draft, field), ConnectionFlaw::None);
    const auto back = model::applied(draft, {});
    QVERIFY(back);
    QCOMPARE(*back, Preferences());
}

void TestConnectionDraft::preferencesComeBack()
{
    const Preferences preferences{
        .servers = {u"tlibs://a.example:7007?ca=/etc/a.pem"_s, u"tlibs://[::1]:7008"_s},
        .caFile = u"/etc/company.pem"_s,
        .clientCertificate = u"/etc/ada.pem"_s,
        .clientKey = u"/etc/ada.key"_s,
        .pins = {QByteArray(32, 'a'), QByteArray(32, 'b')},
        .agentId = u"1001"_s,
        .requestTimeOut = 7s,
        .addpTimeout = 0,
        .addpRemoteTimeout = 20,
    };
    const ConnectionDraft draft = ConnectionDraft::from(preferences);
    QCOMPARE(draft.primary, (ServerDraft{u"a.example"_s, u"7007"_s, true, u"/etc/a.pem"_s}));
    QCOMPARE(draft.backup, (ServerDraft{u"::1"_s, u"7008"_s, true}));
    auto changed = draft;
    changed.primary.port = u"7009"_s;
    const auto back = model::applied(changed, preferences);
    QVERIFY(back);
    auto expected = preferences;
    expected.servers.first() = u"tlibs://a.example:7009?ca=/etc/a.pem"_s;
    QCOMPARE(*back, expected);
}

void TestConnectionDraft::flawOfServer_data()
{
    QTest::addColumn<ServerDraft>("server");
    QTest::addColumn<ConnectionFlaw>("flaw");
    const auto row = [](const char *name, const ServerDraft &server, ConnectionFlaw flaw) {
        QTest::newRow(name) << server << flaw;
    };
    row("none", {}, ConnectionFlaw::None);
    row("a name and a port", {u"sip.example"_s, u"7007"_s}, ConnectionFlaw::None);
    row("spaces around them", {u" sip.example "_s, u" 7007 "_s}, ConnectionFlaw::None);
    row("an address of IPv4", {u"192.0.2.7"_s, u"1"_s}, ConnectionFlaw::None);
    row("an address of IPv6", {u"2001:db8::7"_s, u"65535"_s, true}, ConnectionFlaw::None);
    row("an address of IPv6 in brackets", {u"[2001:db8::7]"_s, u"7007"_s}, ConnectionFlaw::None);
    row("a name beyond ASCII", {u"bücher.example"_s, u"7007"_s}, ConnectionFlaw::None);
    row("a port alone", {u" "_s, u"7007"_s}, ConnectionFlaw::NoHost);
    row("a name alone", {u"sip.example"_s, {}}, ConnectionFlaw::BadPort);
    row("port zero", {u"sip.example"_s, u"0"_s}, ConnectionFlaw::BadPort);
    row("a port over the most", {u"sip.example"_s, u"65536"_s}, ConnectionFlaw::BadPort);
    row("a port in words", {u"sip.example"_s, u"sip"_s}, ConnectionFlaw::BadPort);
    row("a whole address as the name", {u"tlib://sip.example"_s, u"7007"_s}, ConnectionFlaw::BadHost);
    row("a name with its port", {u"sip.example:7007"_s, u"7007"_s}, ConnectionFlaw::BadHost);
    row("a name with a path", {u"sip.example/x"_s, u"7007"_s}, ConnectionFlaw::BadHost);
    row("a name with a password", {u"me:pw@sip.example"_s, u"7007"_s}, ConnectionFlaw::BadHost);
    row("two words", {u"sip example"_s, u"7007"_s}, ConnectionFlaw::BadHost);
}

void TestConnectionDraft::flawOfServer()
{
    QFETCH(ServerDraft, server);
    QFETCH(ConnectionFlaw, flaw);
    ConnectionDraft draft = fresh();
    draft.primary = server;
    QCOMPARE(model::flawIn(draft, ConnectionField::Primary), flaw);
    QCOMPARE(model::applied(draft, {}).has_value(), flaw == ConnectionFlaw::None);
}

void TestConnectionDraft::flawOfBackup_data()
{
    QTest::addColumn<ServerDraft>("primary");
    QTest::addColumn<ServerDraft>("backup");
    QTest::addColumn<ConnectionFlaw>("flaw");
    const ServerDraft a{u"a.example"_s, u"7007"_s}, none;
    QTest::newRow("none") << a << none << ConnectionFlaw::None;
    QTest::newRow("another") << a << ServerDraft{u"b.example"_s, u"7007"_s} << ConnectionFlaw::None;
    QTest::newRow("another port") << a << ServerDraft{u"a.example"_s, u"7008"_s} << ConnectionFlaw::None;
    QTest::newRow("no port") << a << ServerDraft{u"b.example"_s, {}} << ConnectionFlaw::BadPort;
    QTest::newRow("alone") << none << a << ConnectionFlaw::BackupAlone;
    QTest::newRow("the same") << a << ServerDraft{u"A.example"_s, u"7007"_s} << ConnectionFlaw::SameServer;
    QTest::newRow("not encrypted beside one that is")
        << ServerDraft{u"a.example"_s, u"7007"_s, true} << ServerDraft{u"b.example"_s, u"7007"_s}
        << ConnectionFlaw::EncryptionDiffers;
}

void TestConnectionDraft::flawOfBackup()
{
    QFETCH(ServerDraft, primary);
    QFETCH(ServerDraft, backup);
    QFETCH(ConnectionFlaw, flaw);
    ConnectionDraft draft = fresh();
    draft.primary = primary;
    draft.backup = backup;
    QCOMPARE(model::flawIn(draft, ConnectionField::Backup), flaw);
}

void TestConnectionDraft::flawOfFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<ConnectionFlaw>("ofCertificate");
    QTest::addColumn<ConnectionFlaw>("ofKey");
    const auto none = ConnectionFlaw::None;
    QTest::newRow("none") << QString() << QString() << none << none;
    QTest::newRow("both are there") << existingFile() << existingFile() << none << none;
    QTest::newRow("the key stands in the certificate's file") << existingFile() << QString() << none << none;
    QTest::newRow("a relative path") << u"ada.pem"_s << QString() << ConnectionFlaw::NotAPath << none;
    QTest::newRow("no such file") << u"/nowhere/ada.pem"_s << QString() << ConnectionFlaw::NoFile << none;
    QTest::newRow("a folder") << u"/"_s << QString() << ConnectionFlaw::NoFile << none;
    QTest::newRow("a key alone") << QString() << existingFile() << none
                                 << ConnectionFlaw::KeyWithoutCertificate;
}

void TestConnectionDraft::flawOfFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(ConnectionFlaw, ofCertificate);
    QFETCH(ConnectionFlaw, ofKey);
    ConnectionDraft draft = fresh();
    draft.clientCertificate = certificate;
    draft.clientKey = key;
    draft.caFile = certificate;
    QCOMPARE(model::flawIn(draft, ConnectionField::ClientCertificate), ofCertificate);
    QCOMPARE(model::flawIn(draft, ConnectionField::CaFile), ofCertificate);
    QCOMPARE(model::flawIn(draft, ConnectionField::ClientKey), ofKey);
}

void TestConnectionDraft::flawOfPins_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << u" "_s << 0;
    QTest::newRow("one") << Pin << 1;
    QTest::newRow("two with a comma") << Pin + u", "_s + Pin << 2;
    QTest::newRow("two with a line end, as they are pasted") << Pin + u'\n' + Pin << 2;
    QTest::newRow("without its prefix") << Pin.mid(7) << -1;
    QTest::newRow("too short") << Pin.chopped(4) << -1;
}

void TestConnectionDraft::flawOfPins()
{
    QFETCH(QString, typed);
    QFETCH(int, count);
    ConnectionDraft draft = fresh();
    draft.pins = typed;
    QCOMPARE(model::flawIn(draft, ConnectionField::Pins),
             count < 0 ? ConnectionFlaw::BadPin : ConnectionFlaw::None);
    const auto applied = model::applied(draft, {});
    QCOMPARE(applied ? int(applied->pins.size()) : -1, count);
}

void TestConnectionDraft::flawOfSeconds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isAddp");
    QTest::addColumn<bool>("isRequest");
    QTest::newRow("ten") << u"10"_s << true << true;
    QTest::newRow("never") << u"0"_s << true << false;
    QTest::newRow("an hour") << u"3600"_s << true << false;
    QTest::newRow("more") << u"3601"_s << false << false;
    QTest::newRow("less than nothing") << u"-1"_s << false << false;
    QTest::newRow("half a second more") << u"4.5"_s << false << false;
    QTest::newRow("nothing") << QString() << false << false;
}

void TestConnectionDraft::flawOfSeconds()
{
    QFETCH(QString, typed);
    QFETCH(bool, isAddp);
    QFETCH(bool, isRequest);
    ConnectionDraft draft = fresh();
    draft.addpTimeout = draft.addpRemoteTimeout = draft.requestTimeout = typed;
    const auto flaw = [](bool isRight) {
        return isRight ? ConnectionFlaw::None : ConnectionFlaw::BadSeconds;
    };
    QCOMPARE(model::flawIn(draft, ConnectionField::AddpTimeout), flaw(isAddp));
    QCOMPARE(model::flawIn(draft, ConnectionField::AddpRemoteTimeout), flaw(isAddp));
    QCOMPARE(model::flawIn(draft, ConnectionField::RequestTimeout), flaw(isRequest));
}

void TestConnectionDraft::whatIsFlawlessCanBeApplied()
{
    ConnectionDraft draft = fresh();
    draft.primary = {u"2001:db8::7"_s, u"7007"_s, true};
    draft.backup = {u"b.example"_s, u"7008"_s, true};
    draft.requestTimeout = u"30"_s;
    const auto applied = model::applied(draft, {.agentId = u"1001"_s});
    QVERIFY(applied);
    const Preferences expected{.servers = {u"tlibs://[2001:db8::7]:7007"_s, u"tlibs://b.example:7008"_s},
                               .agentId = u"1001"_s,
                               .requestTimeOut = 30s};
    QCOMPARE(*applied, expected);
}

void TestConnectionDraft::addressStaysAsItWasWritten()
{
    const Preferences preferences{.servers = {u"tlib://SIP.example:7007/"_s}};
    const auto applied = model::applied(ConnectionDraft::from(preferences), preferences);
    QVERIFY(applied);
    QCOMPARE(*applied, preferences); // nothing to save, and no reason to connect anew
}

void TestConnectionDraft::authorityOfOneServerStays()
{
    const Preferences preferences{.servers = {u"tlibs://a:7007?ca=/etc/a%20b.pem"_s}};
    ConnectionDraft draft = ConnectionDraft::from(preferences);
    draft.backup = {u"b"_s, u"7007"_s, true};
    const auto applied = model::applied(draft, preferences);
    QVERIFY(applied);
    QCOMPARE(applied->servers, (QStringList{u"tlibs://a:7007?ca=/etc/a%20b.pem"_s, u"tlibs://b:7007"_s}));
}

void TestConnectionDraft::anAddressIsParted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::newRow("with its port") << u"127.0.0.1:7777"_s << u"127.0.0.1"_s << u"7777"_s;
    QTest::newRow("a whole address") << u" TLIB://127.0.0.1:7777 "_s << u"127.0.0.1"_s << u"7777"_s;
    QTest::newRow("encrypted") << u"tlibs://sip-prim.example:7777/"_s << u"sip-prim.example"_s << u"7777"_s;
    QTest::newRow("without a port") << u"tlib://a.example"_s << u"a.example"_s << u"7007"_s;
    QTest::newRow("IPv6") << u"[fe80::1]:7777"_s << u"fe80::1"_s << u"7777"_s;
    QTest::newRow("a host alone") << u"a.example"_s << u"a.example"_s << u"7007"_s;
    QTest::newRow("IPv6 alone") << u"fe80::1"_s << u"fe80::1"_s << u"7007"_s;
    QTest::newRow("no number") << u"a.example:x"_s << u"a.example:x"_s << u"7007"_s;
    QTest::newRow("another scheme") << u"http://a.example:80"_s << u"http://a.example:80"_s << u"7007"_s;
}

void TestConnectionDraft::anAddressIsParted()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    QFETCH(QString, port);
    for (const bool isSecure : {false, true}) // which nobody takes from an address
        QCOMPARE(model::parted({.host = typed, .port = u"7007"_s, .isSecure = isSecure}),
                 (ServerDraft{.host = host, .port = port, .isSecure = isSecure}));
}

TALLY_TEST(TestConnectionDraft)

} // namespace tst_connectiondraft

#include "tst_connectiondraft.moc"
