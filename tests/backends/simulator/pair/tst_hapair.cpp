#include "backends/simulator/pair/localpair.h"
#include "backends/simulator/switchconversation.h"
#include "support/fakelink.h"
#include "support/testprogram.h"

#include <QAbstractEventDispatcher>
#include <QJsonArray>
#include <QtTest>

namespace tst_hapair {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::MessageType;
using enum LocalPair::Side;

/// A pair in one thread and on one clock: who serves, who knows what, what clients hear of it.
class TestHaPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theBackupHasTheWholeState_data();
    void theBackupHasTheWholeState();
    void theBackupFollowsEveryChange();
    void aBackupServesNobody();
    void aBackupDoesNothingByItself();
    void theBackupTakesOver();
    void anOrderUnderWayIsCompleted();
    void aCallThatWaitsIsRoutedByTheNewPrimary();
    void numbersGoOnRising();
    void newCallsHaveIdsOfTheirOwn();
    void switchesOverAndBack();
    void whoWasTheBackupMayBeTold();
    void refusesToSwitchOverToNobody();
    void theRevivedServerIsTheBackup();
    void afterASplitTheLaterOneStays();
    void row39_aBackupThatNeverMetItsPrimarySaysSo();
    void row39_whatIsNotCompleteIsNotTaken_data();
    void row39_whatIsNotCompleteIsNotTaken();
    void aStrangerLearnsNothing_data();
    void aStrangerLearnsNothing();
    void theOtherServerIsNoClient();
    void manyCallsComeInTurn();

private:
    struct Client;

    void settle();
    void pass(core::Duration time);
    void killPrimary();
    QString call(const tlib::Dn &from, const tlib::Dn &to);
    bool done(LocalPair::Side side, QJsonObject command);
    QJsonObject truth(LocalPair::Side side);
    QJsonObject callOf(LocalPair::Side side, const QString &id);
    QStringList callsAt(LocalPair::Side side, const tlib::Dn &dn); ///< in the order of a snapshot
    void makeALot();

    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<LocalPair> m_pair;
};

/// What one client hears.
struct TestHaPair::Client
{
    Client(LocalPair &pair, LocalPair::Side side)
        : link(pair.find())
    {
        QObject::connect(&link, &tlib::Link::eventReceived, &link,
                         [this](const tlib::Event &event) { events.append(event); });
        QObject::connect(&link, &tlib::Link::stateChanged, &link,
                         [this](tlib::LinkState now, const auto &) { state = now; });
        link.open(LocalPair::endpointOf(side));
    }
    QStringList story()
    {
        QStringList words;
        for (const tlib::Event &event : std::exchange(events, {})) {
            QString word = tlib::messageName(event.type).mid(5);
            if (event.serverRole)
                word += event.serverRole == tlib::ServerRole::Primary ? u" primary"_s : u" backup"_s;
            if (event.errorCode)
                word += u" %1"_s.arg(*event.errorCode);
            words.append(word);
        }
        return words;
    }

    simulator::SimLink link;
    QList<tlib::Event> events;
    tlib::LinkState state = tlib::LinkState::Closed;
};

namespace {

simulator::SwitchConfiguration largerSwitch()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.dns.append({.dn = tlib::Dn(u"8001"_s),
                              .kind = simulator::DnKind::RoutingPoint,
                              .defaultDn = third,
                              .timeOut = core::Duration(5000)});
    return configuration;
}

QString stateOf(const QJsonObject &call)
{
    return call.value(u"recording"_s).toString();
}

} // namespace

void TestHaPair::init()
{
    m_clock = std::make_unique<support::ManualClock>();
    m_pair = std::make_unique<LocalPair>(largerSwitch(), *m_clock);
    settle();
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(m_pair->primary(), One);
}

void TestHaPair::cleanup()
{
    m_pair.reset();
    m_clock.reset();
}

void TestHaPair::settle()
{
    do {
        m_clock->advance(core::Duration::zero());
    } while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
}

void TestHaPair::pass(core::Duration time)
{
    settle();
    m_clock->advance(time);
    settle();
}

void TestHaPair::killPrimary()
{
    settle();
    m_pair->kill(*m_pair->primary());
    settle();
}

QString TestHaPair::call(const tlib::Dn &from, const tlib::Dn &to)
{
    return m_pair->commands(*m_pair->primary())
        .run({{u"do"_s, u"call"_s}, {u"from"_s, from.toString()}, {u"to"_s, to.toString()}})
        .value(u"connId"_s)
        .toString();
}

