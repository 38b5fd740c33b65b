#include "automation/callverbs.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tst_callverbs {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using support::Conversation;
using tlib::MessageType;

/// The verbs against a server that the test plays.
class TestCallVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void recordingVerbWaitsForTheState();
    void callVerbWaitsForItsEvent();
    void refusalNamesNumberAndText();
    void noConfirmationIsATimeOut();
    void lostLinkLeavesTheResultUnknown();
    void theOnlyCallThatFitsIsTaken();
    void severalCallsThatFitAreNamed();
    void ofManyCallsFiveAreNamed_data();
    void ofManyCallsFiveAreNamed();
    void whyNoCallFits_data();
    void whyNoCallFits();
    void badParameters_data();
    void badParameters();
    void startOptionsGoOut();
    void everyRecordingVerbTakesParamsAndReasons_data();
    void everyRecordingVerbTakesParamsAndReasons();
    void flawedOptionsAreRefused();
    void consultNamesItsCall();
    void transferGoesToItsDestination();
    void aJoinIsOneFittingCall_data();
    void aJoinIsOneFittingCall();
    void onADesktopThatWatchesManyTheOneThatFitsIsTaken();
    void bothCallsOfASwapAreOneFittingCall();
    void aPartyIsDropped();
    void ringingCallsAreRejectedAndRedirected();
    void nobodyListensAnyMore();
    void permissionsHold();

private:
    void run(CallAction action, const QJsonObject &params = {})
    {
        m_result.reset();
        m_verbs->run(action, params, this,
                     [this](const core::Result<QJsonObject> &result) { m_result = result; });
    }
    QString failure() const { return m_result && !*m_result ? m_result->error().text : QString(); }

    static constexpr tlib::ConnId CallTwo{0x006c029a6685d005};
    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<automation::CallVerbs> m_verbs;
    std::optional<core::Result<QJsonObject>> m_result;
};

void TestCallVerbs::init()
{
    m_talk = std::make_unique<Conversation>();
    m_verbs = std::make_unique<automation::CallVerbs>(m_talk->desk);
    m_result.reset();
    m_talk->connect();
}

void TestCallVerbs::cleanup()
{
    m_verbs.reset();
    m_talk.reset();
}

void TestCallVerbs::recordingVerbWaitsForTheState()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(CallAction::PauseRecording);
    QVERIFY(!m_result);
    m_talk->acknowledge(m_talk->link.expect<tlib::RecordingService>()->second);
    QVERIFY(!m_result); // accepted is not paused
    m_talk->sayRecording(u"PAUSED"_s);
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"call"_s, u"006c029a6685d004"_s}}));
}

void TestCallVerbs::callVerbWaitsForItsEvent()
{
    m_talk->say(MessageType::EventRinging);
    run(CallAction::Answer);
    const auto asked = m_talk->link.expect<tlib::AnswerCall>();
    QVERIFY(asked);
    QVERIFY(!m_result);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventEstablished));
    QVERIFY(m_result && *m_result);
    QCOMPARE(m_talk->call()->phase(), model::CallPhase::Talking);
}

void TestCallVerbs::refusalNamesNumberAndText()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(CallAction::PauseRecording);
    m_talk->refuse(m_talk->link.expect<tlib::RecordingService>()->second, 59, u"DN is not configured"_s);
    QCOMPARE(failure(), u"SIP Server refused (59): DN is not configured"_s);
    QCOMPARE(m_result->error().kind, core::ErrorKind::Refused);
}

void TestCallVerbs::noConfirmationIsATimeOut()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(CallAction::PauseRecording);
    m_talk->acknowledge(m_talk->link.expect<tlib::RecordingService>()->second);
    m_talk->clock.advance(10s);
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, core::ErrorKind::TimedOut);
}

void TestCallVerbs::lostLinkLeavesTheResultUnknown()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(CallAction::PauseRecording);
    m_talk->loseLink();
    QVERIFY(failure().contains(u"unknown"_s));
    QCOMPARE(m_result->error().kind, core::ErrorKind::TimedOut);
}

void TestCallVerbs::theOnlyCallThatFitsIsTaken()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    m_talk->talk(Conversation::recording(u"PAUSED"_s), CallTwo);
    run(CallAction::ResumeRecording);
    const auto asked = m_talk->link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    QCOMPARE(asked->first.call, CallTwo);
}

void TestCallVerbs::severalCallsThatFitAreNamed()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    m_talk->talk(Conversation::recording(u"ON"_s), CallTwo);
    run(CallAction::PauseRecording);
    QVERIFY(m_talk->link.nothingSent());
    QVERIFY2(failure().contains(u"006c029a6685d004"_s) && failure().contains(u"006c029a6685d005"_s),
             qPrintable(failure()));
    run(CallAction::PauseRecording, {{u"call"_s, u"6c029a6685d005"_s}});
    QCOMPARE(m_talk->link.expect<tlib::RecordingService>()->first.call, CallTwo);
}

