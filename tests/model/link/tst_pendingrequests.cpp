#include "model/link/pendingrequests.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>

namespace tst_pendingrequests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PendingRequests;
using tlib::MessageType;
using tlib::ReferenceId;

namespace {

core::Error Lost()
{
    return {.kind = core::ErrorKind::LinkLost};
}

tlib::Event answer(MessageType type, int id)
{
    return {.type = type, .referenceId = ReferenceId(id)};
}

} // namespace

class TestPendingRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerEndsItsRequest_data();
    void anAnswerEndsItsRequest();
    void aRefusalCarriesTheServersNumberAndText();
    void anAnswerAboutAnotherCallIsNone();
    void aLateAnswerChangesNothing();
    void eachTimesOutAfterItsOwnTime();
    void aLostLinkEndsAllInTheOrderOfSending();
    void whatAnEndAsksForIsNotEndedWithTheRest();
    void aTimeOutMaySendAgain();
    void anIdThatIsGivenOutTwiceEndsBothRequests();
    void noAlarmIsLeftWhenNothingWaits();
    void eachEndsOnceInRandomHistories();
};

void TestPendingRequests::anAnswerEndsItsRequest_data()
{
    QTest::addColumn<MessageType>("request");
    QTest::addColumn<MessageType>("event");
    QTest::addColumn<bool>("ends");
    const auto row = [](const char *name, MessageType request, MessageType event, bool ends) {
        QTest::newRow(name) << request << event << ends;
    };
    using enum MessageType;
    row("registering a DN ends with EventRegistered", RegisterAddress, EventRegistered, true);
    row("unregistering ends with EventUnregistered", UnregisterAddress, EventUnregistered, true);
    row("asking for a DN ends with EventAddressInfo", QueryAddress, EventAddressInfo, true);
    row("asking for a call ends with EventPartyInfo", QueryCall, EventPartyInfo, true);
    row("a private service ends with EventACK", PrivateService, EventAck, true);
    row("a private service ends with EventPrivateInfo", PrivateService, EventPrivateInfo, true);
    row("routing ends with EventRouteUsed", RouteCall, EventRouteUsed, true);
    row("a login ends with EventAgentLogin", AgentLogin, EventAgentLogin, true);
    row("after-call work may answer not ready", AgentNotReady, EventAgentAfterCallWork, true);
    row("a new call ends with EventDialing", MakeCall, EventDialing, true);
    row("answering ends with EventEstablished", AnswerCall, EventEstablished, true);
    row("hold ends with EventHeld", HoldCall, EventHeld, true);
    row("retrieve ends with EventRetrieved", RetrieveCall, EventRetrieved, true);
    row("release ends with EventReleased", ReleaseCall, EventReleased, true);
    row("a transfer ends with EventReleased", CompleteTransfer, EventReleased, true);
    row("changed user data ends its request", UpdateUserData, EventAttachedDataChanged, true);
    row("an error ends everything", QueryServer, EventError, true);
    row("an event that comes along does not end it", HoldCall, EventAttachedDataChanged, false);
    row("an ACK does not end a hold", HoldCall, EventAck, false);
    row("EventHeld does not end a recording request", PrivateService, EventHeld, false);
}

void TestPendingRequests::anAnswerEndsItsRequest()
{
    QFETCH(MessageType, request);
    QFETCH(MessageType, event);
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    int ended = 0;
    pending.add(ReferenceId(7), request, [&](const auto &) { ++ended; });
    pending.settle(answer(event, 8)); // another's
    pending.settle({.type = event});  // nobody's
    QCOMPARE(ended, 0);
    pending.settle(answer(event, 7));
    QTEST(ended == 1, "ends");
    QTEST(pending.count() == 0, "ends");
}

void TestPendingRequests::aRefusalCarriesTheServersNumberAndText()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    std::optional<core::Error> error;
    pending.add(ReferenceId(1), MessageType::HoldCall, [&](const auto &end) { error = end.error(); });
    pending.settle({.type = MessageType::EventError,
                    .referenceId = ReferenceId(1),
                    .errorCode = 59,
                    .errorMessage = tlib::Text(u"DN is not configured"_s)});
    QCOMPARE(error->kind, core::ErrorKind::Refused);
    QCOMPARE(error->serverCode, 59);
    QCOMPARE(error->text, u"DN is not configured"_s);
}

