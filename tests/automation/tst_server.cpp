#include "automation/client.h"
#include "automation/report/statefeed.h"
#include "automation/server.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#endif

namespace tst_server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AutomationAccess;
using support::Conversation;
using tlib::MessageType;

namespace {

/// A desk behind a real socket, and a program that speaks to it byte by byte.
struct Fixture
{
    explicit Fixture(AutomationAccess access = AutomationAccess::Full)
        : server(talk.desk, access, [](const model::Toast &toast) { return toast.serverText; })
    {
        path = folder.filePath(u"a.socket"_s);
        talk.connect();
    }
    bool listenAndConnect()
    {
        const auto listening = server.listen(path);
        if (!listening)
            return false;
        peer.connectToServer(path);
        return peer.waitForConnected(5000);
    }
    void send(const QByteArray &line)
    {
        peer.write(line);
        peer.flush();
    }
    void ask(const QString &method, const QJsonObject &params = {}, const QJsonValue &id = 1)
    {
        send(automation::toLine(automation::RpcRequest{.id = id, .method = method, .params = params}));
    }
    bool hasLine()
    {
        return QTest::qWaitFor([this] { return peer.canReadLine(); }, 5000);
    }
    /// The next line from the server; empty when none comes.
    QJsonObject line()
    {
        return hasLine() ? QJsonDocument::fromJson(peer.readLine()).object() : QJsonObject();
    }
    int errorCode() { return line()["error"_L1].toObject()["code"_L1].toInt(); }

    QTemporaryDir folder;
    QString path;
    Conversation talk;
    automation::Server server;
    QLocalSocket peer;
};

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyItsUserMayOpenTheSocket();
    void takesOverTheSocketOfACrashedInstance();
    void saysWhenItCannotListen();
    void listensAgainAfterAProgramThatNoDescriptorWasLeftFor();
    void stateIsAnswered();
    void watchTellsEveryChangeOnce();
    void oneReportIsBuiltForAllWhoWatch();
    void verbIsAnsweredWhenTheStateComes();
    void unknownMethod();
    void requestWithoutIdIsDoneSilently();
    void hostileBytes_data();
    void hostileBytes();
    void overlongLineClosesTheConnection();
    void slowReaderCostsNoMemory();
    void neverReadingAskerCostsNoMemory();
    void floodHoldsNothingUp();
    void tooManyPrograms();
    void silentProgramsKeepNobodyOut();
    void otherUsersAreTurnedAway();
    void comingAndGoingLeavesNothing();
    void readOnlyPolicy();
    void showIsHandedOn();
    void quitIsRefusedWhileARecordingIsOpen_data();
    void quitIsRefusedWhileARecordingIsOpen();
    void quitDoesNotAskForTheRecordingsOfOthers();
    void programThatLeavesInMidRequest();
};

void TestServer::onlyItsUserMayOpenTheSocket()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(f.path).permissions() & others));
}

void TestServer::takesOverTheSocketOfACrashedInstance()
{
    Fixture f;
    QFile stale(f.path);
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    QVERIFY(f.listenAndConnect());
}

void TestServer::saysWhenItCannotListen()
{
    Fixture f;
    const QString path = f.folder.filePath(u"no/such/folder/a.socket"_s);
    const auto listening = f.server.listen(path);
    QVERIFY(!listening);
    QVERIFY2(listening.error().text.contains(path), qPrintable(listening.error().text));
}

void TestServer::listensAgainAfterAProgramThatNoDescriptorWasLeftFor()
{
#ifdef Q_OS_LINUX
    Fixture f;
    QTest::failOnWarning(QRegularExpression(u"^tallylight.automation: this Qt"_s));
    QVERIFY(f.server.listen(f.path));
    const int program = socket(AF_UNIX, SOCK_STREAM, 0);
    QVERIFY(program >= 0);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &usual), 0);
    rlimit none = usual;
    none.rlim_cur = rlim_t(program) + 1; // the lowest free one, so all below are taken
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = f.path.toLocal8Bit();
    QVERIFY(size_t(path.size()) < sizeof address.sun_path);
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::connect(program, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);

    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the automation socket has closed"_s));
    char byte = 0;
    const auto isTurnedAway = [&] {
        return recv(program, &byte, 1, MSG_DONTWAIT) == 0 || errno == ECONNRESET;
    };
    const bool wasTurnedAway = QTest::qWaitFor(isTurnedAway);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &usual), 0);
    ::close(program);
    QVERIFY(wasTurnedAway);
    QVERIFY(QTest::qWaitFor([&f] {
        f.talk.clock.advance(1s); // after which it is tried again where no descriptor was left for that
        f.peer.connectToServer(f.path);
        return f.peer.waitForConnected(100);
    }));
    f.ask(u"state"_s);
    QVERIFY(f.line().contains(u"result"_s));
