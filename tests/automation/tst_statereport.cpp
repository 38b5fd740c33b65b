#include "automation/report/statereport.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_statereport {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;

namespace {

QString plainWords(const model::Toast &toast)
{
    return u"%1: %2"_s.arg(toast.code).arg(toast.serverText);
}

QJsonObject report(const Conversation &talk)
{
    return automation::stateReport(talk.desk, &plainWords);
}

QJsonObject firstCall(const Conversation &talk)
{
    return report(talk)["calls"_L1].toArray().first().toObject();
}

QStringList actions(const Conversation &talk)
{
    QStringList words;
    const QJsonArray list = firstCall(talk)["actions"_L1].toArray();
    for (const QJsonValue &word : list)
        words.append(word.toString());
    return words;
}

} // namespace

/// What a program outside is told, word for word.
class TestStateReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedCallAsDocumented();
    void linkStates();
    void recordingStates_data();
    void recordingStates();
    void callStates();
    void pendingIsSaidUntilTheStateComes();
    void lostLinkMakesEverythingUncertain();
    void agentStates_data();
    void agentStates();
    void theAgentsStateHasItsTimeAndReason();
    void toastCarriesNumberCallAndWords();
    void aConsultationNamesItsOtherCall();
    void whatIsNotCertainSaysWhenItWasKnown();
    void aConferenceNamesAllParties();
    void aSupervisorSeesWhoseCallItIs();
    void aSupervisorsOwnCallIsWithTheAgent();
};

void TestStateReport::aRecordedCallAsDocumented()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s, u"case-17"_s));
    const QJsonObject expected = QJsonDocument::fromJson(R"({
        "link": {"state": "connected", "certain": true, "server": "sip-prim.example:7007", "role": "primary",
                 "secure": false},
        "agent": {"dn": "7001", "state": "unknown", "agentId": "1001"},
        "calls": [{"connId": "006c029a6685d004", "callUuid": "01RCC3N118B1V0SL8O7GK2LAES000005", "dn": "7001",
                   "own": true, "type": "inbound", "state": "talking", "seenFromStart": true, "otherParty": "+493055501",
                   "parties": ["+493055501"],
                   "recording": {"state": "on", "certain": true, "pending": "", "file": "case-17",
                                 "everRecorded": true},
                   "actions": ["pause", "stop", "hold", "release", "consult", "transfer"]}],
        "waiting": [],
        "toasts": []})")
                                     .object();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(report(talk), expected);
}

void TestStateReport::linkStates()
{
    Conversation talk;
    const auto link = [&talk] { return report(talk)["link"_L1].toObject(); };
    QCOMPARE(link()["state"_L1], u"offline"_s);
    QCOMPARE(link()["server"_L1], u""_s);
    talk.desk.connection.open({.host = u"::1"_s, .port = 7007, .secure = true});
    QCOMPARE(link()["state"_L1], u"connecting"_s);
    QCOMPARE(link()["server"_L1], u"[::1]:7007"_s);
    QVERIFY(!link().contains("secure"_L1)); // wanted, and nobody knows yet
    talk.link.setSecurity({.isEncrypted = true});
    talk.link.accept();
    QVERIFY(!link().contains("secure"_L1));
    talk.link.acceptAsPrimary();
    QCOMPARE(link()["secure"_L1], true);
    QCOMPARE(link()["state"_L1], u"registering"_s);
    QCOMPARE(link()["certain"_L1], false);
    const auto asked = talk.link.expect<tlib::RegisterAddress>();
    QVERIFY(asked);
    talk.link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = Conversation::OwnDn});
    QCOMPARE(link()["state"_L1], u"connected"_s);
    QCOMPARE(link()["certain"_L1], true);
    QVERIFY(!link().contains("why"_L1));
    talk.link.push({.type = MessageType::EventLinkDisconnected, .serverRole = tlib::ServerRole::Backup});
    QCOMPARE(link()["state"_L1], u"waiting"_s);
    QCOMPARE(link()["role"_L1], u"backup"_s);
    QCOMPARE(link()["certain"_L1], false);
    QCOMPARE(link()["secure"_L1], true);
    talk.loseLink();
    QCOMPARE(link()["state"_L1], u"lost"_s);
    QCOMPARE(link()["why"_L1], talk.desk.connection.trouble()->text);
    QCOMPARE(link()["whyServer"_L1], u"[::1]:7007"_s);
    QVERIFY(!link().contains("secure"_L1));
}

