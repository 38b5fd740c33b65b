#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/requestmapping.h"
#include "backends/wire/serverport.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

namespace tst_serverport {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tlib::ClientId;
using tlib::MessageType;
using tlib::ReferenceId;
using wire::Message;

namespace {

QByteArray bytesOf(const Message &message)
{
    return wire::encode(message).value();
}

QByteArray bytesOf(const tlib::Request &request, int id = 0)
{
    return bytesOf(wire::toMessage(request, ReferenceId(id), {}));
}

QByteArray registration()
{
    return bytesOf(tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"),
                                        .applicationName = tlib::Text(u"test")});
}

const QByteArray PollBytes = QByteArray::fromHex("00000004ff010000");
const QByteArray ReplyBytes = QByteArray::fromHex("00000004ff020000");

/// A client that says exactly the bytes that the test gives it.
struct RawClient
{
    explicit RawClient(quint16 port, const QByteArray &first = {})
    {
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.waitForConnected();
        socket.write(first);
        socket.flush();
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    /// Every message that has come so far.
    const QList<Message> &messages()
    {
        bytes += socket.readAll();
        while (bytes.size() >= 4) {
            const auto length = qsizetype(qFromBigEndian<quint32>(bytes.data()));
            if (bytes.size() < 4 + length)
                break;
            Message message;
            if (wire::decode(QByteArrayView(bytes).sliced(4, length), message))
                heard.append(message);
            bytes.remove(0, 4 + length);
        }
        return heard;
    }

    QTcpSocket socket;
    QByteArray bytes;
    QList<Message> heard;
};

void settle()
{
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestServerPort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_port.reset(); }
    void saysWhyItCannotListen();
    void handsOnRequestsWithTheirIds();
    void givesEachClientAnIdOfItsOwn();
    void closesOnAnythingBeforeRegistration();
    void closesWhoDoesNotRegisterInTime();
    void answersPollsBeforeAndAfterRegistration();
    void pollsAClientThatAskedForIt();
    void answersWhatItCannotMap();
    void closesOnlyTheConnectionOfAMalformedFrame_data();
    void closesOnlyTheConnectionOfAMalformedFrame();
    void sendsOutWhatCameBeforeDisconnecting();
    void cutsClientsAsABrokenNetworkDoes();
    void dropsAClientThatDoesNotRead();
    void ignoresClientsThatAreGone();
    void saysOnceThatAClientIsGone();
    void staysSilentInsideItsCalls();
    void hearsNothingOfADisconnectedClient();
    void closesEveryone();

private:
    quint16 port() const { return m_number; }
    QList<QVariant> lastRequest() const { return m_requests->last(); }
    ClientId clientOf(int request) const { return m_requests->at(request).at(0).value<ClientId>(); }

