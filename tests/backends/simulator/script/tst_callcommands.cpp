#include "backends/simulator/script/commanddesk.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QtTest>

namespace tst_callcommands {

using namespace Qt::StringLiterals;
using namespace simulatortest;

class TestCallCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsACall();
    void findsThePartyThatIsMeant();
    void routesACall();
    void consultsAndCompletes();
    void confers();
    void transfersInOneStep();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestCallCommands::playsACall()
{
    CommandDesk d;
    const auto client = d.client({third});
    const QString call =
        d.run(R"({"do":"call","from":"+4930","to":"7003","userData":[["A","1"],["N",[["x",5]]]]})")
            .value(u"connId"_s)
            .toString();
    QCOMPARE(call.size(), 16);
    QCOMPARE(d.find(call)->userData.find("N")->toList().find("x")->toInt(), 5);
    QVERIFY(d.does(R"({"do":"answer","dn":"7003","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"hold","dn":"7003","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"retrieve","dn":"7003","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"release","dn":"7003","connId":"@"})", call));
    QCOMPARE(d.story(client), u"Ringing 7003, Established 7003, Held 7003, Retrieved 7003, Released 7003"_s);
    QCOMPARE(d.run(R"({"do":"release","connId":")" + call.toLatin1() + R"("})").value(u"ok"_s).toBool(true),
             false);
}

void TestCallCommands::findsThePartyThatIsMeant()
{
    CommandDesk d;
    const auto client = d.client({third});
    const QString call = d.call("+4930", "7003");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"hold","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"retrieve","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"release","connId":"@"})", call));
    d.take(client);
    const QString inside = d.call("7002", "7003");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", inside));
    const QString error =
        d.run(R"({"do":"hold","connId":")" + inside.toLatin1() + R"("})").value(u"error"_s).toString();
    QVERIFY2(error.contains(u"\"dn\" is missing"_s), qPrintable(error));
}

void TestCallCommands::routesACall()
{
    CommandDesk d;
    const auto client = d.client({third});
    const QString call = d.call("+4930", "8000");
    QVERIFY(d.does(R"({"do":"route","connId":"@","to":"7003"})", call));
    QCOMPARE(d.story(client), u"Ringing 7003"_s);
}

void TestCallCommands::consultsAndCompletes()
{
    CommandDesk d;
    const QString first = d.call("+4930", "7002");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", first));
    const QByteArray consult = R"({"do":"consult","to":"7003","connId":")" + first.toLatin1() + R"("})";
    const QString consultation = d.run(consult).value(u"connId"_s).toString();
    QCOMPARE(d.find(consultation)->consultation->firstCall.toString(), first);
    QCOMPARE(d.find(consultation)->consultation->purpose, simulator::ConsultFor::Transfer);
    const QJsonArray calls = d.run(R"({"do":"state"})").value(u"calls"_s).toArray();
    QCOMPARE(calls.last().toObject().value(u"type"_s).toString(), u"consult"_s);
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", consultation));
    QVERIFY(d.does(R"({"do":"complete","connId":"@"})", first));
    QVERIFY(!d.find(consultation));
    QVERIFY(d.find(first)->party(third) && !d.find(first)->party(second));
    const QString error =
        d.run(R"({"do":"complete","connId":")" + first.toLatin1() + R"("})").value(u"error"_s).toString();
    QCOMPARE(error, u"There is no consultation about the call %1"_s.arg(first));
}

void TestCallCommands::confers()
{
    CommandDesk d;
    const QString first = d.call("7001", "7002");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", first));
    const QByteArray consult = R"({"do":"consult","dn":"7002","to":"7003","for":"conference","connId":")" +
                               first.toLatin1() + R"("})";
    const QString consultation = d.run(consult).value(u"connId"_s).toString();
    QCOMPARE(d.find(consultation)->consultation->purpose, simulator::ConsultFor::Conference);
    const QByteArray foreign = R"({"do":"conference","dn":"7001","connId":")" + first.toLatin1() + R"("})";
    QCOMPARE(d.run(foreign).value(u"ok"_s), QJsonValue(false));
    QVERIFY(d.does(R"({"do":"conference","dn":"7002","connId":"@"})", first));
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", first));
    const QJsonObject parties = d.run(R"({"do":"state"})")
                                    .value(u"calls"_s)
                                    .toArray()
                                    .first()
                                    .toObject()
                                    .value(u"parties"_s)
                                    .toObject();
    QCOMPARE(parties,
             (QJsonObject{{u"7001"_s, u"talking"_s}, {u"7002"_s, u"talking"_s}, {u"7003"_s, u"talking"_s}}));
    QVERIFY(d.does(R"({"do":"release","dn":"7003","connId":"@"})", first)); // the third party
    QCOMPARE(d.find(first)->parties.size(), size_t(2));
    QVERIFY(d.does(R"({"do":"release","connId":"@"})", first));
    QVERIFY(!d.find(first));
}

void TestCallCommands::transfersInOneStep()
{
    CommandDesk d;
    const QString call = d.call("+4930", "7002");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", call));
    QVERIFY(d.does(R"({"do":"transfer","to":"8000","connId":"@"})", call));
    QCOMPARE(d.find(call)->party(routingPoint)->state, tlib::PartyState::Queued);
    QVERIFY(d.does(R"({"do":"release","connId":"@"})", call)); // who waits for a route cannot hang up
    QVERIFY(!d.find(call));
}

void TestCallCommands::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *line, const QString &words) {
        QTest::newRow(name) << QByteArray(line) << words;
    };
    row("a call that is not there", R"({"do":"answer","connId":"ff"})",
        u"No call has the ConnID 00000000000000ff"_s);
    row("a DN that is not configured", R"({"do":"call","from":"+4930","to":"7999"})", u"7999 is neither"_s);
    row("a call to a trunk", R"({"do":"call","from":"+4930","to":"T1"})", u"T1"_s);
    row("a call from a trunk", R"({"do":"call","from":"T1","to":"7003"})", u"T1 cannot make calls"_s);
    row("completing a call that is not there", R"({"do":"complete","connId":"ff"})", u"No call has"_s);
}

void TestCallCommands::saysWhatIsWrong()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, words);
    CommandDesk d;
    const QJsonObject answer = d.run(line);
    QCOMPARE(answer.value(u"ok"_s), QJsonValue(false));
    QCOMPARE(answer.size(), 2);
    const QString error = answer.value(u"error"_s).toString();
    QVERIFY2(error.contains(words), qPrintable(error));
}

TALLY_TEST(TestCallCommands)

} // namespace tst_callcommands
#include "tst_callcommands.moc"