bool TestHaPair::done(LocalPair::Side side, QJsonObject command)
{
    return m_pair->commands(side).run(command).value(u"ok"_s).toBool();
}

/// Without what is a server's own.
QJsonObject TestHaPair::truth(LocalPair::Side side)
{
    QJsonObject truth = m_pair->commands(side).run({{u"do"_s, u"state"_s}});
    for (const QString &own : {u"clients"_s, u"role"_s, u"peer"_s, u"synchronised"_s})
        truth.remove(own);
    return truth;
}

QJsonObject TestHaPair::callOf(LocalPair::Side side, const QString &id)
{
    const QJsonArray calls = truth(side).value(u"calls"_s).toArray();
    for (const QJsonValue &entry : calls) {
        if (entry.toObject().value(u"connId"_s).toString() == id)
            return entry.toObject();
    }
    return {};
}

QStringList TestHaPair::callsAt(LocalPair::Side side, const tlib::Dn &dn)
{
    QStringList ids;
    for (const simulator::SwitchCall *call : std::as_const(m_pair->simulatedSwitch(side)).book().of(dn))
        ids.append(call->id.toString());
    return ids;
}

/// Every kind of thing that there is.
void TestHaPair::makeALot()
{
    const LocalPair::Side side = *m_pair->primary();
    const QString recorded = call(customer, agent);
    QVERIFY(done(side, {{u"do"_s, u"answer"_s}, {u"connId"_s, recorded}}));
    pass(recorderDelay);
    QVERIFY(done(side, {{u"do"_s, u"user-data"_s},
                        {u"connId"_s, recorded},
                        {u"set"_s, QJsonArray{QJsonArray{u"Topic"_s, u"Größe"_s}, QJsonArray{u"n"_s, 5}}}}));
    QVERIFY(done(side, {{u"do"_s, u"recorder"_s}, {u"connId"_s, recorded}, {u"state"_s, u"paused"_s}}));
    pass(core::Duration(700));
    QVERIFY(
        done(side,
             {{u"do"_s, u"consult"_s}, {u"connId"_s, recorded}, {u"dn"_s, u"7001"_s}, {u"to"_s, u"7002"_s}}));
    call(tlib::Dn(u"+493099"_s), routingPoint);
    call(tlib::Dn(u"+493098"_s), queue);
    QVERIFY(done(side, {{u"do"_s, u"agent"_s}, {u"dn"_s, u"7001"_s}, {u"state"_s, u"ready"_s}}));
    QVERIFY(done(side,
                 {{u"do"_s, u"configure"_s}, {u"dn"_s, u"7003"_s}, {u"record"_s, true}, {u"busy"_s, true}}));
    settle();
}

void TestHaPair::theBackupHasTheWholeState_data()
{
    QTest::addColumn<bool>("isThereFromTheStart");
    QTest::newRow("a backup that was there before") << true;
    QTest::newRow("a backup that comes to it") << false;
}

void TestHaPair::theBackupHasTheWholeState()
{
    QFETCH(bool, isThereFromTheStart);
    if (!isThereFromTheStart)
        m_pair->kill(Two);
    makeALot();
    if (!isThereFromTheStart) {
        m_pair->revive(Two);
        settle();
    }
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(truth(One).value(u"calls"_s).toArray().size(), 4);
    QCOMPARE(truth(Two), truth(One));
    QVERIFY(m_pair->simulatedSwitch(Two).directory().isRecorded(third));
    QVERIFY(m_pair->simulatedSwitch(Two).directory().isBusy(third));
    pass(core::Duration(2345)); // what is being written goes on being written on both
    QCOMPARE(truth(Two), truth(One));
}

