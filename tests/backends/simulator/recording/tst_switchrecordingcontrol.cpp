#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_switchrecordingcontrol {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::MessageType;
using tlib::RecordingCommand;

class TestSwitchRecordingControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgesFirstAndTellsTheStateLater();
    void goesThroughAllStates();
    void tellsEveryPartysClients();
    void recordsByConfigurationFromTheAnswer();
    void letsAnybodyControlAnyRecording_data();
    void letsAnybodyControlAnyRecording();
    void takesParamsAndReasons_data();
    void takesParamsAndReasons();
    void tellsInTheSitesWords();
    void tellsTheFileAloneInLegacyMode();
    void takesTypedServicesToo();
    void namesTheStateInARefusal_data();
    void namesTheStateInARefusal();
    void judgesByWhatWasOrdered();
    void refusesStrangeOrders_data();
    void refusesStrangeOrders();
    void refusesAsPrepared();
    void leavesRequestsUnanswered();
    void changesByItself();
    void endsWithTheCall();
    void failsAsConfigured();

private:
    static tlib::Request service(int number, const tlib::Dn &dn, tlib::ConnId call)
    {
        return tlib::PrivateService{.privateMsgId = number, .dn = dn, .call = call};
    }
    static tlib::Request start(const tlib::Dn &dn, tlib::ConnId call) { return service(3013, dn, call); }
    static tlib::Request stop(const tlib::Dn &dn, tlib::ConnId call) { return service(3014, dn, call); }
    static tlib::Request pause(const tlib::Dn &dn, tlib::ConnId call) { return service(3015, dn, call); }
    static tlib::Request resume(const tlib::Dn &dn, tlib::ConnId call) { return service(3016, dn, call); }
};

void TestSwitchRecordingControl::acknowledgesFirstAndTellsTheStateLater()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    const auto reference = c.ask(client, start(third, call));
    const tlib::Event ack = c.takeOnly(client);
    QCOMPARE(ack.type, MessageType::EventAck);
    QCOMPARE(ack.referenceId, reference);
    QCOMPARE(ack.userEvent, MessageType::PrivateService);
    QVERIFY(ack.connId.isNull());
    QVERIFY(ack.thisDn.isEmpty());
    c.clock.advance(recorderDelay - core::Duration(1));
    QCOMPARE(c.story(client), QString());
    c.clock.advance(core::Duration(1));
    const tlib::Event state = c.takeOnly(client);
    QCOMPARE(state.type, MessageType::EventAttachedDataChanged);
    QCOMPARE(state.connId, call);
    QVERIFY(state.referenceId.isNull());
    QCOMPARE(state.userData.text("GSIP_RECORD"), u"ON"_s);
    QVERIFY(!state.userData.text("GSIP_REC_FN").isEmpty());
}

void TestSwitchRecordingControl::goesThroughAllStates()
{
    Conversation c;
    tlib::KvList data;
    data.append("Customer", u"Ada");
    const tlib::ConnId call = *c.sw.calls().make(second, third, data);
    (void)c.sw.calls().answer(third, call);
    const auto client = c.client({third});
    QStringList words, files;
    for (const auto &request : {start(third, call), pause(third, call), resume(third, call),
                                pause(third, call), stop(third, call), start(third, call)}) {
        c.ask(client, request);
        c.letRecorderWork();
        const tlib::KvList userData = c.take(client).last().userData;
        QCOMPARE(userData.text("Customer"), u"Ada"_s);
        words.append(userData.text("GSIP_RECORD"));
        files.append(userData.text("GSIP_REC_FN"));
    }
    QCOMPARE(words, (QStringList{u"ON"_s, u"PAUSED"_s, u"ON"_s, u"PAUSED"_s, u"OFF"_s, u"ON"_s}));
    QCOMPARE(files.count(files.first()), 5); // the name stays after OFF
    QVERIFY(files.last() != files.first());  // a second recording is a second file
}

