#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_takeover {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionState;
using model::RecordingState;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;

namespace {

constexpr ConnId One = Conversation::CallOne;
constexpr ConnId Two{0x006c029a6685d005};
const tlib::Dn OtherDn(u"7002"_s);

/// What a server knows that is asked by a desk: the test says it, request by request.
struct Known
{
    QList<ConnId> onDn = {};    ///< what the snapshot names
    QList<ConnId> queried = {}; ///< what QueryCall knows
    QList<ConnId> onOther = {}; ///< what the snapshot of OtherDn names

    const QList<ConnId> &on(const tlib::Dn &dn) const { return dn == OtherDn ? onOther : onDn; }
};

} // namespace

/// A backup has taken over, and may not know yet what the primary knew.
class TestTakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptySnapshotIsNotNoCalls();
    void askedAgainAndNeverKnown();
    void aLateSnapshotConfirms();
    void aServerInStepDropsWhatHasEnded();
    void aCallThatQueryCallKnowsProvesIt();
    void aCallThatGoesOnWithoutTheDnLeaves();
    void aCallThatBeganInTheGapIsAskedFor();
    void anEventOfACallFromBeforeProvesIt();
    void anEventOfAnotherCallProvesNothing();
    void aPlainReconnectDropsAtOnce();
    void aSwitchOverOnTheLinkKeepsToo();
    void aServerThatIsLostBeforeItKnewHasSettledNothing();
    void aServerThatIsInStepLateBringsItsCallsBack();
    void anOverdueServerHasNotSaidNo();
    void nothingIsInvented();
    void manyDnsAreInStepWithOneCall();
    void aCallThatWaitsIsKeptToo_data();
    void aCallThatWaitsIsKeptToo();

private:
    tlib::KvList snapshot(const QList<ConnId> &calls) const
    {
        tlib::KvList list;
        int n = 0;
        for (const ConnId call : calls) {
            list.append("conn-" + QByteArray::number(++n), call.toString());
            list.append("ps-" + QByteArray::number(n), qint32(tlib::PartyState::Connected));
        }
        return list;
    }
    /// The server answers all that was asked; says how much that was.
    int answer(const Known &known)
    {
        int answered = 0;
        for (; !m_talk->link.nothingSent(); ++answered) {
            const support::FakeLink::Sent sent = m_talk->link.take();
            if (const auto *dn = std::get_if<tlib::RegisterAddress>(&sent.request))
                m_talk->link.answer(sent.id, {.type = MessageType::EventRegistered,
                                              .thisDn = dn->dn,
                                              .extensions = snapshot(known.on(dn->dn))});
            else if (const auto *again = std::get_if<tlib::QueryAddress>(&sent.request))
                m_talk->link.answer(sent.id, {.type = MessageType::EventAddressInfo,
                                              .thisDn = again->dn,
                                              .extensions = snapshot(known.on(again->dn))});
            else if (const auto *call = std::get_if<tlib::QueryCall>(&sent.request))
                answerQuery(call->call, sent.id, known.queried);
        }
        return answered;
    }
    void answerQuery(ConnId call, tlib::ReferenceId id, const QList<ConnId> &known)
    {
        if (!known.contains(call))
            return m_talk->refuse(id, tlib::errorcode::InvalidConnId);
        m_talk->link.answer(id, {.type = MessageType::EventPartyInfo,
                                 .connId = call,
                                 .userData = Conversation::recording(u"PAUSED"_s)});
    }
    void failOver()
    {
        m_talk->loseLink();
        m_talk->clock.advance(0ms);
        QCOMPARE(m_talk->link.endpoint().host, u"back"_s);
        m_talk->link.acceptAsPrimary();
    }
    const model::Desk &desk() const { return m_talk->desk; }

    std::unique_ptr<Conversation> m_talk;
};

