#include "support/faultproxy.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace tst_faultproxy {

using namespace std::chrono_literals;
using support::Direction;
using support::FaultProxy;
using support::Toxics;

/// Each toxic does what it says, and nothing else does.
class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutToxicsEverythingPasses();
    void latency();
    void jitterKeepsTheOrder();
    void bandwidth();
    void slowClose();
    void timeoutStopsAndCloses();
    void timeoutOfZeroNeverCloses();
    void resetPeer();
    void slicer();
    void slicerWithDelay();
    void limitData_data();
    void limitData();
    void limitOfTheOtherDirection();
    void down();
    void downClosesWhatIsThere();
    void oneDirectionDead();
    void severalAtOnce();
    void endIsPassedOn();
    void nobodyBehindIt();

private:
    void connectThrough()
    {
        m_client = std::make_unique<QTcpSocket>();
        m_client->connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy->port());
        QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(m_server.hasPendingConnections());
        m_accepted.reset(m_server.nextPendingConnection());
    }
    static QByteArray text(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = char('a' + i % 26);
        return bytes;
    }
    /// Milliseconds until the client has all of what the server says.
    qint64 timeToHear(const QByteArray &bytes)
    {
        QElapsedTimer timer;
        timer.start();
        m_accepted->write(bytes);
        QByteArray heard;
        const bool all =
            QTest::qWaitFor([&] { return (heard += m_client->readAll()).size() >= bytes.size(); });
        return all && heard == bytes ? timer.elapsed() : -1;
    }

    QTcpServer m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_accepted;
};

// A failed check in a helper must end the test, not the helper alone.
#define RUN(helper)                                                                                          \
    helper;                                                                                                  \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestFaultProxy::init()
{
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    m_proxy = std::make_unique<FaultProxy>(m_server.serverPort());
}

void TestFaultProxy::cleanup()
{
    m_client.reset();
    m_accepted.reset();
    m_proxy.reset();
    m_server.close();
}

void TestFaultProxy::withoutToxicsEverythingPasses()
{
    RUN(connectThrough());
    const QByteArray much = text(3'000'000);
    QVERIFY(timeToHear(much) >= 0);
    m_client->write("asked");
    QByteArray heard;
    QTRY_VERIFY((heard += m_accepted->readAll()).size() >= 5);
    QCOMPARE(heard, QByteArray("asked"));
    QCOMPARE(m_proxy->passed(Direction::ToClient), much.size());
    QCOMPARE(m_proxy->passed(Direction::ToServer), 5);
}

void TestFaultProxy::latency()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.latency = 60ms});
    QVERIFY(timeToHear("late") >= 60);
    m_proxy->heal();
    QVERIFY(timeToHear("soon") >= 0);
}

void TestFaultProxy::jitterKeepsTheOrder()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.latency = 10ms, .jitter = 10ms, .sliceSize = 5});
    QVERIFY(timeToHear(text(300)) >= 0);
}

void TestFaultProxy::bandwidth()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.bandwidth = 20'000});
    const qint64 took = timeToHear(text(2'000)); // a tenth of a second
    QVERIFY2(took >= 90, qPrintable(QString::number(took)));
}

void TestFaultProxy::slowClose()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.slowClose = 60ms});
    QElapsedTimer timer;
    timer.start();
    m_accepted->write("last words");
    m_accepted->disconnectFromHost();
    QTRY_COMPARE(m_client->bytesAvailable(), 10);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(timer.elapsed() >= 60);
}

void TestFaultProxy::timeoutStopsAndCloses()
{
    RUN(connectThrough());
    QSignalSpy cut(m_proxy.get(), &FaultProxy::cut);
    m_proxy->setToxics(Direction::ToClient, {.timeout = 50ms});
    QElapsedTimer timer;
    timer.start();
    m_accepted->write("never heard");
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(timer.elapsed() >= 49);
    QCOMPARE(m_client->bytesAvailable(), 0);
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(cut.size(), 1);
}

void TestFaultProxy::timeoutOfZeroNeverCloses()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.timeout = 0ms});
    m_accepted->write("never heard");
    m_client->write("heard");
    QTRY_COMPARE(m_accepted->bytesAvailable(), 5); // the other direction works
    m_proxy->setToxics(Direction::ToClient, {});
    QVERIFY(timeToHear("heard again") >= 0); // and what was thrown away does not come
    QCOMPARE(m_client->state(), QAbstractSocket::ConnectedState);
}

