#include "backends/logreplay/logreader.h"
#include "backends/wire/wirelink.h"
#include "support/certificates.h"
#include "support/testprogram.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_tallylightsim {

using namespace Qt::StringLiterals;
using tlib::MessageType;

/// tallylight-sim as people start it: a process, its standard input and output, and clients on real sockets.
class TestTallylightSim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void serves();
    void servesWhileALineIsUnfinished();
    void losesItsClientsAndTakesThemAgain();
    void endsWithItsInput();
    void endsOnQuit();
    void readsItsConfiguration();
    void playsAScript();
    void writesWhatItSaysAsALog();
    void takesNoPortThatIsInUse();
    void speaksTlsAndNothingElse();
    void saysWhatIsWrongWithItsCertificate_data();
    void saysWhatIsWrongWithItsCertificate();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();

private:
    void start(const QStringList &arguments);
    void startReady(const QStringList &arguments = {});
    QString readLine();
    QJsonObject command(const QByteArray &line);
    QString file(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_sim;
    QByteArray m_output;
    quint16 m_port = 0;
};

namespace {

struct Client
{
    explicit Client(quint16 serverPort)
        : port(serverPort)
    {
        QObject::connect(&link, &tlib::Link::eventReceived, &link,
                         [this](const tlib::Event &event) { events.append(event); });
        QObject::connect(&link, &tlib::Link::stateChanged, &link,
                         [this](tlib::LinkState now, const auto &) { state = now; });
        open();
    }
    void open() { link.open({.host = u"127.0.0.1"_s, .port = port, .applicationName = u"test"_s}); }
    bool heard(MessageType type) const
    {
        return std::any_of(events.begin(), events.end(),
                           [type](const tlib::Event &event) { return event.type == type; });
    }

    quint16 port;
    core::SystemClock clock;
    wire::WireLink link{clock};
    QList<tlib::Event> events;
    tlib::LinkState state = tlib::LinkState::Closed;
};

} // namespace

void TestTallylightSim::cleanup()
{
    if (m_sim && m_sim->state() != QProcess::NotRunning) {
        m_sim->closeWriteChannel();
        QVERIFY(m_sim->waitForFinished());
    }
    m_sim.reset();
}

void TestTallylightSim::start(const QStringList &arguments)
{
    m_output.clear();
    m_sim = std::make_unique<QProcess>();
    m_sim->start(qEnvironmentVariable("TALLYLIGHT_BIN") + u"/tallylight-sim"_s, arguments);
}

void TestTallylightSim::startReady(const QStringList &arguments)
{
    start(arguments);
    const QString line = readLine();
    // What stands on standard error is left to the test that looks for it.
    QVERIFY2(line.startsWith(u"listening on 127.0.0.1:"_s), qPrintable(line));
    m_port = line.section(u':', -1).toUShort();
    QVERIFY(m_port > 0);
}

QString TestTallylightSim::readLine()
{
    const bool came = QTest::qWaitFor([this] {
        m_output += m_sim->readAllStandardOutput();
        return m_output.contains('\n') || m_sim->state() == QProcess::NotRunning;
    });
    const qsizetype end = came ? m_output.indexOf('\n') : -1;
    const QString line = QString::fromUtf8(m_output.left(end));
    m_output.remove(0, end + 1);
    return line;
}

QJsonObject TestTallylightSim::command(const QByteArray &line)
{
    m_sim->write(line + '\n');
    return QJsonDocument::fromJson(readLine().toUtf8()).object();
}

QString TestTallylightSim::file(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the test's file cannot be written");
    return file.fileName();
}