void TestStateReport::whatIsNotCertainSaysWhenItWasKnown()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    const auto recording = [&talk] { return firstCall(talk)["recording"_L1].toObject(); };
    QVERIFY(!recording().contains("heardAgoMs"_L1));
    talk.clock.advance(std::chrono::seconds(5));
    talk.link.hear(talk.clock.now());
    talk.clock.advance(std::chrono::milliseconds(11'500));
    Q_EMIT talk.link.overdueChanged(true);
    QCOMPARE(recording()["certain"_L1], false);
    QCOMPARE(recording()["heardAgoMs"_L1].toInt(), 11'500); // not from the moment of the doubt
    Q_EMIT talk.link.overdueChanged(false);
    QVERIFY(!recording().contains("heardAgoMs"_L1));
}

void TestStateReport::recordingStates_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("everRecorded");
    QTest::addColumn<QStringList>("actions");
    const QStringList call{u"hold"_s, u"release"_s, u"consult"_s, u"transfer"_s};
    const QStringList every = QStringList{u"start"_s, u"pause"_s, u"resume"_s, u"stop"_s} + call;
    QTest::newRow("nothing was said, seen from its start")
        << u""_s << u""_s << u"off"_s << false << (QStringList{u"start"_s} + call);
    QTest::newRow("on") << u"ON"_s << u"f"_s << u"on"_s << true
                        << (QStringList{u"pause"_s, u"stop"_s} + call);
    QTest::newRow("paused") << u"Paused"_s << u"f"_s << u"paused"_s << true
                            << (QStringList{u"resume"_s, u"stop"_s} + call);
    QTest::newRow("off after a recording")
        << u"off"_s << u"f"_s << u"off"_s << true << (QStringList{u"start"_s} + call);
    QTest::newRow("a word nobody knows") << u"HALF"_s << u""_s << u"unknown"_s << false << every;
    QTest::newRow("only a file name") << u""_s << u"f"_s << u"recorded"_s << true << every;
}

void TestStateReport::recordingStates()
{
    QFETCH(QString, word);
    QFETCH(QString, file);
    QFETCH(QString, state);
    QFETCH(bool, everRecorded);
    QFETCH(QStringList, actions);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(word, file));
    const QJsonObject recording = firstCall(talk)["recording"_L1].toObject();
    QCOMPARE(recording["state"_L1].toString(), state);
    QCOMPARE(recording["file"_L1].toString(), file);
    QCOMPARE(recording["everRecorded"_L1].toBool(), everRecorded);
    QCOMPARE(recording["certain"_L1], true);
    QCOMPARE(tst_statereport::actions(talk), actions);
}

void TestStateReport::callStates()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    QCOMPARE(firstCall(talk)["state"_L1], u"ringing"_s);
    QCOMPARE(actions(talk), (QStringList{u"answer"_s, u"redirect"_s, u"reject"_s}));
    talk.say(MessageType::EventEstablished);
    QCOMPARE(firstCall(talk)["state"_L1], u"talking"_s);
    talk.say(MessageType::EventHeld);
    QCOMPARE(firstCall(talk)["state"_L1], u"held"_s);
    QVERIFY(actions(talk).contains(u"retrieve"_s));
    talk.say(MessageType::EventReleased);
    QVERIFY(report(talk)["calls"_L1].toArray().isEmpty());
    talk.say(MessageType::EventDialing, {}, tlib::ConnId(2));
    QCOMPARE(firstCall(talk)["state"_L1], u"dialing"_s);
}

void TestStateReport::pendingIsSaidUntilTheStateComes()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    const auto recording = [&talk] { return firstCall(talk)["recording"_L1].toObject(); };
    QCOMPARE(recording()["pending"_L1], u"pause"_s);
    QCOMPARE(recording()["state"_L1], u"on"_s);
    QCOMPARE(actions(talk), (QStringList{u"hold"_s, u"release"_s, u"consult"_s, u"transfer"_s}));
    talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(recording()["pending"_L1], u""_s);
    QCOMPARE(recording()["state"_L1], u"paused"_s);
}

void TestStateReport::lostLinkMakesEverythingUncertain()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.loseLink();
    const QJsonObject recording = firstCall(talk)["recording"_L1].toObject();
    QCOMPARE(recording["certain"_L1], false);
    QCOMPARE(recording["state"_L1], u"on"_s); // the memory stays
    QVERIFY(actions(talk).isEmpty());
}

void TestStateReport::agentStates_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("nobody") << -1 << u"logged-out"_s;
    QTest::newRow("logged out") << 0 << u"logged-out"_s;
    QTest::newRow("not ready") << 1 << u"not-ready"_s;
    QTest::newRow("ready") << 2 << u"ready"_s;
    QTest::newRow("after-call work") << 3 << u"after-call-work"_s;
    QTest::newRow("a number of a later version") << 9 << u"unknown"_s;
}

void TestStateReport::agentStates()
{
    QFETCH(int, status);
    QFETCH(QString, word);
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(status));
    Conversation talk;
    talk.connect(snapshot);
    const QJsonObject agent = report(talk)["agent"_L1].toObject();
    QCOMPARE(agent["state"_L1].toString(), word);
    QCOMPARE(agent.contains("since"_L1), word != u"unknown"_s);
    QVERIFY(!agent["sinceSeen"_L1].toBool()); // it was there before
}