void TestCallVerbs::ofManyCallsFiveAreNamed_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("rest");
    QTest::newRow("five") << 5 << QString();
    QTest::newRow("six") << 6 << u" and 1 more"_s;
    QTest::newRow("a floor") << 1000 << u" and 995 more"_s;
}

void TestCallVerbs::ofManyCallsFiveAreNamed()
{
    QFETCH(int, calls);
    QFETCH(QString, rest);
    for (int i = 0; i < calls; ++i)
        m_talk->talk(Conversation::recording(u"ON"_s), tlib::ConnId(quint64(i) + 1));
    run(CallAction::PauseRecording);
    QCOMPARE(failure().count(u"(talking, recording on)"_s), 5);
    QVERIFY2(failure().endsWith(u"(talking, recording on)"_s + rest), qPrintable(failure()));
}

void TestCallVerbs::whyNoCallFits_data()
{
    QTest::addColumn<QString>("situation");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no call at all") << u"none"_s << u"there is no call"_s;
    QTest::newRow("a call whose state does not fit") << u"off"_s << u"makes no sense"_s;
    QTest::newRow("a request is under way") << u"pending"_s << u"under way"_s;
    QTest::newRow("nothing is certain") << u"lost"_s << u"not certain"_s;
}

void TestCallVerbs::whyNoCallFits()
{
    QFETCH(QString, situation);
    QFETCH(QString, reason);
    if (situation != u"none")
        m_talk->talk(Conversation::recording(situation == u"off" ? u"OFF"_s : u"ON"_s));
    if (situation == u"pending") {
        QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
        QVERIFY(m_talk->link.expect<tlib::RecordingService>());
    }
    if (situation == u"lost")
        m_talk->loseLink();
    run(CallAction::PauseRecording);
    QVERIFY2(failure().contains(reason), qPrintable(failure()));
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QVERIFY(m_talk->link.nothingSent());
}

void TestCallVerbs::badParameters_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, CallAction action, const QJsonObject &params,
                        const QString &named) { QTest::newRow(name) << action << params << named; };
    const auto start = CallAction::StartRecording;
    row("stop without a confirmation", CallAction::StopRecording, {}, u"confirmation"_s);
    row("stop with a confirmation of another kind", CallAction::StopRecording, {{u"yes"_s, u"true"_s}},
        u"confirmation"_s);
    row("a call that is no ConnID", CallAction::PauseRecording, {{u"call"_s, u"xyz"_s}}, u"xyz"_s);
    row("a call that is a number", CallAction::PauseRecording, {{u"call"_s, 17}}, u"call"_s);
    row("a parameter of another verb", CallAction::PauseRecording, {{u"record"_s, u"source"_s}}, u"record"_s);
    row("a side that does not exist", start, {{u"record"_s, u"both"_s}}, u"both"_s);
    row("an id that is an object", start, {{u"id"_s, QJsonObject()}}, u"id"_s);
    row("params that are an object", start, {{u"params"_s, QJsonObject()}}, u"params"_s);
    row("a consultation of nobody", CallAction::Consult, {}, u"destination"_s);
    row("a transfer to an empty text", CallAction::Transfer, {{u"to"_s, u""_s}}, u"to"_s);
    row("a destination of a verb without one", CallAction::Hold, {{u"to"_s, u"7002"_s}}, u"to"_s);
    row("reasons of a verb without any", CallAction::Hold, {{u"reasons"_s, QJsonArray()}}, u"reasons"_s);
    row("reasons that are a text", CallAction::PauseRecording, {{u"reasons"_s, u"card"_s}}, u"reasons"_s);
    row("params with half a pair", start, {{u"params"_s, QJsonArray{QJsonArray{u"a"_s}}}}, u"params"_s);
}

void TestCallVerbs::badParameters()
{
    QFETCH(CallAction, action);
    QFETCH(QJsonObject, params);
    QFETCH(QString, named);
    m_talk->talk();
    run(action, params);
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(failure().contains(named), qPrintable(failure()));
    QVERIFY(m_talk->link.nothingSent());
}

void TestCallVerbs::startOptionsGoOut()
{
    m_talk->talk();
    run(CallAction::StartRecording, {{u"record"_s, u"destination"_s},
                                     {u"id"_s, u"case-17"_s},
                                     {u"dest"_s, u"sip:a"_s},
                                     {u"dest2"_s, u"sip:b"_s},
                                     {u"params"_s, QJsonArray{QJsonArray{u"k"_s, u"v"_s}}}});
    const auto asked = m_talk->link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    const tlib::KvList &extensions = asked->first.extensions;
    QCOMPARE(extensions.text("record"), u"destination"_s);
    QCOMPARE(extensions.text("Id"), u"case-17"_s);
    QCOMPARE(extensions.text("Dest"), u"sip:a"_s);
    QCOMPARE(extensions.text("Dest2"), u"sip:b"_s);
    QCOMPARE(extensions.find("Params")->toList().text("k"), u"v"_s);
}

