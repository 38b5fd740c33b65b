#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_consultations {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::DestinationFlaw;
using model::Obstacle;
using model::ToastKind;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

namespace {

constexpr tlib::ConnId One = Conversation::CallOne;
constexpr tlib::ConnId Two{0x006c029a6685d005};
const Dn Target(u"7002"_s);

using Outcome = std::pair<CallAction, std::optional<core::ErrorKind>>;

} // namespace

/// Consultations, transfers and conferences as this desktop asks for them, against a server that the test
/// plays.
class TestConsultations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_talk.reset(); }

    void aFlawedDestinationIsNotSent_data();
    void aFlawedDestinationIsNotSent();
    void flawedOptionsAreNotSent();
    void aConsultationIsMade();
    void aTransferGoesOutInOneStep();
    void bothCallsOfferTheJoin_data();
    void bothCallsOfferTheJoin();
    void aJoinIsUnderWayOnBoth();
    void aJoinIsConfirmedByItsEffect_data();
    void aJoinIsConfirmedByItsEffect();
    void aConferenceIsNotMadeByALostConsultation();
    void whoIsConsultedJoinsNothing();
    void anUncertainOtherCallIsNotJoined();
    void everyEndOfAHandOver_data();
    void everyEndOfAHandOver();
    void aHandOverOfACallThatHasGone_data();
    void aHandOverOfACallThatHasGone();

private:
    core::Result<core::Done> perform(CallAction action, const Dn &destination = {}, tlib::ConnId id = One)
    {
        return m_talk->desk.control.perform(id, action, {.destination = destination});
    }
    Obstacle obstacle(CallAction action, tlib::ConnId id = One) const
    {
        return m_talk->desk.rules.obstacle(action, *m_talk->call(id));
    }
    /// The first call on hold, and the consultation dialled from it.
    void consult()
    {
        m_talk->talk(Conversation::recording(u"ON"_s));
        m_talk->say(MessageType::EventHeld);
        tlib::Event dialing = m_talk->event(MessageType::EventDialing, {}, Two);
        dialing.callType = tlib::CallType::Consult;
        dialing.otherDn = Target;
        dialing.transferConnId = One;
        m_talk->link.push(dialing);
        link(One, &model::Call::consultation, Two);
        link(Two, &model::Call::consultationOf, One);
        m_outcomes.clear();
    }
    void link(tlib::ConnId id, model::CallId model::Call::*member, model::CallId other)
    {
        m_talk->desk.calls.update(id, [=](model::Call &call) {
            call.*member = other;
            return model::CallChange::Parties;
        });
    }
    const model::Toast &toast() const { return m_talk->desk.toasts.toasts().first(); }

    std::unique_ptr<Conversation> m_talk;
    QList<Outcome> m_outcomes;
};

void TestConsultations::init()
{
    m_talk = std::make_unique<Conversation>();
    m_talk->connect();
    m_outcomes.clear();
    connect(&m_talk->desk.control, &model::CallControl::settled, this,
            [this](model::CallId, CallAction action, const core::Result<core::Done> &outcome) {
                m_outcomes.append({action, outcome ? std::nullopt : std::optional(outcome.error().kind)});
            });
}

void TestConsultations::aFlawedDestinationIsNotSent_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<DestinationFlaw>("flaw");
    QTest::newRow("nobody") << QString() << DestinationFlaw::Empty;
    QTest::newRow("two words") << u"70 02"_s << DestinationFlaw::NotOneWord;
    QTest::newRow("the own DN") << u"7001"_s << DestinationFlaw::OwnDn;
}

void TestConsultations::aFlawedDestinationIsNotSent()
{
    QFETCH(QString, destination);
    QFETCH(DestinationFlaw, flaw);
    m_talk->talk();
    for (const CallAction action : {CallAction::Consult, CallAction::Transfer}) {
        const model::ActionDetails details{.destination = Dn(destination)};
        QCOMPARE(m_talk->desk.rules.whyNot(action, *m_talk->call(), details), model::WhyNot(flaw));
        const auto sent = perform(action, Dn(destination));
        QCOMPARE(sent.error().kind, core::ErrorKind::InvalidInput);
        QVERIFY(!m_talk->call()->pendingControl);
    }
    QVERIFY(m_talk->link.nothingSent());
}