void TestStateReport::theAgentsStateHasItsTimeAndReason()
{
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", 2);
    Conversation talk;
    talk.connect(snapshot);
    tlib::Event lunch{.type = MessageType::EventAgentNotReady, .thisDn = Conversation::OwnDn};
    lunch.reasons.append("ReasonCode", u"Lunch");
    talk.link.push(lunch);
    const QJsonObject agent = report(talk)["agent"_L1].toObject();
    QCOMPARE(agent["reason"_L1], u"Lunch"_s);
    QCOMPARE(agent["since"_L1], u"2026-11-22T14:26:23Z"_s);
    QCOMPARE(agent["sinceSeen"_L1], true);
    talk.clock.advance(std::chrono::hours(1));
    QCOMPARE(report(talk)["agent"_L1].toObject(), agent); // nothing to tell anew each second
}

void TestStateReport::toastCarriesNumberCallAndWords()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, 59, u"DN is not configured"_s);
    const QJsonArray toasts = report(talk)["toasts"_L1].toArray();
    QCOMPARE(toasts, (QJsonArray{QJsonObject{{u"severity"_s, u"error"_s},
                                             {u"code"_s, 59},
                                             {u"call"_s, u"006c029a6685d004"_s},
                                             {u"text"_s, u"59: DN is not configured"_s}}}));
}

void TestStateReport::aConsultationNamesItsOtherCall()
{
    const tlib::ConnId two(2);
    Conversation talk;
    talk.connect();
    talk.talk();
    QVERIFY(!firstCall(talk).contains("consultation"_L1));
    talk.say(MessageType::EventHeld);
    talk.say(MessageType::EventDialing, {}, two);
    talk.desk.calls.update(Conversation::CallOne, [two](model::Call &call) {
        call.consultation = two;
        return model::CallChange::Parties;
    });
    talk.desk.calls.update(two, [](model::Call &call) {
        call.consultationOf = Conversation::CallOne;
        return model::CallChange::Parties;
    });
    QCOMPARE(firstCall(talk)["consultation"_L1], two.toString());
    QVERIFY(!firstCall(talk).contains("consultationOf"_L1));
    QVERIFY(actions(talk).contains(u"complete"_s) && actions(talk).contains(u"conference"_s));
    const QJsonObject second = report(talk)["calls"_L1][1].toObject();
    QCOMPARE(second["consultationOf"_L1], Conversation::CallOne.toString());
}

void TestStateReport::aConferenceNamesAllParties()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.moreParties = {tlib::Dn(u"7002"_s), tlib::Dn(u"7003"_s)};
        return model::CallChange::Parties;
    });
    QCOMPARE(firstCall(talk)["parties"_L1].toArray(), (QJsonArray{u"+493055501"_s, u"7002"_s, u"7003"_s}));
    QCOMPARE(firstCall(talk)["otherParty"_L1], u"+493055501"_s);
}

void TestStateReport::aSupervisorSeesWhoseCallItIs()
{
    const tlib::Dn supervisor(u"7900"_s);
    Conversation talk;
    talk.connect();
    QVERIFY(!report(talk).contains("board"_L1));
    talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = supervisor}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(firstCall(talk)["own"_L1], false);
    QCOMPARE(firstCall(talk)["dn"_L1], u"7001"_s);
    QCOMPARE(actions(talk), (QStringList{u"pause"_s, u"stop"_s}));
    QStringList counts = report(talk)["board"_L1].toObject().keys();
    counts.sort();
    QCOMPARE(counts, (QStringList{u"calls"_s, u"legacy"_s, u"off"_s, u"on"_s, u"paused"_s, u"unknown"_s}));

    tlib::Event joined = talk.event(MessageType::EventEstablished);
    joined.thisDn = supervisor;
    talk.link.push(joined);
    joined.type = MessageType::EventHeld;
    joined.sequenceNumber = 100;
    talk.link.push(joined);
    QCOMPARE(firstCall(talk)["own"_L1], true); // and then it is his part that is told of
    QCOMPARE(firstCall(talk)["dn"_L1], u"7900"_s);
    QCOMPARE(firstCall(talk)["state"_L1], u"held"_s);
    QVERIFY(actions(talk).contains(u"retrieve"_s));
}

void TestStateReport::aSupervisorsOwnCallIsWithTheAgent()
{
    const tlib::Dn supervisor(u"7900"_s);
    Conversation talk;
    talk.connect();
    talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = supervisor}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    tlib::Event event = talk.event(MessageType::EventDialing);
    event.otherDn = supervisor;
    talk.link.push(event);
    QCOMPARE(firstCall(talk)["otherParty"_L1], u"7900"_s); // the agent's view, while only he takes part
    event = talk.event(MessageType::EventRinging);
    event.thisDn = supervisor;
    event.otherDn = Conversation::OwnDn;
    talk.link.push(event);
    QCOMPARE(firstCall(talk)["dn"_L1], u"7900"_s);
    QCOMPARE(firstCall(talk)["otherParty"_L1], u"7001"_s);
    QCOMPARE(firstCall(talk)["parties"_L1].toArray(), QJsonArray{u"7001"_s});
}

TALLY_TEST(TestStateReport)

} // namespace tst_statereport

#include "tst_statereport.moc"