    support::ManualClock m_clock;
    std::unique_ptr<wire::ServerPort> m_port;
    std::unique_ptr<QSignalSpy> m_requests;
    std::unique_ptr<QSignalSpy> m_gone;
    quint16 m_number = 0;
};

void TestServerPort::init()
{
    m_port = std::make_unique<wire::ServerPort>(m_clock, wire::ServerPortLimits{.outgoing = 200'000});
    m_requests = std::make_unique<QSignalSpy>(m_port.get(), &wire::ServerPort::requestReceived);
    m_gone = std::make_unique<QSignalSpy>(m_port.get(), &wire::ServerPort::clientGone);
    m_number = m_port->listen(QHostAddress::LocalHost, 0).value();
    QVERIFY(m_number != 0);
}

void TestServerPort::saysWhyItCannotListen()
{
    wire::ServerPort second(m_clock);
    const auto listening = second.listen(QHostAddress::LocalHost, port());
    QVERIFY(!listening);
    QCOMPARE(listening.error().kind, core::ErrorKind::Io);
    QVERIFY(listening.error().text.contains(u"127.0.0.1 port %1"_s.arg(port())));
    QVERIFY(listening.error().text.contains(u"Choose another port"));
}

void TestServerPort::handsOnRequestsWithTheirIds()
{
    RawClient client(port(), registration() + bytesOf(tlib::QueryServer{}, 5) +
                                 bytesOf(tlib::RegisterAddress{.dn = tlib::Dn(u"7001")}, 6));
    QTRY_COMPARE(m_requests->size(), 3);
    const auto request = [this](int index) { return m_requests->at(index).at(1).value<tlib::Request>(); };
    const auto id = [this](int index) { return m_requests->at(index).at(2).value<ReferenceId>(); };
    QVERIFY(std::holds_alternative<tlib::RegisterClient>(request(0)));
    QVERIFY(std::holds_alternative<tlib::QueryServer>(request(1)));
    QCOMPARE(id(1), ReferenceId(5));
    QCOMPARE(std::get<tlib::RegisterAddress>(request(2)).dn, tlib::Dn(u"7001"));
    QCOMPARE(id(2), ReferenceId(6));

    m_port->send(clientOf(0), {.type = MessageType::EventRegistered, .referenceId = ReferenceId(6)});
    QTRY_COMPARE(client.messages().size(), 1);
    QCOMPARE(client.heard.first().type, MessageType::EventRegistered);
    QCOMPARE(client.heard.first().referenceId, ReferenceId(6));
}

void TestServerPort::givesEachClientAnIdOfItsOwn()
{
    QSet<quint32> ids;
    for (int i = 0; i < 5; ++i) {
        RawClient client(port(), registration());
        QTRY_COMPARE(m_requests->size(), i + 1);
        ids.insert(quint32(clientOf(i)));
    }
    QCOMPARE(ids.size(), 5);
}

void TestServerPort::closesOnAnythingBeforeRegistration()
{
    RawClient client(port(), bytesOf(tlib::QueryServer{}, 1) + registration());
    QTRY_VERIFY(client.isClosed());
    settle();
    QCOMPARE(m_requests->size(), 0);
    QCOMPARE(m_gone->size(), 0); // nobody has heard of it
}

void TestServerPort::closesWhoDoesNotRegisterInTime()
{
    RawClient silent(port());
    RawClient polling(port(), PollBytes);
    RawClient good(port(), registration());
    QTRY_COMPARE(m_requests->size(), 1);
    QTRY_COMPARE(polling.socket.bytesAvailable(), ReplyBytes.size());
    m_clock.advance(9999ms);
    settle();
    QVERIFY(!silent.isClosed());
    m_clock.advance(1ms);
    QTRY_VERIFY(silent.isClosed());
    QTRY_VERIFY(polling.isClosed()); // a poll is no registration
    m_clock.advance(1h);
    settle();
    QVERIFY(!good.isClosed());
}

void TestServerPort::answersPollsBeforeAndAfterRegistration()
{
    RawClient client(port(), PollBytes);
    QTRY_COMPARE(client.socket.bytesAvailable(), ReplyBytes.size());
    QCOMPARE(client.socket.readAll(), ReplyBytes);
    client.socket.write(registration() + PollBytes + PollBytes);
    QTRY_COMPARE(client.socket.bytesAvailable(), 2 * ReplyBytes.size());
    QCOMPARE(client.socket.readAll(), ReplyBytes + ReplyBytes);
}

void TestServerPort::pollsAClientThatAskedForIt()
{
    RawClient client(port(), bytesOf(tlib::RegisterClient{.addpTimeout = 3, .addpRemoteTimeout = 20}));
    QTRY_COMPARE(m_requests->size(), 1);
    m_clock.advance(19s);
    settle();
    QCOMPARE(client.socket.bytesAvailable(), 0);
    m_clock.advance(1s);
    QTRY_COMPARE(client.socket.bytesAvailable(), PollBytes.size());
    QCOMPARE(client.socket.readAll(), PollBytes);
    client.socket.write(ReplyBytes);
    settle();
    m_clock.advance(20s);
    QTRY_COMPARE(client.socket.bytesAvailable(), PollBytes.size());
    QCOMPARE(client.socket.readAll(), PollBytes);
    m_clock.advance(20s); // this one is not answered
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(m_gone->size(), 1);
}

void TestServerPort::answersWhatItCannotMap()
{
    Message unknown;
    unknown.type = MessageType::SetMuteOn;
    unknown.referenceId = ReferenceId(7);
    unknown.thisDn = tlib::Dn(u"7001");
    Message incomplete;
    incomplete.type = MessageType::AnswerCall;
    incomplete.referenceId = ReferenceId(8);
    incomplete.thisDn = tlib::Dn(u"7001");
    RawClient client(port(), registration() + bytesOf(unknown) + bytesOf(incomplete));
    QTRY_COMPARE(client.messages().size(), 2);
    const QList<Message> answers = client.heard;
    for (const Message &answer : answers) {
        QCOMPARE(answer.type, MessageType::EventError);
        QCOMPARE(answer.thisDn, tlib::Dn(u"7001"));
        QVERIFY(!answer.errorMessage.isEmpty());
        QCOMPARE(answer.timeInSecs, qint32(m_clock.wallTime().toSecsSinceEpoch()));
    }
    QCOMPARE(answers[0].errorCode, 51);
    QCOMPARE(answers[0].referenceId, ReferenceId(7));
    QCOMPARE(answers[1].errorCode, 53);
    QCOMPARE(answers[1].referenceId, ReferenceId(8));
    QCOMPARE(m_requests->size(), 1); // nothing but the registration
    QVERIFY(!client.isClosed());
}

void TestServerPort::closesOnlyTheConnectionOfAMalformedFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *hex, const QString &cause) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << cause;
    };
    row("a frame over the limit", "7fffffff 0000000000000000",
        u"a frame of 2147483647 bytes, allowed are 4 to 1048576"_s);
    row("a frame under 4 bytes", "00000001 00", u"a frame of 1 bytes, allowed are 4 to 1048576"_s);
    row("an attribute past the frame", "0000000b 0001 0001 0002 01 00000fa0",
        u"attribute 2: 4000 bytes run past the frame"_s);
    row("a list that lies", "0000000d 001e 0001 0033 04 00000002 ffff",
        u"attribute 51: key-value list: a pair runs past the list"_s);
    row("an attribute given twice", "0000001a 0001 0002 0002 01 00000004 00000001 0002 01 00000004 00000001",
        u"attribute 2: given twice"_s);
}

