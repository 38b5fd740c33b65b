#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/destinationdialog.h"
#include "widgets/agent/callcard.h"
#include "widgets/parts/question.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/timelinestrip.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTranslator>

namespace tst_callcard {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;
using widgets::RecordingBadge;

namespace {

/// How often the sentence of a light is put into words: once for each look that is made of a call.
class LookCounter : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        if (qstrcmp(text, "%1, since %2.") == 0)
            ++count;
        return {};
    }

    mutable int count = 0;
};

} // namespace

class TestCallCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QGuiApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void cardTellsTheCall();
    void whatWasNotSeenIsNotToldAsSeen();
    void passingTimeIsNoNews();
    void ringingCallIsAnswered();
    void ringingOffersWhatTheServerCanDo();
    void badgeFollowsTheServerAndNotTheClick();
    void lightIsMadeOncePerChange();
    void secondClickOfADoubleClickDoesNothing();
    void clickMeantForTheOldButtonDoesNothing();
    void stopAsksFirst();
    void stopQuestionGoesWhenNothingIsLeftToStop();
    void stopIsNeverFocusedByItself();
    void focusComesBackToTheButton();
    void disabledControlsSayWhy();
    void linkLossMakesItUncertainAndDisables();
    void fileNameIsCopiedWhole();
    void markupFromOutsideIsText();
    void nothingMovesWhenAStateChanges();
    void holdBecomesRetrieve();
    void holdsSecondClickDoesNotRetrieve();
    void transferAsksWhere();
    void consultationOffersToComplete();
    void completingGoesFromEitherCard();
    void whoeverIsConsultedIsNotOfferedToComplete();
    void conferenceNamesEverybody();
    void ownPartInAWatchedAgentsCall();
    void menuHoldsEveryAction();
};

void TestCallCard::cardTellsTheCall()
{
    WindowTest test;
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    test.talk.clock.advance(5s);
    test.talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s, u"file-7.wav"_s));
    test.talk.clock.advance(158s);
    QCOMPARE(test.label(u"party"_s)->text(), u"+493055501"_s);
    QCOMPARE(test.label(u"summary"_s)->text(), u"Inbound · talking"_s);
    QCOMPARE(test.label(u"duration"_s)->text(), u"02:38"_s);
    QCOMPARE(test.label(u"file"_s)->text(), u"file-7.wav"_s);
    QCOMPARE(test.find<RecordingBadge>()->look().word, u"Recording"_s);
    QCOMPARE(test.find<RecordingBadge>()->look().detail, u"02:38"_s);
    QCOMPARE(test.find<RecordingBadge>()->accessibleName(), u"Recording state: Recording"_s);
    QCOMPARE(test.find<widgets::CallCard>()->accessibleName(), u"Call with +493055501"_s);
    test.talk.say(MessageType::EventReleased);
    QTRY_VERIFY(!test.find<widgets::CallCard>());
}

void TestCallCard::whatWasNotSeenIsNotToldAsSeen()
{
    WindowTest test;
    test.talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    test.talk.link.answer(test.talk.link.expect<tlib::QueryCall>()->second,
                          test.talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s, {})));
    test.talk.clock.advance(21s);
    QCOMPARE(test.label(u"duration"_s)->text(), u"≥ 00:21"_s);
    QCOMPARE(test.find<RecordingBadge>()->look().detail, u"≥ 00:21"_s);
    QCOMPARE(test.label(u"file"_s)->text(), u"No file known"_s);
    const QString strip = test.find<widgets::TimelineStrip>()->accessibleDescription();
    QVERIFY2(strip.startsWith(u"Not seen before 14:26:23; "_s), qPrintable(strip));
    QVERIFY2(strip.endsWith(u"Seen recording since 14:26:23"_s), qPrintable(strip));
}

namespace {

/// What those are told who do not see the window.
QStringList s_news;

void noteNews(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert || event->type() == QAccessible::DescriptionChanged ||
        event->type() == QAccessible::NameChanged)
        s_news += QString::fromLatin1(event->object()->metaObject()->className()) + u": "_s +
                  event->object()->property("accessibleDescription").toString();
}

} // namespace