void TestTakeOver::init()
{
    m_talk = std::make_unique<Conversation>();
    m_talk->desk.connection.open({.host = u"prim"_s, .port = 1}, {{.host = u"back"_s, .port = 1}});
    m_talk->reconnect();
    m_talk->talk(Conversation::recording(u"ON"_s), One);
    m_talk->talk(Conversation::recording(u"ON"_s), Two);
    m_talk->clock.advance(10s);
    QVERIFY(m_talk->isCertain(One) && m_talk->isCertain(Two));
}

void TestTakeOver::anEmptySnapshotIsNotNoCalls()
{
    failOver();
    answer({});
    QCOMPARE(desk().connection.state(), ConnectionState::Connected);
    QVERIFY(m_talk->call(One) && m_talk->call(Two)); // both asked about, both not known, both still there
    QVERIFY(!m_talk->isCertain(One) && !m_talk->isCertain(Two));
}

void TestTakeOver::askedAgainAndNeverKnown()
{
    failOver();
    answer({});
    int asked = 0;
    for (int i = 0; i < 24; ++i) {
        m_talk->clock.advance(100ms);
        asked += answer({});
        QVERIFY2(m_talk->call(One) && m_talk->call(Two), qPrintable(QString::number(i)));
        QVERIFY(!m_talk->isCertain(One));
    }
    QCOMPARE(asked, 4 * (1 + 2)); // the DN once and each call once, every half second
    m_talk->clock.advance(100ms);
    QVERIFY(!m_talk->call(One) && !m_talk->call(Two));
}

void TestTakeOver::aLateSnapshotConfirms()
{
    failOver();
    answer({});
    m_talk->clock.advance(500ms);
    answer({.onDn = {One, Two}, .queried = {One, Two}});
    QVERIFY(m_talk->isCertain(One) && m_talk->isCertain(Two));
    QCOMPARE(m_talk->call(One)->recording.state, RecordingState::Paused);
    m_talk->clock.advance(1min);
    QVERIFY(m_talk->call(One) && m_talk->call(Two));
    QVERIFY(m_talk->link.nothingSent()); // and it is asked no more
}

void TestTakeOver::aServerInStepDropsWhatHasEnded()
{
    failOver();
    const auto asked = m_talk->link.expect<tlib::RegisterAddress>();
    m_talk->link.answer(
        asked->second,
        {.type = MessageType::EventRegistered, .thisDn = Conversation::OwnDn, .extensions = snapshot({One})});
    QVERIFY(m_talk->call(One));
    QVERIFY(!m_talk->call(Two)); // at once: who knows the one knows the other
}

void TestTakeOver::aCallThatQueryCallKnowsProvesIt()
{
    failOver();
    answer({.onDn = {}, .queried = {One}}); // it has come to know it between the two answers
    // The DN is asked again, and the second answer counts.
    QVERIFY(!m_talk->call(Two));
    QVERIFY(!m_talk->call(One)); // it goes on, but not on this DN

    init();
    failOver();
    const auto registered = m_talk->link.expect<tlib::RegisterAddress>();
    m_talk->link.answer(registered->second, {.type = MessageType::EventRegistered});
    answer({.onDn = {One}, .queried = {One}});
    QVERIFY(m_talk->isCertain(One));
    QVERIFY(!m_talk->call(Two));
}

void TestTakeOver::aCallThatGoesOnWithoutTheDnLeaves()
{
    m_talk->say(MessageType::EventReleased, {}, Two);
    QVERIFY(m_talk->call(One) && !m_talk->call(Two)); // no other call leads to its DN
    failOver();
    answer({.onDn = {}, .queried = {One}}); // transferred meanwhile: the server knows it, and not here
    QVERIFY(!m_talk->call(One));
    m_talk->clock.advance(1min);
    QVERIFY(m_talk->link.nothingSent());
}

