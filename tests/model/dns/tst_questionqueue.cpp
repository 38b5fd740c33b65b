#include "model/calls/calllist.h"
#include "model/dns/questionqueue.h"
#include "model/link/serverconnection.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_questionqueue {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionState;
using model::Question;
using model::QuestionQueue;
using tlib::AddressType;
using tlib::ConnId;
using tlib::Dn;
using tlib::MessageType;

namespace {

const Dn Agent(u"7001"_s);
const Dn Other(u"7002"_s);
const Dn RoutingPoint(u"5000"_s);
const Dn Nobodys(u"7999"_s);
constexpr ConnId One(1);
constexpr ConnId Two(2);

/// A queue in an epoch, and what it says that was answered.
struct Place
{
    Place()
    {
        QObject::connect(&connection, &model::ServerConnection::epochOpened, &calls,
                         &model::CallList::openEpoch);
        QObject::connect(&connection, &model::ServerConnection::doubted, &calls, &model::CallList::doubt);
        QObject::connect(&connection, &model::ServerConnection::epochOpened, &queue, &QuestionQueue::begin);
        QObject::connect(&queue, &QuestionQueue::answered, &queue, [this](const Question &question) {
            answered.append(question);
            if (onAnswer)
                onAnswer(question);
        });
        QObject::connect(&queue, &QuestionQueue::failed, &queue,
                         [this](const Question &question, const core::Error &why) {
                             failed.append({question, why});
                         });
        connection.open({});
        link.acceptAsPrimary();
    }
    void put(const Question &question)
    {
        queue.put(question);
        queue.pump();
    }
    void add(ConnId id) { calls.insert({.id = id}); }

    support::ManualClock clock;
    support::FakeLink link;
    model::ServerConnection connection{link, clock, {}};
    model::CallList calls;
    QSet<Dn> watched{Agent, Other, RoutingPoint};
    QuestionQueue queue{connection, calls, clock, [this](const Dn &dn) {
                            return !watched.contains(dn)
                                       ? std::nullopt
                                       : std::optional(dn == RoutingPoint ? AddressType::RouteDn
                                                                          : AddressType::Dn);
                        }};
    QList<Question> answered;
    QList<std::pair<Question, core::Error>> failed;
    std::function<void(const Question &)> onAnswer;
};

} // namespace

class TestQuestionQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachQuestionIsARequestOfItsOwn();
    void whoIsWatchedNoMoreIsNotAskedAbout();
    void aBoundedNumberIsUnderWay();
    void nothingIsAskedWhileTheLinkIsOverdue();
    void aCallIsAskedForOnceAtATime();
    void aDnIsAskedForItsCallsOnceAtATime();
    void registrationIsThroughWithTheLastThatIsCounted();
    void registrationThatIsHeldUpIsNotThrough();
    void laterIsAfterAWhileAndWhileInDoubt();
    void theEpochTakesItsQuestionsAlong();
    void aFailureEndsAQuestionToo();
    void whatWasWantedMeanwhileIsAskedAfterARefusal();
    void whoHearsOfAnAnswerMayAskOn();
    void whoHearsOfAnAnswerMayClose();
};

void TestQuestionQueue::eachQuestionIsARequestOfItsOwn()
{
    Place place;
    QVERIFY(place.queue.isOpen());
    place.queue.put({.dn = Agent});
    place.queue.put({.dn = RoutingPoint});
    place.queue.put({.dn = Agent, .isAgain = true});
    place.queue.put({.dn = RoutingPoint, .isAgain = true});
    place.queue.put({.dn = RoutingPoint, .call = One});
    QVERIFY(place.link.nothingSent()); // before the pump
    place.queue.pump();
    for (const auto &[dn, type] : {std::pair(Agent, AddressType::Dn), {RoutingPoint, AddressType::RouteDn}}) {
        const auto asked = place.link.expect<tlib::RegisterAddress>();
        QCOMPARE(asked->first.dn, dn);
        QCOMPARE(asked->first.addressType, type);
    }
    for (const auto &[dn, type] : {std::pair(Agent, AddressType::Dn), {RoutingPoint, AddressType::RouteDn}}) {
        const auto asked = place.link.expect<tlib::QueryAddress>();
        QCOMPARE(asked->first.dn, dn);
        QCOMPARE(asked->first.addressType, type);
    }
    const auto asked = place.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.dn, RoutingPoint);
    QCOMPARE(asked->first.call, One);
    QVERIFY(place.link.nothingSent());
    place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = One});
    QCOMPARE(place.answered.size(), 1);
    QCOMPARE(place.answered.first().call, One);
}

void TestQuestionQueue::whoIsWatchedNoMoreIsNotAskedAbout()
{
    Place place;
    place.queue.put({.dn = Nobodys});
    place.queue.put({.dn = Nobodys, .isAgain = true});
    place.queue.put({.dn = Nobodys, .call = One}); // a call may be asked for from anywhere
    place.queue.put({.dn = Agent});
    place.watched.remove(Agent); // in the meantime
    place.queue.pump();
    const auto asked = place.link.expect<tlib::QueryCall>();
    QVERIFY(place.link.nothingSent());
    place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = One});
    QCOMPARE(place.connection.state(), ConnectionState::Connected); // nobody waits for the others
}

