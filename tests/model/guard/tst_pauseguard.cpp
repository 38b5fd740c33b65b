#include "model/guard/pauseguard.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_pauseguard {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::PauseLimits;
using model::PauseStep;
using model::RecordingState;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

constexpr tlib::ConnId One = Conversation::CallOne;
constexpr tlib::ConnId Two{0x2002};

/// How long may a recording stay paused: what is said, when, and what is asked for.
class TestPauseGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostSpecificLimitCounts_data();
    void theMostSpecificLimitCounts();
    void aQueueIsTheCallsOwn();
    void eachStepIsSaidOnce();
    void pausingAgainStartsAnew();
    void aLateStartCountsFromWhatWasSeen();
    void nothingIsSaidInDoubt();
    void anOverdueLinkDelaysAReminder();
    void onlyOwnPausedCallsAreWatched();
    void limitsCountAtOnce();
    void withoutThePolicyNothingIsAsked();
    void itResumesAtTheLimitAfterAWarning();
    void keepPausedPutsTheLimitOffOncePerPress();
    void aRefusedResumeIsAToastAndNotRepeated();
    void theWarningIsWholeAfterADoubt();
    void aRequestUnderWayIsNotDoubled();
    void whatIsNotPermittedIsNotAsked();
    void whoResumedMeanwhileIsLeftAlone();
    void aListenerMayEndTheCall();
    void manyPausedCallsAreCheap();

private:
    void begin(const PauseLimits &limits = {}, const model::RecordingPermissions &permissions = {})
    {
        m_said.clear();
        m_talk = std::make_unique<Conversation>(
            model::DeskConfiguration{.permissions = permissions, .pauseLimits = limits});
        model::PauseGuard &guard = m_talk->desk.guard;
        connect(&guard, &model::PauseGuard::reminded, this, [this](model::CallId id, PauseStep step) {
            const QString names[] = {u"half"_s, u"three quarters"_s, u"limit"_s};
            note(id, names[int(step)]);
        });
        connect(&guard, &model::PauseGuard::aboutToResume, this, [this](model::CallId id, core::Instant at) {
            note(id, u"resumes in %1"_s.arg(
                         std::chrono::duration_cast<std::chrono::seconds>(at - m_talk->clock.now()).count()));
        });
        m_talk->connect();
    }
    void note(model::CallId id, const QString &what) { m_said.append(id == One ? what : u"2: "_s + what); }
    void pause(tlib::ConnId id = One)
    {
        if (!m_talk->call(id))
            m_talk->talk(Conversation::recording(u"ON"_s), id);
        m_talk->sayRecording(u"PAUSED"_s, u"file-1"_s, id);
    }
    QStringList said() { return std::exchange(m_said, {}); }
    QStringList after(core::Duration time)
    {
        m_talk->clock.advance(time);
        return said();
    }
    model::PauseGuard &guard() { return m_talk->desk.guard; }

    std::unique_ptr<Conversation> m_talk;
    QStringList m_said;
};

void TestPauseGuard::theMostSpecificLimitCounts_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("queue");
    QTest::addColumn<int>("seconds");
    QTest::newRow("neither") << u"7009"_s << u"5009"_s << 120;
    QTest::newRow("the DN") << u"7001"_s << u"5009"_s << 60;
    QTest::newRow("the queue") << u"7009"_s << u"5000"_s << 30;
    QTest::newRow("both: what the call is about") << u"7001"_s << u"5000"_s << 30;
    QTest::newRow("no queue") << u"7001"_s << u""_s << 60;
    QTest::newRow("none for this queue") << u"7001"_s << u"5001"_s << 0;
}