void TestTallylightSim::serves()
{
    startReady();
    Client client(m_port);
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
    QTRY_VERIFY(client.heard(MessageType::EventRegistered));

    const QString call =
        command(R"({"do":"call","from":"+493055501","to":"7001"})").value(u"connId"_s).toString();
    QTRY_VERIFY(client.heard(MessageType::EventRinging));
    QCOMPARE(client.events.last().connId.toString(), call);
    QVERIFY(
        client.link.send(tlib::AnswerCall{.dn = tlib::Dn(u"7001"_s), .call = client.events.last().connId}));
    QTRY_COMPARE(client.events.last().userData.text("GSIP_RECORD"), u"ON"_s);
    const QJsonObject state = command(R"({"do":"state"})");
    const QJsonObject shown = state.value(u"calls"_s).toArray().at(0).toObject();
    QCOMPARE(shown.value(u"recording"_s).toString(), u"on"_s);
    QCOMPARE(shown.value(u"file"_s).toString(), client.events.last().userData.text("GSIP_REC_FN"));
    QCOMPARE(command("nonsense").value(u"ok"_s), QJsonValue(false));
}

void TestTallylightSim::servesWhileALineIsUnfinished()
{
    startReady();
    m_sim->write(R"({"do":)");
    Client client(m_port);
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QVERIFY(command(R"("state"})").value(u"ok"_s).toBool());
    m_sim->write(
        "{\"do\":\"state\"}\n\n{\"do\":\"mute-acks\"}\n"); // several lines at once, an empty one among them
    QVERIFY(readLine().contains(u"clients"_s));
    QCOMPARE(readLine(), u"{\"ok\":true}"_s);
}

void TestTallylightSim::losesItsClientsAndTakesThemAgain()
{
    startReady();
    Client client(m_port);
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QVERIFY(command(R"({"do":"drop-clients"})").value(u"ok"_s).toBool());
    QTRY_COMPARE(client.state, tlib::LinkState::Closed);
    client.events.clear();
    client.open();
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QCOMPARE(command(R"({"do":"state"})").value(u"clients"_s).toArray().size(), 1);
    client.link.close();
    QTRY_COMPARE(command(R"({"do":"state"})").value(u"clients"_s).toArray().size(), 0);
}

void TestTallylightSim::endsWithItsInput()
{
    startReady();
    m_sim->write(R"({"do":"state"})"); // the last line needs no end
    m_sim->closeWriteChannel();
    QVERIFY(readLine().contains(u"\"ok\":true"_s));
    QTRY_COMPARE(m_sim->state(), QProcess::NotRunning);
    QCOMPARE(m_sim->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_sim->exitCode(), 0);
}

void TestTallylightSim::endsOnQuit()
{
    startReady();
    QVERIFY(command(R"({"do":"quit"})").value(u"ok"_s).toBool());
    QTRY_COMPARE(m_sim->state(), QProcess::NotRunning);
    QCOMPARE(m_sim->exitCode(), 0);
}

void TestTallylightSim::readsItsConfiguration()
{
    startReady(
        {u"--config"_s, file(u"one.json"_s, R"({"dns":[{"dn":"4711"}]})"), u"--listen"_s, u"127.0.0.1:0"_s});
    Client client(m_port);
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
    QTRY_VERIFY(client.heard(MessageType::EventError));
    QCOMPARE(client.events.last().errorCode, 59);
    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"4711"_s)}));
    QTRY_VERIFY(client.heard(MessageType::EventRegistered));
}

void TestTallylightSim::playsAScript()
{
    startReady({u"--script"_s, file(u"day.json"_s, R"({"steps":[
        {"at": 0, "do": "call", "from": "+493055501", "to": "7003"},
        {"at": 0.01, "do": "call", "from": "+493055501", "to": "7999"}]})")});
    QTRY_COMPARE(command(R"({"do":"state"})").value(u"calls"_s).toArray().size(), 1);
    QByteArray complaint;
    QTRY_VERIFY2((complaint += m_sim->readAllStandardError()).contains("day.json: step 2: 7999"),
                 complaint.constData());
    QCOMPARE(complaint.count('\n'), 1);
}