void TestSwitchRecordingControl::tellsEveryPartysClients()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto boss = c.client({supervisor}), caller = c.client({second}), both = c.client({second, third});
    c.ask(boss, start(supervisor, call));
    QCOMPARE(c.story(boss), u"ACK #"_s);
    c.letRecorderWork();
    QCOMPARE(c.story(boss), QString()); // no party: no state
    QCOMPARE(c.story(caller), u"AttachedDataChanged 7002"_s);
    QCOMPARE(c.story(both), u"AttachedDataChanged 7002, AttachedDataChanged 7003"_s);
}

void TestSwitchRecordingControl::recordsByConfigurationFromTheAnswer()
{
    Conversation c;
    const auto client = c.client({agent});
    const tlib::ConnId call = *c.sw.calls().make(customer, agent, {});
    c.letRecorderWork();
    QCOMPARE(c.story(client), u"Ringing 7001"_s);
    (void)c.sw.calls().answer(agent, call);
    c.letRecorderWork();
    const QList<tlib::Event> events = c.take(client);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.last().userData.text("GSIP_RECORD"), u"ON"_s);
    QVERIFY(events.last().userData.text("GSIP_REC_FN").contains(u"_7001_+493055501_"_s));

    c.sw.directory().setRecord(agent, false);
    const tlib::ConnId next = c.talk(customer, agent);
    c.letRecorderWork();
    QVERIFY(!c.sw.book().find(next)->userData.find("GSIP_RECORD"));
}

void TestSwitchRecordingControl::letsAnybodyControlAnyRecording_data()
{
    QTest::addColumn<QString>("began");
    QTest::addColumn<tlib::Dn>("who");
    for (const auto &began : {u"by configuration"_s, u"by route"_s, u"by request"_s, u"by itself"_s}) {
        QTest::addRow("a recording that began %s, by the agent", qPrintable(began)) << began << agent;
        QTest::addRow("a recording that began %s, by the supervisor", qPrintable(began))
            << began << supervisor;
        QTest::addRow("a recording that began %s, by a third client", qPrintable(began)) << began << third;
    }
}

void TestSwitchRecordingControl::letsAnybodyControlAnyRecording()
{
    QFETCH(QString, began);
    QFETCH(tlib::Dn, who);
    Conversation c;
    const auto client = c.client({who}), router = c.client({routingPoint, second});
    if (began != u"by configuration")
        QVERIFY(c.sw.directory().setRecord(agent, false));
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    tlib::RouteCall route{.routingPoint = routingPoint, .call = call, .destination = agent};
    if (began == u"by route")
        route.extensions = pairs({{"record", u"source"}});
    c.ask(router, route);
    QVERIFY(c.sw.calls().answer(agent, call));
    if (began == u"by request")
        c.ask(router, start(second, call));
    if (began == u"by itself")
        QVERIFY(c.sw.recording().changeByItself(call, simulator::RecorderState::On, false));
    c.letRecorderWork();
    const QString file = c.sw.recording().recordingOf(call).file;
    QVERIFY(!file.isEmpty());
    QStringList words;
    for (const auto &request : {pause(who, call), resume(who, call), stop(who, call)}) {
        c.take(client);
        c.ask(client, request);
        QCOMPARE(c.story(client), u"ACK #"_s);
        c.letRecorderWork();
        words.append(c.sw.book().find(call)->userData.text("GSIP_RECORD"));
        QCOMPARE(c.sw.book().find(call)->userData.text("GSIP_REC_FN"), file);
    }
    QCOMPARE(words, (QStringList{u"PAUSED"_s, u"ON"_s, u"OFF"_s}));
    c.take(client);
    c.ask(client, pause(second, call)); // a DN that this client has not registered
    QCOMPARE(c.takeOnly(client).errorCode, 41);
}

void TestSwitchRecordingControl::takesParamsAndReasons_data()
{
    QTest::addColumn<tlib::KvList>("extensions");
    QTest::addColumn<tlib::KvList>("params");
    tlib::KvList nested;
    nested.append("Params", pairs({{"case", u"17"}, {"kind", u"card"}}));
    QTest::newRow("a nested list") << nested << pairs({{"case", u"17"}, {"kind", u"card"}});
    QTest::newRow("a plain text") << pairs({{"Params", u"case=17"}}) << pairs({{"Params", u"case=17"}});
    QTest::newRow("none") << tlib::KvList() << tlib::KvList();
}

