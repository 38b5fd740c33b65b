#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_supervisorboard {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::BoardCounts;
using model::SupervisorBoard;
using support::Conversation;
using tlib::MessageType;

namespace {

const tlib::Dn Supervisor(u"7900");
const tlib::Dn Anna(u"7001");
const tlib::Dn Ben(u"7002");
const tlib::Dn RoutingPoint(u"5000");
constexpr tlib::ConnId One(0x006c029a6685d004);
constexpr tlib::ConnId Two(0x006c029a6685d005);

/// A supervisor's desk that watches two agents and a routing point, connected.
struct Watch : Conversation
{
    Watch()
    {
        desk.registry.setDns({{.dn = Supervisor, .use = model::DnUse::Own},
                              {.dn = Anna, .use = model::DnUse::Watched, .name = u"Anna Weber"_s},
                              {.dn = RoutingPoint, .use = model::DnUse::RoutingPoint},
                              {.dn = Ben, .use = model::DnUse::Watched}});
        desk.connection.open({});
        link.acceptAsPrimary();
        answerRegistrations();
    }
    /// Each DN with its snapshot of one call, where one is given.
    void answerRegistrations(tlib::ConnId callOfAnna = {})
    {
        for (qsizetype i = 0; i < desk.registry.dns().size(); ++i) {
            const auto asked = link.expect<tlib::RegisterAddress>();
            const bool hasCall = asked->first.dn == Anna && !callOfAnna.isNull();
            link.answer(asked->second, {.type = MessageType::EventRegistered,
                                        .thisDn = asked->first.dn,
                                        .extensions = hasCall ? snapshotOf(callOfAnna) : tlib::KvList()});
        }
    }
    void say(MessageType type, const tlib::Dn &dn, tlib::ConnId call = One, const tlib::KvList &userData = {})
    {
        auto event = Conversation::event(type, userData, call);
        event.thisDn = dn;
        link.push(event);
    }
    void talk(const tlib::Dn &dn, tlib::ConnId call = One, const QString &word = {})
    {
        say(MessageType::EventRinging, dn, call);
        say(MessageType::EventEstablished, dn, call, word.isEmpty() ? tlib::KvList() : recording(word));
    }
    void record(const QString &word, tlib::ConnId call = One)
    {
        say(MessageType::EventAttachedDataChanged, {}, call, recording(word));
    }
    int rowOf(const tlib::Dn &dn) const { return desk.board.indexOf(dn); }
    tlib::ConnId shownAt(const tlib::Dn &dn) const
    {
        const model::Call *const shown = desk.board.callOf(rowOf(dn));
        return shown ? shown->id : tlib::ConnId();
    }
};

/// What a board has said since it was made or asked.
struct Ear
{
    explicit Ear(SupervisorBoard &board)
        : row(&board, &SupervisorBoard::rowChanged)
        , recording(&board, &SupervisorBoard::recordingChanged)
        , all(&board, &SupervisorBoard::allChanged)
        , counts(&board, &SupervisorBoard::countsChanged)
        , reset(&board, &SupervisorBoard::reset)
    {
    }
    static QList<int> take(QSignalSpy &spy)
    {
        QList<int> rows;
        while (!spy.isEmpty())
            rows.append(spy.takeFirst().first().toInt());
        return rows;
    }
    QList<int> rows() { return take(row); }
    QList<int> recordings() { return take(recording); }
    void forget()
    {
        for (QSignalSpy *spy : {&row, &recording, &all, &counts, &reset})
            spy->clear();
    }

    QSignalSpy row, recording, all, counts, reset;
};

} // namespace

class TestSupervisorBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowForEachDnThatIsNoRoutingPoint();
    void aCallStandsInItsDnsRow();
    void aChangeTellsOfItsRowAlone();
    void userDataAloneTellsNothing();
    void theMostUrgentCallIsShown();
    void equallyUrgentCallsKeepTheirOrder();
    void aCallOfTwoDnsCountsOnce();
    void aDnLeavesACallThatGoesOn();
    void aCallThatEndedIsCountedNoMore();
    void everyLightHasItsCount_data();
    void everyLightHasItsCount();
    void aDoubtMakesEveryCallUnknown();
    void aCallInDoubtByItselfIsUnknown();
    void theEpochConfirmsWhatTheSnapshotHas();
    void anAgentsStateChangesItsRow();
    void aDnThatIsNotMonitoredSaysSo();
    void otherDnsAreOtherRows();
    void aListenerMaySetOtherDns();
    void theCountsAgreeWithTheCallsWhateverHappens();
};

