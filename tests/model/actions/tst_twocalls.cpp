#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_twocalls {

using namespace Qt::StringLiterals;
using model::CallAction;
using model::CallPhase;
using model::Obstacle;
using model::PartyFlaw;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

constexpr tlib::ConnId One = Conversation::CallOne;
constexpr tlib::ConnId Two{0x2002};
constexpr tlib::ConnId Three{0x3003};
const Dn Colleague(u"7003"_s);

/// Calls beside each other: alternating, conferences that somebody is dropped from, and ringing calls that
/// are not answered.
class TestTwoCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCallOnHoldIsTakenBack_data();
    void theCallOnHoldIsTakenBack();
    void theStateEndsItBeforeTheAnswer();
    void thereHasToBeOneOfEach();
    void ofSeveralOnHoldNoneIsGuessed();
    void aConsultationIsItsPartner();
    void anotherDnsCallIsNone();
    void bothHaveToBeCertain();
    void aRefusedSwapIsSaid();
    void aPartyIsDropped();
    void whoIsToBeDroppedHasToBeThere();
    void aDroppedPartyEndsItBeforeTheAnswer();
    void aRingingCallIsRedirected();
    void aRedirectionEndsWithItsAnswer();
    void aRingingCallIsRejected();
    void aCallerWhoGivesUpHasBeenRejected();

private:
    Obstacle obstacle(CallAction action, tlib::ConnId id = One) const
    {
        return m_talk->desk.rules.obstacle(action, *m_talk->call(id));
    }
    bool perform(CallAction action, tlib::ConnId id = One, const model::ActionDetails &details = {})
    {
        return bool(m_talk->desk.control.perform(id, action, details));
    }
    void confer()
    {
        m_talk->talk();
        tlib::Event added = m_talk->event(MessageType::EventPartyAdded);
        added.otherDn = Colleague;
        added.otherDnRole = tlib::DnRole::NewParty;
        m_talk->link.push(added);
    }
    tlib::Event deleted() const
    {
        tlib::Event event = m_talk->event(MessageType::EventPartyDeleted);
        event.otherDn = Colleague;
        event.otherDnRole = tlib::DnRole::DeletedParty;
        event.thirdPartyDn = Conversation::OwnDn;
        event.thirdPartyDnRole = tlib::DnRole::DeletedBy;
        return event;
    }

    struct Outcome
    {
        tlib::ConnId call = {};
        CallAction action = {};
        bool isDone = false;
        bool operator==(const Outcome &) const = default;
    };
    QList<Outcome> m_outcomes;
    std::unique_ptr<Conversation> m_talk;
};

void TestTwoCalls::init()
{
    m_outcomes.clear();
    m_talk = std::make_unique<Conversation>();
    m_talk->connect();
    connect(&m_talk->desk.control, &model::CallControl::settled, this,
            [this](model::CallId id, CallAction action, const core::Result<core::Done> &outcome) {
                m_outcomes.append({id, action, bool(outcome)});
            });
}

void TestTwoCalls::theCallOnHoldIsTakenBack_data()
{
    QTest::addColumn<bool>("fromTheHeldOne");
    QTest::newRow("pressed on the one on hold") << true;
    QTest::newRow("pressed on the one that talks") << false;
}

void TestTwoCalls::theCallOnHoldIsTakenBack()
{
    QFETCH(bool, fromTheHeldOne);
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->talk({}, Two);
    QCOMPARE(m_talk->desk.rules.subject(CallAction::Alternate, *m_talk->call(Two)), One);
    QVERIFY(perform(CallAction::Alternate, fromTheHeldOne ? One : Two));
    QVERIFY(m_talk->call(One)->pendingControl); // whichever was pressed
    QVERIFY(!m_talk->call(Two)->pendingControl);
    QCOMPARE(obstacle(CallAction::Alternate, Two), Obstacle::RequestUnderWay);
    const auto sent = m_talk->link.expect<tlib::AlternateCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.dn, Conversation::OwnDn);
    QCOMPARE(sent->first.call, Two);
    QCOMPARE(sent->first.heldCall, One);
    m_talk->link.answer(sent->second, m_talk->event(MessageType::EventHeld, {}, Two));
    QVERIFY(m_outcomes.isEmpty()); // that is half of it
    m_talk->link.answer(sent->second, m_talk->event(MessageType::EventRetrieved, {}, One));
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Alternate, true}}));
    QCOMPARE(m_talk->call(One)->phase(), CallPhase::Talking);
    QCOMPARE(m_talk->call(Two)->phase(), CallPhase::Held);
    QCOMPARE(obstacle(CallAction::Alternate, One), Obstacle::None); // and back
}