void TestSwitchRecordingControl::takesParamsAndReasons()
{
    QFETCH(tlib::KvList, extensions);
    QFETCH(tlib::KvList, params);
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    c.ask(client, tlib::PrivateService{.privateMsgId = 3013,
                                       .dn = third,
                                       .call = call,
                                       .extensions = extensions,
                                       .reasons = pairs({{"why", u"asked"}})});
    tlib::KvList more;
    more.append("Params", pairs({{"kind", u"phone"}}));
    c.ask(client, tlib::PrivateService{.privateMsgId = 3015, .dn = third, .call = call, .extensions = more});
    c.letRecorderWork();
    const simulator::RecordingSession recording = c.sw.recording().recordingOf(call);
    params.set("kind", u"phone"); // of a name given again the last one counts
    QCOMPARE(recording.remarks.params, params);
    QCOMPARE(recording.remarks.reasons, pairs({{"why", u"asked"}}));
}

void TestSwitchRecordingControl::tellsInTheSitesWords()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.recorder.indication = {.stateKey = u"RECORDING_STATUS_GIM"_s,
                                         .fileKey = u"FILE"_s,
                                         .on = u"recording"_s,
                                         .off = u"stopped"_s,
                                         .paused = u"masked"_s};
    Conversation c(configuration);
    const tlib::ConnId call = c.talk(customer, agent);
    const auto client = c.client({agent});
    const auto told = [&] {
        c.letRecorderWork();
        return c.take(client).last().userData;
    };
    QStringList words{told().text("RECORDING_STATUS_GIM")};
    c.ask(client, pause(agent, call));
    words.append(told().text("RECORDING_STATUS_GIM"));
    c.ask(client, stop(agent, call));
    const tlib::KvList last = told();
    words.append(last.text("RECORDING_STATUS_GIM"));
    QCOMPARE(words, (QStringList{u"recording"_s, u"masked"_s, u"stopped"_s}));
    QVERIFY(!last.text("FILE").isEmpty());
    QVERIFY(!last.find("GSIP_RECORD") && !last.find("GSIP_REC_FN"));
}

void TestSwitchRecordingControl::tellsTheFileAloneInLegacyMode()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.recorder.indication.legacy = true;
    Conversation c(configuration);
    const tlib::ConnId call = c.talk(customer, agent);
    const auto client = c.client({agent});
    c.letRecorderWork();
    const tlib::KvList first = c.takeOnly(client).userData;
    QVERIFY(!first.text("GSIP_REC_FN").isEmpty());
    QVERIFY(!first.find("GSIP_RECORD"));
    for (const auto &request : {pause(agent, call), resume(agent, call), stop(agent, call)}) {
        c.ask(client, request);
        c.letRecorderWork();
        QCOMPARE(c.story(client), u"ACK #"_s); // the state is told to nobody
    }
    QCOMPARE(c.sw.recording().recordingOf(call).state, simulator::RecorderState::Off);
    c.ask(client, start(agent, call));
    c.letRecorderWork();
    const tlib::KvList second = c.take(client).last().userData;
    QVERIFY(second.text("GSIP_REC_FN") != first.text("GSIP_REC_FN"));
    QVERIFY(!second.find("GSIP_RECORD"));
}

void TestSwitchRecordingControl::takesTypedServicesToo()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    tlib::KvList extensions;
    extensions.append("record", u"destination");
    extensions.append("Id", u"case-17");
    extensions.append("Dest", u"sip:a");
    c.ask(client,
          tlib::RecordingService{
              .command = RecordingCommand::Start, .dn = third, .call = call, .extensions = extensions});
    QCOMPARE(c.story(client), u"ACK #"_s);
    c.letRecorderWork();
    const simulator::RecordingSession recording = c.sw.recording().recordingOf(call);
    QCOMPARE(recording.id, u"case-17"_s);
    QCOMPARE(recording.destinations, QStringList{u"sip:a"_s});
    QCOMPARE(recording.dn, second); // the other side than 7003's
    QCOMPARE(c.sw.recording().lastService()->extensions, extensions);
}

