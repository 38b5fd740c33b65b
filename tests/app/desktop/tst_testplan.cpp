#include "app/desktop/testplan.h"
#include "backends/wire/wirelink.h"
#include "support/certificates.h"
#include "support/serverdouble.h"
#include "support/switchonport.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

namespace tst_testplan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionTest;
using model::TestFinding;
using model::TestStep;
using support::Certificates;
using support::SwitchOnPort;

/// A connection is tried on real ports, as the assistant does it.
class TestTestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsTried();
    void whatCannotBeTried_data();
    void whatCannotBeTried();
    void aServerIsThere();
    void overTls();
    void anotherAuthority();
    void aServerThatWantsAPassword();
    void nobodyListens();
    void aServerThatHangs();
    void noCallIsTouched();

private:
    void run(const model::Preferences &preferences, const QString &password = {})
    {
        auto plan = app::testPlanFrom(preferences);
        QVERIFY(plan);
        for (tlib::Endpoint &server : plan->servers)
            server.password = password;
        QSignalSpy finished(m_test.get(), &ConnectionTest::finished);
        m_test->start(*plan);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    }
    TestFinding found(TestStep step) const
    {
        for (const model::TestResult &result : m_test->results()) {
            if (result.step == step)
                return result.finding;
        }
        return TestFinding::None;
    }
    static model::Preferences at(const QString &url, const QStringList &dns = {u"7001"_s})
    {
        return {.servers = {url}, .dns = dns};
    }

    core::SystemClock m_clock;
    std::unique_ptr<ConnectionTest> m_test;
};

void TestTestPlan::init()
{
    m_test =
        std::make_unique<ConnectionTest>([this] { return std::make_unique<wire::WireLink>(m_clock); },
                                         m_clock, ConnectionTest::Limits{.greeting = 500ms, .answer = 2s});
}

void TestTestPlan::whatIsTried()
{
    model::Preferences preferences = at(u"tlibs://a.example:7007"_s, {u"7900"_s});
    preferences.servers.append(u"tlibs://b.example:7008"_s);
    preferences.role = model::Role::Supervisor;
    preferences.watchedDns = {u"7001-7003"_s};
    preferences.routingPoints = {u"8000"_s};
    preferences.caFile = u"/ca.pem"_s;
    const auto plan = app::testPlanFrom(preferences);
    QVERIFY(plan);
    QCOMPARE(plan->servers.size(), 2);
    QCOMPARE(plan->servers[1].address(), u"b.example:7008"_s);
    QCOMPARE(plan->servers[1].caFile, u"/ca.pem"_s);
    QCOMPARE(plan->servers[0].addpTimeout, 10);
    QCOMPARE(plan->dns.size(), 4);
    QCOMPARE(plan->dns.first(), tlib::Dn(u"7900"_s));
}

void TestTestPlan::whatCannotBeTried_data()
{
    QTest::addColumn<model::Preferences>("preferences");
    QTest::newRow("no server") << model::Preferences{.dns = {u"7001"_s}};
    QTest::newRow("an agent with a range") << at(u"tlib://a.example:7007"_s, {u"7000-7009"_s});
    QTest::newRow("half encrypted") << model::Preferences{
        .servers = {u"tlibs://a.example:7007"_s, u"tlib://b.example:7007"_s}};
}

void TestTestPlan::whatCannotBeTried()
{
    QFETCH(model::Preferences, preferences);
    const auto plan = app::testPlanFrom(preferences);
    QVERIFY(!plan);
    QVERIFY(!plan.error().text.isEmpty());
}

void TestTestPlan::aServerIsThere()
{
    SwitchOnPort server(SwitchOnPort::smallSite());
    run(at(u"tlib://127.0.0.1:%1"_s.arg(server.port()), {u"7001"_s}));
    QVERIFY(m_test->hasPassed());
    QCOMPARE(found(TestStep::Encryption), TestFinding::NotEncrypted);
    QCOMPARE(found(TestStep::Role), TestFinding::Primary);
    QCOMPARE(found(TestStep::Dn), TestFinding::Registered);
    QCOMPARE(found(TestStep::Addp), TestFinding::SignsAnswered);
    run(at(u"tlib://127.0.0.1:%1"_s.arg(server.port()), {u"7999"_s}));
    QVERIFY(!m_test->hasPassed());
    QCOMPARE(found(TestStep::Dn), TestFinding::DnRefused);
}

