#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_overdue {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

/// A doubt that can be taken back: the link owes a sign of life.
class TestOverdue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsCertainAndAllOfItComesBack();
    void whoHearsOfTheStateFindsTheDoubtRaised();
    void nothingAPersonAsksForIsSent();
    void noQuestionIsSentUntilTheSignOfLife();
    void aPendingMarkStaysAndEndsByItsOwnTimeOut();
    void aPendingMarkEndsWithTheLink();
    void theTimelineShowsTheSpan();
    void theAgentsStateComesBack();
    void waitingCallsComeBack();
    void theLossOfAnOverdueLinkIsALossLikeAnother();
    void aNewEpochStaysOverdue();
    void anOverdueLinkThatIsClosedIsForgotten();

private:
    void setOverdue(bool isOverdue) { Q_EMIT m_talk->link.overdueChanged(isOverdue); }

    std::unique_ptr<Conversation> m_talk;
};

void TestOverdue::init()
{
    m_talk = std::make_unique<Conversation>();
    tlib::KvList ready;
    ready.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
    m_talk->connect(ready);
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(m_talk->isCertain());
}

void TestOverdue::nothingIsCertainAndAllOfItComesBack()
{
    setOverdue(true);
    QVERIFY(m_talk->desk.connection.isOverdue());
    QVERIFY(!m_talk->desk.connection.isReliable());
    QVERIFY(!m_talk->isCertain());
    QCOMPARE(m_talk->desk.connection.state(), model::ConnectionState::Connected);
    setOverdue(false);
    QVERIFY(m_talk->isCertain());
    QCOMPARE(m_talk->call()->recording.state, RecordingState::On);
    QVERIFY(m_talk->link.nothingSent()); // nothing was missed
}

void TestOverdue::whoHearsOfTheStateFindsTheDoubtRaised()
{
    int told = 0;
    connect(&m_talk->desk.connection, &model::ServerConnection::stateChanged, this, [&] {
        QCOMPARE(m_talk->isCertain(), !m_talk->desk.connection.isOverdue());
        ++told;
    });
    setOverdue(true);
    setOverdue(true); // said twice
    setOverdue(false);
    QCOMPARE(told, 2);
}

void TestOverdue::nothingAPersonAsksForIsSent()
{
    setOverdue(true);
    for (const CallAction action : model::AllCallActions)
        QVERIFY(
            !m_talk->desk.control.perform(Conversation::CallOne, action, {.destination = tlib::Dn(u"1"_s)}));
    for (const model::AgentAction action :
         {model::AgentAction::Login, model::AgentAction::Ready, model::AgentAction::NotReady,
          model::AgentAction::AfterCallWork, model::AgentAction::Logout}) {
        QVERIFY(!m_talk->desk.agent.can(action));
        QVERIFY(!m_talk->desk.agent.perform(action));
    }
    QVERIFY(m_talk->link.nothingSent());
    setOverdue(false);
    QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    QVERIFY(m_talk->link.expect<tlib::RecordingService>());
}

void TestOverdue::noQuestionIsSentUntilTheSignOfLife()
{
    setOverdue(true);
    m_talk->desk.registry.ask(Conversation::OwnDn, Conversation::CallOne);
    QVERIFY(m_talk->link.nothingSent());
    setOverdue(false);
    QVERIFY(m_talk->link.expect<tlib::QueryCall>());
}

void TestOverdue::aPendingMarkStaysAndEndsByItsOwnTimeOut()
{
    QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    setOverdue(true);
    QVERIFY(m_talk->call()->pendingRecording);
    m_talk->clock.advance(4999ms);
    QVERIFY(m_talk->call()->pendingRecording);
    m_talk->clock.advance(1ms);
    QVERIFY(!m_talk->call()->pendingRecording);
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
    QCOMPARE(m_talk->desk.toasts.toasts().first().kind, model::ToastKind::NoAnswer);
}