void TestPendingRequests::anAnswerAboutAnotherCallIsNone()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    int ended = 0;
    const auto release = [&](quint32 id) {
        pending.add(
            ReferenceId(id), MessageType::ReleaseCall, [&](const auto &) { ++ended; }, tlib::ConnId(1));
    };
    const auto released = [](quint32 id, tlib::ConnId call, tlib::ConnId before = {}) {
        tlib::Event event = answer(MessageType::EventReleased, id);
        event.connId = call;
        event.previousConnId = before;
        return event;
    };
    release(1);
    pending.settle(released(1, tlib::ConnId(255)));
    QCOMPARE(ended, 0);
    pending.settle(released(1, tlib::ConnId(1)));
    QCOMPARE(ended, 1);
    release(2);
    pending.settle(released(2, tlib::ConnId(255), tlib::ConnId(1))); // it has another id by now
    QCOMPARE(ended, 2);
    release(3);
    pending.settle(released(3, {}));
    QCOMPARE(ended, 3);
    release(4);
    pending.settle(
        {.type = MessageType::EventError, .referenceId = ReferenceId(4), .connId = tlib::ConnId(255)});
    QCOMPARE(ended, 4);
}

void TestPendingRequests::aLateAnswerChangesNothing()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    QList<core::ErrorKind> ends;
    pending.add(ReferenceId(1), MessageType::HoldCall,
                [&](const auto &end) { ends.append(end.error().kind); });
    clock.advance(5s);
    pending.settle(answer(MessageType::EventHeld, 1));
    pending.settle(answer(MessageType::EventError, 1));
    QCOMPARE(ends, QList<core::ErrorKind>{core::ErrorKind::TimedOut});
}

void TestPendingRequests::eachTimesOutAfterItsOwnTime()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    QList<int> ended;
    for (int id = 1; id <= 3; ++id) {
        pending.add(ReferenceId(id), MessageType::HoldCall, [&ended, id](const auto &) { ended.append(id); });
        clock.advance(1s);
    }
    clock.advance(1999ms); // 4.999 s after the first
    QVERIFY(ended.isEmpty());
    clock.advance(1ms);
    QCOMPARE(ended, QList<int>{1});
    clock.advance(1s);
    QCOMPARE(ended, (QList<int>{1, 2}));
    clock.advance(10s);
    QCOMPARE(ended, (QList<int>{1, 2, 3}));
}

void TestPendingRequests::aLostLinkEndsAllInTheOrderOfSending()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    QList<int> ended;
    for (const int id : {9, 3, 7})
        pending.add(ReferenceId(id), MessageType::QueryCall,
                    [&ended, id](const core::Result<tlib::Event> &end) {
                        QVERIFY(end.error() == Lost());
                        ended.append(id);
                    });
    pending.endAll(Lost());
    QCOMPARE(ended, (QList<int>{9, 3, 7}));
    pending.endAll(Lost());
    clock.advance(60s);
    QCOMPARE(ended.size(), 3);
}

void TestPendingRequests::whatAnEndAsksForIsNotEndedWithTheRest()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    QStringList ended;
    pending.add(ReferenceId(1), MessageType::QueryCall, [&](const auto &) {
        ended.append(u"first"_s);
        pending.add(ReferenceId(1), MessageType::QueryCall, [&](const auto &) { ended.append(u"anew"_s); });
        pending.settle(answer(MessageType::EventPartyInfo, 2)); // is being ended already
    });
    pending.add(ReferenceId(2), MessageType::QueryCall, [&](const auto &) { ended.append(u"second"_s); });
    pending.endAll(Lost());
    QCOMPARE(ended, (QStringList{u"first"_s, u"second"_s}));
    pending.settle(answer(MessageType::EventPartyInfo, 1));
    QCOMPARE(ended.last(), u"anew"_s);
    QCOMPARE(pending.count(), 0U);
}

void TestPendingRequests::aTimeOutMaySendAgain()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    int timedOut = 0;
    std::function<void(int)> ask = [&](int id) {
        pending.add(ReferenceId(id), MessageType::QueryCall, [&, id](const auto &) {
            ++timedOut;
            ask(id + 1);
        });
    };
    ask(1);
    clock.advance(5s);
    QCOMPARE(timedOut, 1);
    clock.advance(5s);
    QCOMPARE(timedOut, 2);
}

