#include "backends/wire/frames/codec.h"
#include "backends/wire/serverport.h"
#include "backends/wire/wirelink.h"
#include "support/linkcontract.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

namespace tst_wirelink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tlib::LinkState;
using tlib::MessageType;

/// The contract of every link against a real ServerPort on loopback, and what only WireLink promises.
class TestWireLink : public support::LinkContract
{
    Q_OBJECT

protected:
    std::unique_ptr<tlib::Link> makeLink() override { return std::make_unique<wire::WireLink>(m_clock); }
    tlib::Endpoint endpoint() override
    {
        return {.host = u"127.0.0.1"_s,
                .port = m_port,
                .applicationName = u"contract"_s,
                .addpTimeout = Timeout.count()};
    }
    void serverSays(const tlib::Event &event) override { m_server->send(m_client.value(), event); }
    void serverGoesAway() override { m_server->dropClients(); }
    int requestsSeen() override { return m_requests; }
    bool serverKnowsClient() override { return m_client.has_value(); }
    bool makeOverdue() override
    {
        m_clock.advance(Timeout + 1500ms); // and the server has had no turn to answer the poll
        return true;
    }
    std::optional<tlib::Endpoint> deadEndpoint() override
    {
        QTcpServer taken; // a port that was free a moment ago, and has nobody now
        taken.listen(QHostAddress::LocalHost);
        return tlib::Endpoint{.host = u"127.0.0.1"_s, .port = taken.serverPort()};
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }
    void registersByItself();
    void answersPollsBeforeAndAfterTheFirstEvent();
    void pollsWhenItHearsNothing();
    void pollsSoonAfterARequest();
    void givesUpOnAServerThatNeverAnswers();
    void namesAHostThatIsNotKnown();
    void doesNotWaitForTheNameService();
    void hasTwoThresholds();
    void takesTheDoubtBackForTheReplyAlone();
    void isToldOfTheSilenceByTheOtherSide();
    void givesUpOnAServerThatDoesNotRead();
    void handsOnWhatItDoesNotKnow();
    void isNotProtected();
    void endsWithAReset();
    void closesOnMalformedFrames_data();
    void closesOnMalformedFrames();
    void usesWhatCameBeforeTheEnd();
    void decodesOneByteAtATime();
    void givesUpOnAFrameThatDoesNotEnd();
    void doesNotRegisterTwice();
    void sendsRecordingServicesByTheirNumbers();
    void handsOnWhatWasSentBeforeClose();

private:
    /// A server that says exactly the bytes that the test gives it.
    struct RawServer
    {
        RawServer() { server.listen(QHostAddress::LocalHost); }
        tlib::Endpoint endpoint() const { return {.host = u"127.0.0.1"_s, .port = server.serverPort()}; }
        bool accept()
        {
            if (!client)
                client.reset(server.nextPendingConnection());
            return bool(client);
        }
        QTcpServer server;
        std::unique_ptr<QTcpSocket> client;
    };

    static constexpr std::chrono::duration<int> Timeout{10}; ///< of ADDP

    support::ManualClock m_clock;
    std::unique_ptr<wire::ServerPort> m_server;
    std::optional<tlib::ClientId> m_client;
    QList<tlib::Request> m_all;
    tlib::ReferenceId m_lastReference;
    quint16 m_port = 0;
    int m_requests = 0;
};

void TestWireLink::init()
{
    m_client.reset();
    m_requests = 0;
    m_all.clear();
    m_server = std::make_unique<wire::ServerPort>(m_clock);
    m_port = m_server->listen(QHostAddress::LocalHost, 0).value();
    connect(m_server.get(), &wire::ServerPort::requestReceived, this,
            [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference) {
                m_all.append(request);
                m_lastReference = reference;
                if (std::holds_alternative<tlib::RegisterClient>(request))
                    m_client = client;
                else
                    ++m_requests;
            });
    connect(m_server.get(), &wire::ServerPort::clientGone, this, [this](tlib::ClientId client) {
        if (m_client == client)
            m_client.reset();
    });
}