void TestConsultations::flawedOptionsAreNotSent()
{
    m_talk->talk();
    const model::RecordingOptions options{.dest = u"recorder"_s, .params = {{u"k"_s, u"v"_s}}};
    QCOMPARE(m_talk->desk.rules.whyNot(CallAction::StartRecording, *m_talk->call(), {.recording = options}),
             model::WhyNot(model::OptionsFlaw::DestIsNoSipUri));
    const auto sent = m_talk->desk.control.perform(One, CallAction::StartRecording, {.recording = options});
    QCOMPARE(sent.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY(!m_talk->call()->pendingRecording);
    QVERIFY(m_talk->link.nothingSent());
    m_talk->sayRecording(u"ON"_s); // a pause sends no recorder
    QVERIFY(m_talk->desk.control.perform(One, CallAction::PauseRecording, {.recording = options}));
    QCOMPARE(m_talk->link.expect<tlib::RecordingService>()->first.extensions.count(), 1);
}

void TestConsultations::aConsultationIsMade()
{
    m_talk->talk();
    QVERIFY(perform(CallAction::Consult, Target));
    QCOMPARE(perform(CallAction::Consult, Target).error().kind,
             core::ErrorKind::NotAllowed); // a double click
    const auto asked = m_talk->link.expect<tlib::InitiateTransfer>();
    QCOMPARE(asked->first.dn, Conversation::OwnDn);
    QCOMPARE(asked->first.call, One);
    QCOMPARE(asked->first.destination, Target);
    m_talk->say(MessageType::EventHeld);
    QVERIFY(m_outcomes.isEmpty());
    tlib::Event dialing = m_talk->event(MessageType::EventDialing, {}, Two);
    dialing.transferConnId = One;
    m_talk->link.answer(asked->second, dialing);
    QCOMPARE(m_outcomes, (QList<Outcome>{{CallAction::Consult, {}}}));
    QVERIFY(!m_talk->call()->pendingControl);
    QVERIFY(m_talk->desk.toasts.toasts().isEmpty());
    QVERIFY(m_talk->link.nothingSent());
}

void TestConsultations::aTransferGoesOutInOneStep()
{
    m_talk->talk();
    QVERIFY(perform(CallAction::Transfer, Target));
    QVERIFY(!perform(CallAction::Transfer, Target));
    const auto asked = m_talk->link.expect<tlib::SingleStepTransfer>();
    QCOMPARE(asked->first.dn, Conversation::OwnDn);
    QCOMPARE(asked->first.call, One);
    QCOMPARE(asked->first.destination, Target);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventReleased));
    QVERIFY(!m_talk->call());
    m_talk->clock.advance(10min);
    QCOMPARE(m_outcomes, (QList<Outcome>{{CallAction::Transfer, {}}}));
    QVERIFY(m_talk->desk.toasts.toasts().isEmpty());
}

void TestConsultations::bothCallsOfferTheJoin_data()
{
    QTest::addColumn<bool>("isOnFirst");
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<bool>("isConference");
    for (const bool isOnFirst : {true, false}) {
        for (const bool isAnswered : {true, false}) {
            for (const bool isConference : {true, false})
                QTest::addRow("a %s, pressed on the %s call, %s the answer",
                              isConference ? "conference" : "transfer", isOnFirst ? "first" : "other",
                              isAnswered ? "after" : "before")
                    << isOnFirst << isAnswered << isConference;
        }
    }
}

void TestConsultations::bothCallsOfferTheJoin()
{
    QFETCH(bool, isOnFirst);
    QFETCH(bool, isAnswered);
    QFETCH(bool, isConference);
    consult();
    if (isAnswered)
        m_talk->say(MessageType::EventEstablished, {}, Two);
    const auto action = isConference ? CallAction::CompleteConference : CallAction::CompleteTransfer;
    QVERIFY(perform(action, {}, isOnFirst ? One : Two));
    const auto check = [](const auto &asked) {
        QCOMPARE(asked->first.dn, Conversation::OwnDn);
        QCOMPARE(asked->first.heldCall, One);
        QCOMPARE(asked->first.consultationCall, Two);
    };
    if (isConference)
        check(m_talk->link.expect<tlib::CompleteConference>());
    else
        check(m_talk->link.expect<tlib::CompleteTransfer>());
    QCOMPARE(m_talk->call(One)->pendingControl->action, action);
    QVERIFY(!m_talk->call(Two)->pendingControl);
}

