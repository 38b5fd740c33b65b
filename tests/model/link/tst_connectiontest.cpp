#include "model/link/connectiontest.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace tst_connectiontest {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorKind;
using model::ConnectionTest;
using model::TestFinding;
using model::TestResult;
using model::TestStep;
using model::TestVerdict;
using support::FakeLink;
using tlib::MessageType;

namespace {

tlib::Endpoint primary()
{
    return {.host = u"sip-prim.example"_s, .port = 7007, .addpTimeout = 10};
}

tlib::Endpoint backup()
{
    return {.host = u"192.0.2.7"_s, .port = 7008, .addpTimeout = 10};
}

} // namespace

/// The test plays the servers: each link that is made is one visit.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsDoneBeforeItIsStarted();
    void allStepsAreThereFromTheStart();
    void everythingIsGood();
    void theBackupComesAfterThePrimary();
    void aBackupThatServesIsAskedForTheDns();
    void nobodyServes();
    void whatWasNotReached_data();
    void whatWasNotReached();
    void aServerWithoutItsSwitch();
    void theWordOfTheServer_data();
    void theWordOfTheServer();
    void aServerThatSaysNothing();
    void aLinkThatNeverOpens();
    void dnsOneByOne();
    void aDnThatGetsNoAnswer();
    void lostWhileRegistering();
    void manyDns();
    void serviceNumbers();
    void signsOfLife();
    void noSignOfLife();
    void cancelledAtOnce();
    void cancelledWhileADnIsRegistered();
    void startedAnewMeanwhile();
    void whatComesLateIsNotHeeded();
    void nothingButRegistrationsIsSent();

private:
    void start(const model::TestPlan &plan) { m_test->start(plan); }
    FakeLink &link() { return *m_links.last(); }
    TestResult at(TestStep step, bool ofBackup = false) const
    {
        for (const TestResult &result : m_test->results()) {
            if (result.step == step && result.isOfBackup == ofBackup)
                return result;
        }
        return {};
    }
    TestFinding found(TestStep step, bool ofBackup = false) const { return at(step, ofBackup).finding; }
    void registerAll()
    {
        while (!link().nothingSent()) {
            const FakeLink::Sent sent = link().take();
            const bool isOn = std::holds_alternative<tlib::RegisterAddress>(sent.request);
            link().answer(sent.id,
                          {.type = isOn ? MessageType::EventRegistered : MessageType::EventUnregistered});
        }
    }
    void giveASign()
    {
        m_clock.advance(1100ms);
        link().hear(m_clock.now());
        m_clock.advance(200ms);
    }

    support::ManualClock m_clock;
    QList<QPointer<FakeLink>> m_links;
    std::unique_ptr<ConnectionTest> m_test;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestConnectionTest::init()
{
    m_test = std::make_unique<ConnectionTest>(
        [this] {
            auto link = std::make_unique<FakeLink>();
            m_links.append(link.get());
            return link;
        },
        m_clock, ConnectionTest::Limits());
    m_finished = std::make_unique<QSignalSpy>(m_test.get(), &ConnectionTest::finished);
}

void TestConnectionTest::cleanup()
{
    m_finished.reset();
    m_test.reset();
    m_links.clear();
}

void TestConnectionTest::nothingIsDoneBeforeItIsStarted()
{
    QVERIFY(m_links.isEmpty());
    QVERIFY(m_test->results().isEmpty());
    QVERIFY(!m_test->hasPassed());
    QVERIFY(!m_test->isUnderWay());
}