/// Qt calls a reset and an orderly end the same, so the client is a bare socket here.
void TestFaultProxy::resetPeer()
{
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto closed = qScopeGuard([client] { ::close(client); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_proxy->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QTRY_VERIFY(m_server.hasPendingConnections());
    m_proxy->setToxics(Direction::ToClient, {.resetPeer = 30ms});
    const auto hasEnded = [client] {
        char byte = 0;
        return ::recv(client, &byte, 1, MSG_DONTWAIT) == 0 || errno != EAGAIN;
    };
    QElapsedTimer timer;
    timer.start();
    errno = 0;
    QTRY_VERIFY(hasEnded());
    QCOMPARE(errno, ECONNRESET); // an orderly end leaves none
    QVERIFY(timer.elapsed() >= 25);
    QTRY_COMPARE(m_proxy->connectionCount(), 0);
}

void TestFaultProxy::slicer()
{
    RUN(connectThrough());
    QSignalSpy delivered(m_proxy.get(), &FaultProxy::delivered);
    m_proxy->setToxics(Direction::ToClient, {.sliceSize = 7, .sliceVariation = 3});
    const QByteArray bytes = text(200);
    QVERIFY(timeToHear(bytes) >= 0);
    QByteArray together;
    QSet<qsizetype> sizes;
    for (const auto &signal : delivered) {
        const QByteArray piece = signal.at(2).toByteArray();
        QVERIFY(piece.size() <= 7);
        sizes.insert(piece.size());
        together += piece;
    }
    QCOMPARE(together, bytes);
    QVERIFY(sizes.size() > 1);
}

void TestFaultProxy::slicerWithDelay()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.sliceSize = 1, .sliceDelay = 5ms});
    QVERIFY(timeToHear(text(11)) >= 50);
}

void TestFaultProxy::limitData_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("nothing at all") << 0;
    QTest::newRow("one byte") << 1;
    QTest::newRow("within the second message") << 15;
    QTest::newRow("exactly between two messages") << 10;
}

void TestFaultProxy::limitData()
{
    QFETCH(int, limit);
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.limitData = limit});
    m_accepted->write(text(10));
    m_accepted->flush();
    m_accepted->write(text(10));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->readAll(), (text(10) + text(10)).first(limit));
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
}

void TestFaultProxy::limitOfTheOtherDirection()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToServer, {.limitData = 3});
    QVERIFY(timeToHear(text(100)) >= 0);
    m_client->write("four");
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_accepted->readAll(), QByteArray("fou"));
}

void TestFaultProxy::down()
{
    m_proxy->setDown(true);
    QTcpSocket refused;
    QSignalSpy errors(&refused, &QTcpSocket::errorOccurred);
    refused.connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy->port());
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    m_proxy->setDown(false);
    RUN(connectThrough());
    QVERIFY(timeToHear("back") >= 0);
}

void TestFaultProxy::downClosesWhatIsThere()
{
    RUN(connectThrough());
    m_proxy->setDown(true);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_proxy->connectionCount(), 0);
}

void TestFaultProxy::oneDirectionDead()
{
    RUN(connectThrough());
    m_proxy->setToxics(Direction::ToClient, {.isDead = true});
    m_accepted->write("kept back");
    m_client->write("heard");
    QTRY_COMPARE(m_accepted->bytesAvailable(), 5);
    QCOMPARE(m_proxy->passed(Direction::ToClient), 0);
    m_accepted->disconnectFromHost(); // of which nobody is told
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    m_proxy->heal();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->readAll(), QByteArray("kept back"));
}

void TestFaultProxy::severalAtOnce()
{
    RUN(connectThrough());
    QSignalSpy delivered(m_proxy.get(), &FaultProxy::delivered);
    m_proxy->setToxics(Direction::ToClient, {.latency = 30ms, .sliceSize = 4, .limitData = 10});
    QElapsedTimer timer;
    timer.start();
    m_accepted->write(text(20));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(timer.elapsed() >= 30);
    QCOMPARE(m_client->readAll(), text(10));
    QCOMPARE(delivered.size(), 3);
}

void TestFaultProxy::endIsPassedOn()
{
    RUN(connectThrough());
    QSignalSpy cut(m_proxy.get(), &FaultProxy::cut);
    m_client->disconnectFromHost();
    QTRY_COMPARE(m_accepted->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_proxy->connectionCount(), 0);
    QVERIFY(cut.isEmpty()); // it was none of its doing
}

void TestFaultProxy::nobodyBehindIt()
{
    m_server.close();
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy->port());
    QTRY_COMPARE(m_proxy->connectionsMade(), 1);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

TALLY_TEST(TestFaultProxy)

} // namespace tst_faultproxy

#include "tst_faultproxy.moc"