void TestTallylightSim::writesWhatItSaysAsALog()
{
    const QString log = file(u"events.log"_s, "what was there before\n");
    startReady({u"--log"_s, log});
    Client one(m_port), two(m_port);
    for (Client *client : {&one, &two}) {
        QTRY_VERIFY(client->heard(MessageType::EventLinkConnected));
        QVERIFY(client->link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
        QTRY_VERIFY(client->heard(MessageType::EventRegistered));
    }
    const QString call =
        command(R"({"do":"call","from":"+493055501","to":"7001"})").value(u"connId"_s).toString();
    QTRY_VERIFY(one.heard(MessageType::EventRinging) && two.heard(MessageType::EventRinging));

    QFile written(log);
    QVERIFY(written.open(QIODevice::ReadOnly));
    logreplay::LogReader reader;
    reader.feed(written.readAll());
    reader.finish();
    logreplay::LogMessage message;
    QList<MessageType> types;
    while (reader.next(message))
        types.append(message.event.type);
    // Each client's own, and what the switch says once to both. Nobody listens on the caller's number.
    QCOMPARE(types.count(MessageType::EventLinkConnected), 2);
    QCOMPARE(types.count(MessageType::EventRegistered), 2);
    QCOMPARE(types.count(MessageType::EventRinging), 1);
    QCOMPARE(reader.statistics().flaws(), 0);
    QVERIFY(message.stamp && message.stamp->date);
    QVERIFY(std::any_of(one.events.begin(), one.events.end(),
                        [&call](const tlib::Event &event) { return event.connId.toString() == call; }));
}

void TestTallylightSim::takesNoPortThatIsInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(other.serverPort())});
    QTRY_COMPARE(m_sim->state(), QProcess::NotRunning);
    QCOMPARE(m_sim->exitCode(), 1);
    const QByteArray why = m_sim->readAllStandardError();
    QVERIFY2(why.contains(QByteArray::number(other.serverPort())), why.constData());
    QCOMPARE(why.count('\n'), 1);
}

void TestTallylightSim::speaksTlsAndNothingElse()
{
    if (const QString why = support::Certificates::obstacle(); !why.isEmpty())
        QSKIP(qPrintable(why));
    support::Certificates made;
    made.make(u"sim"_s, {});
    startReady({u"--tls-cert"_s, made.certificate(u"sim"_s), u"--tls-key"_s, made.key(u"sim"_s)});

    Client client(m_port);
    QTRY_COMPARE(client.state, tlib::LinkState::Closed); // in plain text
    QByteArray said;
    QTRY_VERIFY2((said += m_sim->readAllStandardError()).contains("closed, no TLS handshake"),
                 said.constData());
    QVERIFY(client.events.isEmpty());

    client.link.open({.host = u"localhost"_s,
                      .port = m_port,
                      .secure = true,
                      .caFile = made.certificate(u"ca"_s),
                      .applicationName = u"test"_s});
    QTRY_VERIFY(client.heard(MessageType::EventLinkConnected));
    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
    QTRY_VERIFY(client.heard(MessageType::EventRegistered));
    QCOMPARE(command(R"({"do":"state"})").value(u"clients"_s).toArray().size(), 1);
}

void TestTallylightSim::saysWhatIsWrongWithItsCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a certificate that is not there")
        << u"none.pem"_s << u"sim.key"_s << QByteArray("none.pem: cannot be read");
    QTest::newRow("a key that is not there")
        << u"sim.pem"_s << u"none.key"_s << QByteArray("none.key: cannot be read");
    QTest::newRow("no certificate") << u"sim.key"_s << u"sim.key"_s
                                    << QByteArray("sim.key: holds no certificate in PEM form");
    QTest::newRow("no key") << u"sim.pem"_s << u"sim.pem"_s
                            << QByteArray("sim.pem: holds no RSA or EC key in PEM form");
    QTest::newRow("the key of another certificate")
        << u"sim.pem"_s << u"ca.key"_s << QByteArray("ca.key: the key is not the one to the certificate in");
}