void TestTwoCalls::theStateEndsItBeforeTheAnswer()
{
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->talk({}, Two);
    QVERIFY(perform(CallAction::Alternate));
    m_talk->say(MessageType::EventHeld, {}, Two);
    m_talk->say(MessageType::EventRetrieved, {}, One);
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Alternate, true}}));
}

void TestTwoCalls::thereHasToBeOneOfEach()
{
    m_talk->talk();
    QCOMPARE(obstacle(CallAction::Alternate), Obstacle::NotInThisState);
    m_talk->say(MessageType::EventRinging, {}, Two);
    QCOMPARE(obstacle(CallAction::Alternate), Obstacle::NotInThisState);
    m_talk->say(MessageType::EventHeld);
    QCOMPARE(obstacle(CallAction::Alternate), Obstacle::NotInThisState); // nobody talks
    m_talk->say(MessageType::EventEstablished, {}, Two);
    QCOMPARE(obstacle(CallAction::Alternate), Obstacle::None);
    m_talk->say(MessageType::EventReleased, {}, Two);
    QCOMPARE(obstacle(CallAction::Alternate), Obstacle::NotInThisState);
}

void TestTwoCalls::ofSeveralOnHoldNoneIsGuessed()
{
    for (const tlib::ConnId id : {One, Two}) {
        m_talk->talk({}, id);
        m_talk->say(MessageType::EventHeld, {}, id);
    }
    m_talk->talk({}, Three);
    QCOMPARE(obstacle(CallAction::Alternate, Three), Obstacle::NotInThisState);
    QVERIFY(perform(CallAction::Alternate, Two)); // who names it, does not guess
    QCOMPARE(m_talk->link.expect<tlib::AlternateCall>()->first.heldCall, Two);
}

void TestTwoCalls::aConsultationIsItsPartner()
{
    m_talk->talk({}, Three);
    m_talk->say(MessageType::EventHeld, {}, Three);
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    tlib::Event dialing = m_talk->event(MessageType::EventDialing, {}, Two);
    dialing.callType = tlib::CallType::Consult;
    dialing.transferConnId = One;
    dialing.otherDn = Colleague;
    m_talk->link.push(dialing);
    QCOMPARE(obstacle(CallAction::Alternate, Two), Obstacle::NotInThisState); // it is being dialled
    m_talk->say(MessageType::EventEstablished, {}, Two);
    QVERIFY(perform(CallAction::Alternate, Two));
    QCOMPARE(m_talk->link.expect<tlib::AlternateCall>()->first.heldCall, One);
}

void TestTwoCalls::anotherDnsCallIsNone()
{
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->desk.registry.setDns({Conversation::OwnDn, Colleague});
    const auto asked = m_talk->link.expect<tlib::RegisterAddress>();
    m_talk->link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = Colleague});
    tlib::Event ringing = m_talk->event(MessageType::EventRinging, {}, Two);
    ringing.thisDn = Colleague;
    m_talk->link.push(ringing);
    ringing.type = MessageType::EventEstablished;
    ringing.sequenceNumber = *ringing.sequenceNumber + 1;
    m_talk->link.push(ringing);
    QCOMPARE(m_talk->call(Two)->phase(), CallPhase::Talking);
    QCOMPARE(obstacle(CallAction::Alternate, One), Obstacle::NotInThisState); // talks at another own DN
}

void TestTwoCalls::bothHaveToBeCertain()
{
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->talk({}, Two);
    tlib::Event nobodys = m_talk->event(MessageType::EventHeld, {}, Two);
    nobodys.thisDn = {};
    m_talk->link.push(nobodys); // somebody's leg has changed, and it is not said whose
    QVERIFY(!m_talk->isCertain(Two));
    QVERIFY(m_talk->isCertain(One));
    QCOMPARE(obstacle(CallAction::Alternate, One), Obstacle::NotCertain);
}

void TestTwoCalls::aRefusedSwapIsSaid()
{
    m_talk->talk();
    m_talk->say(MessageType::EventHeld);
    m_talk->talk({}, Two);
    QVERIFY(perform(CallAction::Alternate));
    m_talk->refuse(m_talk->link.expect<tlib::AlternateCall>()->second, 93);
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Alternate, false}}));
    QCOMPARE(m_talk->desk.toasts.toasts().first().callAction, CallAction::Alternate);
    m_talk->say(MessageType::EventHeld, {}, Two);
    m_talk->say(MessageType::EventRetrieved, {}, One);
    QVERIFY(m_talk->desk.toasts.toasts().isEmpty()); // it is as it was to be
}