void TestQuestionQueue::aBoundedNumberIsUnderWay()
{
    Place place;
    QList<tlib::ReferenceId> underWay;
    for (quint64 n = 1; n <= 200; ++n)
        place.queue.put({.dn = Agent, .call = ConnId(n)});
    place.queue.pump();
    for (int answered = 0; answered < 200; ++answered) {
        while (!place.link.nothingSent())
            underWay.append(place.link.expect<tlib::QueryCall>()->second);
        QCOMPARE(underWay.size(), std::min(QuestionQueue::UnderWay, 200 - answered));
        place.link.answer(underWay.takeFirst(), {.type = MessageType::EventPartyInfo});
    }
    QCOMPARE(place.answered.size(), 200);
    for (quint64 n = 1; n <= 200; ++n)
        QCOMPARE(place.answered.at(qsizetype(n) - 1).call, ConnId(n)); // in their order
}

void TestQuestionQueue::nothingIsAskedWhileTheLinkIsOverdue()
{
    Place place;
    Q_EMIT place.link.overdueChanged(true);
    place.put({.dn = Agent});
    QVERIFY(place.link.nothingSent());
    Q_EMIT place.link.overdueChanged(false);
    QVERIFY(place.link.expect<tlib::RegisterAddress>());
}

void TestQuestionQueue::aCallIsAskedForOnceAtATime()
{
    Place place;
    place.put({.dn = Agent, .call = One});
    place.put({.dn = Other, .call = One});
    place.put({.dn = Other, .call = Two});
    const auto asked = place.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.dn, Agent);
    QCOMPARE(place.link.expect<tlib::QueryCall>()->first.call, Two);
    QVERIFY(place.link.nothingSent());
    place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = One});
    place.put({.dn = Other, .call = One});
    QCOMPARE(place.link.expect<tlib::QueryCall>()->first.dn, Other);
}

void TestQuestionQueue::aDnIsAskedForItsCallsOnceAtATime()
{
    Place place;
    place.put({.dn = Agent, .isAgain = true});
    place.put({.dn = Agent, .isAgain = true});
    place.put({.dn = Other, .isAgain = true});
    const auto asked = place.link.expect<tlib::QueryAddress>();
    QCOMPARE(place.link.expect<tlib::QueryAddress>()->first.dn, Other);
    QVERIFY(place.link.nothingSent());
    place.link.answer(asked->second, {.type = MessageType::EventAddressInfo, .thisDn = Agent});
    place.put({.dn = Agent, .isAgain = true});
    QCOMPARE(place.link.expect<tlib::QueryAddress>()->first.dn, Agent);
}

void TestQuestionQueue::registrationIsThroughWithTheLastThatIsCounted()
{
    Place place;
    place.put({.dn = Agent});
    place.put({.dn = Agent, .call = One, .isCounted = false});
    place.put({.dn = Agent, .call = Two});
    const auto registration = place.link.expect<tlib::RegisterAddress>();
    QVERIFY(place.link.expect<tlib::QueryCall>()); // has no answer
    const auto query = place.link.expect<tlib::QueryCall>();
    place.link.answer(query->second, {.type = MessageType::EventPartyInfo, .connId = Two});
    QCOMPARE(place.connection.state(), ConnectionState::Registering);
    place.link.answer(registration->second, {.type = MessageType::EventRegistered, .thisDn = Agent});
    QCOMPARE(place.connection.state(), ConnectionState::Connected);
}

void TestQuestionQueue::registrationThatIsHeldUpIsNotThrough()
{
    Place place;
    place.onAnswer = [&](const Question &) { place.queue.holdUp(); };
    place.put({.dn = Agent});
    place.link.answer(place.link.expect<tlib::RegisterAddress>()->second,
                      {.type = MessageType::EventRegistered, .thisDn = Agent});
    QCOMPARE(place.connection.state(), ConnectionState::Registering);
}

void TestQuestionQueue::laterIsAfterAWhileAndWhileInDoubt()
{
    Place place;
    place.add(One);
    place.add(Two);
    const ConnId gone(3);
    place.queue.putLater({.dn = Agent, .call = One});
    place.clock.advance(2s);
    place.queue.putLater({.dn = Agent, .call = Two}); // with the first
    place.queue.putLater({.dn = Agent, .call = gone});
    place.calls.update(Two, [&](model::Call &call) {
        call.confirmedIn = place.calls.epoch();
        return model::CallChanges();
    });
    place.clock.advance(QuestionQueue::AskAgainAfter - 2s - 1ms);
    QVERIFY(place.link.nothingSent());
    place.clock.advance(1ms);
    const auto asked = place.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.call, One);
    QVERIFY(place.link.nothingSent());
    place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = One});
    QVERIFY(place.answered.first().isRepeat && !place.answered.first().isCounted);
    place.clock.advance(60s);
    QVERIFY(place.link.nothingSent());
}