/// Two clocks read one after the other, and a clock that somebody sets, change no word of what has begun.
void TestCallCard::passingTimeIsNoNews()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.talk(Conversation::recording(u"PAUSED"_s), tlib::ConnId(5));
    QCOMPARE(test.find<RecordingBadge>()->look().description.left(25), u"Recording, since 14:26:23"_s);
    QApplication::processEvents();
    const auto before = QAccessible::installUpdateHandler(&noteNews);
    QAccessible::setActive(true);
    s_news.clear();
    test.talk.clock.slip();
    for (int i = 0; i < 1000; ++i)
        test.talk.clock.advance(1s);
    test.talk.clock.setWallTime(test.talk.clock.wallTime().addSecs(-3600));
    test.talk.clock.advance(1s);
    QAccessible::installUpdateHandler(before);
    QCOMPARE(s_news, QStringList());
    QCOMPARE(test.find<RecordingBadge>()->look().description.left(25), u"Recording, since 14:26:23"_s);
    const QString strip = test.find<widgets::TimelineStrip>()->accessibleDescription();
    QVERIFY2(strip.endsWith(u"Recording since 14:26:23"_s), qPrintable(strip));
}

void TestCallCard::ringingCallIsAnswered()
{
    WindowTest test;
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    QCOMPARE(test.button(u"primary"_s)->accessibleName(), u"Answer"_s);
    test.press(u"primary"_s);
    QVERIFY(test.talk.link.expect<tlib::AnswerCall>());
}

void TestCallCard::ringingOffersWhatTheServerCanDo()
{
    WindowTest test;
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    QStringList offered;
    for (const QPushButton *button : test.card(Conversation::CallOne)->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->objectName() != u"copy"_s)
            offered += button->accessibleName();
    }
    QCOMPARE(offered, (QStringList{u"Answer"_s, u"More for this call"_s, u"Redirect"_s, u"Reject"_s}));
    test.press(u"release"_s);
    QVERIFY(!test.talk.link.nothingSent());
    test.talk.say(MessageType::EventEstablished);
    QCOMPARE(test.button(u"release"_s)->accessibleName(), u"Release"_s);
    QCOMPARE(test.button(u"hold"_s)->accessibleName(), u"Hold"_s);
}

void TestCallCard::badgeFollowsTheServerAndNotTheClick()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    auto *badge = test.find<RecordingBadge>();
    QCOMPARE(test.button(u"primary"_s)->accessibleName(), u"Pause"_s);
    test.press(u"primary"_s);
    const auto asked = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    QCOMPARE(asked->first.command, tlib::RecordingCommand::Pause);
    QCOMPARE(badge->look().word, u"Recording"_s);
    QCOMPARE(badge->look().pending, u"Pausing…"_s);
    QVERIFY(!test.button(u"primary"_s)->isEnabled());

    test.talk.acknowledge(asked->second);
    QCOMPARE(badge->look().word, u"Recording"_s);
    test.talk.clock.advance(1s);
    QCOMPARE(badge->look().pending, u"Pausing… 1 s"_s);
    QCOMPARE(test.label(u"file"_s)->text(), u"Waiting for SIP Server…"_s);

    test.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(badge->look().word, u"Paused"_s);
    QVERIFY(badge->look().pending.isEmpty());
    QCOMPARE(test.button(u"primary"_s)->accessibleName(), u"Resume"_s);
    QVERIFY(test.button(u"primary"_s)->isEnabled());
}

void TestCallCard::lightIsMadeOncePerChange()
{
    LookCounter looks;
    QVERIFY(QCoreApplication::installTranslator(&looks));
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    looks.count = 0;
    test.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(test.find<RecordingBadge>()->look().word, u"Paused"_s);
    QCOMPARE(looks.count, 1);
    test.talk.clock.advance(1s); // nor more for a second
    QCOMPARE(looks.count, 2);
}