void TestHaPair::theBackupFollowsEveryChange()
{
    makeALot();
    const QString first =
        truth(One).value(u"calls"_s).toArray().at(0).toObject().value(u"connId"_s).toString();
    for (const QJsonObject &command :
         {QJsonObject{{u"do"_s, u"answer"_s}, {u"dn"_s, u"7002"_s}},
          {{u"do"_s, u"complete"_s}},
          {{u"do"_s, u"agent"_s}, {u"dn"_s, u"7001"_s}, {u"state"_s, u"logged-out"_s}},
          {{u"do"_s, u"configure"_s}, {u"dn"_s, u"7003"_s}, {u"busy"_s, false}},
          {{u"do"_s, u"hold"_s}, {u"dn"_s, u"7002"_s}},
          {{u"do"_s, u"recorder"_s}, {u"state"_s, u"on"_s}, {u"silent"_s, true}},
          {{u"do"_s, u"release"_s}}}) {
        QJsonObject whole = command;
        const QString verb = command.value(u"do"_s).toString();
        const QJsonArray calls = truth(One).value(u"calls"_s).toArray();
        if (verb != u"agent" && verb != u"configure")
            whole.insert(u"connId"_s, verb == u"answer" ? calls.at(1).toObject().value(u"connId"_s) : first);
        const QJsonObject answer = m_pair->commands(One).run(whole);
        QVERIFY2(answer.value(u"ok"_s).toBool(), qPrintable(verb + answer.value(u"error"_s).toString()));
        settle();
        QCOMPARE(truth(Two), truth(One));
        pass(recorderDelay);
        QCOMPARE(truth(Two), truth(One));
        for (const tlib::Dn &dn : {agent, second, routingPoint})
            QCOMPARE(callsAt(Two, dn), callsAt(One, dn));
    }
}

void TestHaPair::aBackupServesNobody()
{
    Client client(*m_pair, Two);
    settle();
    QCOMPARE(client.story(), QStringList{u"LinkDisconnected backup 54"_s});
    QVERIFY(client.link.send(tlib::RegisterAddress{.dn = agent}));
    QVERIFY(client.link.send(tlib::QueryServer{}));
    settle();
    QCOMPARE(client.story(), (QStringList{u"Error 54"_s, u"ServerInfo backup"_s}));
    for (const QString &verb : {u"call"_s, u"storm"_s, u"configure"_s}) {
        const QJsonObject answer =
            m_pair->commands(Two).run({{u"do"_s, verb}, {u"from"_s, u"7001"_s}, {u"to"_s, u"7002"_s}});
        QVERIFY(!answer.value(u"ok"_s).toBool());
    }
    QCOMPARE(m_pair->commands(Two)
                 .run({{u"do"_s, u"release"_s}, {u"connId"_s, u"1"_s}})
                 .value(u"error"_s)
                 .toString(),
             u"release: this server is the backup; tell the primary"_s);
}

void TestHaPair::aBackupDoesNothingByItself()
{
    const QString id = call(customer, agent);
    QVERIFY(done(One, {{u"do"_s, u"answer"_s}, {u"connId"_s, id}}));
    settle();
    m_pair->setConnected(false); // the backup takes over, and the first one is alone with its calls
    settle();
    QCOMPARE(m_pair->primary(), std::nullopt);
    m_pair->setConnected(true);
    m_clock->advance(core::Duration(500)); // the first is the backup now; it reports nothing of its own
    settle();
    QCOMPARE(m_pair->primary(), Two);
    QCOMPARE(stateOf(callOf(Two, id)), u"on"_s);
    QCOMPARE(truth(One), truth(Two));
}

void TestHaPair::theBackupTakesOver()
{
    makeALot();
    Client atBackup(*m_pair, Two), atPrimary(*m_pair, One);
    settle();
    const QJsonObject before = truth(One);
    atBackup.events.clear();
    killPrimary();
    QCOMPARE(m_pair->primary(), Two);
    QCOMPARE(truth(Two), before);
    QCOMPARE(atPrimary.state, tlib::LinkState::Closed);
    QCOMPARE(atBackup.story(), (QStringList{u"PrimaryChanged primary"_s, u"LinkConnected primary"_s}));

    // What a client asks now is answered as the first server would have done.
    QVERIFY(atBackup.link.send(tlib::RegisterAddress{.dn = agent}));
    settle();
    const tlib::Event registered = atBackup.events.last();
    QCOMPARE(registered.type, MessageType::EventRegistered);
    QVERIFY(registered.extensions.find("conn-2"));
    QCOMPARE(registered.extensions.find("AgentStatus")->toInt(), int(tlib::AgentStatus::Ready));
    const auto id = tlib::ConnId::fromString(registered.extensions.text("conn-1"));
    QVERIFY(atBackup.link.send(tlib::QueryCall{.dn = agent, .call = *id}));
    settle();
    QCOMPARE(atBackup.events.last().userData.text("Topic"), u"Größe"_s);
    QCOMPARE(atBackup.events.last().userData.text("GSIP_RECORD"), u"PAUSED"_s);
    // And the recording can be resumed.
    QVERIFY(atBackup.link.send(
        tlib::RecordingService{.command = tlib::RecordingCommand::Resume, .dn = agent, .call = *id}));
    pass(recorderDelay);
    QCOMPARE(atBackup.events.last().userData.text("GSIP_RECORD"), u"ON"_s);
    QCOMPARE(callOf(Two, id->toString()).value(u"recordings"_s).toArray().size(), 1);
    QCOMPARE(m_pair->said().size(), 1);
    QVERIFY(m_pair->said().first().endsWith(u": this server has taken over"_s));
}