void TestConnectionTest::allStepsAreThereFromTheStart()
{
    start({.servers = {primary(), backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    QCOMPARE(m_links.size(), 1);
    QCOMPARE(m_test->results().size(), 5 + 5 + 1 + 2);
    QCOMPARE(at(TestStep::Host).verdict, TestVerdict::UnderWay);
    QCOMPARE(at(TestStep::Host).about, u"sip-prim.example"_s);
    QCOMPARE(at(TestStep::Port).verdict, TestVerdict::Waiting);
    QCOMPARE(at(TestStep::Port, true).about, u"192.0.2.7:7008"_s);
    QVERIFY(m_test->isUnderWay());
}

void TestConnectionTest::everythingIsGood()
{
    tlib::Endpoint to = primary();
    to.secure = true;
    to.password = u"secret"_s;
    start({.servers = {to}, .dns = {tlib::Dn(u"7001"_s)}});
    QCOMPARE(link().endpoint().password, u"secret"_s);
    link().setSecurity({.isEncrypted = true, .protocol = u"TLS 1.3"_s, .certificateOf = u"sip-prim"_s});
    link().acceptAsPrimary();
    QCOMPARE(at(TestStep::Dn).verdict, TestVerdict::UnderWay);
    registerAll();
    giveASign();
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(found(TestStep::Host), TestFinding::HostFound);
    QCOMPARE(found(TestStep::Port), TestFinding::PortAnswers);
    QCOMPARE(found(TestStep::Encryption), TestFinding::Encrypted);
    QCOMPARE(at(TestStep::Encryption).security.certificateOf, u"sip-prim"_s);
    QCOMPARE(found(TestStep::Password), TestFinding::PasswordTaken);
    QCOMPARE(found(TestStep::Role), TestFinding::Primary);
    QCOMPARE(found(TestStep::Dn), TestFinding::Registered);
    QCOMPARE(found(TestStep::Services), TestFinding::ServicesUntried);
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsAnswered);
    QVERIFY(m_test->hasPassed());
    QVERIFY(!m_clock.hasAlarms());
}

void TestConnectionTest::theBackupComesAfterThePrimary()
{
    start({.servers = {primary(), backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().acceptAsPrimary();
    registerAll();
    giveASign();
    QCOMPARE(m_links.size(), 2);
    QCOMPARE(link().endpoint().host, u"192.0.2.7"_s);
    link().accept();
    link().push({.type = MessageType::EventLinkConnected, .serverRole = tlib::ServerRole::Backup});
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(found(TestStep::Host, true), TestFinding::AddressGiven);
    QCOMPARE(found(TestStep::Role, true), TestFinding::Backup);
    QCOMPARE(found(TestStep::Role), TestFinding::Primary);
    QVERIFY(link().nothingSent());
    QVERIFY(m_test->hasPassed());
}

/// After a fail-over the second one of the settings is the primary.
void TestConnectionTest::aBackupThatServesIsAskedForTheDns()
{
    start({.servers = {primary(), backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().accept();
    link().push({.type = MessageType::EventLinkDisconnected, .serverRole = tlib::ServerRole::Backup});
    QCOMPARE(found(TestStep::Role), TestFinding::Backup);
    QCOMPARE(at(TestStep::Dn).verdict, TestVerdict::Waiting);
    link().acceptAsPrimary();
    registerAll();
    giveASign();
    QCOMPARE(found(TestStep::Dn), TestFinding::Registered);
    QCOMPARE(found(TestStep::Role), TestFinding::Backup);
    QCOMPARE(found(TestStep::Role, true), TestFinding::Primary);
    QVERIFY(m_test->hasPassed());
}

void TestConnectionTest::nobodyServes()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().accept();
    link().push({.type = MessageType::EventLinkConnected, .serverRole = tlib::ServerRole::Backup});
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(found(TestStep::Role), TestFinding::NobodyServes);
    QCOMPARE(at(TestStep::Dn).verdict, TestVerdict::NotReached);
    QVERIFY(!m_test->hasPassed());
}

void TestConnectionTest::whatWasNotReached_data()
{
    QTest::addColumn<core::Error>("why");
    QTest::addColumn<TestStep>("step");
    QTest::addColumn<TestFinding>("finding");
    QTest::addColumn<TestVerdict>("host");
    const auto row = [](const char *name, ErrorKind kind, int reason, TestStep step, TestFinding finding,
                        TestVerdict host = TestVerdict::Good) {
        QTest::newRow(name) << core::Error{.kind = kind, .text = u"x"_s, .reason = reason} << step << finding
                            << host;
    };
    using tlib::TlsFlaw;
    using tlib::Unreached;
    row("no such host", ErrorKind::Unreachable, int(Unreached::UnknownHost), TestStep::Host,
        TestFinding::HostUnknown, TestVerdict::Bad);
    row("no name service", ErrorKind::TimedOut, int(Unreached::SilentNames), TestStep::Host,
        TestFinding::NamesSilent, TestVerdict::Bad);
    row("nobody listens", ErrorKind::Unreachable, int(Unreached::Refused), TestStep::Port,
        TestFinding::PortRefuses);
    row("nobody answers", ErrorKind::TimedOut, int(Unreached::Silent), TestStep::Port,
        TestFinding::PortSilent);
    row("no way there", ErrorKind::Unreachable, int(Unreached::Other), TestStep::Port,
        TestFinding::PortUnreachable);
    row("no handshake", ErrorKind::TimedOut, int(Unreached::NoHandshake), TestStep::Encryption,
        TestFinding::NoHandshake);
    row("a certificate that is over", ErrorKind::Untrusted, int(TlsFlaw::Expired), TestStep::Encryption,
        TestFinding::Untrusted);
    row("no file of authorities", ErrorKind::Untrusted, int(TlsFlaw::CaFile), TestStep::Encryption,
        TestFinding::Untrusted, TestVerdict::NotReached);
}

void TestConnectionTest::whatWasNotReached()
{
    QFETCH(core::Error, why);
    QFETCH(TestStep, step);
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().lose(why);
    QCOMPARE(m_finished->size(), 1);
    QTEST(found(step), "finding");
    QVERIFY(at(step).why == why);
    QCOMPARE(at(step).verdict, TestVerdict::Bad);
    QTEST(at(TestStep::Host).verdict, "host");
    for (const TestStep later : {TestStep::Role, TestStep::Dn, TestStep::Addp})
        QCOMPARE(at(later).verdict, TestVerdict::NotReached);
    QCOMPARE(at(TestStep::Services).verdict, TestVerdict::Caution);
}

void TestConnectionTest::aServerWithoutItsSwitch()
{
    start({.servers = {primary()}});
    link().accept();
    link().push({.type = MessageType::EventLinkDisconnected,
                 .errorCode = 54,
                 .errorMessage = tlib::Text(u"No link to the switch")});
    QCOMPARE(found(TestStep::Role), TestFinding::NoSwitch);
    QCOMPARE(at(TestStep::Role).why->serverCode, 54);
}

void TestConnectionTest::theWordOfTheServer_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    QTest::addColumn<TestStep>("step");
    QTest::addColumn<TestFinding>("finding");
    QTest::addColumn<bool>("asks");
    QTest::newRow("a password is wanted") << QString() << tlib::errorcode::BadPassword << TestStep::Password
                                          << TestFinding::PasswordWanted << true;
    QTest::newRow("the password is wrong")
        << u"x"_s << tlib::errorcode::BadPassword << TestStep::Password << TestFinding::PasswordWrong << true;
    QTest::newRow("something else") << QString() << 50 << TestStep::Role << TestFinding::Rejected << false;
}

void TestConnectionTest::theWordOfTheServer()
{
    QFETCH(QString, password);
    QFETCH(int, code);
    QFETCH(TestStep, step);
    QFETCH(bool, asks);
    tlib::Endpoint to = primary();
    to.password = password;
    start({.servers = {to}});
    link().accept();
    link().push({.type = MessageType::EventError, .errorCode = code, .errorMessage = tlib::Text(u"no")});
    QCOMPARE(m_finished->size(), 1);
    QTEST(found(step), "finding");
    QCOMPARE(at(step).why->serverCode, code);
    QCOMPARE(m_test->passwordWantedBy().has_value(), asks);
    QCOMPARE(at(TestStep::Role).verdict, step == TestStep::Role ? TestVerdict::Bad : TestVerdict::NotReached);
}

void TestConnectionTest::aServerThatSaysNothing()
{
    start({.servers = {primary(), backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().accept();
    m_clock.advance(9999ms);
    QCOMPARE(m_links.size(), 1);
    m_clock.advance(1ms);
    QCOMPARE(found(TestStep::Role), TestFinding::Silent);
    QCOMPARE(at(TestStep::Password).verdict, TestVerdict::NotReached);
    QCOMPARE(m_links.size(), 2); // and on to the backup
    link().accept();
    m_clock.advance(10s);
    QCOMPARE(m_finished->size(), 1);
    QVERIFY(!m_clock.hasAlarms());
}

/// Links have limits of their own; this one has none.
void TestConnectionTest::aLinkThatNeverOpens()
{
    start({.servers = {primary()}});
    m_clock.advance(20s);
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(found(TestStep::Port), TestFinding::PortSilent);
}

void TestConnectionTest::dnsOneByOne()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s), tlib::Dn(u"7009"_s)}});
    link().acceptAsPrimary();
    const auto good = link().expect<tlib::RegisterAddress>();
    const auto bad = link().expect<tlib::RegisterAddress>();
    QVERIFY(good && bad);
    link().answer(bad->second, {.type = MessageType::EventError,
                                .errorCode = 59,
                                .errorMessage = tlib::Text(u"DN is not configured")});
    QCOMPARE(m_test->results()[6].finding, TestFinding::DnRefused);
    QCOMPARE(m_test->results()[6].why->serverCode, 59);
    QCOMPARE(m_test->results()[5].verdict, TestVerdict::UnderWay);
    link().answer(good->second, {.type = MessageType::EventRegistered});
    QCOMPARE(m_test->results()[5].finding, TestFinding::Registered);
    const auto back = link().expect<tlib::UnregisterAddress>();
    QVERIFY(back);
    QCOMPARE(back->first.dn, tlib::Dn(u"7001"_s));
    QVERIFY(link().nothingSent()); // what was refused need not be given back
}

void TestConnectionTest::aDnThatGetsNoAnswer()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().acceptAsPrimary();
    m_clock.advance(5s);
    QCOMPARE(found(TestStep::Dn), TestFinding::DnSilent);
    m_clock.advance(4s);
    QCOMPARE(m_finished->size(), 1);
}

void TestConnectionTest::lostWhileRegistering()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().acceptAsPrimary();
    link().lose();
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(found(TestStep::Role), TestFinding::Broken);
    QCOMPARE(at(TestStep::Dn).verdict, TestVerdict::NotReached);
}

void TestConnectionTest::manyDns()
{
    QList<tlib::Dn> dns;
    for (int i = 0; i < 100; ++i)
        dns.append(tlib::Dn(QString::number(7000 + i)));
    start({.servers = {primary()}, .dns = dns});
    link().acceptAsPrimary();
    int sent = 0;
    for (; !link().nothingSent(); ++sent)
        link().take();
    QCOMPARE(sent, 20);
    QCOMPARE(m_test->results()[25].finding, TestFinding::NotTried);
    QCOMPARE(m_test->results()[25].about, u"80"_s);
}

void TestConnectionTest::serviceNumbers()
{
    tlib::RecordingNumbers twice;
    twice.pause = twice.start;
    start({.servers = {primary()}, .services = twice});
    QCOMPARE(found(TestStep::Services), TestFinding::ServicesClash); // that needs no server
    start({.servers = {primary()}});
    QCOMPARE(found(TestStep::Services), TestFinding::ServicesUntried);
}

/// What comes as an event says nothing about polls.
void TestConnectionTest::signsOfLife()
{
    start({.servers = {primary()}});
    QCOMPARE(link().endpoint().addpTimeout, 1); // not as long as in use
    link().acceptAsPrimary();
    QCOMPARE(at(TestStep::Addp).verdict, TestVerdict::UnderWay);
    link().hear(m_clock.now());
    m_clock.advance(200ms);
    QCOMPARE(at(TestStep::Addp).verdict, TestVerdict::UnderWay);
    giveASign();
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsAnswered);

    tlib::Endpoint off = primary();
    off.addpTimeout = 0;
    start({.servers = {off}});
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsOff);
    link().acceptAsPrimary();
    QCOMPARE(m_finished->size(), 2);
    QVERIFY(m_test->hasPassed());
}