void TestSwitchRecordingControl::namesTheStateInARefusal_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("code");
    QTest::newRow("start while on") << u"on"_s << 3013 << 43;
    QTest::newRow("start while paused") << u"paused"_s << 3013 << 93;
    QTest::newRow("pause while off") << u"off"_s << 3015 << 93;
    QTest::newRow("pause while paused") << u"paused"_s << 3015 << 43;
    QTest::newRow("resume while on") << u"on"_s << 3016 << 43;
    QTest::newRow("resume while off") << u"off"_s << 3016 << 93;
    QTest::newRow("stop while off") << u"off"_s << 3014 << 43;
}

void TestSwitchRecordingControl::namesTheStateInARefusal()
{
    QFETCH(QString, state);
    QFETCH(int, number);
    QFETCH(int, code);
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    if (state != u"off")
        c.ask(client, start(third, call));
    if (state == u"paused")
        c.ask(client, pause(third, call));
    c.letRecorderWork();
    c.take(client);
    c.ask(client, service(number, third, call));
    const tlib::Event no = c.takeOnly(client);
    QCOMPARE(no.type, MessageType::EventError);
    QCOMPARE(no.errorCode, code);
    QVERIFY2(no.errorMessage.toString().contains(u"is "_s + state), qPrintable(no.errorMessage.toString()));
}

void TestSwitchRecordingControl::judgesByWhatWasOrdered()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    c.ask(client, start(third, call));
    c.clock.advance(core::Duration(40));
    c.ask(client, pause(third, call));
    c.ask(client, pause(third, call));
    QCOMPARE(c.story(client), u"ACK #, ACK #, Error 43 7003 #"_s);
    c.clock.advance(recorderDelay - core::Duration(40));
    QCOMPARE(c.takeOnly(client).userData.text("GSIP_RECORD"), u"ON"_s);
    c.clock.advance(core::Duration(40));
    QCOMPARE(c.takeOnly(client).userData.text("GSIP_RECORD"), u"PAUSED"_s);
    QVERIFY(!c.clock.hasAlarms());
}

void TestSwitchRecordingControl::refusesStrangeOrders_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("on a call that is not there: 56") << u"gone"_s << 56;
    QTest::newRow("on a call that rings: 93") << u"ringing"_s << 93;
    QTest::newRow("with a side that is none: 53") << u"side"_s << 53;
    QTest::newRow("with a Dest that is no SIP location: 53") << u"dest"_s << 53;
    QTest::newRow("with Params that are a number: 53") << u"params"_s << 53;
    QTest::newRow("with an Id that another recording has: 53") << u"id"_s << 53;
}

void TestSwitchRecordingControl::refusesStrangeOrders()
{
    QFETCH(QString, what);
    QFETCH(int, code);
    Conversation c;
    const auto client = c.client({third, supervisor});
    tlib::KvList id;
    id.append("Id", u"case-17");
    const tlib::ConnId other = c.talk(customer, second);
    c.ask(client, tlib::RecordingService{.dn = supervisor, .call = other, .extensions = id});
    tlib::RecordingService order{.dn = third, .call = tlib::ConnId(0xff)};
    if (what != u"gone")
        order.call = *c.sw.calls().make(customer, third, {});
    if (what != u"gone" && what != u"ringing")
        (void)c.sw.calls().answer(third, order.call);
    if (what == u"side")
        order.extensions.append("record", u"both");
    if (what == u"dest")
        order.extensions.append("Dest", u"recorder:5060");
    if (what == u"params")
        order.extensions.append("Params", qint32(17));
    if (what == u"id")
        order.extensions = id;
    c.take(client);
    c.ask(client, order);
    QCOMPARE(c.takeOnly(client).errorCode, code);
    if (what == u"id") { // free again once that recording has ended
        c.ask(client, stop(supervisor, other));
        c.ask(client, order);
        QCOMPARE(c.story(client), u"ACK #, ACK #"_s);
    }
}