void TestWireLink::registersByItself()
{
    const auto link = makeLink();
    tlib::Endpoint to = endpoint();
    to.password = u"s3cret"_s;
    to.addpTimeout = 7;
    to.addpRemoteTimeout = 11;
    link->open(to);
    QTRY_COMPARE(m_all.size(), 1);
    const auto *first = std::get_if<tlib::RegisterClient>(&m_all.first());
    QVERIFY(first);
    QCOMPARE(first->protocolVersion.toString(), u"tlib-open 1"_s);
    QCOMPARE(first->applicationName.toString(), u"contract"_s);
    QCOMPARE(first->password.toString(), u"s3cret"_s);
    QCOMPARE(first->addpTimeout, 7);
    QCOMPARE(first->addpRemoteTimeout, 11);
    QVERIFY(!m_lastReference.isNull()); // each request has one
}

void TestWireLink::answersPollsBeforeAndAfterTheFirstEvent()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(raw.accept());
    const QByteArray poll = wire::encode(wire::Message{{.type = wire::Poll}}).value();
    const QByteArray reply = wire::encode(wire::Message{{.type = wire::PollReply}}).value();
    QTRY_VERIFY(raw.client->bytesAvailable() > 0);
    raw.client->readAll(); // RegisterClient
    raw.client->write(poll);
    QTRY_COMPARE(raw.client->bytesAvailable(), reply.size());
    QCOMPARE(raw.client->readAll(), reply);
    raw.client->write(wire::encode(wire::Message{numbered(1)}).value() + poll + poll);
    QTRY_COMPARE(raw.client->bytesAvailable(), 2 * reply.size());
    QCOMPARE(raw.client->readAll(), reply + reply);
    QCOMPARE(heard.numbers(), QList<qint64>{1});
    QCOMPARE(heard.events.size(), 1); // polls are no events
}

void TestWireLink::pollsWhenItHearsNothing()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = raw.endpoint();
    to.addpTimeout = 10;
    link->open(to);
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    QTRY_VERIFY(raw.client->bytesAvailable() > 0);
    raw.client->readAll();

    m_clock.advance(9s);
    raw.client->write(wire::encode(wire::Message{numbered(1)}).value());
    QTRY_COMPARE(heard.numbers().size(), 1);
    m_clock.advance(9s); // 18 s after the start, 9 s after the event: not yet
    settle();
    QCOMPARE(raw.client->bytesAvailable(), 0);
    m_clock.advance(1s);
    const QByteArray poll = wire::encode(wire::Message{{.type = wire::Poll}}).value();
    QTRY_COMPARE(raw.client->bytesAvailable(), poll.size());
    QCOMPARE(raw.client->readAll(), poll);
    m_clock.advance(9s);
    settle();
    QVERIFY(heard.isOpen());
    m_clock.advance(1s);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
    QCOMPARE(tlib::LinkLoss(heard.reason->reason), tlib::LinkLoss::Silent);
}

void TestWireLink::pollsSoonAfterARequest()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = raw.endpoint();
    to.addpTimeout = 10;
    link->open(to);
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    QTRY_VERIFY(raw.client->bytesAvailable() > 0);
    raw.client->readAll();
    QVERIFY(link->send(tlib::RegisterAddress{.dn = tlib::Dn(u"7001"_s)}));
    QTRY_VERIFY(raw.client->bytesAvailable() > 0);
    raw.client->readAll();
    m_clock.advance(1500ms);
    const QByteArray poll = wire::encode(wire::Message{{.type = wire::Poll}}).value();
    QTRY_COMPARE(raw.client->bytesAvailable(), poll.size());
    QCOMPARE(raw.client->readAll(), poll);
}

