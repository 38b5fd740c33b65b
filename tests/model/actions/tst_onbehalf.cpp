#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_onbehalf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::DnUse;
using model::Obstacle;
using model::ToastKind;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

namespace {

const Dn Agent(u"7001"_s);
const Dn Supervisor(u"7900"_s);
constexpr tlib::ConnId One = Conversation::CallOne;
constexpr auto RecordingActions = {CallAction::StartRecording, CallAction::PauseRecording,
                                   CallAction::ResumeRecording, CallAction::StopRecording};

} // namespace

/// Whose DN a request goes out with, where a desktop watches the calls of others.
class TestOnBehalf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_talk = std::make_unique<Conversation>(); }
    void cleanup() { m_talk.reset(); }

    void theSupervisorAsksWithHisOwnDn_data();
    void theSupervisorAsksWithHisOwnDn();
    void somebodyElsesCallIsNotMoved();
    void aRefusalNamesTheAgentsDn();
    void noAnswerAsksAboutTheCall();
    void withoutAnOwnDnNothingIsAskedFor();
    void inAnAgentsCallTheSupervisorMovesHisOwnPart();
    void afterItsOwnPartTheCallIsSomebodyElses();
    void hisOwnCallIsWithTheAgent();
    void aReplayOnlyShows();

private:
    void connect(const QList<model::DnEntry> &entries)
    {
        m_talk->desk.registry.setDns(entries);
        m_talk->desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
        m_talk->link.acceptAsPrimary();
        for (const model::DnEntry &entry : entries) {
            const auto asked = m_talk->link.expect<tlib::RegisterAddress>();
            QVERIFY(asked);
            m_talk->link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = entry.dn});
        }
    }
    void supervise()
    {
        connect({{.dn = Supervisor, .use = DnUse::Own}, {.dn = Agent, .use = DnUse::Watched}});
        QCOMPARE(m_talk->desk.registry.ownDn(), Supervisor);
    }
    /// The supervisor is made a party of the agent's call.
    void join(MessageType type)
    {
        tlib::Event event = m_talk->event(type);
        event.thisDn = Supervisor;
        m_talk->link.push(event);
    }
    Obstacle obstacle(CallAction action) const
    {
        return m_talk->desk.rules.obstacle(action, *m_talk->call());
    }

    std::unique_ptr<Conversation> m_talk;
};

void TestOnBehalf::theSupervisorAsksWithHisOwnDn_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("start") << CallAction::StartRecording << u"OFF"_s << u"ON"_s;
    QTest::newRow("pause") << CallAction::PauseRecording << u"ON"_s << u"PAUSED"_s;
    QTest::newRow("resume") << CallAction::ResumeRecording << u"PAUSED"_s << u"ON"_s;
    QTest::newRow("stop") << CallAction::StopRecording << u"ON"_s << u"OFF"_s;
}

void TestOnBehalf::theSupervisorAsksWithHisOwnDn()
{
    QFETCH(CallAction, action);
    QFETCH(QString, before);
    QFETCH(QString, after);
    supervise();
    m_talk->talk(Conversation::recording(before));
    QVERIFY(!m_talk->desk.views.isOwn(*m_talk->call()));
    QCOMPARE(m_talk->desk.views.actingDn(*m_talk->call()), Supervisor);
    bool isSettled = false;
    QObject::connect(&m_talk->desk.control, &model::CallControl::settled, this,
                     [&](model::CallId, CallAction, const core::Result<core::Done> &outcome) {
                         isSettled = outcome.has_value();
                     });
    QVERIFY(m_talk->desk.control.perform(One, action, {.recording = {.params = {{u"k"_s, u"v"_s}}}}));
    QVERIFY(!m_talk->desk.control.perform(One, action)); // a double click
    const auto asked = m_talk->link.expect<tlib::RecordingService>();
    QCOMPARE(asked->first.dn, Supervisor);
    QCOMPARE(asked->first.call, One);
    QCOMPARE(asked->first.extensions.find("Params")->toList().text("k"), u"v"_s);
    m_talk->acknowledge(asked->second);
    QVERIFY(!isSettled);
    m_talk->sayRecording(after);
    QVERIFY(isSettled);
    QVERIFY(m_talk->link.nothingSent());
}

void TestOnBehalf::somebodyElsesCallIsNotMoved()
{
    supervise();
    m_talk->say(MessageType::EventRinging);
    QCOMPARE(obstacle(CallAction::Answer), Obstacle::NotOwnCall);
    m_talk->say(MessageType::EventEstablished);
    for (const CallAction action : model::AllCallActions) {
        if (recordingCommandOf(action))
            continue;
        QCOMPARE(obstacle(action), Obstacle::NotOwnCall);
        const auto sent = m_talk->desk.control.perform(One, action, {.destination = Dn(u"7002"_s)});
        QCOMPARE(sent.error().kind, core::ErrorKind::NotAllowed);
    }
    QVERIFY(m_talk->link.nothingSent());
}