void TestTallylightSim::saysWhatIsWrongWithItsCertificate()
{
    if (const QString why = support::Certificates::obstacle(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QFETCH(const QString, certificate);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, words);
    support::Certificates made;
    made.make(u"sim"_s, {});
    start({u"--tls-cert"_s, made.path(certificate), u"--tls-key"_s, made.path(key)});
    QTRY_COMPARE(m_sim->state(), QProcess::NotRunning);
    QCOMPARE(m_sim->exitCode(), 1);
    const QByteArray why = m_sim->readAllStandardError();
    QVERIFY2(why.startsWith("tallylight-sim: ") && why.contains(words), why.constData());
    QCOMPARE(why.count('\n'), 1);
    QVERIFY(m_sim->readAllStandardOutput().isEmpty());
}

void TestTallylightSim::refusesWhatItCannotUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("an unknown option is wrong usage") << QStringList{u"--loud"_s} << 2 << QByteArray("loud");
    QTest::newRow("an option with one dash is one option")
        << QStringList{u"-platform"_s, u"x"_s} << 2
        << QByteArray("there is no option \"platform\". See --help.");
    QTest::newRow("an option that is not offered is wrong usage")
        << QStringList{u"--standby-of"_s, u"127.0.0.1:7007"_s} << 2 << QByteArray("standby-of");
    QTest::newRow("a primary without a port is wrong usage")
        << QStringList{u"--backup-of"_s, u"127.0.0.1"_s} << 2
        << QByteArray("--backup-of \"127.0.0.1\" is not ADDR:PORT");
    QTest::newRow("an argument too many is wrong usage")
        << QStringList{u"7007"_s} << 2 << QByteArray("\"7007\"");
    QTest::newRow("an option without its value is wrong usage")
        << QStringList{u"--config"_s} << 2 << QByteArray("config");
    QTest::newRow("a certificate without its key is wrong usage")
        << QStringList{u"--tls-cert"_s, u"sim.pem"_s} << 2
        << QByteArray("--tls-cert and --tls-key go together");
    QTest::newRow("a key without its certificate is wrong usage")
        << QStringList{u"--tls-key"_s, u"sim.key"_s} << 2
        << QByteArray("--tls-cert and --tls-key go together");
    QTest::newRow("an address without a port is wrong usage")
        << QStringList{u"--listen"_s, u"127.0.0.1"_s} << 2 << QByteArray("ADDR:PORT");
    QTest::newRow("a port over 65535 is wrong usage")
        << QStringList{u"--listen"_s, u"127.0.0.1:70000"_s} << 2 << QByteArray("ADDR:PORT");
    QTest::newRow("a host name that is no address is wrong usage")
        << QStringList{u"--listen"_s, u"nowhere:7007"_s} << 2 << QByteArray("ADDR:PORT");
    QTest::newRow("a configuration that is not there cannot be used")
        << QStringList{u"--config"_s, u"/nowhere/switch.json"_s} << 1
        << QByteArray("/nowhere/switch.json: cannot be read");
    QTest::newRow("a broken configuration cannot be used")
        << QStringList{u"--config"_s, file(u"broken.json"_s, R"({"dns":[{"dn":"1","typ":"queue"}]})")} << 1
        << QByteArray("dns[0]: \"typ\" is not known");
    QTest::newRow("a log that cannot be written") << QStringList{u"--log"_s, u"/nowhere/events.log"_s} << 1
                                                  << QByteArray("/nowhere/events.log: cannot be written");
    QTest::newRow("a broken script cannot be used")
        << QStringList{u"--script"_s, file(u"broken-day.json"_s, R"({"steps":[{"at":1,"do":"sing"}]})")} << 1
        << QByteArray("step 1: \"sing\" is no command");
}

void TestTallylightSim::refusesWhatItCannotUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, words);
    start(arguments);
    QTRY_COMPARE(m_sim->state(), QProcess::NotRunning);
    QCOMPARE(m_sim->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_sim->exitCode(), exitCode);
    const QByteArray why = m_sim->readAllStandardError();
    QVERIFY2(why.startsWith("tallylight-sim: ") && why.contains(words), why.constData());
    QCOMPARE(why.count('\n'), 1);
    QVERIFY(m_sim->readAllStandardOutput().isEmpty());
}

TALLY_TEST(TestTallylightSim)

} // namespace tst_tallylightsim
#include "tst_tallylightsim.moc"