void TestTwoCalls::aPartyIsDropped()
{
    confer();
    QVERIFY(perform(CallAction::DropParty, One, {.party = Colleague}));
    const auto sent = m_talk->link.expect<tlib::DeleteFromConference>();
    QVERIFY(sent);
    QCOMPARE(sent->first.dn, Conversation::OwnDn);
    QCOMPARE(sent->first.call, One);
    QCOMPARE(sent->first.party, Colleague);
    m_talk->link.answer(sent->second, deleted());
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::DropParty, true}}));
    QCOMPARE(m_talk->call()->otherParty, Conversation::Caller);
    QVERIFY(m_talk->call()->moreParties.isEmpty());
    QCOMPARE(obstacle(CallAction::DropParty), Obstacle::NotInThisState);
}

void TestTwoCalls::whoIsToBeDroppedHasToBeThere()
{
    m_talk->talk();
    QCOMPARE(obstacle(CallAction::DropParty), Obstacle::NotInThisState); // two are no conference
    confer();
    const auto whyNot = [this](const Dn &party) {
        return m_talk->desk.rules.whyNot(CallAction::DropParty, *m_talk->call(), {.party = party});
    };
    QCOMPARE(whyNot({}), model::WhyNot(PartyFlaw::Empty));
    QCOMPARE(whyNot(Dn(u"7009"_s)), model::WhyNot(PartyFlaw::NotInCall));
    QCOMPARE(whyNot(Conversation::OwnDn), model::WhyNot(PartyFlaw::NotInCall)); // that is a release
    QCOMPARE(whyNot(Colleague), std::nullopt);
    QCOMPARE(whyNot(Conversation::Caller), std::nullopt);
    m_talk->say(MessageType::EventHeld);
    QCOMPARE(whyNot(Colleague), model::WhyNot(Obstacle::NotInThisState));
    QVERIFY(!perform(CallAction::DropParty, One, {.party = Colleague}));
    QVERIFY(m_talk->link.nothingSent());
}

void TestTwoCalls::aDroppedPartyEndsItBeforeTheAnswer()
{
    confer();
    QVERIFY(perform(CallAction::DropParty, One, {.party = Colleague}));
    m_talk->link.push(deleted());
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::DropParty, true}}));
}

void TestTwoCalls::aRingingCallIsRedirected()
{
    m_talk->say(MessageType::EventRinging);
    QVERIFY(perform(CallAction::Redirect, One, {.destination = Colleague}));
    const auto sent = m_talk->link.expect<tlib::RedirectCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.destination, Colleague);
    tlib::Event released = m_talk->event(MessageType::EventReleased);
    released.callState = tlib::CallState::Redirected;
    m_talk->link.answer(sent->second, released);
    QVERIFY(!m_talk->call());
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Redirect, true}}));
    QVERIFY(m_talk->desk.toasts.toasts().isEmpty());
}

void TestTwoCalls::aRedirectionEndsWithItsAnswer()
{
    m_talk->say(MessageType::EventRinging);
    QVERIFY(perform(CallAction::Redirect, One, {.destination = Colleague}));
    m_talk->say(MessageType::EventAbandoned); // the caller has hung up: was it redirected before?
    QVERIFY(m_outcomes.isEmpty());
    m_talk->refuse(m_talk->link.expect<tlib::RedirectCall>()->second, 56);
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Redirect, false}}));
    QCOMPARE(m_talk->desk.toasts.toasts().first().details.destination, Colleague);
}

void TestTwoCalls::aRingingCallIsRejected()
{
    m_talk->say(MessageType::EventRinging);
    QVERIFY(perform(CallAction::Reject));
    const auto sent = m_talk->link.expect<tlib::ReleaseCall>();
    m_talk->link.answer(sent->second, m_talk->event(MessageType::EventReleased));
    QVERIFY(!m_talk->call());
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Reject, true}}));
}

void TestTwoCalls::aCallerWhoGivesUpHasBeenRejected()
{
    m_talk->say(MessageType::EventRinging);
    QVERIFY(perform(CallAction::Reject));
    m_talk->say(MessageType::EventAbandoned);
    QCOMPARE(m_outcomes, (QList<Outcome>{{One, CallAction::Reject, true}}));
}

TALLY_TEST(TestTwoCalls)

} // namespace tst_twocalls
#include "tst_twocalls.moc"