void TestOnBehalf::aRefusalNamesTheAgentsDn()
{
    supervise();
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(m_talk->desk.control.perform(One, CallAction::PauseRecording));
    m_talk->refuse(m_talk->link.expect<tlib::RecordingService>()->second, 43);
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
    const model::Toast &toast = m_talk->desk.toasts.toasts().first();
    QCOMPARE(toast.dn, Agent);
    QVERIFY(toast.isOthersCall);
    QCOMPARE(toast.code, 43);
}

void TestOnBehalf::noAnswerAsksAboutTheCall()
{
    supervise();
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(m_talk->desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(m_talk->link.expect<tlib::RecordingService>());
    m_talk->clock.advance(5s);
    QCOMPARE(m_talk->desk.toasts.toasts().first().kind, ToastKind::NoAnswer);
    QCOMPARE(m_talk->link.expect<tlib::QueryCall>()->first.dn, Agent); // a party of it
}

void TestOnBehalf::withoutAnOwnDnNothingIsAskedFor()
{
    connect({{.dn = Agent, .use = DnUse::Watched}});
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(m_talk->desk.views.actingDn(*m_talk->call()).isEmpty());
    for (const CallAction action : RecordingActions) {
        QCOMPARE(obstacle(action), Obstacle::NoOwnDn);
        QVERIFY(!m_talk->desk.control.perform(One, action));
    }
    QCOMPARE(obstacle(CallAction::Hold), Obstacle::NotOwnCall);
    QVERIFY(m_talk->link.nothingSent());
}

void TestOnBehalf::inAnAgentsCallTheSupervisorMovesHisOwnPart()
{
    supervise();
    m_talk->talk(Conversation::recording(u"ON"_s));
    join(MessageType::EventRinging);
    QCOMPARE(obstacle(CallAction::Answer), Obstacle::None);
    QCOMPARE(obstacle(CallAction::Hold),
             Obstacle::NotInThisState); // the agent talks, the supervisor does not
    join(MessageType::EventEstablished);
    QVERIFY(m_talk->desk.views.isOwn(*m_talk->call()));
    QVERIFY(m_talk->desk.control.perform(One, CallAction::Hold));
    QCOMPARE(m_talk->link.expect<tlib::HoldCall>()->first.dn, Supervisor);
    m_talk->say(MessageType::EventHeld); // the agent's, who did the same
    QVERIFY(m_talk->call()->pendingControl);
    join(MessageType::EventHeld);
    QVERIFY(!m_talk->call()->pendingControl);
    m_talk->say(MessageType::EventRetrieved);
    QCOMPARE(obstacle(CallAction::Retrieve), Obstacle::None); // still held here
    QVERIFY(m_talk->desk.control.perform(One, CallAction::PauseRecording));
    QCOMPARE(m_talk->link.expect<tlib::RecordingService>()->first.dn, Supervisor);
}

void TestOnBehalf::afterItsOwnPartTheCallIsSomebodyElses()
{
    supervise();
    m_talk->talk(Conversation::recording(u"ON"_s));
    join(MessageType::EventEstablished);
    QVERIFY(m_talk->desk.control.perform(One, CallAction::Release));
    QCOMPARE(m_talk->link.expect<tlib::ReleaseCall>()->first.dn, Supervisor);
    join(MessageType::EventReleased);
    QVERIFY(m_talk->call()); // the agent talks on
    QVERIFY(!m_talk->call()->pendingControl);
    QVERIFY(!m_talk->desk.views.isOwn(*m_talk->call()));
    QCOMPARE(obstacle(CallAction::Release), Obstacle::NotOwnCall);
    QCOMPARE(obstacle(CallAction::PauseRecording), Obstacle::None);
    QCOMPARE(m_talk->desk.views.actingDn(*m_talk->call()), Supervisor);
}

/// The agent's leg came first, and the call knows its parties as that leg sees them.
void TestOnBehalf::hisOwnCallIsWithTheAgent()
{
    supervise();
    tlib::Event event = m_talk->event(MessageType::EventDialing);
    event.otherDn = Supervisor;
    m_talk->link.push(event);
    for (const MessageType type : {MessageType::EventRinging, MessageType::EventEstablished}) {
        event = m_talk->event(type);
        event.thisDn = Supervisor;
        event.otherDn = Agent;
        m_talk->link.push(event);
    }
    QVERIFY(m_talk->desk.control.perform(One, CallAction::Hold));
    m_talk->refuse(m_talk->link.expect<tlib::HoldCall>()->second, 93);
    QCOMPARE(m_talk->desk.toasts.toasts().first().party, Agent);
    QCOMPARE(m_talk->desk.toasts.toasts().first().dn, Supervisor);
}

void TestOnBehalf::aReplayOnlyShows()
{
    m_talk = std::make_unique<Conversation>(model::DeskConfiguration{.isReplay = true});
    m_talk->connect();
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(!m_talk->desk.rules.possible(*m_talk->call()));
    for (const CallAction action : model::AllCallActions) {
        QCOMPARE(obstacle(action), Obstacle::OnlyLooking);
        QVERIFY(!m_talk->desk.control.perform(One, action));
    }
    QVERIFY(m_talk->link.nothingSent());
}

TALLY_TEST(TestOnBehalf)

} // namespace tst_onbehalf
#include "tst_onbehalf.moc"