void TestQuestionQueue::theEpochTakesItsQuestionsAlong()
{
    Place place;
    place.add(One);
    for (quint64 n = 1; n <= 100; ++n)
        place.queue.put({.dn = Agent, .call = ConnId(n)});
    place.queue.pump();
    place.queue.putLater({.dn = Agent, .call = One});
    const auto asked = place.link.expect<tlib::QueryCall>();
    place.link.push({.type = MessageType::EventLinkDisconnected});
    QVERIFY(!place.queue.isOpen());
    while (!place.link.nothingSent())
        place.link.take();
    place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = ConnId(1)});
    QVERIFY(place.answered.isEmpty());
    place.link.push({.type = MessageType::EventLinkConnected});
    QVERIFY(place.queue.isOpen());
    place.clock.advance(6s);
    place.queue.pump();
    QVERIFY(place.link.nothingSent());
    for (quint64 n = 1; n <= 100; ++n) // all of them may be asked for anew, and as many at once as ever
        place.queue.put({.dn = Agent, .call = ConnId(n)});
    place.queue.pump();
    for (int n = 0; n < QuestionQueue::UnderWay; ++n)
        QVERIFY(place.link.expect<tlib::QueryCall>());
    QVERIFY(place.link.nothingSent());
}

void TestQuestionQueue::aFailureEndsAQuestionToo()
{
    Place place;
    place.put({.dn = Agent, .call = One});
    place.put({.dn = Agent, .isAgain = true});
    place.link.answer(place.link.expect<tlib::QueryCall>()->second,
                      {.type = MessageType::EventError, .errorCode = 41});
    QCOMPARE(place.connection.state(), ConnectionState::Registering); // for the other one
    place.clock.advance(5s);
    QCOMPARE(place.connection.state(), ConnectionState::Connected);
    QVERIFY(place.answered.isEmpty());
    QCOMPARE(place.failed.size(), 2);
    QCOMPARE(place.failed.first().first.call, One);
    QCOMPARE(place.failed.first().second.serverCode, 41);
    QCOMPARE(place.failed.last().second.kind, core::ErrorKind::TimedOut);
    QVERIFY(place.link.expect<tlib::QueryAddress>());
    place.put({.dn = Agent, .call = One});
    place.put({.dn = Agent, .isAgain = true});
    QVERIFY(place.link.expect<tlib::QueryCall>()); // both may be asked again
    QVERIFY(place.link.expect<tlib::QueryAddress>());
}

/// The DN was registered anew while the call was asked about: what was refused before may be answered now.
void TestQuestionQueue::whatWasWantedMeanwhileIsAskedAfterARefusal()
{
    Place place;
    place.put({.dn = Agent, .call = One});
    place.queue.putAnew({.dn = Other, .call = One});
    const auto refused = place.link.expect<tlib::QueryCall>();
    QVERIFY(place.link.nothingSent());
    place.link.answer(refused->second, {.type = MessageType::EventError, .errorCode = 56});
    QVERIFY(place.failed.isEmpty());
    const auto again = place.link.expect<tlib::QueryCall>();
    QCOMPARE(again->first.dn, Other);
    place.link.answer(again->second, {.type = MessageType::EventError, .errorCode = 56});
    QCOMPARE(place.failed.size(), 1); // nobody wanted it since
    QVERIFY(place.link.nothingSent());
}

void TestQuestionQueue::whoHearsOfAnAnswerMayAskOn()
{
    Place place;
    place.onAnswer = [&](const Question &question) {
        if (question.isRegistration())
            place.queue.put({.dn = question.dn, .call = One});
    };
    place.put({.dn = Agent});
    place.link.answer(place.link.expect<tlib::RegisterAddress>()->second,
                      {.type = MessageType::EventRegistered, .thisDn = Agent});
    QCOMPARE(place.connection.state(), ConnectionState::Registering); // it waits for that, too
    place.link.answer(place.link.expect<tlib::QueryCall>()->second, {.type = MessageType::EventPartyInfo});
    QCOMPARE(place.connection.state(), ConnectionState::Connected);
}

void TestQuestionQueue::whoHearsOfAnAnswerMayClose()
{
    Place place;
    place.onAnswer = [&](const Question &) { place.connection.close(); };
    place.put({.dn = Agent});
    place.put({.dn = Other});
    place.link.answer(place.link.expect<tlib::RegisterAddress>()->second,
                      {.type = MessageType::EventRegistered, .thisDn = Agent});
    QCOMPARE(place.connection.state(), ConnectionState::Offline);
    QVERIFY(!place.queue.isOpen());
    QCOMPARE(place.answered.size(), 1);
}

TALLY_TEST(TestQuestionQueue)

} // namespace tst_questionqueue
#include "tst_questionqueue.moc"
