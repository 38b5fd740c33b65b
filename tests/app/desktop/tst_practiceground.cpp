#include "app/desktop/practiceground.h"
#include "backends/wire/wirelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_practiceground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::RecordingState;
using presentation::PracticeChoice;

namespace {

/// The practice as the desktop has it, its servers behind real ports, at a time that the test moves.
struct Ground
{
    Ground()
    {
        desk.registry.setDns(QList<model::DnEntry>{{.dn = tlib::Dn(u"7001"_s)}});
        desk.agent.setIdentity({.dn = tlib::Dn(u"7001"_s), .agentId = tlib::AgentId(u"1001"_s)});
        const auto started = ground.start(model::Role::Agent);
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
        servers = *started;
        desk.connection.open(servers.first(), servers.mid(1));
        if (!until([this] { return desk.connection.isReliable(); }))
            qFatal("the practice does not answer");
    }
    /// Lets time pass, and what is on its way arrive.
    void pass(core::Duration time, core::Duration step = 100ms)
    {
        for (core::Duration passed{0}; passed < time; passed += step) {
            clock.advance(step);
            QTest::qWait(1);
        }
    }
    bool until(const std::function<bool()> &isSo)
    {
        for (int i = 0; i < 600 && !isSo(); ++i)
            pass(20ms, 20ms);
        return isSo();
    }
    /// On until the script is at so many seconds of its day.
    void passTo(int seconds, double speed = 1)
    {
        const core::Duration to(qint64((seconds * 1000 - atScript) / speed));
        atScript = seconds * 1000;
        pass(to);
    }
    const model::Call *call() const { return desk.calls.find(desk.inHand.first()); }
    bool isState(RecordingState state) const
    {
        return call() && call()->recording.state == state && desk.calls.isCertain(*call());
    }
    /// A call that this desktop has answered and that is recorded; the script stands.
    bool talk()
    {
        ground.setHalted(true);
        return ground.choose(PracticeChoice::Call, 0) && until([this] { return call() != nullptr; }) &&
               desk.control.perform(call()->id, CallAction::Answer) &&
               until([this] { return isState(RecordingState::On); });
    }
    bool hasToast(model::ToastKind kind, int code = 0) const
    {
        for (const model::Toast &toast : desk.toasts.toasts()) {
            if (toast.kind == kind && toast.code == code)
                return true;
        }
        return false;
    }

    support::ManualClock clock;
    wire::WireLink link{clock};
    model::Desk desk{link, clock};
    app::PracticeGround ground{desk, clock};
    QList<tlib::Endpoint> servers;
    qint64 atScript = 0;
};

} // namespace

class TestPracticeGround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallComesInAndTheCustomerHangsUp();
    void somebodyElsePausesAndResumes();
    void theNextRequestIsRefusedOnce();
    void theNextRequestIsNotAnswered();
    void theLinkIsLostAndComesBack();
    void theBackupTakesOver();
    void sixCallsRing();
    void whatIsNotPossibleIsNotDone();
    void saysWhatHappensAndWhatComes();
    void followsWhatThePersonDoes();
    void pressesOnlyWhatWasSaid_data();
    void pressesOnlyWhatWasSaid();
    void atTenTimesNothingBreaks();
};

void TestPracticeGround::aCallComesInAndTheCustomerHangsUp()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.ground.choose(PracticeChoice::HangUp, 0));
    QVERIFY(it.until([&it] { return it.desk.inHand.count() == 0; }));
}

void TestPracticeGround::somebodyElsePausesAndResumes()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.ground.isPossible(PracticeChoice::OtherPauses));
    QVERIFY(!it.ground.isPossible(PracticeChoice::OtherResumes));
    QVERIFY(it.ground.choose(PracticeChoice::OtherPauses, 0));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::Paused); }));
    QVERIFY(it.ground.choose(PracticeChoice::OtherResumes, 0));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::On); }));
    QVERIFY(it.ground.choose(PracticeChoice::RecorderStops, 0));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::Off); }));
    QVERIFY(it.desk.toasts.toasts().isEmpty());
}

void TestPracticeGround::theNextRequestIsRefusedOnce()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.ground.choose(PracticeChoice::Refuse, 166));
    QVERIFY(it.desk.control.perform(it.call()->id, CallAction::PauseRecording));
    QVERIFY(it.until([&it] { return it.hasToast(model::ToastKind::Refused, 166); }));
    QVERIFY(it.isState(RecordingState::On));
    QVERIFY(it.desk.control.perform(it.call()->id, CallAction::PauseRecording));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::Paused); }));
    QVERIFY(it.desk.control.perform(it.call()->id, CallAction::ResumeRecording)); // nor is any other
    QVERIFY(it.until([&it] { return it.isState(RecordingState::On); }));
}

