#include "backends/simulator/script/commanddesk.h"
#include "backends/simulator/script/commandforms.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace tst_commands {

using namespace Qt::StringLiterals;
using namespace simulatortest;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsCarriedOut();
    void movesTheRecorder();
    void preparesAnswers();
    void changesUserData();
    void cutsLinks();
    void configuresRecording();
    void movesAnAgent();
    void makesAnExtensionBusy();
    void tellsTheTruth();
    void tellsEveryRecordingOfACall();
    void storms();
    void stopsStormingWithoutCalls();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

namespace {

/// A value that the field takes.
QJsonValue anyValueFor(const simulator::JsonField &field)
{
    switch (field.kind) {
    case simulator::JsonFieldKind::Text: return u"7003"_s;
    case simulator::JsonFieldKind::Word: return field.words.first();
    case simulator::JsonFieldKind::Number: return field.minimum;
    case simulator::JsonFieldKind::Seconds: return 0;
    case simulator::JsonFieldKind::Flag: return true;
    case simulator::JsonFieldKind::ConnId: return u"ff"_s;
    case simulator::JsonFieldKind::Pairs:
    case simulator::JsonFieldKind::Array: return QJsonArray();
    case simulator::JsonFieldKind::Object: return QJsonObject();
    }
    Q_UNREACHABLE();
}

} // namespace

void TestCommands::everyFormIsCarriedOut()
{
    for (const simulator::CommandForm &form : simulator::commandForms()) {
        CommandDesk d;
        QJsonObject command{{u"do"_s, form.name}};
        for (const simulator::JsonField &field : form.fields)
            command.insert(field.name, anyValueFor(field));
        QVERIFY2(simulator::checkCommand(command, form.name), qPrintable(form.name));
        const auto done = d.commands.carryOut(command); // or the switch says no; nothing is thrown
        QVERIFY2(done || !done.error().text.isEmpty(), qPrintable(form.name));
    }
}

void TestCommands::movesTheRecorder()
{
    CommandDesk d;
    const QString call = d.call("+4930", "7003");
    const auto word = [&] { return d.find(call)->userData.text("GSIP_RECORD"); };
    QVERIFY(d.does(R"({"do":"recorder","connId":"@","state":"on"})", call));
    QCOMPARE(word(), u"ON"_s);
    QVERIFY(d.does(R"({"do":"recorder","connId":"@","state":"paused","from":"on"})", call));
    QCOMPARE(word(), u"PAUSED"_s);
    const auto answer =
        d.run(R"({"do":"recorder","state":"off","from":"on","connId":")" + call.toLatin1() + R"("})");
    QCOMPARE(answer.value(u"error"_s).toString(), u"The recording is paused, not on"_s);
    const auto client = d.client({third});
    QVERIFY(d.does(R"({"do":"recorder","connId":"@","state":"off","silent":true})", call));
    QCOMPARE(word(), u"OFF"_s);
    QCOMPARE(d.story(client), QString());
}

void TestCommands::preparesAnswers()
{
    CommandDesk d;
    const auto client = d.client({third});
    const tlib::ConnId call = d.talk(second, third);
    d.take(client);
    QVERIFY(d.does(R"({"do":"refuse","service":"start","code":59,"text":"no","times":1})"));
    d.ask(client, tlib::RecordingService{.dn = third, .call = call});
    QCOMPARE(d.story(client), u"Error 59 7003 #"_s);
    QVERIFY(d.does(R"({"do":"mute-acks","times":1})"));
    d.ask(client, tlib::RecordingService{.dn = third, .call = call});
    QCOMPARE(d.story(client), QString());
    d.ask(client, tlib::RecordingService{.dn = third, .call = call});
    QCOMPARE(d.story(client), u"ACK #"_s);
}

void TestCommands::changesUserData()
{
    CommandDesk d;
    const auto client = d.client({third});
    const QString call = d.call("+4930", "7003");
    d.take(client);
    QVERIFY(d.does(R"({"do":"user-data","connId":"@","set":[["A","1"],["B",2]]})", call));
    QCOMPARE(d.takeOnly(client).userData.count(), 2);
    QVERIFY(d.does(R"({"do":"user-data","connId":"@","add":[["B","two"],["C","3"]]})", call));
    const tlib::KvList whole = d.takeOnly(client).userData;
    QCOMPARE(whole.count(), 3);
    QCOMPARE(whole.text("B"), u"two"_s);
}

void TestCommands::cutsLinks()
{
    CommandDesk d;
    const auto client = d.client({third});
    QVERIFY(d.does(R"({"do":"switch-link","up":false})"));
    QVERIFY(d.does(R"({"do":"switch-link","up":true})"));
    QCOMPARE(d.story(client), u"LinkDisconnected 54, LinkConnected"_s);
    QVERIFY(d.does(R"({"do":"drop-clients"})"));
    QCOMPARE(d.drops, 1);
}