void TestSwitchRecordingControl::refusesAsPrepared()
{
    Conversation c;
    const tlib::ConnId call = c.talk(customer, agent);
    c.letRecorderWork();
    const auto client = c.client({agent});
    const core::Error no{.kind = core::ErrorKind::Refused, .text = u"not today"_s, .serverCode = 59};
    c.sw.recording().refuseNext({.command = RecordingCommand::Pause, .answer = no, .times = 2});
    for (int i = 0; i < 2; ++i) {
        c.ask(client, pause(agent, call));
        const tlib::Event error = c.takeOnly(client);
        QCOMPARE(error.errorCode, 59);
        QCOMPARE(error.errorMessage, tlib::Text(u"not today"_s));
    }
    c.ask(client, pause(agent, call));
    QCOMPARE(c.story(client), u"ACK #"_s);
    c.sw.recording().refuseNext({.command = RecordingCommand::Stop, .answer = no, .times = 2});
    c.sw.recording().refuseNext({.command = RecordingCommand::Stop, .times = 0});
    c.ask(client, stop(agent, call));
    QCOMPARE(c.story(client), u"ACK #"_s);
}

void TestSwitchRecordingControl::leavesRequestsUnanswered()
{
    Conversation c;
    const tlib::ConnId call = c.talk(customer, agent);
    c.letRecorderWork();
    const auto client = c.client({agent});
    c.sw.recording().muteNext(1);
    c.ask(client, pause(agent, call));
    c.letRecorderWork();
    QCOMPARE(c.story(client), QString());
    c.ask(client, pause(agent, call));
    QCOMPARE(c.story(client), u"ACK #"_s);
}

void TestSwitchRecordingControl::changesByItself()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    QVERIFY(c.sw.recording().changeByItself(call, simulator::RecorderState::Paused, false));
    const tlib::Event paused = c.takeOnly(client);
    QCOMPARE(paused.userData.text("GSIP_RECORD"), u"PAUSED"_s);
    QVERIFY(!paused.userData.text("GSIP_REC_FN").isEmpty());
    QVERIFY(c.sw.recording().changeByItself(call, simulator::RecorderState::Off, true));
    QCOMPARE(c.story(client), QString());
    QCOMPARE(c.sw.book().find(call)->userData.text("GSIP_RECORD"), u"OFF"_s);

    // An order under way does not come back after it.
    c.ask(client, start(third, call));
    c.take(client);
    QVERIFY(c.sw.recording().changeByItself(call, simulator::RecorderState::Off, false));
    c.take(client);
    c.letRecorderWork();
    QCOMPARE(c.story(client), QString());
    QCOMPARE(c.sw.recording().changeByItself(tlib::ConnId(1), {}, false).error().serverCode, 56);
}

void TestSwitchRecordingControl::endsWithTheCall()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    c.ask(client, start(third, call));
    c.ask(client, tlib::ReleaseCall{.dn = third, .call = call});
    c.take(client);
    c.letRecorderWork();
    QCOMPARE(c.story(client), QString());
    QCOMPARE(c.sw.recording().recordingOf(call).state, simulator::RecorderState::Off);
}

void TestSwitchRecordingControl::failsAsConfigured()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.recorder.fault = simulator::RecorderFault::Refuse;
    Conversation refusing(configuration);
    const tlib::ConnId refused = refusing.talk(customer, agent);
    const auto client = refusing.client({agent});
    refusing.ask(client, start(agent, refused));
    QCOMPARE(refusing.story(client), u"Error 118 7001 #"_s);

    configuration.recorder.fault = simulator::RecorderFault::Silent;
    Conversation silent(configuration);
    const tlib::ConnId call = silent.talk(customer, agent);
    const auto other = silent.client({agent});
    silent.ask(other, start(agent, call));
    silent.letRecorderWork();
    QCOMPARE(silent.story(other), u"ACK #"_s);
}

TALLY_TEST(TestSwitchRecordingControl)

} // namespace tst_switchrecordingcontrol
#include "tst_switchrecordingcontrol.moc"