void TestTakeOver::aCallThatBeganInTheGapIsAskedFor()
{
    const ConnId fresh(99);
    m_talk->desk.registry.setDns({Conversation::OwnDn, OtherDn});
    answer({.onDn = {One, Two}, .queried = {One, Two}});
    failOver();
    answer({}); // the DN where it begins, too, was answered for before the server was in step
    QVERIFY(m_talk->call(One) && m_talk->call(Two) && !m_talk->call(fresh));
    m_talk->sayRecording(u"ON"_s); // and of the call that has begun at the other DN nothing is said
    answer({.onDn = {One, Two}, .queried = {One, Two, fresh}, .onOther = {fresh}});
    QVERIFY(m_talk->isCertain(One) && m_talk->isCertain(Two));
    QVERIFY(m_talk->isCertain(fresh));
    QCOMPARE(m_talk->call(fresh)->recording.state, RecordingState::Paused);
}

void TestTakeOver::anEventOfACallFromBeforeProvesIt()
{
    failOver();
    answer({});
    m_talk->say(MessageType::EventReleased, {}, Two);
    QVERIFY(!m_talk->call(Two));
    answer({.onDn = {One}, .queried = {One}});
    QVERIFY(m_talk->isCertain(One));
    m_talk->clock.advance(1min);
    QVERIFY(m_talk->isCertain(One));
}

void TestTakeOver::anEventOfAnotherCallProvesNothing()
{
    const ConnId fresh(99);
    failOver();
    answer({});
    m_talk->talk(Conversation::recording(u"ON"_s), fresh); // begun after the take-over
    QVERIFY(m_talk->isCertain(fresh));
    QVERIFY(m_talk->call(One) && m_talk->call(Two));
    m_talk->clock.advance(500ms);
    answer({.onDn = {fresh}, .queried = {fresh}});
    QVERIFY(m_talk->call(One) && m_talk->call(Two));
    m_talk->clock.advance(2s);
    QVERIFY(!m_talk->call(One) && !m_talk->call(Two));
    QVERIFY(m_talk->isCertain(fresh));
}

void TestTakeOver::aPlainReconnectDropsAtOnce()
{
    m_talk->loseLink();
    m_talk->clock.advance(0ms);
    m_talk->link.lose(); // the backup is not there
    m_talk->clock.advance(1s);
    QCOMPARE(m_talk->link.endpoint().host, u"prim"_s);
    m_talk->reconnect();
    QVERIFY(!m_talk->call(One) && !m_talk->call(Two));
}

void TestTakeOver::aSwitchOverOnTheLinkKeepsToo()
{
    m_talk->link.push({.type = MessageType::EventLinkConnected});
    answer({});
    QVERIFY(m_talk->call(One) && !m_talk->isCertain(One));
}

void TestTakeOver::aServerThatIsLostBeforeItKnewHasSettledNothing()
{
    failOver();
    answer({});
    m_talk->clock.advance(1s);
    (void)answer({});
    m_talk->loseLink();
    m_talk->clock.advance(1s);
    for (int i = 0; i < 10 && m_talk->link.endpoint().host != u"back"; ++i) {
        m_talk->link.lose();
        m_talk->clock.advance(2s);
    }
    m_talk->link.acceptAsPrimary(); // the same server again, which still knows nothing
    answer({});
    QVERIFY(m_talk->call(One) && m_talk->call(Two));
}

void TestTakeOver::aServerThatIsInStepLateBringsItsCallsBack()
{
    failOver();
    for (int i = 0; i < 49; ++i) {
        answer({});
        m_talk->clock.advance(100ms);
    }
    QVERIFY(!m_talk->call(One));
    QVERIFY(m_talk->link.nothingSent());
    m_talk->clock.advance(100ms); // five seconds
    QCOMPARE(answer({}), 1);
    m_talk->clock.advance(10s);
    QCOMPARE(answer({.onDn = {One}, .queried = {One}}), 2);
    QVERIFY(m_talk->isCertain(One));
    QVERIFY(!m_talk->call(Two));
    m_talk->clock.advance(1h);
    QVERIFY(m_talk->link.nothingSent());
}

