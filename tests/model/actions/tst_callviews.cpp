#include "model/actions/callviews.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_callviews {

using namespace Qt::StringLiterals;
using model::Call;
using model::CallAction;
using model::CallPhase;
using model::DnUse;
using model::RecordingState;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

namespace {

const Dn Agent(u"7001"_s);
const Dn Supervisor(u"7900"_s);
constexpr model::CallId One = Conversation::CallOne;
constexpr model::CallId Two{2};

bool isOwn(const Dn &dn)
{
    return dn.toString().startsWith(u'7');
}

/// A list of calls as it is said to be, seen from a supervisor's desktop that watches an agent.
struct Floor
{
    Floor()
    {
        talk.desk.registry.setDns(
            QList<model::DnEntry>{{.dn = Supervisor}, {.dn = Agent, .use = DnUse::Watched}});
    }
    const Call &call(const QList<model::Leg> &legs, const Call &more = {.id = One})
    {
        Call call = more;
        for (const model::Leg &leg : legs)
            call.legs.append(leg);
        talk.desk.calls.insert(call);
        return *talk.desk.calls.find(more.id);
    }

    Conversation talk;
    const model::CallViews &views = talk.desk.views;
};

} // namespace

/// Whose call it is, and as whom it is told of.
class TestCallViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostUrgentLegCounts();
    void theOwnLegActs();
    void anOwnPartMakesTheCallOwn();
    void aPartThatHasEndedIsNone();
    void theCallIsToldOfAsItsOwnDnSeesIt();
    void itIsTheUncertainCallsStandpointToo();
    void aConsultationKnowsItsPartner();
    void aRecordingIsOpenFromItsStartToItsEnd();
    void anothersRecordingIsNotAskedAbout();
};

void TestCallViews::theMostUrgentLegCounts()
{
    Call call{.id = One};
    call.legs.append({.dn = Agent, .phase = CallPhase::Held});
    call.legs.append({.dn = Dn(u"7002"_s), .phase = CallPhase::Ringing});
    QCOMPARE(call.phase(), CallPhase::Ringing);
    QCOMPARE(call.dn().toString(), u"7002"_s);
    call.findLeg(Dn(u"7002"_s))->phase = CallPhase::Released;
    QCOMPARE(call.phase(), CallPhase::Held);
    QVERIFY(!call.isOver());
}

void TestCallViews::theOwnLegActs()
{
    Call call{.id = One};
    QVERIFY(!model::ownLegOf(call, &isOwn));
    call.legs.append({.dn = Dn(u"8001"_s), .phase = CallPhase::Talking});
    QVERIFY(!model::ownLegOf(call, &isOwn));
    call.legs.append({.dn = Supervisor, .phase = CallPhase::Held});
    QCOMPARE(model::ownLegOf(call, &isOwn)->dn, Supervisor);
    call.findLeg(Supervisor)->phase = CallPhase::Released;
    QCOMPARE(model::ownLegOf(call, &isOwn)->dn, Supervisor); // it says that it has left
    call.findLeg(Dn(u"8001"_s))->phase = CallPhase::Released;
    call.legs.append({.dn = Dn(u"7901"_s), .phase = CallPhase::Talking});
    QCOMPARE(model::ownLegOf(call, &isOwn)->dn.toString(), u"7901"_s); // the more urgent of two own legs
}

void TestCallViews::anOwnPartMakesTheCallOwn()
{
    Floor floor;
    const Call &others = floor.call({{.dn = Agent, .phase = CallPhase::Talking}});
    QVERIFY(!floor.views.isOwn(others));
    QVERIFY(!floor.views.standpoint(others).ownLeg);
    QVERIFY(floor.views.standpoint(others).hasOwnDn);
    QCOMPARE(floor.views.actingDn(others), Supervisor); // its recording can be moved on his behalf
    const Call &own =
        floor.call({{.dn = Agent, .phase = CallPhase::Talking}, {.dn = Supervisor, .phase = CallPhase::Held}},
                   {.id = Two});
    QVERIFY(floor.views.isOwn(own));
    QCOMPARE(floor.views.ownLeg(own)->dn, Supervisor);
    QCOMPARE(floor.views.actingDn(own), Supervisor);
    floor.talk.desk.registry.setDns(QList<model::DnEntry>{{.dn = Agent, .use = DnUse::Watched}});
    QVERIFY(floor.views.actingDn(own).isEmpty());
    QVERIFY(!floor.views.standpoint(own).hasOwnDn);
}