void TestConnectionTest::noSignOfLife()
{
    start({.servers = {primary()}});
    link().acceptAsPrimary();
    m_clock.advance(4s);
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsSilent);
    QCOMPARE(m_finished->size(), 1);
    start({.servers = {primary()}});
    link().acceptAsPrimary();
    link().lose({.kind = ErrorKind::LinkLost, .reason = int(tlib::LinkLoss::Silent)});
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsSilent);
}

void TestConnectionTest::cancelledAtOnce()
{
    start({.servers = {primary(), backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    m_test->cancel();
    QCOMPARE(m_finished->size(), 1);
    QVERIFY(!m_test->isUnderWay());
    QCOMPARE(at(TestStep::Host).verdict, TestVerdict::NotReached);
    QCOMPARE(m_links.size(), 1);
    QVERIFY(!m_clock.hasAlarms());
    QTRY_VERIFY(!m_links.first());
    m_test->cancel();
    QCOMPARE(m_finished->size(), 1);
}

void TestConnectionTest::cancelledWhileADnIsRegistered()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s), tlib::Dn(u"7002"_s)}});
    link().acceptAsPrimary();
    const auto first = link().expect<tlib::RegisterAddress>();
    QVERIFY(link().expect<tlib::RegisterAddress>());
    link().answer(first->second, {.type = MessageType::EventRegistered});
    m_test->cancel();
    const auto back = link().expect<tlib::UnregisterAddress>();
    QVERIFY(back);
    QCOMPARE(back->first.dn, tlib::Dn(u"7001"_s));
}