void TestOverdue::aPendingMarkEndsWithTheLink()
{
    QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    setOverdue(true);
    m_talk->loseLink();
    QVERIFY(!m_talk->call()->pendingRecording);
    QCOMPARE(m_talk->desk.toasts.toasts().first().kind, model::ToastKind::ResultUnknown);
}

void TestOverdue::theTimelineShowsTheSpan()
{
    m_talk->clock.advance(1s);
    m_talk->link.hear(m_talk->clock.now());
    setOverdue(true);
    m_talk->clock.advance(2s);
    setOverdue(false);
    const auto segments = m_talk->desk.timeline.segments(Conversation::CallOne);
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments[1].state, RecordingState::Unknown);
    QVERIFY(segments[0].certain && !segments[1].certain && segments[2].certain);
    QCOMPARE(segments[2].state, RecordingState::On);
    QCOMPARE(segments[2].from - segments[1].from, 2s);
}

void TestOverdue::theAgentsStateComesBack()
{
    QCOMPARE(m_talk->desk.agent.state(), model::AgentState::Ready);
    QSignalSpy changed(&m_talk->desk.agent, &model::AgentSession::changed);
    setOverdue(true);
    QCOMPARE(m_talk->desk.agent.state(), model::AgentState::Unknown);
    setOverdue(false);
    QCOMPARE(m_talk->desk.agent.state(), model::AgentState::Ready);
    QCOMPARE(changed.count(), 2);
}

void TestOverdue::waitingCallsComeBack()
{
    const tlib::ConnId waiting(77);
    m_talk->say(MessageType::EventRouteRequest, {}, waiting);
    QVERIFY(m_talk->desk.waiting.find(waiting, Conversation::OwnDn)->certain);
    setOverdue(true);
    QVERIFY(!m_talk->desk.waiting.find(waiting, Conversation::OwnDn)->certain);
    QCOMPARE(m_talk->desk.routes.route(waiting, Conversation::OwnDn, {.destination = tlib::Dn(u"7002"_s)}),
             model::RouteObstacle::NotCertain);
    QVERIFY(m_talk->link.nothingSent());
    setOverdue(false);
    QVERIFY(m_talk->desk.waiting.find(waiting, Conversation::OwnDn)->certain);

    m_talk->loseLink();
    m_talk->waitForAttempt();
    m_talk->link.acceptAsPrimary();
    setOverdue(true);
    setOverdue(false); // what was in doubt before does not become certain by it
    QVERIFY(!m_talk->desk.waiting.find(waiting, Conversation::OwnDn)->certain);
}

void TestOverdue::theLossOfAnOverdueLinkIsALossLikeAnother()
{
    setOverdue(true);
    QStringList story;
    connect(&m_talk->desk.calls, &model::CallList::certaintyChanged, this, [&] {
        QVERIFY(!m_talk->isCertain()); // in no moment of it
        story.append(u"certainty"_s);
    });
    m_talk->loseLink();
    QVERIFY(!m_talk->desk.connection.isOverdue());
    QVERIFY(!m_talk->isCertain());
    setOverdue(false); // late
    QVERIFY(!m_talk->isCertain());
    QVERIFY(!story.isEmpty());
}

void TestOverdue::aNewEpochStaysOverdue()
{
    setOverdue(true);
    m_talk->link.push({.type = MessageType::EventLinkConnected});
    QVERIFY(m_talk->desk.connection.isOverdue()); // the epoch may be as old as the silence
    QVERIFY(!m_talk->isCertain());
    setOverdue(false);
    QVERIFY(m_talk->link.expect<tlib::RegisterAddress>());
    QVERIFY(!m_talk->isCertain());
}

void TestOverdue::anOverdueLinkThatIsClosedIsForgotten()
{
    setOverdue(true);
    m_talk->desk.connection.close();
    QVERIFY(!m_talk->desk.connection.isOverdue());
    setOverdue(true); // of the link that was
    QVERIFY(!m_talk->desk.connection.isOverdue());
}

TALLY_TEST(TestOverdue)

} // namespace tst_overdue
#include "tst_overdue.moc"