void TestPauseGuard::theMostSpecificLimitCounts()
{
    QFETCH(QString, own);
    QFETCH(QString, queue);
    QFETCH(int, seconds);
    const PauseLimits limits{.general = 120s,
                             .special = {{Dn(u"7001"_s), 60s}, {Dn(u"5000"_s), 30s}, {Dn(u"5001"_s), 0s}}};
    QCOMPARE(model::limitFor(limits, Dn(own), Dn(queue)), core::Duration(std::chrono::seconds(seconds)));
}

void TestPauseGuard::aQueueIsTheCallsOwn()
{
    begin({.special = {{Dn(u"5000"_s), 30s}}});
    tlib::Event ringing = m_talk->event(MessageType::EventRinging);
    ringing.thisQueue = Dn(u"5000"_s);
    m_talk->link.push(ringing);
    m_talk->say(MessageType::EventEstablished,
                Conversation::recording(u"PAUSED"_s)); // names no queue any more
    QCOMPARE(guard().countOf(One)->limit, core::Duration(30s));
}

void TestPauseGuard::eachStepIsSaidOnce()
{
    begin();
    pause();
    QVERIFY(guard().countOf(One)->isWhole);
    QCOMPARE(after(59s), QStringList());
    QCOMPARE(after(1s), QStringList{u"half"_s});
    QCOMPARE(after(29s), QStringList());
    QCOMPARE(after(1s), QStringList{u"three quarters"_s});
    QCOMPARE(after(30s), QStringList{u"limit"_s});
    QCOMPARE(after(1h), QStringList());
    QVERIFY(m_talk->link.nothingSent());
}

void TestPauseGuard::pausingAgainStartsAnew()
{
    begin();
    pause();
    QCOMPARE(after(61s), QStringList{u"half"_s});
    m_talk->sayRecording(u"ON"_s);
    QVERIFY(!guard().countOf(One));
    QCOMPARE(after(10min), QStringList());
    pause();
    QCOMPARE(after(59s), QStringList());
    QCOMPARE(after(1s), QStringList{u"half"_s});
    m_talk->say(MessageType::EventReleased);
    QCOMPARE(after(10min), QStringList());
}

void TestPauseGuard::aLateStartCountsFromWhatWasSeen()
{
    begin();
    m_talk->say(MessageType::EventEstablished, Conversation::recording(u"PAUSED"_s)); // met in its middle
    QVERIFY(m_talk->isCertain());
    QVERIFY(guard().countOf(One));
    QVERIFY(!guard().countOf(One)->isWhole);
    QCOMPARE(after(60s), QStringList{u"half"_s}); // at least half, which is reason enough
}

void TestPauseGuard::nothingIsSaidInDoubt()
{
    begin();
    pause();
    m_talk->loseLink();
    QCOMPARE(after(10min), QStringList());
    m_talk->waitForAttempt();
    m_talk->reconnect(Conversation::snapshotOf(One));
    QCOMPARE(said(), QStringList());
    m_talk->link.answer(m_talk->link.expect<tlib::QueryCall>()->second,
                        {.type = MessageType::EventPartyInfo,
                         .connId = One,
                         .userData = Conversation::recording(u"PAUSED"_s)});
    QVERIFY(m_talk->isCertain());
    QCOMPARE(said(), QStringList()); // it may have gone on meanwhile: it is paused since now, at least
    QCOMPARE(after(60s), QStringList{u"half"_s});
}

void TestPauseGuard::anOverdueLinkDelaysAReminder()
{
    begin();
    pause();
    m_talk->clock.advance(50s);
    Q_EMIT m_talk->link.overdueChanged(true);
    QCOMPARE(after(45s), QStringList());
    Q_EMIT m_talk->link.overdueChanged(false); // nothing was missed
    QCOMPARE(said(), (QStringList{u"half"_s, u"three quarters"_s}));
    Q_EMIT m_talk->link.overdueChanged(true);
    Q_EMIT m_talk->link.overdueChanged(false);
    QCOMPARE(said(), QStringList());
    QCOMPARE(after(25s), QStringList{u"limit"_s});
}

