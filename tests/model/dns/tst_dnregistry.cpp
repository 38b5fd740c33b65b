#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_dnregistry {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionState;
using model::MonitorState;
using support::Conversation;
using tlib::MessageType;

namespace {

tlib::Dn dnOf(int number)
{
    return tlib::Dn(QString::number(number));
}

} // namespace

class TestDnRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noDnsIsConnectedAtOnce();
    void aDnGivenTwiceCountsOnce();
    void sixtyFourAreUnderWay();
    void connectedOnceEveryCallWasAskedFor();
    void aRefusedDnIsSaidAndForgottenWhenItIsMonitored();
    void aRefusedDnHasNoCalls();
    void aSilentServerIsAskedAgain();
    void aServerThatAnswersNothingIsLeft();
    void aSlowServerIsNotLeft();
    void theProgressIsTold();
    void aCallWithoutAnAnswerIsAskedAgainAndHoldsNobodyUp();
    void aDnWithoutAnAnswerIsAskedForItsCallsAgain();
    void aRefusedCallIsGoneOrAskedAgain_data();
    void aRefusedCallIsGoneOrAskedAgain();
    void aRefusedCallIsAskedAgainOnlyWhileItIsInDoubt();
    void aRefusedCallIsNotAskedAgainInTheNextEpoch();
    void theAnswerAboutAnotherCallIsNone();
    void anAnswerAfterTheDoubtChangesNothing();
    void twoDnsAskForTheirCallOnce();
    void aCallOfWhichOnlyAnOldLegIsLeftIsInDoubt_data();
    void aCallOfWhichOnlyAnOldLegIsLeftIsInDoubt();
    void dnsChangeWhileConnected();
    void dnsChangeWhileTheyAreBeingRegistered();
    void aDeadLinkIsNotAskedInALoop();
    void monitoringThatEndsIsTakenUpAgain();
    void noAnswerMakesACallCertainThatIsNotMonitored();
    void monitoringThatEndsWhileItIsBegunIsADoubt();
    void aCallThatWentInAnOutageComesBackUnknown();
    void anEpochOnAnOverdueLinkIsInDoubt();
    void aTransferEndsWhenItsCallHasComeBack();
    void everyEpochRegistersAnew();
    void aListenerMayClose();
};

void TestDnRegistry::noDnsIsConnectedAtOnce()
{
    Conversation talk;
    talk.desk.registry.setDns(QList<model::Dn>());
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QVERIFY(talk.link.nothingSent());
}

void TestDnRegistry::aDnGivenTwiceCountsOnce()
{
    Conversation talk;
    talk.desk.registry.setDns({dnOf(7001), dnOf(7001), {}});
    QCOMPARE(talk.desk.registry.dns(), QList<tlib::Dn>{dnOf(7001)});
    talk.connect();
    QVERIFY(talk.link.nothingSent());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
}

void TestDnRegistry::sixtyFourAreUnderWay()
{
    constexpr int Dns = 1000;
    Conversation talk;
    QList<tlib::Dn> dns;
    for (int i = 0; i < Dns; ++i)
        dns.append(dnOf(10000 + i));
    talk.desk.registry.setDns(dns);
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    QList<std::pair<tlib::RegisterAddress, tlib::ReferenceId>> underWay;
    int answered = 0;
    QStringList seen;
    while (answered < Dns) {
        QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
        while (!talk.link.nothingSent())
            underWay.append(*talk.link.expect<tlib::RegisterAddress>());
        QCOMPARE(underWay.size(), std::min<qsizetype>(64, Dns - answered));
        const auto [request, id] = underWay.takeFirst();
        seen.append(request.dn.toString());
        talk.link.answer(id, {.type = MessageType::EventRegistered, .thisDn = request.dn});
        ++answered;
    }
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), Dns);
    QVERIFY(std::all_of(dns.begin(), dns.end(), [&](const tlib::Dn &dn) {
        return talk.desk.registry.stateOf(dn) == MonitorState::Monitored;
    }));
}

void TestDnRegistry::connectedOnceEveryCallWasAskedFor()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.call, Conversation::CallOne);
    talk.link.answer(asked->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
}