void TestPracticeGround::theNextRequestIsNotAnswered()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.ground.choose(PracticeChoice::Silence, 0));
    QVERIFY(it.desk.control.perform(it.call()->id, CallAction::PauseRecording));
    QVERIFY(it.until([&it] { return it.hasToast(model::ToastKind::NoAnswer); }));
    QVERIFY(it.isState(RecordingState::On));
}

void TestPracticeGround::theLinkIsLostAndComesBack()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.ground.choose(PracticeChoice::LoseLink, 0));
    QVERIFY(it.until([&it] { return !it.desk.calls.isCertain(*it.call()); }));
    QVERIFY(!it.ground.isPossible(PracticeChoice::LoseLink));
    QVERIFY(it.ground.choose(PracticeChoice::RestoreLink, 0));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::On); }));
    QVERIFY(!it.ground.isPossible(PracticeChoice::RestoreLink));
}

void TestPracticeGround::theBackupTakesOver()
{
    Ground it;
    QVERIFY(it.talk());
    QVERIFY(it.until([&it] { return it.ground.isPossible(PracticeChoice::SwitchOver); }));
    QVERIFY(it.ground.choose(PracticeChoice::SwitchOver, 0));
    QVERIFY(it.until([&it] {
        return it.desk.connection.endpoint().port == it.servers.last().port && it.isState(RecordingState::On);
    }));
    // What is chosen happens where the calls are now.
    QVERIFY(it.ground.choose(PracticeChoice::OtherPauses, 0));
    QVERIFY(it.until([&it] { return it.isState(RecordingState::Paused); }));
    QVERIFY(it.until([&it] { return it.ground.isPossible(PracticeChoice::SwitchOver); }));
    QVERIFY(it.ground.choose(PracticeChoice::SwitchOver, 0)); // and back
    QVERIFY(it.until([&it] {
        return it.desk.connection.endpoint().port == it.servers.first().port &&
               it.isState(RecordingState::Paused);
    }));
}

void TestPracticeGround::sixCallsRing()
{
    Ground it;
    it.ground.setHalted(true);
    QVERIFY(it.ground.choose(PracticeChoice::Storm, 0));
    QVERIFY(it.until([&it] { return it.desk.inHand.count() == 6; }));
    for (int i = 0; i < 20; ++i)
        it.ground.choose(PracticeChoice::Storm, 0);
    QVERIFY(it.until([&it] { return !it.ground.isPossible(PracticeChoice::Storm); }));
}

void TestPracticeGround::whatIsNotPossibleIsNotDone()
{
    Ground it;
    it.ground.setHalted(true);
    for (const auto choice :
         {PracticeChoice::HangUp, PracticeChoice::OtherPauses, PracticeChoice::OtherResumes,
          PracticeChoice::RecorderStops, PracticeChoice::RestoreLink}) {
        QVERIFY(!it.ground.isPossible(choice));
        QVERIFY(!it.ground.choose(choice, 0));
    }
}

void TestPracticeGround::saysWhatHappensAndWhatComes()
{
    Ground it;
    it.pass(3s);
    const widgets::PracticeScene scene = it.ground.scene();
    QVERIFY(scene.now);
    QCOMPARE(scene.now->verb, u"call"_s);
    QCOMPARE(scene.now->party, u"+493055501"_s);
    QVERIFY(scene.next && scene.next->in);
    QCOMPARE(scene.next->step.verb, u"answer"_s);
    QCOMPARE(scene.next->step.party, u"+493055501"_s);
    QCOMPARE(scene.next->step.dn, u"7001"_s);
    const core::Duration left = *scene.next->in;
    it.ground.setSpeed(2);
    QVERIFY(*it.ground.scene().next->in <= left / 2 + 1ms);
    it.ground.setHalted(true);
    QVERIFY(!it.ground.scene().next->in);
    it.pass(20s);
    QCOMPARE(it.ground.scene().now->verb, u"call"_s);
    it.ground.setHalted(false);
    it.pass(6s);
    QCOMPARE(it.ground.scene().now->verb, u"answer"_s);
}