void TestTestPlan::overTls()
{
    if (const QString obstacle = Certificates::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    Certificates made;
    made.make(u"server"_s, {});
    SwitchOnPort server(
        SwitchOnPort::smallSite(),
        wire::TlsFiles{.certificate = made.certificate(u"server"_s), .key = made.key(u"server"_s)});
    model::Preferences preferences = at(u"tlibs://127.0.0.1:%1"_s.arg(server.port()));
    preferences.caFile = made.certificate(u"ca"_s);
    run(preferences);
    QVERIFY(m_test->hasPassed());
    QCOMPARE(found(TestStep::Encryption), TestFinding::Encrypted);
    const auto &security = m_test->results()[2].security;
    QCOMPARE(security.certificateOf, u"Test server"_s);
    QCOMPARE(security.certificateEnds.date().year(), 2120);

    // Plain where TLS is spoken, and TLS where nobody speaks it.
    run(at(u"tlib://127.0.0.1:%1"_s.arg(server.port())));
    QVERIFY(!m_test->hasPassed());
    SwitchOnPort plain(SwitchOnPort::smallSite());
    preferences.servers = {u"tlibs://127.0.0.1:%1"_s.arg(plain.port())};
    run(preferences);
    QCOMPARE(found(TestStep::Port), TestFinding::PortAnswers);
    QVERIFY(found(TestStep::Encryption) == TestFinding::Untrusted ||
            found(TestStep::Encryption) == TestFinding::NoHandshake);
}

void TestTestPlan::anotherAuthority()
{
    if (const QString obstacle = Certificates::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    Certificates made;
    made.make(u"server"_s, {});
    made.authority(u"other"_s, u"Another authority"_s);
    SwitchOnPort server(
        SwitchOnPort::smallSite(),
        wire::TlsFiles{.certificate = made.certificate(u"server"_s), .key = made.key(u"server"_s)});
    model::Preferences preferences = at(u"tlibs://127.0.0.1:%1"_s.arg(server.port()));
    preferences.caFile = made.certificate(u"other"_s);
    run(preferences);
    QCOMPARE(found(TestStep::Encryption), TestFinding::Untrusted);
    preferences.caFile = made.path(u"none.pem"_s);
    run(preferences);
    QCOMPARE(found(TestStep::Encryption), TestFinding::Untrusted);
    QCOMPARE(m_test->results()[0].verdict, model::TestVerdict::NotReached);
}

void TestTestPlan::aServerThatWantsAPassword()
{
    support::ServerDouble server;
    server.password = u"c4nary"_s;
    run(at(server.url()));
    QCOMPARE(found(TestStep::Password), TestFinding::PasswordWanted);
    run(at(server.url()), u"wrong"_s);
    QCOMPARE(found(TestStep::Password), TestFinding::PasswordWrong);
    run(at(server.url()), u"c4nary"_s);
    QCOMPARE(found(TestStep::Password), TestFinding::PasswordTaken);
    QCOMPARE(found(TestStep::Dn), TestFinding::Registered);
}

void TestTestPlan::nobodyListens()
{
    QTcpServer taken; // a port that was free a moment ago, and has nobody now
    taken.listen(QHostAddress::LocalHost);
    const quint16 port = taken.serverPort();
    taken.close();
    run(at(u"tlib://127.0.0.1:%1"_s.arg(port)));
    QCOMPARE(found(TestStep::Port), TestFinding::PortRefuses);
    run(at(u"tlib://no-such-host.invalid:%1"_s.arg(port)));
    QVERIFY(found(TestStep::Host) == TestFinding::HostUnknown ||
            found(TestStep::Host) == TestFinding::NamesSilent);
}

void TestTestPlan::aServerThatHangs()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QElapsedTimer taken;
    taken.start();
    run(at(u"tlib://127.0.0.1:%1"_s.arg(silent.serverPort())));
    QVERIFY(taken.elapsed() < 10'000);
    QCOMPARE(found(TestStep::Role), TestFinding::Silent);
}

/// The call that is there stays as it is, and so does the desk that has registered the DN.
void TestTestPlan::noCallIsTouched()
{
    SwitchOnPort server(SwitchOnPort::smallSite());
    const QByteArray call = server.call("0301", "7001");
    QVERIFY(!call.isEmpty());
    QList<tlib::MessageType> said;
    server.said = [&said](const tlib::Event &event) { said.append(event.type); };
    run(at(u"tlib://127.0.0.1:%1"_s.arg(server.port())));
    for (const tlib::MessageType type : said)
        QVERIFY(type == tlib::MessageType::EventLinkConnected || type == tlib::MessageType::EventRegistered ||
                type == tlib::MessageType::EventUnregistered);
    QCOMPARE(server.requests, 3); // who is there, register, unregister
}

TALLY_TEST(TestTestPlan)

} // namespace tst_testplan

#include "tst_testplan.moc"