void TestPendingRequests::anIdThatIsGivenOutTwiceEndsBothRequests()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    QStringList ended;
    const auto end = [&ended](const QString &name) {
        return [&ended, name](const core::Result<tlib::Event> &outcome) {
            ended.append(name + (outcome ? u" answered"_s : u" timed out"_s));
        };
    };
    pending.add(ReferenceId(1), MessageType::HoldCall, end(u"older"_s));
    pending.add(ReferenceId(1), MessageType::HoldCall, end(u"newer"_s));
    pending.settle(answer(MessageType::EventHeld, 1));
    pending.settle(answer(MessageType::EventHeld, 1));
    QCOMPARE(ended, QStringList{u"newer answered"_s});
    clock.advance(5s);
    QCOMPARE(ended, (QStringList{u"newer answered"_s, u"older timed out"_s}));
}

void TestPendingRequests::noAlarmIsLeftWhenNothingWaits()
{
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    pending.add(ReferenceId(1), MessageType::HoldCall, [](const auto &) {});
    QVERIFY(clock.hasAlarms());
    pending.settle(answer(MessageType::EventHeld, 1));
    clock.advance(5s);
    QVERIFY(!clock.hasAlarms());
}

/// 20,000 random operations on the table and on a plain reference; both must tell the same story.
void TestPendingRequests::eachEndsOnceInRandomHistories()
{
    struct Known
    {
        core::Instant deadline = {};
        int id = 0;
        bool isNewest = true;
        QString expected = {};
        QStringList got = {};
    };
    constexpr quint32 Seed = 20261122;
    constexpr int Operations = 20000;
    QRandomGenerator random(Seed);
    support::ManualClock clock;
    PendingRequests pending(clock, 5s);
    std::deque<Known> known; // by serial
    QList<Known *> open;
    const auto expect = [&open](const QString &outcome, const std::function<bool(const Known &)> &ofWhom) {
        open.removeIf([&](Known *request) {
            if (ofWhom(*request))
                request->expected = outcome;
            return !request->expected.isEmpty();
        });
    };
    const auto add = [&](int id) {
        for (Known *request : std::as_const(open))
            request->isNewest = request->isNewest && request->id != id;
        known.push_back({.deadline = clock.now() + 5s, .id = id});
        Known *const request = &known.back();
        open.append(request);
        pending.add(ReferenceId(id), MessageType::HoldCall, [request](const core::Result<tlib::Event> &end) {
            request->got.append(end ? u"confirmed"_s : core::toString(end.error()));
        });
    };
    const auto settle = [&](int id, MessageType type, const QString &outcome) {
        expect(outcome, [id](const Known &request) { return request.id == id && request.isNewest; });
        pending.settle(answer(type, id));
    };
    const auto loseAll = [&] {
        expect(u"lost"_s, [](const Known &) { return true; });
        pending.endAll(Lost());
    };
    for (int operation = 0; operation < Operations; ++operation) {
        const int id = 1 + random.bounded(40);
        const int kind = random.bounded(100);
        if (kind < 40) {
            add(id);
        } else if (kind < 60) {
            settle(id, MessageType::EventHeld, u"confirmed"_s);
        } else if (kind < 70) {
            settle(id, MessageType::EventError, u"refused"_s);
        } else if (kind < 80) {
            pending.settle(answer(MessageType::EventAck, id)); // ends no hold
        } else if (kind < 99) {
            const core::Duration by(random.bounded(1500));
            expect(u"timed out"_s,
                   [now = clock.now() + by](const Known &request) { return request.deadline <= now; });
            clock.advance(by);
        } else {
            loseAll();
        }
        QCOMPARE(pending.count(), std::size_t(open.size()));
    }
    loseAll();
    QVERIFY(known.size() > 7000);
    QHash<QString, QString> words; // each outcome of the reference is one and the same of the table
    for (const Known &request : known) {
        QCOMPARE(request.got.size(), 1);
        if (!words.contains(request.expected))
            words.insert(request.expected, request.got.first());
        QCOMPARE(request.got.first(), words.value(request.expected));
    }
    QCOMPARE(words.size(), 4);
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), 4);
}

TALLY_TEST(TestPendingRequests)

} // namespace tst_pendingrequests
#include "tst_pendingrequests.moc"