void TestCallViews::aPartThatHasEndedIsNone()
{
    Floor floor;
    QVERIFY(!floor.views.isOwn(floor.call(
        {{.dn = Agent, .phase = CallPhase::Talking}, {.dn = Supervisor, .phase = CallPhase::Released}})));
    // Whose it was is still to be told when it is over for all.
    QVERIFY(floor.views.isOwn(floor.call(
        {{.dn = Agent, .phase = CallPhase::Released}, {.dn = Supervisor, .phase = CallPhase::Released}},
        {.id = Two})));
}

void TestCallViews::theCallIsToldOfAsItsOwnDnSeesIt()
{
    Floor floor;
    const model::CallView others = floor.views.view(floor.call(
        {{.dn = Agent, .phase = CallPhase::Talking}}, {.id = One, .otherParty = Conversation::Caller}));
    QCOMPARE(others.dn, Agent);
    QCOMPARE(others.otherParty(), Conversation::Caller);
    // The agent's leg came first, and talks; the supervisor, who waits, talks to the agent.
    const model::CallView own = floor.views.view(
        floor.call({{.dn = Agent, .phase = CallPhase::Talking}, {.dn = Supervisor, .phase = CallPhase::Held}},
                   {.id = Two, .otherParty = Supervisor}));
    QCOMPARE(own.dn, Supervisor);
    QCOMPARE(own.phase, CallPhase::Held);
    QCOMPARE(own.otherParty(), Agent);
    const model::CallView nobodys = floor.views.view(Call());
    QVERIFY(nobodys.dn.isEmpty() && nobodys.parties.isEmpty());
}

void TestCallViews::itIsTheUncertainCallsStandpointToo()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QVERIFY(talk.desk.views.standpoint(*talk.call()).certain);
    talk.loseLink();
    QVERIFY(!talk.desk.views.standpoint(*talk.call()).certain);
    QCOMPARE(talk.desk.views.standpoint(*talk.call()).ownLeg->dn, Conversation::OwnDn);
}

void TestCallViews::aConsultationKnowsItsPartner()
{
    Floor floor;
    const Call &first =
        floor.call({{.dn = Supervisor, .phase = CallPhase::Held}}, {.id = One, .consultation = Two});
    QVERIFY(!floor.views.partnerOf(first)); // it is not here yet
    const Call &consultation =
        floor.call({{.dn = Supervisor, .phase = CallPhase::Talking}}, {.id = Two, .consultationOf = One});
    QCOMPARE(floor.views.partnerOf(consultation)->id, One);
    QCOMPARE(floor.views.partnerOf(*floor.talk.desk.calls.find(One))->id, Two);
    QVERIFY(!floor.views.partnerOf(Call{.id = model::CallId(3)}));
}

void TestCallViews::aRecordingIsOpenFromItsStartToItsEnd()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    const model::CallViews &views = talk.desk.views;
    QVERIFY(views.openRecordings().isEmpty());
    QVERIFY(talk.desk.control.perform(One, CallAction::StartRecording));
    QCOMPARE(views.openRecordings(), QList<model::CallId>{One}); // nobody knows yet, and it may run
    talk.sayRecording(u"ON"_s);
    QCOMPARE(views.openRecordings(), QList<model::CallId>{One});
    talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(views.openRecordings(), QList<model::CallId>{One});
    talk.sayRecording(u"OFF"_s);
    QVERIFY(views.openRecordings().isEmpty());
    talk.sayRecording(u"ON"_s);
    talk.loseLink();
    QCOMPARE(views.openRecordings(), QList<model::CallId>{One}); // certain or not
}

void TestCallViews::anothersRecordingIsNotAskedAbout()
{
    Floor floor;
    floor.call({{.dn = Agent, .phase = CallPhase::Talking}},
               {.id = One, .recording = {.state = RecordingState::On}});
    QVERIFY(floor.views.openRecordings().isEmpty());
    floor.call({{.dn = Supervisor, .phase = CallPhase::Talking}},
               {.id = Two, .recording = {.state = RecordingState::Paused}});
    QCOMPARE(floor.views.openRecordings(), QList<model::CallId>{Two});
}

TALLY_TEST(TestCallViews)

} // namespace tst_callviews
#include "tst_callviews.moc"