void TestConnectionTest::startedAnewMeanwhile()
{
    start({.servers = {primary()}});
    start({.servers = {backup()}});
    QCOMPARE(m_links.size(), 2);
    QTRY_VERIFY(!m_links.first());
    QCOMPARE(m_finished->size(), 0);
    link().acceptAsPrimary();
    giveASign();
    QCOMPARE(m_finished->size(), 1);
}

void TestConnectionTest::whatComesLateIsNotHeeded()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    FakeLink &old = link();
    old.acceptAsPrimary();
    const auto asked = old.expect<tlib::RegisterAddress>();
    start({.servers = {backup()}, .dns = {tlib::Dn(u"7001"_s)}});
    old.answer(asked->second, {.type = MessageType::EventRegistered});
    old.lose();
    QCOMPARE(at(TestStep::Dn).verdict, TestVerdict::Waiting);
    QVERIFY(m_test->isUnderWay());
}

void TestConnectionTest::nothingButRegistrationsIsSent()
{
    start({.servers = {primary()}, .dns = {tlib::Dn(u"7001"_s)}});
    link().acceptAsPrimary();
    QList<MessageType> types;
    for (int i = 0; i < 2; ++i) {
        const FakeLink::Sent sent = link().take();
        types.append(tlib::typeOf(sent.request));
        link().answer(sent.id,
                      {.type = i == 0 ? MessageType::EventRegistered : MessageType::EventUnregistered});
    }
    QCOMPARE(types, (QList{MessageType::RegisterAddress, MessageType::UnregisterAddress}));
    // A call that is there, and events of it, are nobody's business here.
    link().push(
        {.type = MessageType::EventRinging, .connId = tlib::ConnId(1), .thisDn = tlib::Dn(u"7001"_s)});
    giveASign();
    QVERIFY(m_links.last().isNull() || link().nothingSent());
    QVERIFY(m_test->hasPassed());
}

TALLY_TEST(TestConnectionTest)

} // namespace tst_connectiontest

#include "tst_connectiontest.moc"