void TestCallVerbs::everyRecordingVerbTakesParamsAndReasons_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QString>("before");
    QTest::newRow("start") << CallAction::StartRecording << u"OFF"_s;
    QTest::newRow("pause") << CallAction::PauseRecording << u"ON"_s;
    QTest::newRow("resume") << CallAction::ResumeRecording << u"PAUSED"_s;
    QTest::newRow("stop") << CallAction::StopRecording << u"ON"_s;
}

void TestCallVerbs::everyRecordingVerbTakesParamsAndReasons()
{
    QFETCH(CallAction, action);
    QFETCH(QString, before);
    m_talk->talk(Conversation::recording(before));
    QJsonObject params{{u"params"_s, QJsonArray{QJsonArray{u"k"_s, u"v"_s}}},
                       {u"reasons"_s, QJsonArray{QJsonArray{u"why"_s, u"card"_s}}}};
    if (action == CallAction::StopRecording)
        params.insert(u"yes"_s, true);
    run(action, params);
    const auto asked = m_talk->link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    QCOMPARE(asked->first.extensions.find("Params")->toList().text("k"), u"v"_s);
    QCOMPARE(asked->first.reasons.text("why"), u"card"_s);
}

void TestCallVerbs::flawedOptionsAreRefused()
{
    m_talk->talk();
    run(CallAction::StartRecording, {{u"dest"_s, u"no uri"_s}});
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed); // judged by the model: no wrong usage
    QVERIFY2(failure().contains(u"SIP URI"), qPrintable(failure()));
    run(CallAction::Transfer, {{u"to"_s, u"7001"_s}});
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QVERIFY2(failure().startsWith(u"cannot transfer 006c029a6685d004: 7001"), qPrintable(failure()));
    QVERIFY(m_talk->link.nothingSent());
}

void TestCallVerbs::consultNamesItsCall()
{
    m_talk->talk();
    run(CallAction::Consult, {{u"to"_s, u"7002"_s}});
    const auto asked = m_talk->link.expect<tlib::InitiateTransfer>();
    QCOMPARE(asked->first.destination, tlib::Dn(u"7002"_s));
    QVERIFY(!m_result);
    m_talk->say(MessageType::EventDialing, {}, CallTwo);
    m_talk->desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.consultation = CallTwo;
        return model::CallChange::Parties;
    });
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result,
             (QJsonObject{{u"call"_s, u"006c029a6685d004"_s}, {u"consultation"_s, u"006c029a6685d005"_s}}));
}

void TestCallVerbs::transferGoesToItsDestination()
{
    m_talk->talk();
    run(CallAction::Transfer, {{u"to"_s, u"7002"_s}});
    const auto asked = m_talk->link.expect<tlib::SingleStepTransfer>();
    QCOMPARE(asked->first.destination, tlib::Dn(u"7002"_s));
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventReleased));
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"call"_s, u"006c029a6685d004"_s}}));
}

void TestCallVerbs::aJoinIsOneFittingCall_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("no call is named") << QJsonObject();
    QTest::newRow("the first call is named") << QJsonObject{{u"call"_s, u"006c029a6685d004"_s}};
    QTest::newRow("the consultation is named") << QJsonObject{{u"call"_s, u"006c029a6685d005"_s}};
}

void TestCallVerbs::aJoinIsOneFittingCall()
{
    QFETCH(QJsonObject, params);
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->say(MessageType::EventDialing, {}, CallTwo);
    m_talk->desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.consultation = CallTwo;
        return model::CallChange::Parties;
    });
    m_talk->desk.calls.update(CallTwo, [](model::Call &call) {
        call.consultationOf = Conversation::CallOne;
        return model::CallChange::Parties;
    });
    run(CallAction::CompleteTransfer, params);
    const auto asked = m_talk->link.expect<tlib::CompleteTransfer>();
    QVERIFY(asked);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventReleased));
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"call"_s, u"006c029a6685d004"_s}}));
}