void TestSupervisorBoard::aRowForEachDnThatIsNoRoutingPoint()
{
    const Watch watch;
    const SupervisorBoard &board = watch.desk.board;
    QCOMPARE(board.size(), 3);
    QCOMPARE(board.row(0).dn, Supervisor);
    QVERIFY(board.row(0).isOwn);
    QCOMPARE(board.row(1).dn, Anna);
    QCOMPARE(board.row(1).agentName, u"Anna Weber"_s);
    QVERIFY(!board.row(1).isOwn);
    QCOMPARE(board.indexOf(Ben), 2);
    QCOMPARE(board.indexOf(RoutingPoint), -1);
    QCOMPARE(board.callOf(1), nullptr);
}

void TestSupervisorBoard::aCallStandsInItsDnsRow()
{
    Watch watch;
    watch.talk(Anna);
    QCOMPARE(watch.shownAt(Anna), One);
    QVERIFY(watch.shownAt(Ben).isNull());
    watch.say(MessageType::EventReleased, Anna);
    QVERIFY(watch.shownAt(Anna).isNull());
    QVERIFY(watch.desk.board.row(1).calls.isEmpty());
}

void TestSupervisorBoard::aChangeTellsOfItsRowAlone()
{
    Watch watch;
    Ear ear(watch.desk.board);
    watch.say(MessageType::EventRinging, Anna);
    QCOMPARE(ear.recordings(), QList<int>{1});
    QCOMPARE(ear.rows(), QList<int>());
    watch.say(MessageType::EventEstablished, Anna);
    QCOMPARE(ear.rows(), QList<int>{1});
    QCOMPARE(ear.recordings(), QList<int>());
    ear.forget();
    watch.record(u"ON"_s);
    QCOMPARE(ear.recordings(), QList<int>{1});
    QCOMPARE(ear.rows(), QList<int>());
    QCOMPARE(ear.counts.count(), 1);
    watch.say(MessageType::EventHeld, Anna);
    QCOMPARE(ear.rows(), QList<int>{1});
    QCOMPARE(ear.counts.count(), 1);
    watch.say(MessageType::EventReleased, Anna);
    QCOMPARE(ear.recordings(), QList<int>{1});
    QCOMPARE(ear.all.count(), 0);
}

void TestSupervisorBoard::userDataAloneTellsNothing()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    Ear ear(watch.desk.board);
    auto more = Conversation::recording(u"ON"_s);
    more.append("CaseId", u"C-2026-114478");
    watch.say(MessageType::EventAttachedDataChanged, Anna, One, more);
    QCOMPARE(watch.call(One)->userData, more);
    QCOMPARE(ear.rows(), QList<int>());
    QCOMPARE(ear.recordings(), QList<int>());
    QCOMPARE(ear.counts.count(), 0);
}

void TestSupervisorBoard::theMostUrgentCallIsShown()
{
    Watch watch;
    watch.talk(Anna, One);
    Ear ear(watch.desk.board);
    watch.say(MessageType::EventRinging, Anna, Two);
    QCOMPARE(watch.shownAt(Anna), Two); // the one that rings,
    QCOMPARE(ear.recordings(), QList<int>{1});
    watch.say(MessageType::EventHeld, Anna, One);
    QCOMPARE(watch.shownAt(Anna), Two);
    QCOMPARE(ear.recordings(), QList<int>()); // the other one is not shown
    QCOMPARE(ear.rows(), QList<int>{1});
    watch.say(MessageType::EventEstablished, Anna, Two);
    watch.say(MessageType::EventHeld, Anna, Two);
    watch.say(MessageType::EventRetrieved, Anna, One);
    QCOMPARE(watch.shownAt(Anna), One); // else talks,
    ear.forget();
    watch.say(MessageType::EventReleased, Anna, One);
    QCOMPARE(watch.shownAt(Anna), Two); // else any
    QCOMPARE(ear.recordings(), QList<int>{1});
}

void TestSupervisorBoard::equallyUrgentCallsKeepTheirOrder()
{
    Watch watch;
    watch.talk(Anna, One);
    watch.talk(Anna, Two);
    QCOMPARE(watch.shownAt(Anna), Two); // it was shown while it rang
    auto other = watch.event(MessageType::EventPartyChanged, {}, Two);
    other.thisDn = Anna;
    other.otherDn = tlib::Dn(u"+493055502");
    watch.link.push(other); // its parties changed, nothing else
    QCOMPARE(watch.call(Two)->otherParty, other.otherDn);
    QCOMPARE(watch.shownAt(Anna), Two);
}