void TestCommands::configuresRecording()
{
    CommandDesk d;
    QVERIFY(d.does(R"({"do":"configure","dn":"7003","record":true})"));
    const tlib::ConnId call = d.talk(customer, third);
    d.letRecorderWork();
    QCOMPARE(d.sw.book().find(call)->userData.text("GSIP_RECORD"), u"ON"_s);
    QVERIFY(d.does(R"({"do":"configure","dn":"7003","record":false})"));
    d.letRecorderWork(); // what runs, runs on
    QCOMPARE(d.sw.book().find(call)->userData.text("GSIP_RECORD"), u"ON"_s);
    QVERIFY(d.does(R"({"do":"configure","dn":"8000","record":true})"));
    QVERIFY(d.sw.directory().isRecorded(routingPoint));
    QVERIFY(d.does(R"({"do":"configure","dn":"T1","record":true})"));
    QVERIFY(d.sw.directory().isRecorded(customer));
}

void TestCommands::movesAnAgent()
{
    CommandDesk d;
    const tlib::Dn agent(u"7001"_s);
    const auto status = [&] { return d.sw.agents().statusOf(agent); };
    QVERIFY(d.does(R"({"do":"agent","dn":"7001","state":"ready"})")); // logs in on the way
    QCOMPARE(status(), tlib::AgentStatus::Ready);
    QVERIFY(d.does(R"({"do":"agent","dn":"7001","state":"not-ready"})"));
    QCOMPARE(status(), tlib::AgentStatus::NotReady);
    QVERIFY(!d.does(R"({"do":"agent","dn":"7001","from":"logged-out","state":"ready"})"));
    QCOMPARE(status(), tlib::AgentStatus::NotReady);
    QVERIFY(d.does(R"({"do":"agent","dn":"7001","state":"logged-out"})"));
    QCOMPARE(status(), tlib::AgentStatus::LoggedOut);
    QVERIFY(!d.does(R"({"do":"agent","dn":"8000","state":"ready"})")); // nobody sits at a routing point
}

void TestCommands::makesAnExtensionBusy()
{
    CommandDesk d;
    QVERIFY(d.does(R"({"do":"configure","dn":"7003","busy":true})"));
    QVERIFY(!d.find(d.call("+4930", "7003")));
    QVERIFY(d.does(R"({"do":"configure","dn":"7003","busy":false,"record":true})"));
    QVERIFY(d.find(d.call("+4930", "7003")));
    QVERIFY(d.sw.directory().isRecorded(third));
}

void TestCommands::tellsTheTruth()
{
    CommandDesk d;
    const auto client = d.client({third, agent});
    d.ask(client, tlib::AgentLogin{.dn = agent});
    const QString call = d.call("+4930", "7003");
    QVERIFY(d.does(R"({"do":"answer","connId":"@"})", call));
    tlib::KvList params;
    params.append("a", u"b");
    tlib::KvList extensions;
    extensions.append("Params", params);
    d.ask(client, tlib::RecordingService{
                      .dn = third, .call = *tlib::ConnId::fromString(call), .extensions = extensions});
    d.letRecorderWork();
    const QJsonObject state = d.run(R"({"do":"state"})");
    QVERIFY(state.value(u"ok"_s).toBool());
    const QJsonObject shown = state.value(u"calls"_s).toArray().at(0).toObject();
    QCOMPARE(shown.value(u"connId"_s).toString(), call);
    QCOMPARE(shown.value(u"type"_s).toString(), u"inbound"_s);
    QCOMPARE(shown.value(u"parties"_s).toObject(),
             (QJsonObject{{u"+4930"_s, u"talking"_s}, {u"7003"_s, u"talking"_s}}));
    QCOMPARE(shown.value(u"recording"_s).toString(), u"on"_s);
    QCOMPARE(shown.value(u"file"_s).toString(), d.find(call)->userData.text("GSIP_REC_FN"));
    QCOMPARE(state.value(u"clients"_s).toArray().at(0).toObject().value(u"dns"_s).toArray(),
             (QJsonArray{u"7001"_s, u"7003"_s}));
    QCOMPARE(state.value(u"agents"_s).toArray().at(0).toObject().value(u"state"_s).toString(),
             u"not-ready"_s);
    const QJsonObject service = state.value(u"lastService"_s).toObject();
    QCOMPARE(service.value(u"service"_s).toString(), u"start"_s);
    QCOMPARE(QJsonDocument(service.value(u"extensions"_s).toArray()).toJson(QJsonDocument::Compact),
             QByteArray(R"([["Params",[["a","b"]]]])"));
}