void TestDnRegistry::aRefusedDnIsSaidAndForgottenWhenItIsMonitored()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    talk.refuse(talk.link.expect<tlib::RegisterAddress>()->second, 59, u"DN is not configured"_s);
    QCOMPARE(talk.desk.registry.stateOf(Conversation::OwnDn), MonitorState::Refused);
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    const model::Toast &toast = talk.desk.toasts.toasts().first();
    QCOMPARE(toast.kind, model::ToastKind::DnNotMonitored);
    QCOMPARE(toast.code, 59);
    QCOMPARE(toast.dn, Conversation::OwnDn);
    QCOMPARE(toast.serverText, u"DN is not configured"_s);

    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect();
    QCOMPARE(talk.desk.registry.stateOf(Conversation::OwnDn), MonitorState::Monitored);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestDnRegistry::aRefusedDnHasNoCalls()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.loseLink();
    talk.waitForAttempt();
    talk.link.acceptAsPrimary();
    talk.refuse(talk.link.expect<tlib::RegisterAddress>()->second, 59);
    QVERIFY(!talk.call()); // nobody would ever say that it has ended
}

void TestDnRegistry::aSilentServerIsAskedAgain()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
    QVERIFY(talk.link.nothingSent());
    talk.clock.advance(5s);
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
    talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                     {.type = MessageType::EventRegistered, .thisDn = Conversation::OwnDn});
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
}

void TestDnRegistry::aServerThatAnswersNothingIsLeft()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    talk.clock.advance(9999ms);
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
    talk.clock.advance(1ms);
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Lost);
    QCOMPARE(talk.desk.connection.trouble()->kind, core::ErrorKind::TimedOut);
}

void TestDnRegistry::aSlowServerIsNotLeft()
{
    constexpr int Dns = 200; // more than are under way at once
    Conversation talk;
    QList<tlib::Dn> dns;
    for (int i = 0; i < Dns; ++i)
        dns.append(dnOf(10000 + i));
    talk.desk.registry.setDns(dns);
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    for (int i = 0; i < Dns; ++i) {
        QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
        talk.clock.advance(70ms); // all together longer than the limit
        const auto asked = talk.link.expect<tlib::RegisterAddress>();
        talk.link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = asked->first.dn});
    }
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
}

void TestDnRegistry::theProgressIsTold()
{
    using Progress = model::DnRegistry::Progress;
    Conversation talk;
    talk.desk.registry.setDns({dnOf(7001), dnOf(7002)});
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 0, .total = 2}));
    QSignalSpy changed(&talk.desk.registry, &model::DnRegistry::progressChanged);
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    const auto first = talk.link.expect<tlib::RegisterAddress>();
    talk.link.answer(first->second, {.type = MessageType::EventRegistered, .thisDn = dnOf(7001)});
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 1, .total = 2}));
    QCOMPARE(changed.count(), 1);
    talk.refuse(talk.link.expect<tlib::RegisterAddress>()->second, 59);
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 2, .total = 2}));
    talk.link.push({.type = MessageType::EventUnregistered, .thisDn = dnOf(7001)});
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 1, .total = 2}));
    talk.desk.registry.setDns({dnOf(7002), dnOf(7003)});
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 1, .total = 2}));
    talk.loseLink();
    talk.waitForAttempt();
    talk.link.acceptAsPrimary();
    QCOMPARE(talk.desk.registry.progress(), (Progress{.answered = 0, .total = 2}));
}

void TestDnRegistry::aCallWithoutAnAnswerIsAskedAgainAndHoldsNobodyUp()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(talk.link.expect<tlib::QueryCall>());
    talk.clock.advance(5s);
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QVERIFY(!talk.isCertain());
    QVERIFY(talk.link.expect<tlib::QueryCall>());
    talk.say(MessageType::EventReleased);
    talk.clock.advance(5s); // the call has gone: nobody asks for it any more
    QVERIFY(talk.link.nothingSent());
}

void TestDnRegistry::aDnWithoutAnAnswerIsAskedForItsCallsAgain()
{
    Conversation talk;
    talk.connect();
    talk.desk.registry.askForSnapshot(tlib::Dn(u"7001"));
    QVERIFY(talk.link.expect<tlib::QueryAddress>());
    talk.clock.advance(5s); // the request's time
    QVERIFY(talk.link.expect<tlib::QueryAddress>());
    talk.clock.advance(5s);
    QVERIFY(talk.link.expect<tlib::QueryAddress>());
}