#else
    QSKIP("a pipe does not close itself");
#endif
}

void TestServer::stateIsAnswered()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.ask(u"state"_s, {}, u"mine"_s);
    const QJsonObject answer = f.line();
    QCOMPARE(answer["id"_L1], u"mine"_s);
    QCOMPARE(answer["jsonrpc"_L1], u"2.0"_s);
    QCOMPARE(answer["result"_L1]["link"_L1]["state"_L1], u"connected"_s);
}

void TestServer::watchTellsEveryChangeOnce()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.ask(u"watch"_s);
    QVERIFY(f.line()["result"_L1].isObject());
    f.talk.clock.advance(automation::StateFeed::FrameLength);
    f.talk.talk(Conversation::recording(u"ON"_s)); // two events in one turn of the loop
    const QJsonObject told = f.line();
    QCOMPARE(told["method"_L1], u"changed"_s);
    QVERIFY(!told.contains("id"_L1));
    const QJsonObject call = told["params"_L1]["calls"_L1].toArray().first().toObject();
    QCOMPARE(call["state"_L1], u"talking"_s);
    f.talk.sayRecording(u"OFF"_s); // in the same frame, whose end alone is told
    QCoreApplication::processEvents();
    f.talk.sayRecording(u"PAUSED"_s);
    QCoreApplication::processEvents();
    QVERIFY(!f.peer.canReadLine());
    f.talk.clock.advance(automation::StateFeed::FrameLength);
    QCOMPARE(f.line()["params"_L1]["calls"_L1][0]["recording"_L1]["state"_L1], u"paused"_s);
    tlib::KvList data = Conversation::recording(u"PAUSED"_s);
    data.append("Note", u"a change of the model that the report does not show");
    f.talk.say(MessageType::EventAttachedDataChanged, data);
    QCoreApplication::processEvents();
    f.talk.clock.advance(automation::StateFeed::FrameLength);
    f.ask(u"state"_s, {}, 9);
    QCOMPARE(f.line()["id"_L1], 9);
}

void TestServer::oneReportIsBuiltForAllWhoWatch()
{
    Conversation talk;
    int reports = 0;
    automation::Server server(talk.desk, AutomationAccess::Full, [&reports](const model::Toast &) {
        ++reports; // there is one toast in each
        return QString();
    });
    talk.connect();
    talk.desk.toasts.post({.severity = model::Severity::Warning});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.socket"_s);
    QVERIFY(server.listen(path));
    std::array<QLocalSocket, 3> watchers;
    for (QLocalSocket &watcher : watchers) {
        watcher.connectToServer(path);
        watcher.write(automation::toLine(automation::RpcRequest{.id = 1, .method = u"watch"_s}));
        QTRY_VERIFY(watcher.canReadLine());
        watcher.readLine();
    }
    talk.clock.advance(automation::StateFeed::FrameLength);
    QCoreApplication::processEvents();
    reports = 0;
    for (int i = 0; i < 50; ++i) { // a second of a busy floor
        talk.talk(Conversation::recording(i % 2 ? u"ON"_s : u"PAUSED"_s));
        QCoreApplication::processEvents();
        talk.clock.advance(std::chrono::milliseconds(20));
    }
    QVERIFY2(reports >= 9 && reports <= 11, qPrintable(QString::number(reports)));
    for (QLocalSocket &watcher : watchers)
        QTRY_VERIFY(watcher.canReadLine());
}

void TestServer::verbIsAnsweredWhenTheStateComes()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.ask(u"pause"_s, {}, 4);
    QTRY_VERIFY(!f.talk.link.nothingSent());
    f.ask(u"state"_s, {}, 5); // others need not wait for it
    QCOMPARE(f.line()["id"_L1], 5);
    f.talk.sayRecording(u"PAUSED"_s);
    const QJsonObject answer = f.line();
    QCOMPARE(answer["id"_L1], 4);
    QCOMPARE(answer["result"_L1]["call"_L1], u"006c029a6685d004"_s);
}

void TestServer::unknownMethod()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.ask(u"explode"_s);
    QCOMPARE(f.errorCode(), -32601);
}

