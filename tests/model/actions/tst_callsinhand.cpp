#include "model/actions/callsinhand.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_callsinhand {

using namespace Qt::StringLiterals;
using model::Call;
using model::CallId;
using model::CallPhase;
using model::DnUse;
using support::Conversation;
using tlib::Dn;

namespace {

const Dn Other(u"7002"_s);
constexpr CallId One{1};
constexpr CallId Two{2};
constexpr CallId Three{3};
using Ids = QList<CallId>;

struct Hand
{
    Hand()
    {
        talk.desk.registry.setDns(
            QList<model::DnEntry>{{.dn = Conversation::OwnDn}, {.dn = Other, .use = DnUse::Watched}});
    }
    void come(CallId id, CallPhase phase, const Dn &dn = Conversation::OwnDn)
    {
        Call call{.id = id};
        call.legs.append({.dn = dn, .phase = phase});
        talk.desk.calls.insert(call);
    }
    void become(CallId id, CallPhase phase)
    {
        talk.desk.calls.update(id, [phase](Call &call) {
            call.legs.first().phase = phase;
            return model::CallChanges(model::CallChange::Phase);
        });
    }

    Conversation talk;
    const model::CallsInHand &hand = talk.desk.inHand;
};

} // namespace

/// Which call comes first, and where the others stand.
class TestCallsInHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCallIsFirstWhereThereIsNone();
    void theCallThatTalksComesFirstThenWhatRingsThenWhatIsHeld();
    void theOneHeldLastComesBeforeTheOthers();
    void ofTwoThatTalkTheFirstKeepsItsPlace();
    void whatIsDialledComesBeforeWhatRings();
    void othersCallsComeLast();
    void aCallThatHasGoneLeavesNoPlace();
    void whatChangesNoPlaceIsNoNews();
    void isTheOrderOfAllCallsInRandomHistories();
};

void TestCallsInHand::noCallIsFirstWhereThereIsNone()
{
    const Hand it;
    QVERIFY(it.hand.first().isNull());
    QCOMPARE(it.hand.ids(), Ids());
}

void TestCallsInHand::theCallThatTalksComesFirstThenWhatRingsThenWhatIsHeld()
{
    Hand it;
    it.come(One, CallPhase::Held);
    it.come(Two, CallPhase::Ringing);
    QCOMPARE(it.hand.ids(), (Ids{Two, One}));
    it.come(Three, CallPhase::Talking);
    QCOMPARE(it.hand.ids(), (Ids{Three, Two, One}));
    QCOMPARE(it.hand.ids(2), (Ids{Three, Two}));
    QCOMPARE(it.hand.first(), Three);
}

void TestCallsInHand::theOneHeldLastComesBeforeTheOthers()
{
    Hand it;
    for (const CallId id : {One, Two, Three})
        it.come(id, CallPhase::Talking);
    for (const CallId id : {Two, One, Three})
        it.become(id, CallPhase::Held);
    QCOMPARE(it.hand.ids(), (Ids{Three, One, Two}));
}

void TestCallsInHand::ofTwoThatTalkTheFirstKeepsItsPlace()
{
    Hand it;
    it.come(Two, CallPhase::Talking);
    it.come(One, CallPhase::Talking);
    QCOMPARE(it.hand.ids(), (Ids{Two, One}));
    it.become(Two, CallPhase::Held);
    it.become(Two, CallPhase::Talking);
    QCOMPARE(it.hand.ids(), (Ids{One, Two}));
}

void TestCallsInHand::whatIsDialledComesBeforeWhatRings()
{
    Hand it;
    it.come(One, CallPhase::Ringing);
    it.come(Two, CallPhase::Dialing);
    QCOMPARE(it.hand.ids(), (Ids{Two, One}));
}

void TestCallsInHand::othersCallsComeLast()
{
    Hand it;
    it.come(One, CallPhase::Talking, Other);
    it.come(Two, CallPhase::Held);
    QCOMPARE(it.hand.ids(), (Ids{Two, One}));
}

void TestCallsInHand::aCallThatHasGoneLeavesNoPlace()
{
    Hand it;
    it.come(One, CallPhase::Talking);
    it.come(Two, CallPhase::Held);
    it.talk.desk.calls.remove(One);
    QCOMPARE(it.hand.ids(), Ids{Two});
    QCOMPARE(it.hand.count(), 1);
}

void TestCallsInHand::whatChangesNoPlaceIsNoNews()
{
    Hand it;
    it.come(One, CallPhase::Talking);
    const QSignalSpy changed(&it.hand, &model::CallsInHand::changed);
    it.become(One, CallPhase::Talking);
    QCOMPARE(changed.size(), 0);
    it.become(One, CallPhase::Held);
    QCOMPARE(changed.size(), 1);
}

void TestCallsInHand::isTheOrderOfAllCallsInRandomHistories()
{
    Hand it;
    QRandomGenerator random(11);
    const auto phase = [&] { return CallPhase(random.bounded(4)); };
    for (int step = 0; step < 3000; ++step) {
        const CallId id{quint64(random.bounded(1, 12))};
        if (!it.talk.desk.calls.find(id))
            it.come(id, phase(), random.bounded(4) ? Conversation::OwnDn : Other);
        else if (random.bounded(3))
            it.become(id, phase());
        else
            it.talk.desk.calls.remove(id);
        const Ids ids = it.hand.ids();
        QCOMPARE(QSet<CallId>(ids.begin(), ids.end()).size(), it.talk.desk.calls.ids().size());
        const auto rank = [&](CallId each) {
            const Call &call = *it.talk.desk.calls.find(each);
            static const QList<CallPhase> order{CallPhase::Talking, CallPhase::Dialing, CallPhase::Ringing,
                                                CallPhase::Held};
            return it.talk.desk.views.isOwn(call) ? order.indexOf(call.phase()) : order.size();
        };
        QVERIFY(
            std::is_sorted(ids.begin(), ids.end(), [&](CallId a, CallId b) { return rank(a) < rank(b); }));
    }
}

TALLY_TEST(TestCallsInHand)

} // namespace tst_callsinhand

#include "tst_callsinhand.moc"