void TestDnRegistry::aRefusedCallIsGoneOrAskedAgain_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("the server does not know the ConnID (56)") << 56 << false;
    QTest::newRow("asking is not supported (51)") << 51 << true;
    QTest::newRow("the DN is not registered (41)") << 41 << true;
    QTest::newRow("a number of the server's own (9999)") << 9999 << true;
}

void TestDnRegistry::aRefusedCallIsGoneOrAskedAgain()
{
    QFETCH(int, code);
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.refuse(talk.link.expect<tlib::QueryCall>()->second, code);
    QTEST(talk.call() != nullptr, "isThere");
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    if (!talk.call()) {
        talk.clock.advance(60s);
        QVERIFY(talk.link.nothingSent());
        return;
    }
    for (int i = 0; i < 3; ++i) {
        talk.clock.advance(4999ms);
        QVERIFY(talk.link.nothingSent());
        talk.clock.advance(1ms);
        talk.refuse(talk.link.expect<tlib::QueryCall>()->second, code);
        QVERIFY(!talk.isCertain());
    }
    talk.clock.advance(5s);
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
    talk.clock.advance(60s);
    QVERIFY(talk.link.nothingSent());
}

void TestDnRegistry::aRefusedCallIsAskedAgainOnlyWhileItIsInDoubt()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.refuse(talk.link.expect<tlib::QueryCall>()->second, 41);
    talk.sayRecording(u"ON"_s); // the server says it unasked
    QVERIFY(talk.isCertain());
    talk.clock.advance(60s);
    QVERIFY(talk.link.nothingSent());
}

void TestDnRegistry::aRefusedCallIsNotAskedAgainInTheNextEpoch()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.refuse(talk.link.expect<tlib::QueryCall>()->second, 41);
    talk.clock.advance(4s);
    talk.link.push({.type = MessageType::EventLinkConnected});
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
    talk.clock.advance(2s);
    QVERIFY(talk.link.nothingSent()); // the snapshot first
}

void TestDnRegistry::theAnswerAboutAnotherCallIsNone()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s),
                                tlib::ConnId(0x006c029a6685d0ff)));
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.call()->recording.state, model::RecordingState::Unknown);
    QVERIFY(talk.call()->userData.isNull());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QVERIFY(talk.link.nothingSent()); // not in a loop
    talk.clock.advance(5s);
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, model::RecordingState::On);
}

void TestDnRegistry::anAnswerAfterTheDoubtChangesNothing()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    const auto asked = talk.link.expect<tlib::RegisterAddress>();
    talk.link.push({.type = MessageType::EventLinkDisconnected});
    talk.link.answer(asked->second, {.type = MessageType::EventRegistered,
                                     .thisDn = Conversation::OwnDn,
                                     .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    QVERIFY(!talk.call());
    QCOMPARE(talk.desk.registry.stateOf(Conversation::OwnDn), MonitorState::Waiting);
    QVERIFY(talk.link.nothingSent());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Waiting);
}

void TestDnRegistry::twoDnsAskForTheirCallOnce()
{
    Conversation talk;
    talk.desk.registry.setDns({dnOf(7001), dnOf(7002)});
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    const auto first = talk.link.expect<tlib::RegisterAddress>();
    const auto second = talk.link.expect<tlib::RegisterAddress>();
    const auto snapshot = Conversation::snapshotOf(Conversation::CallOne);
    for (const auto &asked : {first, second})
        talk.link.answer(
            asked->second,
            {.type = MessageType::EventRegistered, .thisDn = asked->first.dn, .extensions = snapshot});
    const auto query = talk.link.expect<tlib::QueryCall>();
    QVERIFY(talk.link.nothingSent());
    QCOMPARE(talk.call()->legs.size(), 2);
    talk.link.answer(query->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
}

void TestDnRegistry::aCallOfWhichOnlyAnOldLegIsLeftIsInDoubt_data()
{
    QTest::addColumn<bool>("tellsUserData");
    QTest::newRow("the end of the other leg carries user data") << true;
    QTest::newRow("the end of the other leg carries none") << false;
}

/// Nobody has said since the reconnect that the leg is there still, and so it carries no certainty.
void TestDnRegistry::aCallOfWhichOnlyAnOldLegIsLeftIsInDoubt()
{
    QFETCH(bool, tellsUserData);
    const tlib::KvList isOn = Conversation::recording(u"ON"_s);
    Conversation talk;
    talk.desk.registry.setDns({dnOf(7001), dnOf(7002)});
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                     {.type = MessageType::EventRegistered,
                      .thisDn = dnOf(7002),
                      .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, isOn));
    QVERIFY(talk.isCertain());

    talk.loseLink();
    talk.waitForAttempt();
    talk.link.acceptAsPrimary();
    const auto first = talk.link.expect<tlib::RegisterAddress>(); // is not answered yet
    talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                     {.type = MessageType::EventRegistered,
                      .thisDn = dnOf(7002),
                      .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, isOn));
    QVERIFY(talk.isCertain()); // it is at 7002, whatever 7001 does
    tlib::Event released = talk.event(MessageType::EventReleased, tellsUserData ? isOn : tlib::KvList());
    released.thisDn = dnOf(7002);
    talk.link.push(released);
    QVERIFY(talk.call());
    QVERIFY(!talk.isCertain());
    QVERIFY(talk.link.nothingSent()); // the call may be there without 7001, so asking about it is of no use

    talk.link.answer(first->second, {.type = MessageType::EventRegistered,
                                     .thisDn = dnOf(7001),
                                     .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, isOn));
    QVERIFY(talk.isCertain());
}