void TestPauseGuard::onlyOwnPausedCallsAreWatched()
{
    begin();
    m_talk->talk(Conversation::recording(u"ON"_s));
    QVERIFY(!guard().countOf(One));
    pause(Two);
    m_talk->say(MessageType::EventHeld, {}, Two); // on hold it is paused all the same
    QVERIFY(guard().countOf(Two));
    m_talk->desk.registry.setDns({{.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    QVERIFY(!guard().countOf(Two)); // somebody else's desk reminds of it
    QCOMPARE(after(10min), QStringList());
}

void TestPauseGuard::limitsCountAtOnce()
{
    begin();
    pause();
    m_talk->clock.advance(40s);
    guard().setLimits({.general = 50s});
    QCOMPARE(said(), (QStringList{u"half"_s, u"three quarters"_s}));
    QCOMPARE(guard().countOf(One)->limit, core::Duration(50s));
    guard().setLimits({.general = 0s});
    QVERIFY(!guard().countOf(One));
    QCOMPARE(after(1h), QStringList());
}

void TestPauseGuard::withoutThePolicyNothingIsAsked()
{
    begin({.general = 60s});
    pause();
    m_talk->clock.advance(1h);
    QVERIFY(!said().join(u' ').contains(u"resumes"_s));
    QVERIFY(m_talk->link.nothingSent());
    QCOMPARE(m_talk->call()->recording.state, RecordingState::Paused);
}

void TestPauseGuard::itResumesAtTheLimitAfterAWarning()
{
    begin({.general = 60s, .resumes = true});
    pause();
    QCOMPARE(after(30s), QStringList{u"half"_s});
    QCOMPARE(after(10s), QStringList{u"resumes in 20"_s});
    QCOMPARE(guard().countOf(One)->resumesAt, guard().countOf(One)->since + 60s);
    m_talk->clock.advance(19s);
    QVERIFY(m_talk->link.nothingSent());
    m_talk->clock.advance(1s);
    const auto sent = m_talk->link.expect<tlib::RecordingService>();
    QVERIFY(sent);
    QCOMPARE(sent->first.command, tlib::RecordingCommand::Resume);
    QCOMPARE(m_talk->call()->recording.state, RecordingState::Paused); // until the server says so
    QCOMPARE(m_talk->call()->pendingRecording->asker, model::Asker::PauseGuard);
    m_talk->acknowledge(sent->second);
    QCOMPARE(m_talk->call()->recording.state, RecordingState::Paused);
    m_talk->sayRecording(u"ON"_s);
    QCOMPARE(m_talk->desk.views.changerOf(m_talk->call()->recording), model::Changer::PauseGuard);
    QVERIFY(!guard().countOf(One));
    m_talk->clock.advance(10min);
    QVERIFY(m_talk->link.nothingSent());
}

void TestPauseGuard::keepPausedPutsTheLimitOffOncePerPress()
{
    begin({.general = 60s, .resumes = true});
    pause();
    m_talk->clock.advance(45s);
    said();
    QVERIFY(guard().keepPaused(One));
    QCOMPARE(guard().countOf(One)->limit, core::Duration(120s));
    QVERIFY(!guard().countOf(One)->resumesAt);
    QCOMPARE(after(54s), QStringList()); // 99 s
    QVERIFY(m_talk->link.nothingSent());
    QCOMPARE(after(1s), QStringList{u"resumes in 20"_s});
    QVERIFY(guard().keepPaused(One));
    QCOMPARE(guard().countOf(One)->limit, core::Duration(180s));
    m_talk->clock.advance(79s); // 179 s
    QVERIFY(m_talk->link.nothingSent());
    m_talk->clock.advance(1s);
    QVERIFY(m_talk->link.expect<tlib::RecordingService>());
    QCOMPARE(said().last(), u"limit"_s); // once, where it was put off to
    QVERIFY(!guard().keepPaused(Two));
}

void TestPauseGuard::aRefusedResumeIsAToastAndNotRepeated()
{
    begin({.general = 60s, .resumes = true});
    pause();
    m_talk->clock.advance(60s);
    m_talk->refuse(m_talk->link.expect<tlib::RecordingService>()->second, 58);
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
    QCOMPARE(m_talk->desk.toasts.toasts().first().callAction, CallAction::ResumeRecording);
    said();
    QCOMPARE(after(1h), QStringList());
    QVERIFY(m_talk->link.nothingSent());
    QVERIFY(guard().keepPaused(One)); // then it is another limit
}

void TestPauseGuard::theWarningIsWholeAfterADoubt()
{
    begin({.general = 60s, .resumes = true});
    pause();
    m_talk->clock.advance(50s);
    said();
    Q_EMIT m_talk->link.overdueChanged(true);
    QCOMPARE(after(30s), QStringList());
    QVERIFY(m_talk->link.nothingSent()); // the limit was reached in doubt
    Q_EMIT m_talk->link.overdueChanged(false);
    QVERIFY(said().contains(u"resumes in 20"_s));
    QVERIFY(m_talk->link.nothingSent());
    m_talk->clock.advance(20s);
    QVERIFY(m_talk->link.expect<tlib::RecordingService>());
}

void TestPauseGuard::aRequestUnderWayIsNotDoubled()
{
    begin({.general = 60s, .resumes = true});
    pause();
    m_talk->clock.advance(58s);
    QVERIFY(m_talk->desk.control.perform(One, CallAction::ResumeRecording)); // the person is quicker
    const auto sent = m_talk->link.expect<tlib::RecordingService>();
    m_talk->clock.advance(3s);
    QVERIFY(m_talk->link.nothingSent());
    said();
    m_talk->refuse(sent->second, 58);
    QVERIFY(said().contains(u"resumes in 20"_s)); // it is paused still, and is said so anew
    m_talk->clock.advance(20s);
    QVERIFY(m_talk->link.expect<tlib::RecordingService>());
}

void TestPauseGuard::whatIsNotPermittedIsNotAsked()
{
    model::RecordingPermissions permissions;
    permissions.setAllowed(tlib::RecordingCommand::Resume, false);
    begin({.general = 60s, .resumes = true}, permissions);
    pause();
    m_talk->clock.advance(1h);
    QVERIFY(m_talk->link.nothingSent());
    QVERIFY(said().contains(u"limit"_s));
}

void TestPauseGuard::whoResumedMeanwhileIsLeftAlone()
{
    begin({.general = 60s, .resumes = true});
    pause();
    m_talk->clock.advance(50s);
    m_talk->sayRecording(u"ON"_s);
    m_talk->clock.advance(1h);
    QVERIFY(m_talk->link.nothingSent());
}

void TestPauseGuard::aListenerMayEndTheCall()
{
    begin({.general = 60s, .resumes = true});
    pause();
    pause(Two);
    connect(&guard(), &model::PauseGuard::reminded, this, [this](model::CallId id) {
        if (m_talk->call(id))
            m_talk->say(MessageType::EventReleased, {}, id);
    });
    m_talk->clock.advance(30s);
    QVERIFY(!m_talk->call(One) && !m_talk->call(Two));
    m_talk->clock.advance(1h);
    QVERIFY(m_talk->link.nothingSent());
}

void TestPauseGuard::manyPausedCallsAreCheap()
{
    begin();
    constexpr quint64 Many = 10'000;
    for (quint64 id = 1; id <= Many; ++id)
        m_talk->say(MessageType::EventRinging, Conversation::recording(u"PAUSED"_s), tlib::ConnId(id));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(after(60s).size(), qsizetype(Many));
    QCOMPARE(after(60s).size(), qsizetype(2 * Many));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

TALLY_TEST(TestPauseGuard)

} // namespace tst_pauseguard
#include "tst_pauseguard.moc"
