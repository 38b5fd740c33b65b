#include "automation/jsonrpc.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_jsonrpc {

using namespace Qt::StringLiterals;
using namespace automation;

class TestJsonRpc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badRequestsGetTheirAnswer_data();
    void badRequestsGetTheirAnswer();
    void requestComesBack();
    void answerComesBack();
    void onlyMessagesAreMessages();
};

void TestJsonRpc::badRequestsGetTheirAnswer_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QJsonValue>("id");
    const QJsonValue none(QJsonValue::Null);
    QTest::newRow("no JSON") << QByteArray("hello") << -32700 << none;
    QTest::newRow("half an object") << QByteArray(R"({"jsonrpc":"2.0")") << -32700 << none;
    QTest::newRow("bytes that are not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << -32700 << none;
    QTest::newRow("a NUL byte") << QByteArray("{\0}", 3) << -32700 << none;
    QTest::newRow("lists nested 30000 deep") << QByteArray(30000, '[') << -32700 << none;
    QTest::newRow("a number") << QByteArray("[7]") << -32600 << none;
    QTest::newRow("a batch") << QByteArray(R"([{"jsonrpc":"2.0","id":1,"method":"state"}])") << -32600
                             << none;
    QTest::newRow("no version") << QByteArray(R"({"id":1,"method":"state"})") << -32600 << QJsonValue(1);
    QTest::newRow("another version") << QByteArray(R"({"jsonrpc":"1.0","id":1,"method":"state"})") << -32600
                                     << QJsonValue(1);
    QTest::newRow("an id that is an object")
        << QByteArray(R"({"jsonrpc":"2.0","id":{},"method":"state"})") << -32600 << none;
    QTest::newRow("no method") << QByteArray(R"({"jsonrpc":"2.0","id":"a"})") << -32600 << QJsonValue(u"a"_s);
    QTest::newRow("a method that is a number")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":7})") << -32600 << QJsonValue(1);
    QTest::newRow("params as a list")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"state","params":[1]})") << -32602 << QJsonValue(1);
}

void TestJsonRpc::badRequestsGetTheirAnswer()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    QFETCH(QJsonValue, id);
    const auto request = requestFrom(line);
    const auto *answer = std::get_if<RpcAnswer>(&request);
    QVERIFY(answer);
    QVERIFY(answer->error);
    QCOMPARE(int(answer->error->code), code);
    QVERIFY(!answer->error->message.isEmpty());
    QCOMPARE(answer->id, id);
}

void TestJsonRpc::requestComesBack()
{
    const QByteArray line =
        toLine(RpcRequest{.id = 7, .method = u"pause"_s, .params = {{u"call"_s, u"006c029a6685d004"_s}}});
    QCOMPARE(line.count('\n'), 1);
    const auto request = requestFrom(line.chopped(1));
    const auto *read = std::get_if<RpcRequest>(&request);
    QVERIFY(read);
    QCOMPARE(read->id, QJsonValue(7));
    QCOMPARE(read->method, u"pause"_s);
    QCOMPARE(read->params, (QJsonObject{{u"call"_s, u"006c029a6685d004"_s}}));
}

void TestJsonRpc::answerComesBack()
{
    const auto done = messageFrom(toLine(RpcAnswer{.id = 7, .result = {{u"a"_s, 1}}}));
    QVERIFY(done);
    QCOMPARE(std::get<RpcAnswer>(*done).result, (QJsonObject{{u"a"_s, 1}}));
    QVERIFY(!std::get<RpcAnswer>(*done).error);

    const auto failed =
        messageFrom(toLine(RpcAnswer{.id = 7, .error = RpcError{RpcCode::TimedOut, u"line\nbreak"_s}}));
    QVERIFY(failed);
    QCOMPARE(std::get<RpcAnswer>(*failed).error->code, RpcCode::TimedOut);
    QCOMPARE(std::get<RpcAnswer>(*failed).error->message, u"line\nbreak"_s);
}

void TestJsonRpc::onlyMessagesAreMessages()
{
    QVERIFY(!messageFrom("nonsense"));
    QVERIFY(!messageFrom("{}"));
    QVERIFY(!messageFrom(R"({"jsonrpc":"2.0","id":1,"result":7})"));
}

TALLY_TEST(TestJsonRpc)

} // namespace tst_jsonrpc

#include "tst_jsonrpc.moc"
