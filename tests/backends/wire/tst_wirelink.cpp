#include "backends/wire/codec.h"
#include "backends/wire/serverport.h"
#include "backends/wire/wirelink.h"
#include "support/linkcontract.h"
#include "support/manualclock.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

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
        return {.host = u"127.0.0.1"_s, .port = m_port, .applicationName = u"contract"_s};
    }
    void serverSays(const tlib::Event &event) override { m_server->send(m_client.value(), event); }
    void serverGoesAway() override { m_server->dropClients(); }
    int requestsSeen() override { return m_requests; }
    bool serverKnowsClient() override { return m_client.has_value(); }
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
    void givesUpOnAServerThatNeverAnswers();
    void namesAHostThatIsNotKnown();
    void refusesTlsInsteadOfFallingBack();
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
}

void TestWireLink::namesAHostThatIsNotKnown()
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open({.host = u"no-such-host.invalid"_s, .port = 7000});
    QTRY_VERIFY_WITH_TIMEOUT(heard.isClosed(), 20000);
    QCOMPARE(heard.reason->kind, core::ErrorKind::Unreachable);
    QVERIFY(heard.reason->text.contains(u"no-such-host.invalid"));
}

void TestWireLink::refusesTlsInsteadOfFallingBack()
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    tlib::Endpoint to = endpoint();
    to.secure = true;
    link.open(to);
    QCOMPARE(heard.total, 0);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.states, (QList{LinkState::Opening, LinkState::Closed}));
    QCOMPARE(heard.reason->kind, core::ErrorKind::InvalidInput);
    QVERIFY(heard.reason->text.startsWith(u"TLS is not built in yet"));
    settle();
    QVERIFY(m_all.isEmpty()); // not a byte went out
}

void TestWireLink::closesOnMalformedFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *hex, const QString &cause) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << cause;
    };
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

QTEST_GUILESS_MAIN(TestWireLink)
#include "tst_wirelink.moc"
