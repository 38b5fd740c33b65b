#include "automation/client.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_client {

using namespace Qt::StringLiterals;

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheStateOfALargeFloor();
};

/// Requests are short, and the server closes on a long one; the state of 10,000 calls has megabytes.
void TestClient::takesTheStateOfALargeFloor()
{
    const QString state(5'000'000, u'x');
    QTemporaryDir folder;
    QLocalServer server;
    QVERIFY(server.listen(folder.filePath(u"socket"_s)));
    connect(&server, &QLocalServer::newConnection, this, [&] {
        server.nextPendingConnection()->write(
            automation::toLine(automation::RpcAnswer{.id = 1, .result = QJsonObject{{u"text"_s, state}}}));
    });
    automation::Client client;
    QString heard;
    connect(&client, &automation::Client::answered, this,
            [&heard](const automation::RpcAnswer &answer) { heard = answer.result["text"_L1].toString(); });
    client.ask(server.fullServerName(), u"state"_s);
    QTRY_COMPARE(heard.size(), state.size());
}

TALLY_TEST(TestClient)

} // namespace tst_client

#include "tst_client.moc"