void TestServer::requestWithoutIdIsDoneSilently()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    QSignalSpy shown(&f.server, &automation::Server::showRequested);
    f.ask(u"show"_s, {}, QJsonValue(QJsonValue::Undefined));
    f.ask(u"state"_s, {}, 2);
    QCOMPARE(f.line()["id"_L1], 2);
    QCOMPARE(shown.count(), 1);
}

void TestServer::hostileBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\n", 5) << -32700;
    QTest::newRow("an HTTP request") << QByteArray("GET / HTTP/1.1\r\n") << -32700;
    QTest::newRow("lists nested as deep as a line allows") << QByteArray(65536, '[') + '\n' << -32700;
    QTest::newRow("a text that never ends") << QByteArray("\"") + QByteArray(60000, 'a') + '\n' << -32700;
    QTest::newRow("a number out of any range") << QByteArray("1e999999\n") << -32700;
    QTest::newRow("objects nested as deep as a line allows") << QByteArray(R"({"a":)").repeated(13'000) + '\n'
                                                             << -32700;
    QTest::newRow("nested to just below the reader's limit")
        << QByteArray(1000, '[') + QByteArray(1000, ']') + '\n'
        << -32600;
    QTest::newRow("a huge batch") << '[' + QByteArray("{},").repeated(20'000) + "{}]\n" << -32600;
    QTest::newRow("no UTF-8 in a method")
        << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\xc0\x80\"}\n") << -32700;
    QTest::newRow("10,000 unknown parameters") << [] {
        QByteArray line = R"({"jsonrpc":"2.0","id":1,"method":"pause","params":{)";
        for (int i = 0; line.size() < 65'000; ++i)
            line += '"' + QByteArray::number(i) + "\":0,";
        return line.chopped(1) + "}}\n";
    }() << -32602;
    QTest::newRow("a batch") << QByteArray("[{},{},{}]\n") << -32600;
    QTest::newRow("a lone surrogate as method")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"\ud800"})") + '\n'
        << -32601;
    QTest::newRow("a call of 60000 characters")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"pause","params":{"call":")") +
               QByteArray(60000, 'f') + "\"}}\n"
        << -32602;
}

void TestServer::hostileBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.send(bytes);
    QCOMPARE(f.errorCode(), code);
    f.ask(u"state"_s, {}, 2);
    QTRY_VERIFY(f.peer.canReadLine());
    QVERIFY(f.peer.readAll().contains("\"id\":2"));
}

void TestServer::overlongLineClosesTheConnection()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.send(QByteArray(automation::LineBuffer::MaximumLine + 1, 'x'));
    QCOMPARE(f.errorCode(), -32600);
    QTRY_COMPARE(f.peer.state(), QLocalSocket::UnconnectedState);
    QLocalSocket next;
    next.connectToServer(f.path);
    QVERIFY(next.waitForConnected(5000));
}

void TestServer::slowReaderCostsNoMemory()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.peer.setReadBufferSize(1); // takes nothing that is not asked for
    f.ask(u"watch"_s);
    for (int i = 0; i < 200; ++i)
        f.talk.say(MessageType::EventRinging, {}, tlib::ConnId(quint64(i) + 1)); // each state is some 50 KB
    // Every frame is a change; with nobody reading, the backlog has to stay within its limit.
    qint64 most = 0;
    auto *session = f.server.findChild<automation::Session *>();
    QTRY_VERIFY((session = f.server.findChild<automation::Session *>()));
    auto *socket = session->findChild<QLocalSocket *>();
    for (int i = 0; i < 100; ++i) {
        f.talk.sayRecording(i % 2 ? u"ON"_s : u"PAUSED"_s, u"file"_s, tlib::ConnId(1));
        QCoreApplication::processEvents();
        f.talk.clock.advance(automation::StateFeed::FrameLength);
        most = std::max(most, socket->bytesToWrite());
    }
    QVERIFY2(most < 2 * automation::Session::MaximumBacklog, qPrintable(QString::number(most)));
    QVERIFY(most > 100'000); // or this test has measured nothing
    f.talk.sayRecording(u"OFF"_s, u"last"_s, tlib::ConnId(1));
    QCoreApplication::processEvents();
    f.talk.clock.advance(automation::StateFeed::FrameLength);
    f.peer.setReadBufferSize(0);
    QByteArray all;
    QTRY_VERIFY((all += f.peer.readAll()).contains("\"file\":\"last\"")); // the latest is never skipped
}