void TestCallCard::secondClickOfADoubleClickDoesNothing()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.press(u"primary"_s);
    QTest::mouseClick(test.button(u"primary"_s), Qt::LeftButton);
    QVERIFY(test.talk.link.expect<tlib::RecordingService>());
    QVERIFY(test.talk.link.nothingSent());
}

void TestCallCard::clickMeantForTheOldButtonDoesNothing()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.clock.advance(1s);
    test.talk.sayRecording(u"PAUSED"_s); // somebody else was faster
    QTest::mouseClick(test.button(u"primary"_s), Qt::LeftButton);
    QVERIFY(test.talk.link.nothingSent());
    test.talk.clock.advance(1s);
    QTest::mouseClick(test.button(u"primary"_s), Qt::LeftButton);
    QCOMPARE(test.talk.link.expect<tlib::RecordingService>()->first.command, tlib::RecordingCommand::Resume);
}

void TestCallCard::stopAsksFirst()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.press(u"stop"_s);
    QVERIFY(test.talk.link.nothingSent());
    auto *question = test.find<widgets::Question>();
    QVERIFY(question && question->isVisible());
    QVERIFY(question->findChild<QLabel *>(u"text"_s)->text().contains(u"+493055501"));
    QVERIFY(question->findChild<QPushButton *>(u"no"_s)->isDefault());
    QVERIFY(!question->findChild<QPushButton *>(u"yes"_s)->isDefault());

    QTest::keyClick(question, Qt::Key_Return); // what a hurried person does keeps the recording
    QTRY_VERIFY(!test.find<widgets::Question>());
    QVERIFY(test.talk.link.nothingSent());

    test.press(u"stop"_s);
    test.find<widgets::Question>()->findChild<QPushButton *>(u"yes"_s)->click();
    QCOMPARE(test.talk.link.expect<tlib::RecordingService>()->first.command, tlib::RecordingCommand::Stop);
    QVERIFY(!test.button(u"stop"_s)->isDefault());
}

void TestCallCard::stopQuestionGoesWhenNothingIsLeftToStop()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.press(u"stop"_s);
    QVERIFY(test.find<widgets::Question>());
    test.talk.loseLink();
    QTRY_VERIFY(!test.find<widgets::Question>());
}

void TestCallCard::stopIsNeverFocusedByItself()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.button(u"stop"_s)->focusPolicy() == Qt::TabFocus);
    QApplication::setActiveWindow(&test.window);
    test.button(u"primary"_s)->setFocus();
    QTRY_VERIFY(test.button(u"primary"_s)->hasFocus());
    test.talk.clock.advance(1s);
    QTest::keyClick(test.button(u"primary"_s), Qt::Key_Space);
    QVERIFY(!test.button(u"primary"_s)->isEnabled());
    QVERIFY(!test.button(u"stop"_s)->hasFocus());
    QVERIFY(test.find<RecordingBadge>()->hasFocus());
}

void TestCallCard::focusComesBackToTheButton()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QApplication::setActiveWindow(&test.window);
    QTRY_VERIFY(test.button(u"primary"_s)->isVisible());
    test.button(u"primary"_s)->setFocus();
    QTRY_VERIFY(test.button(u"primary"_s)->hasFocus());
    test.talk.clock.advance(1s);
    QTest::keyClick(test.button(u"primary"_s), Qt::Key_Space);
    test.talk.sayRecording(u"PAUSED"_s);
    QVERIFY(test.button(u"primary"_s)->hasFocus());
}

void TestCallCard::disabledControlsSayWhy()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    QPushButton *stop = test.button(u"stop"_s);
    QVERIFY(!stop->isEnabled());
    QCOMPARE(stop->toolTip(), u"There is no recording to stop."_s);
    QCOMPARE(stop->accessibleDescription(), stop->toolTip());
    QVERIFY(!test.button(u"copy"_s)->isEnabled());
    QCOMPARE(test.button(u"copy"_s)->toolTip(), u"There is no file name to copy yet."_s);

    test.press(u"primary"_s);
    QCOMPARE(test.button(u"primary"_s)->toolTip(), u"Starting… Waiting for SIP Server."_s);
    test.press(u"hold"_s);
    QCOMPARE(test.button(u"hold"_s)->toolTip(), u"Putting on hold… Waiting for SIP Server."_s);
}