void TestDnRegistry::dnsChangeWhileConnected()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.desk.registry.setDns({dnOf(7002)});
    QVERIFY(!talk.call()); // nobody watches its DN
    const auto gone = talk.link.expect<tlib::UnregisterAddress>();
    QCOMPARE(gone->first.dn, Conversation::OwnDn);
    const auto added = talk.link.expect<tlib::RegisterAddress>();
    QCOMPARE(added->first.dn, dnOf(7002));
    talk.link.answer(added->second, {.type = MessageType::EventRegistered, .thisDn = dnOf(7002)});
    QCOMPARE(talk.desk.registry.stateOf(dnOf(7002)), MonitorState::Monitored);

    talk.desk.registry.setDns({dnOf(7002), Conversation::OwnDn});
    QCOMPARE(talk.link.expect<tlib::RegisterAddress>()->first.dn, Conversation::OwnDn);
    QVERIFY(talk.link.nothingSent()); // 7002 is watched already
}

void TestDnRegistry::dnsChangeWhileTheyAreBeingRegistered()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    const auto old = talk.link.expect<tlib::RegisterAddress>();
    talk.desk.registry.setDns({dnOf(7002)});
    QVERIFY(talk.link.expect<tlib::UnregisterAddress>());
    const auto added = talk.link.expect<tlib::RegisterAddress>();
    QCOMPARE(added->first.dn, dnOf(7002));
    talk.link.answer(old->second, {.type = MessageType::EventRegistered,
                                   .thisDn = Conversation::OwnDn,
                                   .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    QVERIFY(!talk.call()); // watched no more
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Registering);
    talk.link.answer(added->second, {.type = MessageType::EventRegistered, .thisDn = dnOf(7002)});
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    QVERIFY(talk.link.nothingSent());
}

void TestDnRegistry::aDeadLinkIsNotAskedInALoop()
{
    Conversation talk;
    talk.connect();
    talk.link.close(); // it is dead, and has not said so yet
    QSignalSpy refused(&talk.desk.registry, &model::DnRegistry::refused);
    talk.desk.registry.setDns({Conversation::OwnDn, dnOf(7002)});
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(talk.link.failedSends(), 1);
    QCOMPARE(refused.count(), 0);
    QCOMPARE(talk.desk.registry.stateOf(dnOf(7002)), MonitorState::Waiting);
    talk.loseLink();
    talk.waitForAttempt();
    talk.link.acceptAsPrimary();
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
}