void TestServer::neverReadingAskerCostsNoMemory()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    for (int i = 0; i < 200; ++i)
        f.talk.say(MessageType::EventRinging, {}, tlib::ConnId(quint64(i) + 1)); // each state is some 50 KB
    f.peer.setReadBufferSize(1);
    QTRY_VERIFY(f.server.findChild<automation::Session *>());
    auto *socket = f.server.findChild<automation::Session *>()->findChild<QLocalSocket *>();
    qint64 most = 0;
    for (int i = 0; i < 300; ++i) {
        f.ask(u"state"_s);
        QCoreApplication::processEvents();
        most = std::max(most, socket->bytesToWrite());
    }
    QVERIFY2(most < 2 * automation::Session::MaximumBacklog, qPrintable(QString::number(most)));
    QVERIFY(most > 100'000); // or this test has measured nothing
}

void TestServer::floodHoldsNothingUp()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    QTRY_VERIFY(f.server.findChild<automation::Session *>());
    int inThisTurn = 0;
    int most = 0;
    int all = 0;
    connect(f.server.findChild<automation::Session *>(), &automation::Session::requested, this, [&] {
        ++all;
        most = std::max(most, ++inThisTurn);
    });
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&] { inThisTurn = 0; });
    turn.start(0);
    f.send(automation::toLine(automation::RpcRequest{.method = u"pause"_s}).repeated(500));
    QTRY_COMPARE(all, 500);
    QVERIFY2(most <= 2 * automation::Session::LinesInATurn, qPrintable(QString::number(most)));
    turn.stop();
    f.send(QByteArray(1000, '\n')); // lines without anything count, too
    f.ask(u"state"_s, {}, 7);
    QCOMPARE(f.line()["id"_L1], 7);
}

void TestServer::silentProgramsKeepNobodyOut()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.ask(u"watch"_s);
    QVERIFY(f.line().contains("result"_L1));
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    for (int i = 0; i < 2 * automation::Server::MaximumSessions; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(f.path);
        QVERIFY(silent.back()->waitForConnected(5000));
        silent.back()->write("{"); // half a line is nothing asked for
        QCoreApplication::processEvents();
    }
    QVERIFY(f.server.findChildren<automation::Session *>().size() <= automation::Server::MaximumSessions + 1);
    automation::Client client;
    QSignalSpy answered(&client, &automation::Client::answered);
    client.ask(f.path, u"show"_s);
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(f.peer.state(), QLocalSocket::ConnectedState); // who has asked stays
}