void TestCallCard::linkLossMakesItUncertainAndDisables()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.talk(Conversation::recording(u"PAUSED"_s), tlib::ConnId(5));
    test.talk.clock.advance(12s); // of silence
    test.talk.loseLink();
    const auto badges = test.window.findChildren<RecordingBadge *>();
    QCOMPARE(badges.size(), 2);
    for (const RecordingBadge *badge : badges) {
        QVERIFY(badge->look().word.startsWith(u"Not certain"_s));
        if (test.card(Conversation::CallOne)->isAncestorOf(badge))
            QCOMPARE(badge->look().age, u"heard 12 s ago"_s);
        else // beside it, whole, in a row
            QVERIFY(test.label(u"line"_s)->text().contains(u"heard 12 s ago"_s));
        QCOMPARE(badge->look().tone, presentation::ToneRole::Uncertain);
        QVERIFY(badge->look().dashed);
    }
    for (const QString &name : {u"primary"_s, u"stop"_s, u"hold"_s, u"release"_s}) {
        QVERIFY2(!test.button(name)->isEnabled(), qPrintable(name));
        QCOMPARE(test.button(name)->toolTip(), u"Nothing is sent while the link is down."_s);
    }
    QCOMPARE(test.label(u"file"_s)->text(), u"Nothing is sent while the link is down."_s);
}

void TestCallCard::fileNameIsCopiedWhole()
{
    WindowTest test;
    const QString name = u"01RCC3N118B1V0SL8O7GK2LAES000005_2026-11-22_14-26-23_with_a_long_tail.wav"_s;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s, name));
    QCOMPARE(test.label(u"file"_s)->toolTip(), name);
    test.press(u"copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), name);
}

void TestCallCard::markupFromOutsideIsText()
{
    WindowTest test;
    test.talk.connect();
    tlib::Event event =
        test.talk.event(MessageType::EventRinging, Conversation::recording(u"ON"_s, u"<b>x</b>"_s));
    event.otherDn = tlib::Dn(u"<img src='http://localhost/'>");
    test.talk.link.push(event);
    for (const QLabel *label : test.window.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->toolTip().contains(u"<img"));
        QVERIFY(!label->toolTip().contains(u"<b>"));
    }
    QCOMPARE(test.label(u"file"_s)->text(), u"<b>x</b>"_s);
    QVERIFY(!test.find<RecordingBadge>()->toolTip().contains(u"<b>"));
}

void TestCallCard::nothingMovesWhenAStateChanges()
{
    WindowTest test;
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    const auto place = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QWidget *widget = test.window.findChild<QWidget *>(name);
        return QRect(widget->mapTo(&test.window, QPoint()), widget->size());
    };
    QTRY_VERIFY(place(u"badge"_s).top() > 0);
    const QStringList names{u"badge"_s, u"strip"_s, u"primary"_s,  u"stop"_s,
                            u"more"_s,  u"hold"_s,  u"transfer"_s, u"release"_s};
    QList<QRect> before;
    for (const QString &name : names)
        before += place(name);
    const auto verifyPlaces = [&](const char *after) {
        for (qsizetype i = 0; i < names.size(); ++i)
            QVERIFY2(place(names.at(i)) == before.at(i),
                     qPrintable(QLatin1String(after) + u": "_s + names.at(i)));
    };
    test.talk.say(MessageType::EventEstablished);
    verifyPlaces("established");
    test.talk.sayRecording(u"ON"_s);
    verifyPlaces("recording");
    test.press(u"primary"_s);
    test.talk.clock.advance(2s);
    verifyPlaces("pausing");
    test.talk.sayRecording(u"PAUSED"_s);
    verifyPlaces("paused");
    test.talk.sayRecording(u"OFF"_s);
    verifyPlaces("off");
    test.talk.clock.advance(3600s);
    verifyPlaces("an hour later");
    test.consult();
    verifyPlaces("in a consultation");
}

