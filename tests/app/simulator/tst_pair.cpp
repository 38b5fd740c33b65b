#include "backends/wire/wirelink.h"
#include "support/program.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QtTest>

#include <csignal>

namespace tst_pair {

using namespace Qt::StringLiterals;
using tlib::MessageType;

/// Two tallylight-sim that are a pair: processes, sockets, kill -9.
class TestPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void row36_whatIsRecordedGoesOn();
    void row36_anOrderUnderWayIsCompleted();
    void row36_aPausedCallStaysPaused();
    void everythingSurvives();
    void switchesOverAndBack();
    void theThirdStartIsTheBackup();
    void whoComesBackAtTheOldPortIsTheBackup_data();
    void whoComesBackAtTheOldPortIsTheBackup();
    void aFrozenPrimaryIsLostAndYields();
    void theBackupMayDie();
    void row39_aBackupWithoutAPrimarySaysSo();
    void refusesAnotherConfiguration();
    void refusesAWrongPassword();

private:
    struct Server;
    struct Client;

    std::unique_ptr<Server> start(const QStringList &arguments);
    std::unique_ptr<Server> startBackupOf(const Server &primary, const QStringList &more = {});
    void startBoth(const QStringList &more = {});
    QByteArray answeredCall();

    std::unique_ptr<support::Home> m_home;
    std::unique_ptr<Server> m_one;
    std::unique_ptr<Server> m_two;
};

namespace {

/// What both servers have to agree on; times apart, which are compared within a tolerance.
QJsonValue withoutTimes(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray())
            array.append(withoutTimes(entry));
        return array;
    }
    QJsonObject object = value.toObject();
    if (!value.isObject())
        return value;
    object.remove(u"recordedMs"_s);
    object.remove(u"silenceMs"_s);
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        entry.value() = withoutTimes(entry.value());
    return object;
}

double longest(const QJsonValue &value, const QString &key)
{
    double most = -1;
    if (value.isArray()) {
        for (const QJsonValue &entry : value.toArray())
            most = std::max(most, longest(entry, key));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        most = object.value(key).toDouble(-1);
        for (const QJsonValue &entry : object)
            most = std::max(most, longest(entry, key));
    }
    return most;
}

} // namespace

struct TestPair::Server
{
    Server(const support::Home &home, const QStringList &arguments)
        : program(home, u"tallylight-sim"_s, arguments)
    {
        port = program.line().split(':').last().toUShort();
    }

    QString address() const { return u"127.0.0.1:%1"_s.arg(port); }
    QJsonObject command(const QByteArray &line)
    {
        program.write(line);
        return QJsonDocument::fromJson(program.line()).object();
    }
    bool done(const QByteArray &line) { return command(line).value(u"ok"_s).toBool(); }
    QJsonObject state() { return command(R"({"do":"state"})"); }
    QString role() { return state().value(u"role"_s).toString(); }
    bool isSynchronised()
    {
        const QJsonObject now = state();
        return now.value(u"synchronised"_s).toBool() && !now.value(u"peer"_s).toString().isEmpty();
    }
    /// What clients can ask about.
    QJsonObject truth()
    {
        QJsonObject truth = withoutTimes(state()).toObject();
        for (const QString &own : {u"clients"_s, u"role"_s, u"peer"_s, u"synchronised"_s})
            truth.remove(own);
        return truth;
    }
    QJsonObject call(int index = 0) { return state().value(u"calls"_s).toArray().at(index).toObject(); }
    QString recording() { return call().value(u"recording"_s).toString(); }
    /// SIGKILL, and gone.
    void kill()
    {
        program.kill();
        QVERIFY(program.waitForEnd());
    }

    support::Program program;
    quint16 port = 0;
};

struct TestPair::Client
{
    explicit Client(const Server &server)
    {
        QObject::connect(&link, &tlib::Link::eventReceived, &link,
                         [this](const tlib::Event &event) { events.append(event); });
        QObject::connect(&link, &tlib::Link::stateChanged, &link,
                         [this](tlib::LinkState now, const auto &) { state = now; });
        link.open({.host = u"127.0.0.1"_s, .port = server.port, .applicationName = u"test"_s});
    }
    const tlib::Event *last(MessageType type) const
    {
        for (qsizetype i = events.size(); i-- > 0;) {
            if (events.at(i).type == type)
                return &events.at(i);
        }
        return nullptr;
    }
    bool has(MessageType type) const { return last(type) != nullptr; }