void TestTakeOver::anOverdueServerHasNotSaidNo()
{
    failOver();
    answer({});
    Q_EMIT m_talk->link.overdueChanged(true);
    m_talk->clock.advance(4s);
    QVERIFY(m_talk->call(One));
    QVERIFY(m_talk->link.nothingSent());
    Q_EMIT m_talk->link.overdueChanged(false);
    answer({.onDn = {One, Two}, .queried = {One, Two}});
    QVERIFY(m_talk->isCertain(One) && m_talk->isCertain(Two));
}

void TestTakeOver::nothingIsInvented()
{
    QSignalSpy inserted(&desk().calls, &model::CallList::inserted);
    failOver();
    for (int i = 0; i < 200; ++i) {
        answer({});
        m_talk->clock.advance(100ms);
    }
    QCOMPARE(inserted.count(), 0);
    QVERIFY(desk().calls.ids().isEmpty());
}

void TestTakeOver::manyDnsAreInStepWithOneCall()
{
    m_talk->desk.registry.setDns({Conversation::OwnDn, OtherDn});
    answer({});
    tlib::Event there = m_talk->event(MessageType::EventRinging, {}, ConnId(50));
    there.thisDn = OtherDn;
    m_talk->link.push(there);
    failOver();
    const auto own = m_talk->link.expect<tlib::RegisterAddress>();
    const auto others = m_talk->link.expect<tlib::RegisterAddress>();
    m_talk->link.answer(own->second, {.type = MessageType::EventRegistered}); // before it was in step
    QVERIFY(m_talk->call(One));
    m_talk->link.answer(others->second,
                        {.type = MessageType::EventRegistered, .extensions = snapshot({ConnId(50)})});
    QVERIFY(m_talk->call(One)); // its DN's answer came before the proof, so it is asked again, and now
    bool isAsked = false;
    while (!m_talk->link.nothingSent()) {
        const support::FakeLink::Sent sent = m_talk->link.take();
        if (const auto *again = std::get_if<tlib::QueryAddress>(&sent.request)) {
            QCOMPARE(again->dn, Conversation::OwnDn);
            isAsked = true;
            m_talk->link.answer(sent.id,
                                {.type = MessageType::EventAddressInfo, .extensions = snapshot({One})});
        }
    }
    QVERIFY(isAsked);
    QVERIFY(m_talk->call(One));
    QVERIFY(!m_talk->call(Two));
}

void TestTakeOver::aCallThatWaitsIsKeptToo_data()
{
    QTest::addColumn<bool>("comesToKnow");
    QTest::newRow("the server comes into step") << true;
    QTest::newRow("it never knows it") << false;
}

void TestTakeOver::aCallThatWaitsIsKeptToo()
{
    QFETCH(bool, comesToKnow);
    const tlib::Dn point(u"8000"_s);
    const ConnId waiting(77);
    m_talk->desk.registry.setDns({{.dn = point, .use = model::DnUse::RoutingPoint}});
    answer({});
    tlib::Event queued = m_talk->event(MessageType::EventRouteRequest, {}, waiting);
    queued.thisDn = point;
    m_talk->link.push(queued);
    QVERIFY(desk().waiting.find(waiting, point)->certain);
    failOver();
    answer({});
    QVERIFY(desk().waiting.find(waiting, point) && !desk().waiting.find(waiting, point)->certain);
    QCOMPARE(m_talk->desk.routes.route(waiting, point, {.destination = OtherDn}),
             model::RouteObstacle::NotCertain);
    m_talk->clock.advance(2500ms);
    answer({.onDn = comesToKnow ? QList{waiting} : QList<ConnId>()});
    QCOMPARE(desk().waiting.find(waiting, point) != nullptr, comesToKnow);
    QVERIFY(!comesToKnow || desk().waiting.find(waiting, point)->certain);
}

TALLY_TEST(TestTakeOver)

} // namespace tst_takeover
#include "tst_takeover.moc"