void TestCallCard::holdBecomesRetrieve()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    test.press(u"hold"_s);
    const auto asked = test.talk.link.expect<tlib::HoldCall>();
    test.talk.link.answer(asked->second, test.talk.event(MessageType::EventHeld));
    QVERIFY(test.button(u"hold"_s)->text().remove(u'&') == u"Retrieve");
    test.press(u"release"_s);
    QVERIFY(test.talk.link.expect<tlib::ReleaseCall>());
}

void TestCallCard::holdsSecondClickDoesNotRetrieve()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.press(u"hold"_s);
    const auto asked = test.talk.link.expect<tlib::HoldCall>();
    test.talk.link.answer(asked->second, test.talk.event(MessageType::EventHeld));
    test.talk.clock.advance(200ms);
    QVERIFY(test.button(u"hold"_s)->isEnabled());
    QTest::mouseClick(test.button(u"hold"_s), Qt::LeftButton); // the second half of a slow double click
    QVERIFY(test.talk.link.nothingSent());
    test.talk.clock.advance(200ms);
    QTest::mouseClick(test.button(u"hold"_s), Qt::LeftButton);
    QVERIFY(test.talk.link.expect<tlib::RetrieveCall>());
}

void TestCallCard::transferAsksWhere()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.button(u"transfer"_s)->toolTip().contains(u"recording"));
    test.press(u"transfer"_s);
    auto *dialog = test.find<widgets::DestinationDialog>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(test.talk.link.nothingSent());
    test.press(u"transfer"_s); // it does not open twice
    QCOMPARE(test.window.findChildren<widgets::DestinationDialog *>().size(), 1);
}

void TestCallCard::consultationOffersToComplete()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(test.label(u"file"_s)->text(), u"file-1"_s);
    test.consult();
    const auto *about = test.card(WindowTest::Consultation);
    QCOMPARE(about->accessibleName(), u"Consultation with Desk 7003 about the call with +493055501"_s);
    QCOMPARE(about->findChild<QLabel *>(u"summary"_s)->text(),
             u"Consultation · talking · about the call with +493055501"_s);
    const QString outlook = test.card(Conversation::CallOne)->findChild<QLabel *>(u"file"_s)->text();
    QVERIFY(outlook.startsWith(u"Transferring ends this recording."));
    QVERIFY(about->findChild<QLabel *>(u"file"_s)->text().startsWith(
        u"+493055501: Transferring ends this recording."));
    for (const model::CallId id : {Conversation::CallOne, WindowTest::Consultation}) {
        const auto *card = test.card(id);
        QCOMPARE(card->findChild<QPushButton *>(u"hold"_s)->accessibleName(), u"Conference"_s);
        QCOMPARE(card->findChild<QPushButton *>(u"transfer"_s)->accessibleName(), u"Complete transfer"_s);
        QVERIFY(card->findChild<QPushButton *>(u"transfer"_s)->isEnabled());
    }

    test.talk.say(MessageType::EventReleased, {}, WindowTest::Consultation);
    QTRY_VERIFY(!test.face(WindowTest::Consultation));
    QCOMPARE(test.button(u"hold"_s)->accessibleName(), u"Retrieve"_s);
    QCOMPARE(test.button(u"transfer"_s)->accessibleName(), u"Transfer"_s);
    QCOMPARE(test.label(u"file"_s)->text(), u"file-1"_s);
}

void TestCallCard::completingGoesFromEitherCard()
{
    for (const model::CallId id : {Conversation::CallOne, WindowTest::Consultation}) {
        WindowTest test;
        test.talk.connect();
        test.talk.talk(Conversation::recording(u"ON"_s));
        test.consult();
        auto *button = test.card(id)->findChild<QPushButton *>(u"transfer"_s);
        QTest::mouseClick(button, Qt::LeftButton); // aimed at Transfer…
        QVERIFY(test.talk.link.nothingSent());
        test.talk.clock.advance(1s);
        QTest::mouseClick(button, Qt::LeftButton);
        const auto asked = test.talk.link.expect<tlib::CompleteTransfer>();
        QVERIFY(asked);
        QCOMPARE(asked->first.heldCall, Conversation::CallOne);
        QCOMPARE(asked->first.consultationCall, WindowTest::Consultation);
    }
}