void TestWireLink::givesUpOnAServerThatNeverAnswers()
{
    // A full backlog lets nobody in any more: the connection attempt hangs, as behind a silent firewall.
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 4; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
        settle();
    }
    wire::WireLink link(m_clock, {}, {.connect = 3s});
    Heard heard(link);
    link.open({.host = u"127.0.0.1"_s, .port = full.serverPort()});
    settle();
    m_clock.advance(2999ms);
    settle();
    QCOMPARE(heard.states, QList{LinkState::Opening});
    m_clock.advance(1ms);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::TimedOut);
    QVERIFY(heard.reason->text.contains(u"within 3 s"));
    QCOMPARE(heard.reason->reason, int(tlib::Unreached::Silent));
}

void TestWireLink::namesAHostThatIsNotKnown()
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open({.host = u"no-such-host.invalid"_s, .port = 7000});
    QTRY_VERIFY_WITH_TIMEOUT(heard.isClosed(), 20000);
    QCOMPARE(heard.reason->kind, core::ErrorKind::Unreachable);
    QVERIFY(heard.reason->text.contains(u"no-such-host.invalid"));
    QCOMPARE(heard.reason->reason, int(tlib::Unreached::UnknownHost));
}

/// The limit holds for the look-up of the name, too; the event loop goes on meanwhile.
void TestWireLink::doesNotWaitForTheNameService()
{
    wire::WireLink link(m_clock, {}, {.connect = 3s});
    Heard heard(link);
    link.open({.host = u"slow-name.invalid"_s, .port = 7000});
    m_clock.advance(2999ms); // the loop has had no turn: the name service cannot have answered
    QCOMPARE(heard.total, 0);
    m_clock.advance(1ms);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::TimedOut);
    QCOMPARE(heard.reason->text,
             u"the name service did not say within 3 s where slow-name.invalid is: check the network"_s);
    QCOMPARE(heard.reason->reason, int(tlib::Unreached::SilentNames));
}

/// Half open and idle: in doubt 1.5 s after the poll, lost another timeout after it (R2).
void TestWireLink::hasTwoThresholds()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = raw.endpoint();
    to.addpTimeout = 10;
    link->open(to);
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    m_clock.advance(11'499ms);
    settle();
    QVERIFY(!heard.isOverdue);
    m_clock.advance(1ms);
    settle();
    QVERIFY(heard.isOverdue);
    QVERIFY(heard.isOpen());
    QVERIFY(link->send(someRequest())); // the link judges no request
    m_clock.advance(8499ms);
    settle();
    QVERIFY(heard.isOpen());
    m_clock.advance(1ms);
    QTRY_VERIFY(heard.isClosed()); // 2 x the timeout
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
    QCOMPARE(tlib::LinkLoss(heard.reason->reason), tlib::LinkLoss::Silent);
    QCOMPARE(heard.repeatedDoubts, 0);
    QVERIFY(!m_clock.hasAlarms() || raw.client); // the linger alarm at most
}

void TestWireLink::takesTheDoubtBackForTheReplyAlone()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = raw.endpoint();
    to.addpTimeout = 10;
    link->open(to);
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    m_clock.advance(12s);
    QVERIFY(heard.isOverdue);
    for (const wire::Message &sign :
         {wire::Message{{.type = wire::Poll}}, wire::Message{{.type = tlib::MessageType(0xff77)}},
          wire::Message{numbered(1)}})
        raw.client->write(wire::encode(sign).value());
    QTRY_COMPARE(heard.numbers(), QList<qint64>{1});
    QVERIFY(heard.isOverdue); // it may be as old as the silence, and the next change right behind it
    raw.client->write(wire::encode({{.type = wire::PollReply}}).value());
    QTRY_VERIFY(!heard.isOverdue);
    QVERIFY(heard.isOpen());
    QCOMPARE(heard.repeatedDoubts, 0);
    QCOMPARE(heard.numbers(), QList<qint64>{1});
    const core::Instant lastHeard = m_clock.now();
    QCOMPARE(link->lastHeard(), lastHeard); // the answer to a poll, which is no event
    m_clock.advance(2s);
    link->close();
    QCOMPARE(link->lastHeard(), lastHeard);
}