void TestHaPair::anOrderUnderWayIsCompleted()
{
    const QString id = call(customer, agent);
    QVERIFY(done(One, {{u"do"_s, u"answer"_s}, {u"connId"_s, id}}));
    pass(recorderDelay / 2);
    killPrimary();
    QCOMPARE(stateOf(callOf(Two, id)), u"off"_s);
    pass(recorderDelay / 2 - core::Duration(1));
    QCOMPARE(stateOf(callOf(Two, id)), u"off"_s);
    pass(core::Duration(1));
    QCOMPARE(stateOf(callOf(Two, id)), u"on"_s);
}

void TestHaPair::aCallThatWaitsIsRoutedByTheNewPrimary()
{
    const QString id = call(customer, tlib::Dn(u"8001"_s));
    pass(core::Duration(3000));
    killPrimary();
    pass(core::Duration(1999));
    QVERIFY(callOf(Two, id).value(u"parties"_s).toObject().contains(u"8001"_s));
    pass(core::Duration(1));
    QCOMPARE(callOf(Two, id).value(u"parties"_s).toObject().value(u"7003"_s).toString(), u"ringing"_s);
}

void TestHaPair::numbersGoOnRising()
{
    Client client(*m_pair, One);
    settle();
    qint64 last = *client.events.last().sequenceNumber;
    for (int round = 0; round < 3; ++round) {
        const LocalPair::Side serving = *m_pair->primary();
        QVERIFY(m_pair->switchOver());
        settle();
        Client next(*m_pair, LocalPair::other(serving));
        settle();
        QCOMPARE(next.events.last().type, MessageType::EventLinkConnected);
        QVERIFY(*next.events.last().sequenceNumber > last);
        last = *next.events.last().sequenceNumber;
    }
}

void TestHaPair::newCallsHaveIdsOfTheirOwn()
{
    for (int i = 0; i < 3; ++i)
        call(customer, second);
    killPrimary();
    call(customer, second);
    QCOMPARE(truth(Two).value(u"calls"_s).toArray().size(), 4);
}

void TestHaPair::switchesOverAndBack()
{
    makeALot();
    Client one(*m_pair, One), two(*m_pair, Two);
    settle();
    QVERIFY(one.link.send(tlib::RegisterAddress{.dn = agent}));
    settle();
    one.events.clear();
    two.events.clear();
    const QJsonObject before = truth(One);
    QVERIFY(done(One, {{u"do"_s, u"switch-over"_s}}));
    settle();
    QCOMPARE(m_pair->primary(), Two);
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(one.story(), (QStringList{u"PrimaryChanged backup"_s, u"LinkDisconnected backup 54"_s}));
    QCOMPARE(two.story(), (QStringList{u"PrimaryChanged primary"_s, u"LinkConnected primary"_s}));
    QCOMPARE(truth(One), before);
    QCOMPARE(truth(Two), before);

    call(customer, second); // and what happens now is told in the other direction
    settle();
    QCOMPARE(truth(One), truth(Two));
    QVERIFY(truth(One) != before);
    QVERIFY(done(Two, {{u"do"_s, u"switch-over"_s}}));
    settle();
    QCOMPARE(m_pair->primary(), One);
    // Who was registered has to register anew.
    QCOMPARE(one.story(), (QStringList{u"PrimaryChanged primary"_s, u"LinkConnected primary"_s}));
    call(customer, agent);
    settle();
    QVERIFY(one.events.isEmpty());
}

void TestHaPair::whoWasTheBackupMayBeTold()
{
    makeALot();
    QVERIFY(done(Two, {{u"do"_s, u"switch-over"_s}}));
    settle();
    QCOMPARE(m_pair->primary(), Two);
    QVERIFY(m_pair->isSynchronised());
    killPrimary(); // the one that was told dies, and the first has everything
    QCOMPARE(m_pair->primary(), One);
    QCOMPARE(truth(One).value(u"calls"_s).toArray().size(), 4);
}