void TestSupervisorBoard::aCallOfTwoDnsCountsOnce()
{
    Watch watch;
    watch.talk(Anna, One);
    watch.talk(Ben, One);
    QCOMPARE(watch.shownAt(Anna), One);
    QCOMPARE(watch.shownAt(Ben), One);
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .off = 1}));
    Ear ear(watch.desk.board);
    watch.record(u"ON"_s);
    QCOMPARE(ear.recordings(), (QList<int>{1, 2}));
    QCOMPARE(ear.counts.count(), 1);
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .on = 1}));
}

void TestSupervisorBoard::aDnLeavesACallThatGoesOn()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, One);
    Ear ear(watch.desk.board);
    watch.say(MessageType::EventReleased, Anna, One);
    QVERIFY(watch.shownAt(Anna).isNull());
    QCOMPARE(watch.shownAt(Ben), One);
    QVERIFY(ear.recordings().contains(1));
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .on = 1}));
    QCOMPARE(ear.counts.count(), 0);
}

void TestSupervisorBoard::aCallThatEndedIsCountedNoMore()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    BoardCounts whenRemoved;
    // Whoever hears of the removal first finds the board changed, as the call is still there.
    QObject::connect(&watch.desk.calls, &model::CallList::removed, this, [&] {
        QVERIFY(watch.call(One));
        whenRemoved = watch.desk.board.counts();
    });
    watch.say(MessageType::EventReleased, Anna);
    QCOMPARE(whenRemoved, BoardCounts());
    QCOMPARE(watch.desk.board.counts(), BoardCounts());
}

void TestSupervisorBoard::everyLightHasItsCount_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int BoardCounts::*>("count");
    QTest::newRow("recording") << u"ON"_s << u"f"_s << &BoardCounts::on;
    QTest::newRow("paused") << u"Paused"_s << u"f"_s << &BoardCounts::paused;
    QTest::newRow("not recording") << u"OFF"_s << u"f"_s << &BoardCounts::off;
    QTest::newRow("nothing said of a call seen from its start")
        << QString() << QString() << &BoardCounts::off;
    QTest::newRow("only a file name") << QString() << u"f"_s << &BoardCounts::legacy;
    QTest::newRow("a word that nobody knows") << u"MAYBE"_s << u"f"_s << &BoardCounts::unknown;
}

void TestSupervisorBoard::everyLightHasItsCount()
{
    QFETCH(QString, word);
    QFETCH(QString, file);
    Watch watch;
    watch.talk(Anna);
    watch.say(MessageType::EventAttachedDataChanged, {}, One, Conversation::recording(word, file));
    BoardCounts expected{.calls = 1};
    QFETCH(int BoardCounts::*, count);
    expected.*count = 1;
    QCOMPARE(watch.desk.board.counts(), expected);
}

void TestSupervisorBoard::aDoubtMakesEveryCallUnknown()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, Two);
    Ear ear(watch.desk.board);
    watch.loseLink();
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 2, .unknown = 2}));
    QVERIFY(ear.all.count() >= 1);
    QCOMPARE(ear.counts.count(), 1);
    QCOMPARE(ear.recordings(), QList<int>()); // all at once, not row by row
}

void TestSupervisorBoard::aCallInDoubtByItselfIsUnknown()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, Two);
    Ear ear(watch.desk.board);
    watch.link.push({.type = MessageType::EventUnregistered, .thisDn = Anna});
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 2, .off = 1, .unknown = 1}));
    QCOMPARE(ear.recordings(), QList<int>{1});
    QCOMPARE(ear.all.count(), 0);
}

void TestSupervisorBoard::theEpochConfirmsWhatTheSnapshotHas()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, Two);
    watch.link.push({.type = MessageType::EventLinkConnected});
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 2, .unknown = 2}));
    watch.answerRegistrations(One);
    QVERIFY(watch.shownAt(Ben).isNull()); // the server knows nothing of it
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .unknown = 1}));
    Ear ear(watch.desk.board);
    watch.link.answer(watch.link.expect<tlib::QueryCall>()->second,
                      watch.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .on = 1}));
    QCOMPARE(ear.recordings(), QList<int>{1});
}

void TestSupervisorBoard::anAgentsStateChangesItsRow()
{
    Watch watch;
    Ear ear(watch.desk.board);
    watch.link.push({.type = MessageType::EventAgentReady, .thisDn = Ben});
    QCOMPARE(ear.rows(), QList<int>{2});
    QCOMPARE(watch.desk.board.agentOf(2).state, model::AgentState::Ready);
    watch.link.push({.type = MessageType::EventAgentReady, .thisDn = RoutingPoint}); // has no row
    QCOMPARE(ear.rows(), QList<int>());
}