    core::SystemClock clock;
    wire::WireLink link{clock};
    QList<tlib::Event> events;
    tlib::LinkState state = tlib::LinkState::Closed;
};

void TestPair::init()
{
    m_home = std::make_unique<support::Home>();
}

void TestPair::cleanup()
{
    m_one.reset();
    m_two.reset();
    m_home.reset();
}

std::unique_ptr<TestPair::Server> TestPair::start(const QStringList &arguments)
{
    return std::make_unique<Server>(*m_home, arguments);
}

std::unique_ptr<TestPair::Server> TestPair::startBackupOf(const Server &primary, const QStringList &more)
{
    return start(QStringList{u"--backup-of"_s, primary.address()} + more);
}

void TestPair::startBoth(const QStringList &more)
{
    m_one = start(more);
    QVERIFY(m_one->port > 0);
    m_two = startBackupOf(*m_one, more);
    QVERIFY(m_two->port > 0);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->role(), u"primary"_s);
    QCOMPARE(m_two->role(), u"backup"_s);
}

/// At the first server, of a DN that is recorded.
QByteArray TestPair::answeredCall()
{
    const QByteArray id = m_one->command(R"({"do":"call","from":"+493055501","to":"7001"})")
                              .value(u"connId"_s)
                              .toString()
                              .toLatin1();
    return m_one->done(R"({"do":"answer","connId":")" + id + R"("})") ? id : QByteArray();
}

void TestPair::row36_whatIsRecordedGoesOn()
{
    startBoth();
    Client client(*m_two);
    QTRY_VERIFY(client.has(MessageType::EventLinkDisconnected));
    QCOMPARE(client.last(MessageType::EventLinkDisconnected)->serverRole, tlib::ServerRole::Backup);
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_one->recording(), u"on"_s);
    QTRY_COMPARE(m_two->recording(), u"on"_s);
    const QJsonObject before = m_one->truth();
    const double recorded = longest(m_one->state(), u"recordedMs"_s);
    m_one->kill();
    QTRY_VERIFY(client.has(MessageType::EventLinkConnected));
    QCOMPARE(client.last(MessageType::EventPrimaryChanged)->serverRole, tlib::ServerRole::Primary);
    QCOMPARE(m_two->truth(), before);
    QCOMPARE(m_two->role(), u"primary"_s);
    QTRY_VERIFY(longest(m_two->state(), u"recordedMs"_s) > recorded); // the file goes on

    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
    QTRY_VERIFY(client.has(MessageType::EventRegistered));
    const auto id =
        tlib::ConnId::fromString(client.last(MessageType::EventRegistered)->extensions.text("conn-1"));
    QVERIFY(id);
    QVERIFY(client.link.send(tlib::RecordingService{
        .command = tlib::RecordingCommand::Stop, .dn = tlib::Dn(u"7001"_s), .call = *id}));
    QTRY_VERIFY(client.has(MessageType::EventAttachedDataChanged));
    QCOMPARE(client.last(MessageType::EventAttachedDataChanged)->userData.text("GSIP_RECORD"), u"OFF"_s);
    QCOMPARE(m_two->call().value(u"recordings"_s).toArray().size(), 1);
}

void TestPair::row36_anOrderUnderWayIsCompleted()
{
    startBoth({u"--config"_s,
               m_home->write(u"slow.json"_s,
                             R"({"dns":[{"dn":"7001","record":true}],"recorder":{"delayMs":3000}})")});
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_two->call().value(u"recordings"_s).toArray().size(), 1);
    QCOMPARE(m_two->recording(), u"off"_s); // ordered, and not done yet
    m_one->kill();
    QTRY_COMPARE(m_two->recording(), u"on"_s);
}

void TestPair::row36_aPausedCallStaysPaused()
{
    startBoth();
    const QByteArray id = answeredCall();
    QVERIFY(m_one->done(R"({"do":"recorder","connId":")" + id + R"(","state":"on"})"));
    QVERIFY(m_one->done(R"({"do":"recorder","connId":")" + id + R"(","state":"paused"})"));
    QTRY_COMPARE(m_two->recording(), u"paused"_s);
    m_one->kill();
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    QCOMPARE(m_two->recording(), u"paused"_s);
    const double silence = longest(m_two->state(), u"silenceMs"_s);
    QTRY_VERIFY(longest(m_two->state(), u"silenceMs"_s) > silence);
    QCOMPARE(m_two->recording(), u"paused"_s);
}