void TestCommands::tellsEveryRecordingOfACall()
{
    CommandDesk d;
    const auto client = d.client({third, second});
    const tlib::ConnId call = d.talk(customer, third);
    tlib::KvList params, extensions, reasons;
    params.append("case", u"17");
    extensions.append("Id", u"case-17");
    extensions.append("Dest", u"sip:a");
    extensions.append("Dest2", u"sip:b");
    extensions.append("Params", params);
    reasons.append("why", u"asked");
    d.ask(client,
          tlib::RecordingService{.dn = second, .call = call, .extensions = extensions, .reasons = reasons});
    d.clock.advance(recorderDelay + core::Duration(3000));
    d.ask(client,
          tlib::RecordingService{.command = tlib::RecordingCommand::Pause, .dn = third, .call = call});
    d.clock.advance(recorderDelay + core::Duration(500));
    d.ask(client, tlib::RecordingService{.command = tlib::RecordingCommand::Stop, .dn = third, .call = call});
    d.letRecorderWork();
    d.ask(client, tlib::RecordingService{.dn = third, .call = call});
    d.letRecorderWork();
    const QJsonObject shown = d.run(R"({"do":"state"})").value(u"calls"_s).toArray().at(0).toObject();
    const QJsonArray recordings = shown.value(u"recordings"_s).toArray();
    QCOMPARE(recordings.size(), 2);
    const qint64 recorded = 3000 + recorderDelay.count(), silence = 500 + recorderDelay.count();
    QJsonObject first = recordings.at(0).toObject();
    QVERIFY(!first.take(u"file"_s).toString().isEmpty());
    const auto copy = [&](const QString &uri) {
        return QJsonObject{{u"uri"_s, uri}, {u"recordedMs"_s, recorded}, {u"silenceMs"_s, silence}};
    };
    QCOMPARE(first, (QJsonObject{{u"state"_s, u"off"_s},
                                 {u"id"_s, u"case-17"_s},
                                 {u"dn"_s, u"7003"_s},
                                 {u"recordedMs"_s, recorded},
                                 {u"silenceMs"_s, silence},
                                 {u"destinations"_s, QJsonArray{copy(u"sip:a"_s), copy(u"sip:b"_s)}},
                                 {u"params"_s, QJsonArray{QJsonArray{u"case"_s, u"17"_s}}},
                                 {u"reasons"_s, QJsonArray{QJsonArray{u"why"_s, u"asked"_s}}}}));
    QCOMPARE(recordings.at(1).toObject().value(u"state"_s).toString(), u"on"_s);
    QCOMPARE(recordings.at(1).toObject().value(u"file"_s), shown.value(u"file"_s));
}

void TestCommands::storms()
{
    CommandDesk d;
    const tlib::ConnId call = d.talk(second, third);
    d.talk(customer, agent);
    const auto client = d.client({third, agent});
    d.letRecorderWork();
    d.take(client);
    QVERIFY(d.does(R"({"do":"storm","events":1000,"perSecond":500})"));
    d.clock.advance(core::Duration(1000));
    QCOMPARE(d.take(client).size(), 500);
    d.clock.advance(core::Duration(5000));
    QCOMPARE(d.take(client).size(), 500);
    QVERIFY(!d.clock.hasAlarms());
    QCOMPARE(d.sw.book().find(call)->userData.find("Storm")->toInt().value_or(0) >= 999, true);
}

void TestCommands::stopsStormingWithoutCalls()
{
    CommandDesk d;
    const QString error = d.run(R"({"do":"storm","events":10,"perSecond":10})").value(u"error"_s).toString();
    QVERIFY2(error.contains(u"no call"_s), qPrintable(error));
    const tlib::ConnId call = d.talk(second, third);
    QVERIFY(d.does(R"({"do":"storm","events":1000,"perSecond":10})"));
    (void)d.sw.calls().release(second, call);
    d.clock.advance(core::Duration(1000));
    QVERIFY(!d.clock.hasAlarms());
}

void TestCommands::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *line, const QString &words) {
        QTest::newRow(name) << QByteArray(line) << words;
    };
    row("no JSON", "answer it", u"not JSON"_s);
    row("no object", "[1]", u"one JSON object"_s);
    row("a verb that needs a second server", R"({"do":"switch-over"})", u"no other server"_s);
    row("a recorder on a call that is not there", R"({"do":"recorder","connId":"ff","state":"on"})",
        u"No call has"_s);
    row("a refusal without a code", R"({"do":"refuse","service":"stop"})", u"\"code\" is missing"_s);
    row("recording on a queue", R"({"do":"configure","dn":"5000","record":true})",
        u"5000 is no extension, trunk or routing point of this switch"_s);
    row("recording on a DN that is not there", R"({"do":"configure","dn":"7999","record":true})",
        u"7999 is no extension"_s);
    row("nothing to configure", R"({"do":"configure","dn":"7003"})", u"\"record\" or \"busy\" is missing"_s);
    row("a busy queue", R"({"do":"configure","dn":"5000","busy":true})", u"5000 is no extension"_s);
    row("user data neither set nor added", R"({"do":"user-data","connId":"ff"})", u"either \"set\""_s);
}

void TestCommands::saysWhatIsWrong()
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

TALLY_TEST(TestCommands)

} // namespace tst_commands
#include "tst_commands.moc"