void TestCallVerbs::onADesktopThatWatchesManyTheOneThatFitsIsTaken()
{
    const tlib::Dn supervisor(u"7900"_s);
    m_talk->desk.registry.setDns(
        QList<model::DnEntry>{{.dn = supervisor}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    QVERIFY(m_talk->link.expect<tlib::RegisterAddress>());
    m_talk->talk(Conversation::recording(u"ON"_s)); // the agent's
    tlib::Event own = m_talk->event(MessageType::EventEstablished, {}, CallTwo);
    own.thisDn = supervisor;
    m_talk->link.push(own);
    QVERIFY(m_talk->link.expect<tlib::QueryCall>());
    m_talk->desk.tracker.applyPartyInfo(
        CallTwo, m_talk->event(MessageType::EventPartyInfo, Conversation::recording(u"OFF"_s), CallTwo));
    run(CallAction::Hold);
    QCOMPARE(m_talk->link.expect<tlib::HoldCall>()->first.call, CallTwo);
    run(CallAction::PauseRecording);
    const auto pause = m_talk->link.expect<tlib::RecordingService>();
    QCOMPARE(pause->first.call, Conversation::CallOne);
    QCOMPARE(pause->first.dn, supervisor);
    run(CallAction::Hold, {{u"call"_s, u"006c029a6685d004"_s}});
    QVERIFY2(failure().contains(u"somebody else's"), qPrintable(failure()));
}

void TestCallVerbs::bothCallsOfASwapAreOneFittingCall()
{
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    run(CallAction::Alternate);
    QVERIFY(failure().contains(u"no call to alternate now"_s));
    m_talk->talk({}, CallTwo);
    run(CallAction::Alternate);
    const auto asked = m_talk->link.expect<tlib::AlternateCall>();
    QVERIFY(asked);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventHeld, {}, CallTwo));
    QVERIFY(!m_result);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventRetrieved));
    QVERIFY(m_result && *m_result);
    QCOMPARE((**m_result)["call"_L1], Conversation::CallOne.toString());
}

void TestCallVerbs::aPartyIsDropped()
{
    m_talk->talk();
    tlib::Event added = m_talk->event(MessageType::EventPartyAdded);
    added.otherDn = tlib::Dn(u"7003"_s);
    added.otherDnRole = tlib::DnRole::NewParty;
    m_talk->link.push(added);
    run(CallAction::DropParty);
    QVERIFY(failure().contains(u"\"party\""_s));
    run(CallAction::DropParty, {{u"party"_s, u"7009"_s}});
    QVERIFY(failure().contains(u"nobody of this DN"_s));
    QVERIFY(m_talk->link.nothingSent());
    run(CallAction::DropParty, {{u"party"_s, u"7003"_s}});
    QCOMPARE(m_talk->link.expect<tlib::DeleteFromConference>()->first.party, tlib::Dn(u"7003"_s));
    tlib::Event deleted = m_talk->event(MessageType::EventPartyDeleted);
    deleted.otherDn = tlib::Dn(u"7003"_s);
    deleted.otherDnRole = tlib::DnRole::DeletedParty;
    m_talk->link.push(deleted);
    QVERIFY(m_result && *m_result);
}

void TestCallVerbs::ringingCallsAreRejectedAndRedirected()
{
    m_talk->say(MessageType::EventRinging);
    run(CallAction::Redirect, {{u"to"_s, u"7002"_s}});
    const auto redirect = m_talk->link.expect<tlib::RedirectCall>();
    m_talk->refuse(redirect->second, 51, u"no such function"_s);
    QCOMPARE(failure(), u"SIP Server refused (51): no such function"_s);
    run(CallAction::Redirect, {{u"to"_s, u"7002"_s}});
    QVERIFY(failure().contains(u"does not support this"_s));
    run(CallAction::Reject);
    m_talk->link.answer(m_talk->link.expect<tlib::ReleaseCall>()->second,
                        m_talk->event(MessageType::EventReleased));
    QVERIFY(m_result && *m_result);
}

void TestCallVerbs::nobodyListensAnyMore()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    bool called = false;
    auto listener = std::make_unique<QObject>();
    m_verbs->run(CallAction::PauseRecording, {}, listener.get(),
                 [&called](const core::Result<QJsonObject> &) { called = true; });
    listener.reset();
    m_talk->sayRecording(u"PAUSED"_s);
    QVERIFY(!called);
}

void TestCallVerbs::permissionsHold()
{
    model::DeskConfiguration configuration;
    configuration.permissions.setAllowed(tlib::RecordingCommand::Pause, false);
    m_verbs.reset();
    m_talk = std::make_unique<Conversation>(configuration);
    m_verbs = std::make_unique<automation::CallVerbs>(m_talk->desk);
    m_talk->connect();
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(CallAction::PauseRecording);
    QVERIFY2(failure().contains(u"administrator"_s), qPrintable(failure()));
    QVERIFY(m_talk->link.nothingSent());
}

TALLY_TEST(TestCallVerbs)

} // namespace tst_callverbs

#include "tst_callverbs.moc"