void TestHaPair::refusesToSwitchOverToNobody()
{
    m_pair->kill(Two);
    settle();
    QCOMPARE(m_pair->commands(One).run({{u"do"_s, u"switch-over"_s}}).value(u"error"_s).toString(),
             u"There is no backup to switch over to; start one with --backup-of"_s);
    QCOMPARE(m_pair->primary(), One);
    support::ManualClock clock;
    Conversation alone;
    simulator::Commands commands(alone.sw, clock);
    QVERIFY(!commands.run({{u"do"_s, u"switch-over"_s}}).value(u"ok"_s).toBool());
}

void TestHaPair::theRevivedServerIsTheBackup()
{
    makeALot();
    killPrimary();
    m_pair->revive(One);
    settle();
    QCOMPARE(m_pair->primary(), Two);
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(truth(One), truth(Two));
    killPrimary();
    QCOMPARE(m_pair->primary(), One);
    m_pair->revive(Two); // both have been told of each other by now, and one connection is enough
    settle();
    pass(core::Duration(2000));
    QCOMPARE(m_pair->primary(), One);
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(truth(One).value(u"calls"_s).toArray().size(), 4);
    QCOMPARE(truth(Two), truth(One));
}

void TestHaPair::afterASplitTheLaterOneStays()
{
    const QString shared = call(customer, agent);
    settle();
    Client one(*m_pair, One), two(*m_pair, Two);
    m_pair->setConnected(false);
    settle();
    const QString atOne = m_pair->commands(One)
                              .run({{u"do"_s, u"call"_s}, {u"from"_s, u"+491"_s}, {u"to"_s, u"7002"_s}})
                              .value(u"connId"_s)
                              .toString();
    const QString atTwo = m_pair->commands(Two)
                              .run({{u"do"_s, u"call"_s}, {u"from"_s, u"+492"_s}, {u"to"_s, u"7003"_s}})
                              .value(u"connId"_s)
                              .toString();
    QVERIFY(!atOne.isEmpty() && !atTwo.isEmpty());
    one.events.clear();
    two.events.clear();
    m_pair->setConnected(true);
    pass(core::Duration(500));
    QCOMPARE(m_pair->primary(), Two);
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(truth(One), truth(Two));
    QVERIFY(!callOf(One, shared).isEmpty());
    QVERIFY(callOf(One, shared).value(u"parties"_s).toObject().contains(u"7001"_s));
    QCOMPARE(truth(One).value(u"calls"_s).toArray().size(), 2);
    QCOMPARE(one.story(), (QStringList{u"PrimaryChanged backup"_s, u"LinkDisconnected backup 54"_s}));
    QCOMPARE(two.story(), QStringList());
}

void TestHaPair::row39_aBackupThatNeverMetItsPrimarySaysSo()
{
    m_pair->kill(Two);
    m_pair->setConnected(false);
    m_pair->revive(Two);
    makeALot();
    pass(core::Duration(5000));
    QCOMPARE(m_pair->pair(Two).role(), tlib::ServerRole::Backup);
    QVERIFY(!m_pair->pair(Two).isSynchronised());
    QCOMPARE(m_pair->said().size(), 2); // that the other is gone, and this, once
    QVERIFY(m_pair->said().last().startsWith(u"not synchronised: "_s));
    killPrimary();
    QCOMPARE(m_pair->primary(), std::nullopt); // it has lost nobody
    QVERIFY(done(Two, {{u"do"_s, u"switch-over"_s}}));
    QCOMPARE(m_pair->primary(), Two);
    QVERIFY(truth(Two).value(u"calls"_s).toArray().isEmpty());
    QVERIFY(m_pair->said().last().endsWith(u"as it is, not synchronised"_s));
}

void TestHaPair::row39_whatIsNotCompleteIsNotTaken_data()
{
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("lost before the whole state was there") << false;
    QTest::newRow("lost right after") << true;
}

void TestHaPair::row39_whatIsNotCompleteIsNotTaken()
{
    QFETCH(bool, isComplete);
    support::FakeLink link;
    simulator::Switch sw(smallSwitch(), *m_clock, {});
    QStringList said;
    simulator::HaPair pair(
        sw, *m_clock, {.id = u"backup"_s, .say = [&said](const QString &sentence) { said.append(sentence); }},
        {});
    pair.backUp(link, {.host = u"primary"_s, .port = 1});
    link.accept();
    simulator::PairChannel primary(*m_clock);
    primary.open({}, [&link](const tlib::KvList &part) {
        link.push({.type = MessageType::EventPrivateInfo,
                   .extensions = part,
                   .privateMsgId = simulator::PairChannel::Service});
    });
    primary.send(simulator::PairHello{.id = u"primary"_s});
    primary.send(simulator::ReplicaChange{.number = 1, .begins = true});
    simulator::ReplicaChange change{.number = 2, .completes = isComplete};
    change.calls = {{.call = {.id = tlib::ConnId(7), .parties = {{.dn = agent}, {.dn = customer}}}}};
    primary.send(change);
    QCOMPARE(pair.isSynchronised(), isComplete);
    QCOMPARE(pair.role(), tlib::ServerRole::Backup);
    link.lose();
    QCOMPARE(pair.role(), tlib::ServerRole::Primary);
    QCOMPARE(sw.book().all().size(), size_t(isComplete ? 1 : 0));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().endsWith(u"not synchronised"_s), !isComplete);
}