void TestPair::everythingSurvives()
{
    startBoth();
    const QByteArray id = answeredCall();
    for (const QByteArray &line :
         {R"({"do":"user-data","connId":"ID","set":[["Topic","Größe"],["n",5],["l",[["a","b"]]]]})"_ba,
          R"({"do":"recorder","connId":"ID","state":"paused"})"_ba,
          R"({"do":"consult","connId":"ID","dn":"7001","to":"7002"})"_ba,
          R"({"do":"call","from":"+493011","to":"8000"})"_ba,
          R"({"do":"call","from":"+493012","to":"5000"})"_ba,
          R"({"do":"agent","dn":"7001","state":"ready"})"_ba,
          R"({"do":"configure","dn":"7002","record":true})"_ba})
        QVERIFY2(m_one->done(QByteArray(line).replace("ID", id)), line.constData());
    const QJsonObject before = m_one->truth();
    QCOMPARE(before.value(u"calls"_s).toArray().size(), 4);
    QTRY_COMPARE(m_two->truth(), before);
    const double difference =
        longest(m_one->state(), u"silenceMs"_s) - longest(m_two->state(), u"silenceMs"_s);
    QVERIFY2(std::abs(difference) < 1000, qPrintable(QString::number(difference)));
    m_one->kill();
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    QCOMPARE(m_two->truth(), before);
}

void TestPair::switchesOverAndBack()
{
    startBoth();
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_one->recording(), u"on"_s);
    Client one(*m_one), two(*m_two);
    QTRY_VERIFY(one.has(MessageType::EventLinkConnected) && two.has(MessageType::EventLinkDisconnected));
    const QJsonObject before = m_one->truth();
    QVERIFY(m_one->done(R"({"do":"switch-over"})"));
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->role(), u"backup"_s);
    QTRY_VERIFY(one.has(MessageType::EventLinkDisconnected) && two.has(MessageType::EventLinkConnected));
    QCOMPARE(one.last(MessageType::EventPrimaryChanged)->serverRole, tlib::ServerRole::Backup);
    QCOMPARE(two.last(MessageType::EventPrimaryChanged)->serverRole, tlib::ServerRole::Primary);
    QCOMPARE(m_one->truth(), before);
    QCOMPARE(m_two->truth(), before);
    QVERIFY(!m_one->done(R"({"do":"call","from":"+493011","to":"7002"})"));

    QVERIFY(m_two->done(R"({"do":"call","from":"+493011","to":"7002"})"));
    QTRY_COMPARE(m_one->truth(), m_two->truth());
    QVERIFY(m_one->done(R"({"do":"switch-over"})")); // told at the backup
    QTRY_COMPARE(m_one->role(), u"primary"_s);
    QTRY_COMPARE(m_two->role(), u"backup"_s);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->truth().value(u"calls"_s).toArray().size(), 2);
    QCOMPARE(m_two->truth(), m_one->truth());
    QVERIFY(one.state == tlib::LinkState::Open && two.state == tlib::LinkState::Open);
}

void TestPair::theThirdStartIsTheBackup()
{
    startBoth();
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_two->recording(), u"on"_s);
    m_one->kill();
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    m_one = startBackupOf(*m_two);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->role(), u"backup"_s);
    QCOMPARE(m_one->truth(), m_two->truth());
    QCOMPARE(m_one->recording(), u"on"_s);
    m_two->kill();
    QTRY_COMPARE(m_one->role(), u"primary"_s);
    QCOMPARE(m_one->recording(), u"on"_s);
    QCOMPARE(m_one->call().value(u"recordings"_s).toArray().size(), 1);
}

void TestPair::whoComesBackAtTheOldPortIsTheBackup_data()
{
    QTest::addColumn<bool>("knowsTheOther");
    QTest::newRow("as the backup of the other, which calls it too") << true;
    QTest::newRow("as if it were alone: it meets one that took over later") << false;
}

void TestPair::whoComesBackAtTheOldPortIsTheBackup()
{
    QFETCH(bool, knowsTheOther);
    startBoth();
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_two->recording(), u"on"_s);
    const QStringList listen{u"--listen"_s, m_one->address()};
    m_one->kill();
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    m_one = knowsTheOther ? startBackupOf(*m_two, listen) : start(listen);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->role(), u"backup"_s);
    QCOMPARE(m_two->role(), u"primary"_s);
    QCOMPARE(m_one->truth(), m_two->truth());
    QCOMPARE(m_one->recording(), u"on"_s);
}