void TestCallCard::whoeverIsConsultedIsNotOfferedToComplete()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.consultationOf = tlib::ConnId(99); // a call that this desktop does not see
        return model::CallChange::Parties;
    });
    QCOMPARE(test.button(u"hold"_s)->accessibleName(), u"Hold"_s);
    QCOMPARE(test.button(u"transfer"_s)->accessibleName(), u"Transfer"_s);
}

void TestCallCard::conferenceNamesEverybody()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    const auto add = [&](const QString &dn) {
        test.talk.desk.calls.update(Conversation::CallOne, [&](model::Call &call) {
            call.moreParties.append(tlib::Dn(dn));
            return model::CallChange::Parties;
        });
    };
    add(u"7003"_s);
    QCOMPARE(test.label(u"party"_s)->text(), u"+493055501 and Desk 7003"_s);
    QCOMPARE(test.card(Conversation::CallOne)->accessibleName(), u"Call with +493055501 and Desk 7003"_s);
    add(u"+33155502"_s);
    QCOMPARE(test.label(u"party"_s)->text(), u"+493055501, Desk 7003 and +33155502"_s);
}

/// Agent 7002 is watched and calls this desktop: the call's first leg is not the own one.
void TestCallCard::ownPartInAWatchedAgentsCall()
{
    const tlib::Dn agent(u"7002"_s);
    WindowTest test;
    test.talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = Conversation::OwnDn}, {.dn = agent, .use = model::DnUse::Watched}});
    test.talk.connect();
    const auto say = [&](MessageType type, const tlib::Dn &dn, const tlib::Dn &other) {
        tlib::Event event = test.talk.event(type);
        event.callType = tlib::CallType::Internal;
        event.thisDn = dn;
        event.otherDn = other;
        test.talk.link.push(event);
    };
    say(MessageType::EventDialing, agent, Conversation::OwnDn);
    say(MessageType::EventRinging, Conversation::OwnDn, agent);
    say(MessageType::EventEstablished, agent, Conversation::OwnDn);
    say(MessageType::EventEstablished, Conversation::OwnDn, agent);
    say(MessageType::EventHeld, Conversation::OwnDn, agent);
    QCOMPARE(test.label(u"party"_s)->text(), u"Desk 7002"_s);
    QCOMPARE(test.label(u"summary"_s)->text(), u"Internal · on hold · 7001"_s);
    QCOMPARE(test.card(Conversation::CallOne)->accessibleName(), u"Call with Desk 7002"_s);
    test.entry(u"Copy number"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"7002"_s);
    test.press(u"transfer"_s);
    QVERIFY(test.find<widgets::DestinationDialog>()->windowTitle().endsWith(u"Desk 7002"));
}

void TestCallCard::menuHoldsEveryAction()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QMenu *menu = test.button(u"more"_s)->menu();
    Q_EMIT menu->aboutToShow();
    QStringList possible, impossible;
    for (const QAction *entry : menu->actions()) {
        if (entry->isSeparator())
            continue;
        (entry->isEnabled() ? possible : impossible) += entry->text().remove(u'&');
        QVERIFY(entry->isEnabled() || entry->toolTip().endsWith(u'.'));
    }
    QCOMPARE(possible, QStringList({u"Pause"_s, u"Stop…"_s, u"With options"_s, u"Hold"_s, u"Release"_s,
                                    u"Consult…"_s, u"Transfer…"_s, u"Copy number"_s, u"Copy call ID"_s}));
    QCOMPARE(impossible, QStringList({u"Record"_s, u"Resume"_s, u"Answer"_s, u"Retrieve"_s,
                                      u"Complete transfer"_s, u"Conference"_s, u"Swap"_s, u"Reject"_s}));
}

TALLY_GUI_TEST(TestCallCard)

} // namespace tst_callcard
#include "tst_callcard.moc"
