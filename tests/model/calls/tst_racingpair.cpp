#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_racingpair {

using namespace Qt::StringLiterals;
using model::CallPhase;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

namespace {

using Trace = QList<tlib::Event>;

const tlib::Dn Agent{u"7001"_s};
const tlib::Dn Colleague{u"7002"_s};

enum class Repeated { Nothing, TheAnswer, TheNotice, Each };

/// What the server says of the pair, in its order, to each of the watched parties. Whatever comes second
/// carries what came first: user data is the call's whole list at that moment.
Trace pairOf(const QList<tlib::Dn> &parties, bool noticeFirst)
{
    Conversation server; // of which only the events are taken
    const tlib::KvList before = Conversation::recording({}, {});
    const tlib::KvList on = Conversation::recording(u"ON"_s);
    Trace answers;
    Trace notices;
    for (const tlib::Dn &dn : parties) {
        for (const bool isNotice : {false, true}) {
            tlib::Event event =
                server.event(isNotice ? MessageType::EventAttachedDataChanged : MessageType::EventEstablished,
                             isNotice || noticeFirst ? on : before);
            event.thisDn = dn;
            (isNotice ? notices : answers).append(event);
        }
    }
    Trace pair = noticeFirst ? notices + answers : answers + notices;
    qint64 number = 100;
    for (tlib::Event &event : pair)
        event.sequenceNumber = ++number;
    return pair;
}

/// A desktop at which the call rings.
class Desktop
{
public:
    explicit Desktop(const QList<tlib::Dn> &parties)
        : m_parties(parties)
    {
        talk.desk.registry.setDns(parties);
        talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
        talk.link.acceptAsPrimary();
        for (const tlib::Dn &dn : parties) {
            const auto asked = talk.link.expect<tlib::RegisterAddress>();
            talk.link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = dn});
        }
        for (const tlib::Dn &dn : parties) {
            tlib::Event ringing = talk.event(MessageType::EventRinging, Conversation::recording({}, {}));
            ringing.thisDn = dn;
            talk.link.push(ringing);
        }
    }
    bool isAtTheEnd() const
    {
        const model::Call *const call = talk.call();
        return call && talk.isCertain() && call->recording.state == RecordingState::On &&
               call->recording.fileName == "file-1" && call->recording.sinceSeen && talk.link.nothingSent() &&
               std::all_of(m_parties.begin(), m_parties.end(), [&](const tlib::Dn &dn) {
                   return call->findLeg(dn)->phase == CallPhase::Talking;
               });
    }

    Conversation talk;

private:
    QList<tlib::Dn> m_parties;
};

} // namespace

class TestRacingPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndIsTheSame_data();
    void theEndIsTheSame();
    void numbersPutEveryOrderRight_data();
    void numbersPutEveryOrderRight();
    void theAnswerAloneIsNotOn();
};

void TestRacingPair::theEndIsTheSame_data()
{
    QTest::addColumn<bool>("noticeFirst");
    QTest::addColumn<bool>("isNumbered");
    QTest::addColumn<Repeated>("repeated");
    QTest::addColumn<bool>("twoParties");
    const std::pair<Repeated, const char *> repeats[] = {{Repeated::Nothing, "each said once"},
                                                         {Repeated::TheAnswer, "the answer repeated"},
                                                         {Repeated::TheNotice, "the notice repeated"},
                                                         {Repeated::Each, "both repeated"}};
    for (const bool noticeFirst : {false, true}) {
        for (const bool isNumbered : {false, true}) {
            for (const auto &[repeated, words] : repeats) {
                for (const bool twoParties : {false, true})
                    QTest::addRow("the %s comes first, %s, %s, %s", noticeFirst ? "notice" : "answer",
                                  isNumbered ? "numbered" : "not numbered", words,
                                  twoParties ? "two parties watched" : "one party watched")
                        << noticeFirst << isNumbered << repeated << twoParties;
            }
        }
    }
}

/// In the order in which the server says it.
void TestRacingPair::theEndIsTheSame()
{
    QFETCH(bool, noticeFirst);
    QFETCH(bool, isNumbered);
    QFETCH(Repeated, repeated);
    QFETCH(bool, twoParties);
    const QList<tlib::Dn> parties = twoParties ? QList{Agent, Colleague} : QList{Agent};
    Desktop desktop(parties);
    const Trace pair = pairOf(parties, noticeFirst);
    for (tlib::Event event : pair) {
        if (!isNumbered)
            event.sequenceNumber.reset();
        const bool isNotice = event.type == MessageType::EventAttachedDataChanged;
        const bool isTwice =
            repeated == Repeated::Each || repeated == (isNotice ? Repeated::TheNotice : Repeated::TheAnswer);
        for (int i = 0; i < (isTwice ? 2 : 1); ++i)
            desktop.talk.link.push(event);
    }
    QVERIFY(desktop.isAtTheEnd());
}

void TestRacingPair::numbersPutEveryOrderRight_data()
{
    QTest::addColumn<bool>("noticeFirst");
    QTest::addColumn<bool>("twoParties");
    QTest::addColumn<bool>("isDoubled");
    for (const bool noticeFirst : {false, true}) {
        for (const bool twoParties : {false, true}) {
            for (const bool isDoubled : {false, true})
                QTest::addRow("the server said the %s first, %s%s", noticeFirst ? "notice" : "answer",
                              twoParties ? "to two parties" : "to one party",
                              isDoubled ? ", and one event comes twice" : "")
                    << noticeFirst << twoParties << isDoubled;
        }
    }
}

/// Whatever the way does to the order.
void TestRacingPair::numbersPutEveryOrderRight()
{
    QFETCH(bool, noticeFirst);
    QFETCH(bool, twoParties);
    QFETCH(bool, isDoubled);
    const QList<tlib::Dn> parties = twoParties ? QList{Agent, Colleague} : QList{Agent};
    const Trace pair = pairOf(parties, noticeFirst);
    for (int doubled = 0; doubled < (isDoubled ? pair.size() : 1); ++doubled) {
        QList<int> order;
        for (int i = 0; i < pair.size(); ++i)
            order.append(i);
        if (isDoubled)
            order.append(doubled);
        std::sort(order.begin(), order.end());
        do {
            Desktop desktop(parties);
            for (const int which : std::as_const(order))
                desktop.talk.link.push(pair[which]);
            QVERIFY(desktop.isAtTheEnd());
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

void TestRacingPair::theAnswerAloneIsNotOn()
{
    Desktop desktop({Agent});
    desktop.talk.link.push(pairOf({Agent}, false).first());
    QVERIFY(!desktop.isAtTheEnd());
    QCOMPARE(desktop.talk.call()->recording.state, RecordingState::Off);
}

TALLY_TEST(TestRacingPair)

} // namespace tst_racingpair
#include "tst_racingpair.moc"