void TestPracticeGround::followsWhatThePersonDoes()
{
    Ground it;
    QVERIFY(it.until([&it] { return it.ground.scene().now && it.call(); }));
    QCOMPARE(it.ground.scene().now->verb, u"call"_s);
    QCOMPARE(it.ground.scene().next->step.verb, u"answer"_s);
    it.ground.setHalted(true); // the script does nothing more
    const model::CallId id = it.call()->id;
    QVERIFY(it.desk.control.perform(id, CallAction::Answer));
    QVERIFY(it.until([&it] { return it.call()->phase() == model::CallPhase::Talking; }));
    QCOMPARE(it.ground.scene().now->verb, u"answer"_s);
    QCOMPARE(it.ground.scene().now->party, u"+493055501"_s);
    QVERIFY(it.ground.scene().next->step.verb != u"answer");
    QCOMPARE(it.ground.scene().next->step.party, u"+493055501"_s); // and the rest is still to come
    QVERIFY(it.desk.control.perform(id, CallAction::Release));
    QVERIFY(it.until([&it, id] { return !it.desk.calls.find(id); }));
    QCOMPARE(it.ground.scene().now->verb, u"release"_s);
    QVERIFY(!it.ground.scene().next || it.ground.scene().next->step.party != u"+493055501");
}

void TestPracticeGround::pressesOnlyWhatWasSaid_data()
{
    QTest::addColumn<bool>("isSeen");
    QTest::addColumn<bool>("isForbidden");
    QTest::addColumn<bool>("isPressed");
    QTest::newRow("said and let be") << true << false << true;
    QTest::newRow("forbidden") << true << true << false;
    QTest::newRow("nobody sees it") << false << false << false;
}

/// The script presses Start at 86 s; at 90 s somebody else starts what was not started.
void TestPracticeGround::pressesOnlyWhatWasSaid()
{
    QFETCH(bool, isSeen);
    QFETCH(bool, isForbidden);
    QFETCH(bool, isPressed);
    Ground it;
    const core::Instant began = it.clock.now();
    it.ground.setSeen(isSeen);
    it.pass(75s);
    QVERIFY(!it.ground.scene().press);
    QVERIFY(it.until([&] { return it.clock.now() - began > 80s || bool(it.ground.scene().press); }));
    QCOMPARE(bool(it.ground.scene().press), isSeen);
    if (isSeen) {
        QCOMPARE(it.ground.scene().press->step.button, u"start"_s);
        QVERIFY(*it.ground.scene().press->in <= app::PracticeGround::Ahead);
        QVERIFY(*it.ground.scene().press->in >= app::PracticeGround::Said);
    }
    if (isForbidden)
        it.ground.forbidPress();
    while (it.ground.scene().now->verb != u"press" && it.ground.scene().next->step.verb != u"recorder")
        it.pass(100ms);
    it.pass(1s);
    QCOMPARE(it.isState(RecordingState::On), isPressed);
    QVERIFY(!it.ground.scene().press);
}

void TestPracticeGround::atTenTimesNothingBreaks()
{
    QTest::failOnWarning(QRegularExpression(u"step"_s)); // what the script complains of
    Ground it;
    it.ground.setSeen(true);
    it.ground.setSpeed(10);
    constexpr PracticeChoice Choices[] = {
        PracticeChoice::Call,       PracticeChoice::OtherPauses,   PracticeChoice::HangUp,
        PracticeChoice::LoseLink,   PracticeChoice::Refuse,        PracticeChoice::RestoreLink,
        PracticeChoice::SwitchOver, PracticeChoice::RecorderStops, PracticeChoice::Silence};
    for (int i = 0; i < 60; ++i) { // a minute: two days and a half
        it.pass(1s, 50ms);
        it.ground.choose(Choices[size_t(i) % std::size(Choices)], 58);
    }
    it.ground.setHalted(true);
    it.ground.choose(PracticeChoice::RestoreLink, 0);
    QVERIFY(it.until([&it] { return it.desk.connection.isReliable(); }));
    QVERIFY(it.until([&it] {
        const QList<model::CallId> ids = it.desk.inHand.ids();
        return std::all_of(ids.begin(), ids.end(), [&it](model::CallId id) {
            return it.desk.calls.isCertain(*it.desk.calls.find(id));
        });
    }));
    while (it.desk.inHand.count() > 0) {
        const qsizetype before = it.desk.inHand.count();
        QVERIFY(it.ground.choose(PracticeChoice::HangUp, 0));
        QVERIFY(it.until([&it, before] { return it.desk.inHand.count() < before; }));
    }
}

TALLY_TEST(TestPracticeGround)

} // namespace tst_practiceground
#include "tst_practiceground.moc"