/// It hangs, so its connections stand; only the keep-alive between the two can tell.
void TestPair::aFrozenPrimaryIsLostAndYields()
{
    startBoth();
    QVERIFY(!answeredCall().isEmpty());
    QTRY_COMPARE(m_two->recording(), u"on"_s);
    Client client(*m_one);
    QTRY_VERIFY(client.has(MessageType::EventLinkConnected));
    QElapsedTimer frozen;
    frozen.start();
    QCOMPARE(::kill(pid_t(m_one->program.processId()), SIGSTOP), 0);
    QTRY_COMPARE(m_two->role(), u"primary"_s);
    QVERIFY2(frozen.elapsed() >= 1000, "a poll has its second to be answered");
    QCOMPARE(::kill(pid_t(m_one->program.processId()), SIGCONT), 0);
    QTRY_VERIFY(client.has(MessageType::EventPrimaryChanged));
    QCOMPARE(client.last(MessageType::EventPrimaryChanged)->serverRole, tlib::ServerRole::Backup);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QCOMPARE(m_one->role(), u"backup"_s);
    QCOMPARE(m_one->truth(), m_two->truth());
}

void TestPair::theBackupMayDie()
{
    startBoth();
    QVERIFY(!answeredCall().isEmpty());
    Client client(*m_one);
    QTRY_VERIFY(client.has(MessageType::EventLinkConnected));
    m_two->kill();
    QTRY_VERIFY(m_one->state().value(u"peer"_s).toString().isEmpty());
    QCOMPARE(m_one->role(), u"primary"_s);
    QVERIFY(!m_one->done(R"({"do":"switch-over"})"));
    QVERIFY(m_one->done(R"({"do":"drop-clients"})"));
    QTRY_COMPARE(client.state, tlib::LinkState::Closed);
    m_two = startBackupOf(*m_one);
    QTRY_VERIFY(m_one->isSynchronised() && m_two->isSynchronised());
    QVERIFY(m_one->done(R"({"do":"drop-clients"})")); // the other server is no client
    QCOMPARE(m_two->truth(), m_one->truth());
    QCOMPARE(m_two->role(), u"backup"_s);
}

void TestPair::row39_aBackupWithoutAPrimarySaysSo()
{
    QTcpServer nobody; // listens until the port is known, then no more
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const quint16 dead = nobody.serverPort();
    nobody.close();
    m_two = start({u"--backup-of"_s, u"127.0.0.1:%1"_s.arg(dead)});
    QVERIFY(m_two->port > 0);
    QTRY_VERIFY(m_two->program.errors().contains("not synchronised: the other server at 127.0.0.1:"));
    Client client(*m_two);
    QTRY_VERIFY(client.has(MessageType::EventLinkDisconnected));
    QCOMPARE(m_two->role(), u"backup"_s);
    QVERIFY(!m_two->state().value(u"synchronised"_s).toBool());
    QVERIFY(m_two->done(R"({"do":"switch-over"})"));
    QTRY_VERIFY(client.has(MessageType::EventLinkConnected));
    QCOMPARE(m_two->role(), u"primary"_s);
    QTRY_VERIFY(m_two->program.errors().contains("as it is, not synchronised"));
}

void TestPair::refusesAnotherConfiguration()
{
    m_one = start({});
    m_two =
        startBackupOf(*m_one, {u"--config"_s, m_home->write(u"other.json"_s, R"({"dns":[{"dn":"4711"}]})")});
    QTRY_VERIFY(
        m_two->program.errors().contains("different configurations; start both with the same --config"));
    QVERIFY(m_one->state().value(u"peer"_s).toString().isEmpty());
    QCOMPARE(m_two->role(), u"backup"_s);
}

void TestPair::refusesAWrongPassword()
{
    const QString secret = m_home->write(u"one.json"_s, R"({"dns":[{"dn":"7001"}],"password":"secret"})");
    const QString guess = m_home->write(u"two.json"_s, R"({"dns":[{"dn":"7001"}],"password":"guess"})");
    m_one = start({u"--config"_s, secret});
    m_two = startBackupOf(*m_one, {u"--config"_s, guess});
    QTRY_VERIFY(m_two->program.errors().contains("password is wrong"));
    QVERIFY(!m_two->isSynchronised());
    m_two = startBackupOf(*m_one, {u"--config"_s, secret});
    QTRY_VERIFY(m_two->isSynchronised());
}

TALLY_TEST(TestPair)

} // namespace tst_pair
#include "tst_pair.moc"