void TestConsultations::aJoinIsUnderWayOnBoth()
{
    consult();
    QVERIFY(perform(CallAction::CompleteTransfer, {}, Two));
    QVERIFY(m_talk->link.expect<tlib::CompleteTransfer>());
    for (const tlib::ConnId id : {One, Two}) {
        for (const CallAction action :
             {CallAction::CompleteTransfer, CallAction::CompleteConference, CallAction::Release})
            QCOMPARE(obstacle(action, id), Obstacle::RequestUnderWay);
    }
    QCOMPARE(obstacle(CallAction::PauseRecording), Obstacle::None);
    QVERIFY(!perform(CallAction::CompleteTransfer, {}, One));
    QVERIFY(m_talk->link.nothingSent());
}

void TestConsultations::aJoinIsConfirmedByItsEffect_data()
{
    QTest::addColumn<bool>("asAnswer");
    QTest::newRow("with our reference id") << true;
    QTest::newRow("without") << false;
}

void TestConsultations::aJoinIsConfirmedByItsEffect()
{
    QFETCH(bool, asAnswer);
    consult();
    m_talk->say(MessageType::EventEstablished, {}, Two);
    QVERIFY(perform(CallAction::CompleteConference));
    const auto asked = m_talk->link.expect<tlib::CompleteConference>();
    tlib::Event released = m_talk->event(MessageType::EventReleased, {}, Two);
    if (asAnswer)
        released.referenceId = asked->second;
    m_talk->link.push(released);
    link(One, &model::Call::consultation, {});
    m_talk->say(MessageType::EventRetrieved);
    QCOMPARE(m_outcomes.size(), asAnswer ? 1 : 0); // that the consultation has gone shows no conference
    m_talk->desk.calls.update(One, [](model::Call &call) {
        call.moreParties = {Target};
        return model::CallChange::Parties;
    });
    QCOMPARE(m_outcomes, (QList<Outcome>{{CallAction::CompleteConference, {}}}));
    QVERIFY(!m_talk->call(One)->pendingControl);
}

void TestConsultations::aConferenceIsNotMadeByALostConsultation()
{
    consult();
    m_talk->desk.calls.update(One, [](model::Call &call) {
        call.moreParties = {Dn(u"7003"_s)}; // three talk already, and consult a fourth
        return model::CallChange::Parties;
    });
    QVERIFY(perform(CallAction::CompleteConference));
    const auto asked = m_talk->link.expect<tlib::CompleteConference>();
    m_talk->say(MessageType::EventReleased, {}, Two); // who was consulted hangs up
    link(One, &model::Call::consultation, {});
    QVERIFY(m_outcomes.isEmpty());
    m_talk->refuse(asked->second, 93);
    QCOMPARE(m_outcomes, (QList<Outcome>{{CallAction::CompleteConference, core::ErrorKind::Refused}}));
    QCOMPARE(toast().details.destination, Target);
}

void TestConsultations::whoIsConsultedJoinsNothing()
{
    m_talk->talk({}, Two);
    link(Two, &model::Call::consultationOf, One); // the first call is at somebody else's desk
    QCOMPARE(obstacle(CallAction::CompleteTransfer, Two), Obstacle::NotInThisState);
    QCOMPARE(obstacle(CallAction::Release, Two), Obstacle::None);
    QVERIFY(!perform(CallAction::CompleteTransfer, {}, Two));
    QVERIFY(m_talk->link.nothingSent());
}

void TestConsultations::anUncertainOtherCallIsNotJoined()
{
    consult();
    m_talk->desk.tracker.doubtCallsOf(Conversation::OwnDn);
    QVERIFY(m_talk->link.expect<tlib::QueryCall>());
    m_talk->desk.calls.update(One, [this](model::Call &call) {
        call.confirmedIn = m_talk->desk.calls.epoch();
        return model::CallChange::Certainty;
    });
    QCOMPARE(obstacle(CallAction::Retrieve), Obstacle::None);
    QCOMPARE(obstacle(CallAction::CompleteTransfer), Obstacle::NotCertain);
}