/// One direction dead: what we say no longer arrives, what the server says does. Only the server can know.
void TestWireLink::isToldOfTheSilenceByTheOtherSide()
{
    QTcpServer through; // passes on everything to the client, and after registration nothing to the server
    QVERIFY(through.listen(QHostAddress::LocalHost));
    QTcpSocket toServer;
    std::unique_ptr<QTcpSocket> toClient;
    bool isDead = false;
    connect(&through, &QTcpServer::newConnection, this, [&] {
        toClient.reset(through.nextPendingConnection());
        toServer.connectToHost(QHostAddress::LocalHost, m_port);
        const auto forward = [&isDead, &toServer, &toClient] {
            const QByteArray bytes = toClient->readAll();
            if (!isDead)
                toServer.write(bytes);
        };
        connect(&toServer, &QTcpSocket::connected, this, forward);
        connect(toClient.get(), &QTcpSocket::readyRead, this, [&toServer, forward] {
            if (toServer.state() == QAbstractSocket::ConnectedState)
                forward();
        });
        connect(&toServer, &QTcpSocket::readyRead, this, [&] { toClient->write(toServer.readAll()); });
        connect(&toServer, &QTcpSocket::disconnected, this, [&] { toClient->disconnectFromHost(); });
    });
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = endpoint();
    to.port = through.serverPort();
    to.addpRemoteTimeout = 10;
    to.addpTimeout = 0;
    link->open(to);
    QTRY_VERIFY(serverKnowsClient());
    isDead = true;
    m_clock.advance(10s); // the server polls
    settle();
    QVERIFY(heard.isOpen());
    m_clock.advance(10s); // and gives up
    QTRY_VERIFY(!serverKnowsClient());
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
    QCOMPARE(tlib::LinkLoss(heard.reason->reason), tlib::LinkLoss::Closed);
}

void TestWireLink::givesUpOnAServerThatDoesNotRead()
{
    RawServer raw;
    wire::WireLink link(m_clock, {}, {.connection = {.outgoing = 100'000}});
    Heard heard(link);
    link.open(raw.endpoint());
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    raw.client->setReadBufferSize(1);
    tlib::KvList large;
    large.append("Text", QString(60'000, u'x'));
    const tlib::AttachUserData request{.dn = tlib::Dn(u"7001"), .call = tlib::ConnId(17), .userData = large};
    for (int i = 0; i < 1000 && !heard.isClosed(); ++i) {
        (void)link.send(request);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
    QCOMPARE(tlib::LinkLoss(heard.reason->reason), tlib::LinkLoss::NotTaking);
    QVERIFY2(heard.reason->text.contains(u"bytes wait to be taken"), qPrintable(heard.reason->text));
}

/// A type without a name is an event like others; of unknown attributes only the rest is.
void TestWireLink::handsOnWhatItDoesNotKnow()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(raw.accept());
    raw.client->write(QByteArray::fromHex("00000004 3039 0000"                     // type 12345
                                          "0000000c 0034 0001 9c40 63 00000001 78" // attribute 40000, kind 99
                                          "00000004 ff99 0000")); // of the link's own, unknown
    raw.client->write(wire::encode(wire::Message{numbered(1)}).value());
    QTRY_COMPARE(heard.numbers(), QList<qint64>{1});
    QCOMPARE(heard.events.size(), 3);
    QCOMPARE(int(heard.events.at(0).type), 12345);
    QCOMPARE(heard.events.at(1).type, MessageType::EventError);
    QVERIFY(heard.isOpen());
}

void TestWireLink::isNotProtected()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QCOMPARE(link->security(), tlib::LinkSecurity{});
}

void TestWireLink::endsWithAReset()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(serverKnowsClient());
    m_server->dropClients();                         // RST
    QTRY_VERIFY_WITH_TIMEOUT(heard.isClosed(), 100); // R2
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
}

void TestWireLink::closesOnMalformedFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *hex, const QString &cause) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << cause;
    };
    row("a length far over the limit", "ffffffff",
        u"a frame of 4294967295 bytes, allowed are 4 to 1048576"_s);
    row("a length over the limit", "00100001", u"a frame of 1048577 bytes, allowed are 4 to 1048576"_s);
    row("a length under the least", "00000003", u"a frame of 3 bytes, allowed are 4 to 1048576"_s);
    row("an attribute past the frame", "0000000b00340001000203000000ff",
        u"attribute 2: 255 bytes run past the frame"_s);
    row("an int of three bytes", "0000000e 0034 0001 0002 01 00000003 000001",
        u"attribute 2: a number of 3 bytes"_s);
    row("a list that lies", "0000000d 0034 0001 0033 04 00000002 ffff",
        u"attribute 51: key-value list: a pair runs past the list"_s);
}

