#include "presentation/presence/newsteller.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_newsteller {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::News;
using presentation::NewsTeller;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;

namespace {

constexpr ConnId CallTwo{0x006c029a6685d005};

/// A desk that nobody looks at.
struct Hidden
{
    Hidden()
    {
        QObject::connect(&teller, &NewsTeller::told, &teller,
                         [this](const News &news) { told.append(news); });
        QObject::connect(&teller, &NewsTeller::withdrawn, &teller,
                         [this](const QString &key) { withdrawn.append(key); });
        talk.connect();
        teller.setSeen(false);
    }

    Conversation talk;
    NewsTeller teller{talk.desk, {}};
    QList<News> told;
    QStringList withdrawn;
};

} // namespace

/// What is told of while nobody looks.
class TestNewsTeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallThatRingsIsToldUntilItDoesNot();
    void twoCallsThatRingAreToldEach();
    void nothingIsToldWhereSomebodyLooks();
    void lookingWithdrawsAll();
    void aRefusalIsToldWithItsReason();
    void aDoubtIsToldOnceItLasts();
    void aDoubtWithoutARecordingIsNoNews();
    void whatIsNotChosenIsNotTold();
    void partiesStayUntoldWhereTheyAreToStay();
    void ofManyItIsToldThatThereAreMore();
    void aPauseIsToldUntilItEnds();
    void anAnnouncedResumeIsToldUntilItIsPutOff();
};

void TestNewsTeller::aCallThatRingsIsToldUntilItDoesNot()
{
    Hidden it;
    it.talk.say(MessageType::EventRinging);
    QCOMPARE(it.told.size(), 1);
    QCOMPARE(it.told.first().title, u"A call rings"_s);
    QCOMPARE(it.told.first().text, Conversation::Caller.toString());
    QVERIFY(it.withdrawn.isEmpty());
    it.talk.say(MessageType::EventEstablished);
    QCOMPARE(it.withdrawn, QStringList{it.told.first().key});
    it.talk.say(MessageType::EventReleased);
    QCOMPARE(it.withdrawn.size(), 1);
    QCOMPARE(it.told.size(), 1);
}

void TestNewsTeller::twoCallsThatRingAreToldEach()
{
    Hidden it;
    it.talk.say(MessageType::EventRinging);
    it.talk.say(MessageType::EventRinging, {}, CallTwo);
    QCOMPARE(it.told.size(), 2);
    QVERIFY(it.told.at(0).key != it.told.at(1).key);
    it.talk.say(MessageType::EventReleased);
    QCOMPARE(it.withdrawn, QStringList{it.told.at(0).key});
}

void TestNewsTeller::nothingIsToldWhereSomebodyLooks()
{
    Hidden it;
    it.teller.setSeen(true);
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.loseLink();
    it.talk.clock.advance(1min);
    QVERIFY(it.told.isEmpty());
}

void TestNewsTeller::lookingWithdrawsAll()
{
    Hidden it;
    it.talk.say(MessageType::EventRinging);
    it.teller.setSeen(true);
    QCOMPARE(it.withdrawn, QStringList{it.told.first().key});
}

void TestNewsTeller::aRefusalIsToldWithItsReason()
{
    Hidden it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.told.clear();
    QVERIFY(it.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    it.talk.refuse(it.talk.link.expect<tlib::RecordingService>()->second, 58);
    QCOMPARE(it.told.size(), 1);
    QVERIFY2(it.told.first().text.contains(u"(58)"_s), qPrintable(it.told.first().text));
    it.talk.desk.toasts.dismiss(it.talk.desk.toasts.toasts().first().id);
    QVERIFY(it.withdrawn.contains(it.told.first().key));
}

void TestNewsTeller::aDoubtIsToldOnceItLasts()
{
    Hidden it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.told.clear();
    it.talk.loseLink();
    it.talk.clock.advance(NewsTeller::DoubtLasts - 1ms);
    QVERIFY(it.told.isEmpty());
    it.talk.clock.advance(1ms);
    QCOMPARE(it.told.size(), 1);
    QCOMPARE(it.told.first().title, u"Not certain what is recorded"_s);
    it.talk.waitForAttempt();
    it.talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(it.withdrawn.contains(it.told.first().key));
}

void TestNewsTeller::aDoubtWithoutARecordingIsNoNews()
{
    Hidden it;
    it.talk.talk(Conversation::recording(u"Off"_s));
    it.told.clear();
    it.talk.loseLink();
    it.talk.clock.advance(1min);
    QVERIFY(it.told.isEmpty());
}

void TestNewsTeller::whatIsNotChosenIsNotTold()
{
    Hidden it;
    it.teller.setChoice({.ringing = false, .refusals = false, .doubt = false, .pauseGuard = false});
    it.talk.talk(Conversation::recording(u"On"_s));
    QVERIFY(it.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    it.talk.refuse(it.talk.link.expect<tlib::RecordingService>()->second, 58);
    it.talk.loseLink();
    it.talk.clock.advance(1min);
    QVERIFY(it.told.isEmpty());
}

void TestNewsTeller::partiesStayUntoldWhereTheyAreToStay()
{
    Hidden it;
    it.teller.setChoice({.parties = false});
    it.talk.talk(Conversation::recording(u"On"_s));
    QVERIFY(it.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    it.talk.refuse(it.talk.link.expect<tlib::RecordingService>()->second, 58, u"of +493055501"_s);
    QCOMPARE(it.told.size(), 2);
    for (const News &news : it.told)
        QVERIFY2(!(news.title + news.text).contains(u"5501"_s), qPrintable(news.text));
}

void TestNewsTeller::ofManyItIsToldThatThereAreMore()
{
    Hidden it;
    for (quint64 i = 1; i <= 1000; ++i)
        it.talk.say(MessageType::EventRinging, {}, ConnId{i});
    QCOMPARE(it.told.size(), NewsTeller::MostAtOnce + 1);
    QCOMPARE(it.told.last().title, u"More has happened"_s);
    it.teller.setSeen(true);
    QCOMPARE(it.withdrawn.size(), NewsTeller::MostAtOnce + 1);
}

void TestNewsTeller::aPauseIsToldUntilItEnds()
{
    Hidden it;
    it.talk.desk.guard.setLimits({.general = 60s});
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.sayRecording(u"Paused"_s);
    it.told.clear();
    it.withdrawn.clear();
    it.talk.clock.advance(30s);
    QCOMPARE(it.told.size(), 1);
    QVERIFY(it.told.first().isOfPause);
    QCOMPARE(it.told.first().text, Conversation::Caller.toString()); // whose it is
    QVERIFY(it.withdrawn.isEmpty());
    it.talk.sayRecording(u"On"_s);
    QCOMPARE(it.withdrawn, QStringList{it.told.first().key});
}

void TestNewsTeller::anAnnouncedResumeIsToldUntilItIsPutOff()
{
    Hidden it;
    it.talk.desk.guard.setLimits({.general = 60s, .resumes = true});
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(40s);
    QVERIFY(it.told.last().offersKeepPaused);
    it.withdrawn.clear();
    QVERIFY(it.talk.desk.guard.keepPaused(Conversation::CallOne));
    QCOMPARE(it.withdrawn, QStringList{it.told.last().key});
}

TALLY_TEST(TestNewsTeller)

} // namespace tst_newsteller

#include "tst_newsteller.moc"