void TestConsultations::everyEndOfAHandOver_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QString>("end");
    QTest::addColumn<ToastKind>("kind");
    QTest::addColumn<core::ErrorKind>("error");
    for (const auto &[name, action] : {std::pair("consultation", CallAction::Consult),
                                       std::pair("transfer in one step", CallAction::Transfer),
                                       std::pair("transfer", CallAction::CompleteTransfer),
                                       std::pair("conference", CallAction::CompleteConference)}) {
        QTest::addRow("a %s is refused", name)
            << action << u"refused"_s << ToastKind::Refused << core::ErrorKind::Refused;
        QTest::addRow("a %s gets no answer", name)
            << action << u"silence"_s << ToastKind::NoAnswer << core::ErrorKind::TimedOut;
        QTest::addRow("the link is lost during a %s", name)
            << action << u"lost"_s << ToastKind::ResultUnknown << core::ErrorKind::LinkLost;
    }
}

void TestConsultations::everyEndOfAHandOver()
{
    QFETCH(CallAction, action);
    QFETCH(QString, end);
    QFETCH(ToastKind, kind);
    QFETCH(core::ErrorKind, error);
    if (joinsCalls(action))
        consult();
    else
        m_talk->talk();
    QVERIFY(perform(action, Target, joinsCalls(action) ? Two : One));
    if (end == u"refused") {
        const tlib::ReferenceId id =
            action == CallAction::Consult    ? m_talk->link.expect<tlib::InitiateTransfer>()->second
            : action == CallAction::Transfer ? m_talk->link.expect<tlib::SingleStepTransfer>()->second
            : action == CallAction::CompleteTransfer
                ? m_talk->link.expect<tlib::CompleteTransfer>()->second
                : m_talk->link.expect<tlib::CompleteConference>()->second;
        m_talk->refuse(id, 415, u"no such DN"_s);
        QCOMPARE(toast().code, 415);
    } else if (end == u"silence") {
        m_talk->clock.advance(10s);
    } else {
        m_talk->loseLink();
    }
    QCOMPARE(m_outcomes, (QList<Outcome>{{action, error}}));
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
    QCOMPARE(toast().kind, kind);
    QCOMPARE(toast().callAction, action);
    QCOMPARE(toast().call, One);
    QCOMPARE(toast().details.destination, Target);
    QVERIFY(m_talk->call(One) && !m_talk->call(One)->pendingControl);
}

void TestConsultations::aHandOverOfACallThatHasGone_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QList<Outcome>>("outcomes");
    QTest::addColumn<int>("toasts");
    QTest::newRow("it was the transfer, says the answer")
        << u"done"_s << QList<Outcome>{{CallAction::CompleteTransfer, {}}} << 0;
    QTest::newRow("the customer had hung up, says the refusal")
        << u"refused"_s << QList<Outcome>{{CallAction::CompleteTransfer, core::ErrorKind::Refused}} << 1;
    QTest::newRow("nobody says which")
        << u"silence"_s << QList<Outcome>{{CallAction::CompleteTransfer, core::ErrorKind::TimedOut}} << 1;
    QTest::newRow("the link is lost meanwhile")
        << u"lost"_s << QList<Outcome>{{CallAction::CompleteTransfer, core::ErrorKind::LinkLost}} << 1;
}

void TestConsultations::aHandOverOfACallThatHasGone()
{
    QFETCH(QString, end);
    consult();
    QVERIFY(perform(CallAction::CompleteTransfer));
    const auto asked = m_talk->link.expect<tlib::CompleteTransfer>();
    m_talk->say(MessageType::EventReleased);
    QVERIFY(!m_talk->call());
    QVERIFY(m_outcomes.isEmpty());
    if (end == u"done")
        m_talk->link.answer(asked->second, m_talk->event(MessageType::EventReleased, {}, Two));
    else if (end == u"refused")
        m_talk->refuse(asked->second, 56);
    else if (end == u"silence")
        m_talk->clock.advance(10s);
    else
        m_talk->loseLink();
    QTEST(m_outcomes, "outcomes");
    QTEST(int(m_talk->desk.toasts.toasts().size()), "toasts");
    m_talk->clock.advance(10min);
    QTEST(m_outcomes, "outcomes");
}

TALLY_TEST(TestConsultations)

} // namespace tst_consultations
#include "tst_consultations.moc"