void TestServerPort::closesOnlyTheConnectionOfAMalformedFrame()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, cause);
    RawClient good(port(), registration());
    RawClient bad(port(), registration());
    QTRY_COMPARE(m_requests->size(), 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*closed, malformed: malformed frame: "_s +
                                                          QRegularExpression::escape(cause)));
    bad.socket.write(bytesOf(tlib::QueryServer{}, 1) + bytes + bytesOf(tlib::QueryServer{}, 2));
    QTRY_VERIFY(bad.isClosed());
    QTRY_COMPARE(m_gone->size(), 1);
    QCOMPARE(m_requests->size(), 3); // the whole one before, none after
    good.socket.write(bytesOf(tlib::QueryServer{}, 3));
    QTRY_COMPARE(m_requests->size(), 4);
}

void TestServerPort::sendsOutWhatCameBeforeDisconnecting()
{
    RawClient client(port(), registration());
    QTRY_COMPARE(m_requests->size(), 1);
    for (int i = 0; i < 100; ++i)
        m_port->send(clientOf(0), {.type = MessageType::EventUserEvent});
    m_port->send(clientOf(0), {.type = MessageType::EventError, .errorCode = 119});
    m_port->disconnectClient(clientOf(0));
    QTRY_VERIFY(client.isClosed());
    const QList<Message> answers = client.messages();
    QCOMPARE(answers.size(), 101);
    QCOMPARE(answers.last().errorCode, 119);
    QTRY_COMPARE(m_gone->size(), 1);
}

void TestServerPort::cutsClientsAsABrokenNetworkDoes()
{
    RawClient first(port(), registration());
    RawClient second(port(), registration());
    QTRY_COMPARE(m_requests->size(), 2);
    m_port->dropClients();
    QTRY_VERIFY(first.isClosed() && second.isClosed());
    QTRY_COMPARE(m_gone->size(), 2);
    RawClient third(port(), registration()); // still listening
    QTRY_COMPARE(m_requests->size(), 3);
}

void TestServerPort::dropsAClientThatDoesNotRead()
{
    RawClient good(port(), registration());
    RawClient slow(port());
    slow.socket.setReadBufferSize(1);
    slow.socket.write(registration());
    QTRY_COMPARE(m_requests->size(), 2);
    const ClientId slowId = clientOf(1);
    const tlib::Event large{.type = MessageType::EventError,
                            .errorMessage = tlib::Text(std::string(100'000, 'x'))};
    for (int i = 0; i < 1000 && m_gone->isEmpty(); ++i) { // the kernel takes some megabytes first
        m_port->send(slowId, large);
        settle();
    }
    QTRY_COMPARE(m_gone->size(), 1);
    QCOMPARE(m_gone->first().first().value<ClientId>(), slowId);
    QVERIFY(!good.isClosed());
}

void TestServerPort::ignoresClientsThatAreGone()
{
    {
        RawClient client(port(), registration());
        QTRY_COMPARE(m_requests->size(), 1);
    }
    QTRY_COMPARE(m_gone->size(), 1);
    m_port->send(clientOf(0), {.type = MessageType::EventUserEvent});
    m_port->disconnectClient(clientOf(0));
    m_port->send(ClientId(4711), {.type = MessageType::EventUserEvent});
    settle();
    QCOMPARE(m_gone->size(), 1);
}

void TestServerPort::saysOnceThatAClientIsGone()
{
    RawClient client(port(), registration());
    QTRY_COMPARE(m_requests->size(), 1);
    m_port->disconnectClient(clientOf(0));
    m_port->disconnectClient(clientOf(0));
    m_port->dropClients();
    m_port->close();
    QTRY_COMPARE(m_gone->size(), 1);
    settle();
    QCOMPARE(m_gone->size(), 1);
}

void TestServerPort::staysSilentInsideItsCalls()
{
    RawClient first(port(), registration());
    RawClient second(port(), registration());
    QTRY_COMPARE(m_requests->size(), 2);
    m_port->disconnectClient(clientOf(0));
    m_port->dropClients();
    m_port->close();
    QCOMPARE(m_gone->size(), 0);
    QTRY_COMPARE(m_gone->size(), 2);
}

void TestServerPort::hearsNothingOfADisconnectedClient()
{
    connect(m_port.get(), &wire::ServerPort::requestReceived, this,
            [this](ClientId client) { m_port->disconnectClient(client); });
    RawClient client(port(), registration() + bytesOf(tlib::QueryServer{}, 1));
    client.socket.write(bytesOf(tlib::QueryServer{}, 2));
    QTRY_COMPARE(m_gone->size(), 1);
    QCOMPARE(m_requests->size(), 1);
}

void TestServerPort::closesEveryone()
{
    RawClient client(port(), registration());
    QTRY_COMPARE(m_requests->size(), 1);
    m_port->close();
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(m_gone->size(), 1);
    QTcpSocket late;
    late.connectToHost(QHostAddress::LocalHost, port());
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

TALLY_TEST(TestServerPort)

} // namespace tst_serverport
#include "tst_serverport.moc"