void TestServer::otherUsersAreTurnedAway()
{
#ifdef Q_OS_LINUX
    if (geteuid() != 0)
        QSKIP("only root can be another user for a moment");
    Fixture f;
    QVERIFY(f.server.listen(f.path));
    // Somebody has opened the door.
    const auto everybody = QFileDevice::Permissions(0x7777);
    QVERIFY(QFile::setPermissions(f.folder.path(), everybody) && QFile::setPermissions(f.path, everybody));
    const auto tried = [&f](uid_t user) {
        const QByteArray path = f.path.toLocal8Bit();
        const pid_t child = fork();
        if (child == 0) { // nothing of Qt's in here
            sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
            std::copy(path.begin(), path.end(), address.sun_path);
            const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
            const char line[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"state\"}\n";
            char byte = 0;
            if (setuid(user) != 0 ||
                ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
                _exit(2);
            (void)::send(socket, line, sizeof line - 1, MSG_NOSIGNAL);
            _exit(::read(socket, &byte, 1) == 1 ? 0 : 1);
        }
        int status = -1;
        const bool ended = QTest::qWaitFor([&] { return waitpid(child, &status, WNOHANG) == child; }, 5000);
        return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    QCOMPARE(tried(0), 0);
    QCOMPARE(tried(65534), 1);
#else
    QSKIP("the peer's user is looked at on Linux only");
#endif
}

void TestServer::comingAndGoingLeavesNothing()
{
    Fixture f;
    QVERIFY(f.server.listen(f.path));
    for (int i = 0; i < 300; ++i) {
        QLocalSocket visitor;
        visitor.connectToServer(f.path);
        QVERIFY(visitor.waitForConnected(5000));
        visitor.write(i % 2 ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"watch\"}\n" : "\x00");
        visitor.flush();
        QCoreApplication::processEvents();
        visitor.abort();
    }
    QTRY_COMPARE(f.server.findChildren<automation::Session *>().size(), 0);
}

void TestServer::tooManyPrograms()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    std::vector<std::unique_ptr<QLocalSocket>> others;
    for (int i = 1; i < automation::Server::MaximumSessions; ++i) {
        others.push_back(std::make_unique<QLocalSocket>());
        others.back()->connectToServer(f.path);
        QVERIFY(others.back()->waitForConnected(5000));
        others.back()->write(automation::toLine(automation::RpcRequest{.id = 1, .method = u"watch"_s}));
        QTRY_VERIFY(others.back()->canReadLine());
    }
    f.ask(u"state"_s, {}, 0);
    QVERIFY(f.line().contains("result"_L1));
    QLocalSocket last;
    last.connectToServer(f.path);
    QVERIFY(last.waitForConnected(5000));
    QTRY_COMPARE(last.state(), QLocalSocket::UnconnectedState);
    QVERIFY(last.readAll().contains("too many"));
    others.pop_back();
    QCoreApplication::processEvents();
    f.ask(u"state"_s);
    QVERIFY(f.line().contains("result"_L1));
    QLocalSocket next;
    next.connectToServer(f.path);
    QVERIFY(next.waitForConnected(5000));
    next.write(automation::toLine(automation::RpcRequest{.id = 1, .method = u"state"_s}));
    QTRY_VERIFY(next.canReadLine());
}

void TestServer::readOnlyPolicy()
{
    Fixture f(AutomationAccess::Read);
    QVERIFY(f.listenAndConnect());
    f.talk.talk(Conversation::recording(u"ON"_s));
    for (const QString &verb : {u"pause"_s, u"stop"_s, u"answer"_s, u"release"_s, u"quit"_s}) {
        f.ask(verb, {{u"yes"_s, true}, {u"force"_s, true}});
        const QJsonObject error = f.line()["error"_L1].toObject();
        QCOMPARE(error["code"_L1], -32000);
        QVERIFY(error["message"_L1].toString().contains(u"administrator"_s));
    }
    QVERIFY(f.talk.link.nothingSent());
    for (const QString &verb : {u"state"_s, u"watch"_s, u"show"_s}) {
        f.ask(verb);
        QVERIFY2(f.line().contains("result"_L1), qPrintable(verb));
    }
}

void TestServer::showIsHandedOn()
{
    Fixture f;
    QVERIFY(f.server.listen(f.path));
    QSignalSpy shown(&f.server, &automation::Server::showRequested);
    automation::Client client;
    QSignalSpy answered(&client, &automation::Client::answered);
    client.ask(f.path, u"show"_s);
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(shown.count(), 1);
}

void TestServer::quitIsRefusedWhileARecordingIsOpen_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("lost");
    QTest::addColumn<bool>("force");
    QTest::addColumn<bool>("quits");
    QTest::newRow("recording") << u"ON"_s << false << false << false;
    QTest::newRow("paused") << u"PAUSED"_s << false << false << false;
    QTest::newRow("recording when last heard of") << u"ON"_s << true << false << false;
    QTest::newRow("recording, forced") << u"ON"_s << false << true << true;
    QTest::newRow("not recording") << u"OFF"_s << false << false << true;
}

void TestServer::quitIsRefusedWhileARecordingIsOpen()
{
    QFETCH(QString, word);
    QFETCH(bool, lost);
    QFETCH(bool, force);
    QFETCH(bool, quits);
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.talk.talk(Conversation::recording(word));
    if (lost)
        f.talk.loseLink();
    QSignalSpy asked(&f.server, &automation::Server::quitRequested);
    f.ask(u"quit"_s, force ? QJsonObject{{u"force"_s, true}} : QJsonObject());
    QCOMPARE(f.line().contains("result"_L1), quits);
    QCOMPARE(asked.count(), quits ? 1 : 0);
}

void TestServer::quitDoesNotAskForTheRecordingsOfOthers()
{
    Fixture f;
    f.talk.desk.registry.setDns(QList<model::DnEntry>{
        {.dn = tlib::Dn(u"7900"_s)}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    QVERIFY(f.listenAndConnect());
    f.talk.talk(Conversation::recording(u"ON"_s));
    QSignalSpy asked(&f.server, &automation::Server::quitRequested);
    f.ask(u"quit"_s);
    QVERIFY(f.line().contains("result"_L1));
    QCOMPARE(asked.count(), 1);
}

void TestServer::programThatLeavesInMidRequest()
{
    Fixture f;
    QVERIFY(f.listenAndConnect());
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.ask(u"pause"_s);
    QTRY_VERIFY(!f.talk.link.nothingSent());
    f.peer.abort();
    QTRY_VERIFY(!f.server.findChild<automation::Session *>());
    f.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(f.talk.call()->recording.state, model::RecordingState::Paused);
}

TALLY_TEST(TestServer)

} // namespace tst_server

#include "tst_server.moc"