void TestSupervisorBoard::aDnThatIsNotMonitoredSaysSo()
{
    Watch watch;
    Ear ear(watch.desk.board);
    watch.link.push({.type = MessageType::EventUnregistered, .thisDn = Ben});
    QCOMPARE(ear.rows(), QList<int>{2});
    QCOMPARE(watch.desk.board.monitorStateOf(2), model::MonitorState::Waiting);
    watch.refuse(watch.link.expect<tlib::RegisterAddress>()->second, 59);
    QCOMPARE(watch.desk.board.monitorStateOf(2), model::MonitorState::Refused);
}

void TestSupervisorBoard::otherDnsAreOtherRows()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, Two, u"PAUSED"_s);
    Ear ear(watch.desk.board);
    watch.desk.registry.setDns({{.dn = Ben, .use = model::DnUse::Watched, .name = u"Ben Okafor"_s}});
    QCOMPARE(ear.reset.count(), 1);
    QCOMPARE(watch.desk.board.size(), 1);
    QCOMPARE(watch.desk.board.row(0).agentName, u"Ben Okafor"_s);
    QCOMPARE(watch.shownAt(Ben), Two);
    QCOMPARE(watch.desk.board.counts(), (BoardCounts{.calls = 1, .paused = 1}));
}

void TestSupervisorBoard::aListenerMaySetOtherDns()
{
    Watch watch;
    watch.talk(Anna, One, u"ON"_s);
    watch.talk(Ben, One);
    SupervisorBoard &board = watch.desk.board;
    QObject::connect(&board, &SupervisorBoard::recordingChanged, this, [&](int index) {
        QVERIFY(index < board.size());
        watch.desk.registry.setDns({Supervisor});
    });
    watch.record(u"PAUSED"_s);
    QCOMPARE(board.size(), 1);
    QCOMPARE(board.counts(), BoardCounts());
}

/// A random walk; the counts, kept step by step, are those of a fresh look at all calls.
void TestSupervisorBoard::theCountsAgreeWithTheCallsWhateverHappens()
{
    Watch watch;
    const tlib::Dn dns[] = {Supervisor, Anna, Ben};
    const QString words[] = {u"ON"_s, u"OFF"_s, u"PAUSED"_s, u"MAYBE"_s, QString()};
    const MessageType types[] = {MessageType::EventRinging,  MessageType::EventEstablished,
                                 MessageType::EventHeld,     MessageType::EventRetrieved,
                                 MessageType::EventReleased, MessageType::EventAttachedDataChanged};
    quint32 random = 20261122;
    const auto below = [&random](quint32 limit) {
        random = random * 1664525 + 1013904223;
        return (random >> 16) % limit;
    };
    for (int step = 0; step < 3000; ++step) {
        watch.clock.advance(1s);
        while (!watch.link.nothingSent()) // questions about calls that were met in the middle, or were kept
            (void)watch.link.takeAny<tlib::QueryCall>();
        if (below(100) == 0) {
            watch.link.push({.type = MessageType::EventLinkConnected});
            watch.answerRegistrations();
        }
        const tlib::KvList data =
            below(2) ? Conversation::recording(words[below(5)], below(2) ? u"f"_s : QString())
                     : tlib::KvList();
        watch.say(types[below(6)], dns[below(3)], tlib::ConnId(1 + below(6)), data);
        BoardCounts fresh;
        for (const tlib::ConnId id : watch.desk.calls.ids()) {
            const model::Call &call = *watch.desk.calls.find(id);
            ++fresh.calls;
            if (!watch.desk.calls.isCertain(call))
                ++fresh.unknown;
            else if (call.recording.isLegacy())
                ++fresh.legacy;
            else
                ++(call.recording.state == model::RecordingState::On       ? fresh.on
                   : call.recording.state == model::RecordingState::Paused ? fresh.paused
                   : call.recording.state == model::RecordingState::Off    ? fresh.off
                                                                           : fresh.unknown);
            for (const model::Leg &leg : call.legs)
                QCOMPARE(watch.desk.board.row(watch.rowOf(leg.dn)).calls.contains(id),
                         leg.phase != model::CallPhase::Released);
        }
        QCOMPARE(watch.desk.board.counts(), fresh);
    }
}

TALLY_TEST(TestSupervisorBoard)

} // namespace tst_supervisorboard
#include "tst_supervisorboard.moc"