void TestDnRegistry::monitoringThatEndsIsTakenUpAgain()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.link.push({.type = MessageType::EventUnregistered, .thisDn = Conversation::OwnDn});
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.desk.registry.stateOf(Conversation::OwnDn), MonitorState::Waiting);
    const auto again = talk.link.expect<tlib::RegisterAddress>();
    talk.link.answer(again->second, {.type = MessageType::EventRegistered,
                                     .thisDn = Conversation::OwnDn,
                                     .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
}

void TestDnRegistry::noAnswerMakesACallCertainThatIsNotMonitored()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    tlib::Event nobodys = talk.event(MessageType::EventHeld);
    nobodys.thisDn = {}; // is asked about
    talk.link.push(nobodys);
    const auto query = talk.link.expect<tlib::QueryCall>();
    talk.link.push({.type = MessageType::EventUnregistered, .thisDn = Conversation::OwnDn});
    const auto again = talk.link.expect<tlib::RegisterAddress>();
    talk.link.answer(query->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(!talk.isCertain()); // it may be paused by now, and nobody would say so
    talk.link.answer(again->second, {.type = MessageType::EventRegistered,
                                     .thisDn = Conversation::OwnDn,
                                     .extensions = Conversation::snapshotOf(Conversation::CallOne)});
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"PAUSED"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, model::RecordingState::Paused);
}

/// A server may tell of a DN before it has answered its registration, as it did in the epoch before.
void TestDnRegistry::monitoringThatEndsWhileItIsBegunIsADoubt()
{
    Conversation talk;
    talk.desk.connection.open({});
    talk.link.acceptAsPrimary();
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.isCertain());
    talk.link.push({.type = MessageType::EventUnregistered, .thisDn = Conversation::OwnDn});
    QVERIFY(!talk.isCertain());
}

/// Its keys may have gone in the outage, too: that nothing is said does not mean that nothing ever was.
void TestDnRegistry::aCallThatWentInAnOutageComesBackUnknown()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect();
    QVERIFY(!talk.call());
    talk.say(MessageType::EventRinging);
    QVERIFY(!talk.isCertain());
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second, talk.event(MessageType::EventPartyInfo));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, model::RecordingState::Unknown);
}

/// What comes first after a silence may be as old as the silence, a new epoch, too.
void TestDnRegistry::anEpochOnAnOverdueLinkIsInDoubt()
{
    Conversation talk;
    talk.connect();
    Q_EMIT talk.link.overdueChanged(true);
    talk.link.push({.type = MessageType::EventLinkConnected});
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.connection.isOverdue());
    QVERIFY(!talk.isCertain());
    QVERIFY(talk.link.nothingSent());
    Q_EMIT talk.link.overdueChanged(false);
    QVERIFY(talk.link.expect<tlib::RegisterAddress>());
}

/// Somebody else was quicker, and the call rings at another watched DN before the refusal comes.
void TestDnRegistry::aTransferEndsWhenItsCallHasComeBack()
{
    Conversation talk;
    talk.desk.registry.setDns(
        {{.dn = Conversation::OwnDn}, {.dn = dnOf(7002), .use = model::DnUse::Watched}});
    talk.connect();
    talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                     {.type = MessageType::EventRegistered, .thisDn = dnOf(7002)});
    talk.talk(Conversation::recording(u"ON"_s));
    QSignalSpy settled(&talk.desk.control, &model::CallControl::settled);
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::Transfer,
                                      {.destination = dnOf(7003)}));
    const auto asked = talk.link.expect<tlib::SingleStepTransfer>();
    talk.say(MessageType::EventReleased, Conversation::recording(u"ON"_s));
    tlib::Event ringing = talk.event(MessageType::EventRinging, Conversation::recording(u"ON"_s));
    ringing.thisDn = dnOf(7002);
    talk.link.push(ringing);
    QVERIFY(talk.call());
    talk.refuse(asked->second, 470);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
}

void TestDnRegistry::everyEpochRegistersAnew()
{
    Conversation talk;
    talk.connect();
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    for (int i = 0; i < 3; ++i) {
        talk.link.push({.type = MessageType::EventLinkConnected});
        QCOMPARE(talk.desk.registry.stateOf(Conversation::OwnDn), MonitorState::Waiting);
        talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                         {.type = MessageType::EventRegistered, .thisDn = Conversation::OwnDn});
        QCOMPARE(talk.desk.connection.state(), ConnectionState::Connected);
    }
}

void TestDnRegistry::aListenerMayClose()
{
    Conversation talk;
    QObject::connect(&talk.desk.registry, &model::DnRegistry::snapshotTaken, this,
                     [&] { talk.desk.connection.close(); });
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    QCOMPARE(talk.desk.connection.state(), ConnectionState::Offline);
    QVERIFY(talk.link.nothingSent());
}

TALLY_TEST(TestDnRegistry)

} // namespace tst_dnregistry
#include "tst_dnregistry.moc"