void TestWireLink::closesOnMalformedFrames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, cause);
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(raw.accept());
    raw.client->write(wire::encode(wire::Message{numbered(1)}).value() + bytes);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.numbers(), QList<qint64>{1}); // what was whole before still counts
    QCOMPARE(heard.reason->kind, core::ErrorKind::Malformed);
    QCOMPARE(heard.reason->text, u"malformed frame: "_s + cause);
    QTRY_COMPARE(raw.client->state(), QAbstractSocket::UnconnectedState);
}

void TestWireLink::usesWhatCameBeforeTheEnd()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(raw.accept());
    QTRY_VERIFY(raw.client->bytesAvailable() > 0); // what nobody has read would make the end a reset
    QByteArray bytes;
    QList<qint64> said;
    for (qint64 number = 1; number <= 20'000; ++number) { // more than any buffer on the way holds at once
        bytes += wire::encode(wire::Message{numbered(number)}).value();
        said.append(number);
    }
    raw.client->write(bytes + bytes.first(5)); // and half a frame, which is dropped
    raw.client->disconnectFromHost();
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.numbers(), said);
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
    QCOMPARE(tlib::LinkLoss(heard.reason->reason), tlib::LinkLoss::Closed);
}

void TestWireLink::decodesOneByteAtATime()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(raw.accept());
    raw.client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray event = wire::encode(wire::Message{numbered(1)}).value();
    for (const char byte : event) {
        QVERIFY(heard.numbers().isEmpty());
        raw.client->write(&byte, 1);
        raw.client->flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(heard.numbers(), QList<qint64>{1});
}

void TestWireLink::givesUpOnAFrameThatDoesNotEnd()
{
    RawServer raw;
    const auto link = makeLink();
    Heard heard(*link);
    link->open(raw.endpoint());
    QTRY_VERIFY(raw.accept());
    const QByteArray event = wire::encode(wire::Message{numbered(1)}).value();
    raw.client->write(event + event.first(9));
    QTRY_COMPARE(heard.numbers().size(), 1);
    settle();
    m_clock.advance(9999ms);
    settle();
    QVERIFY(heard.isOpen());
    m_clock.advance(1ms);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::TimedOut);
}

void TestWireLink::doesNotRegisterTwice()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    const auto sent = link->send(tlib::RegisterClient{});
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, core::ErrorKind::NotAllowed);
}

void TestWireLink::sendsRecordingServicesByTheirNumbers()
{
    wire::WireLink link(m_clock, {.start = 1, .stop = 2, .pause = 4711, .resume = 3});
    Heard heard(link);
    link.open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QVERIFY(link.send(tlib::RecordingService{
        .command = tlib::RecordingCommand::Pause, .dn = tlib::Dn(u"7001"), .call = tlib::ConnId(17)}));
    QTRY_COMPARE(m_requests, 1);
    const auto *service = std::get_if<tlib::PrivateService>(&m_all.last());
    QVERIFY(service);
    QCOMPARE(service->privateMsgId, 4711);
    QCOMPARE(service->call, tlib::ConnId(17));
}

void TestWireLink::handsOnWhatWasSentBeforeClose()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(link->send(tlib::UnregisterAddress{.dn = tlib::Dn(u"7001")}));
    link->close();
    QTRY_COMPARE(m_requests, 1000);
    QTRY_VERIFY(!m_client);
}

TALLY_TEST(TestWireLink)

} // namespace tst_wirelink
#include "tst_wirelink.moc"