void TestHaPair::aStrangerLearnsNothing_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("isLocal");
    QTest::addColumn<int>("code");
    QTest::newRow("a wrong password") << u"secret"_s << u"guess"_s << true << 119;
    QTest::newRow("no password") << u"secret"_s << u""_s << true << 119;
    QTest::newRow("from another machine, when there is no password") << u""_s << u""_s << false << 119;
    QTest::newRow("the right password from another machine") << u"secret"_s << u"secret"_s << false << 0;
    QTest::newRow("from this machine, when there is no password") << u""_s << u""_s << true << 0;
}

void TestHaPair::aStrangerLearnsNothing()
{
    QFETCH(QString, password);
    QFETCH(QString, given);
    QFETCH(bool, isLocal);
    QFETCH(int, code);
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.password = tlib::Text(password);
    simulator::Switch sw(configuration, *m_clock, {.deliver = [](auto, const auto &) {}});
    QList<tlib::Event> heard;
    QList<tlib::ClientId> disconnected;
    simulator::HaPair pair(sw, *m_clock, {.id = u"first"_s, .password = configuration.password},
                           {.deliver = [&](tlib::ClientId, const tlib::Event &event) { heard.append(event); },
                            .disconnect = [&](tlib::ClientId client) { disconnected.append(client); },
                            .isLocal = [isLocal](tlib::ClientId) { return isLocal; },
                            .addressOf = [](tlib::ClientId) { return u"somewhere"_s; }});
    const tlib::ClientId stranger{1};
    pair.handle(stranger,
                tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s),
                                     .applicationName =
                                         tlib::Text(QString::fromLatin1(simulator::HaPair::PartnerName)),
                                     .password = tlib::Text(given)},
                {});
    QCOMPARE(disconnected.size(), code == 0 ? 0 : 1);
    QCOMPARE(heard.isEmpty() ? 0 : *heard.first().errorCode, code);
    simulator::PairChannel channel(*m_clock);
    channel.open({}, [&](const tlib::KvList &part) {
        if (code == 0)
            pair.handle(
                stranger,
                tlib::PrivateService{.privateMsgId = simulator::PairChannel::Service, .extensions = part},
                {});
    });
    channel.send(simulator::PairHello{.id = u"second"_s, .role = tlib::ServerRole::Backup});
    QCOMPARE(pair.peer(), code == 0 ? u"somewhere"_s : QString());
}

void TestHaPair::theOtherServerIsNoClient()
{
    QCOMPARE(m_pair->simulatedSwitch(One).clients().count(), 0);
    Client client(*m_pair, One);
    settle();
    QVERIFY(done(One, {{u"do"_s, u"drop-clients"_s}}));
    settle();
    QCOMPARE(client.state, tlib::LinkState::Closed);
    QCOMPARE(m_pair->primary(), One);
    QVERIFY(m_pair->isSynchronised());
}

void TestHaPair::manyCallsComeInTurn()
{
    m_pair->kill(Two);
    for (int i = 0; i < 1000; ++i)
        call(tlib::Dn(u"+49%1"_s.arg(i)), i % 2 ? second : agent);
    m_pair->revive(Two);
    settle();
    QVERIFY(m_pair->isSynchronised());
    QCOMPARE(truth(Two), truth(One));
    QCOMPARE(callsAt(Two, second).size(), 500);
    QCOMPARE(callsAt(Two, second), callsAt(One, second));
    QVERIFY(done(One, {{u"do"_s, u"storm"_s}, {u"events"_s, 5000}, {u"perSecond"_s, 10000}}));
    for (int i = 0; i < 60; ++i)
        pass(core::Duration(10));
    QCOMPARE(truth(Two).value(u"calls"_s), truth(One).value(u"calls"_s));
}

TALLY_TEST(TestHaPair)

} // namespace tst_hapair
#include "tst_hapair.moc"
