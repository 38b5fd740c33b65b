#include "support/conversation.h"
#include "support/testprogram.h"
#include "widgets/actions/actionbutton.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/presence/compactbar.h"
#include "widgets/presence/hint.h"
#include "widgets/presence/trayicon.h"

#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

namespace tst_compactbar {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;
using widgets::ActionButton;
using widgets::CompactBar;
using widgets::RecordingBadge;

namespace {

constexpr ConnId CallTwo{0x006c029a6685d005};

struct Bar
{
    Bar()
    {
        talk.connect();
        bar.show();
    }
    QPushButton *button(const QString &name) const { return bar.findChild<QPushButton *>(name); }
    RecordingBadge *badge() const { return bar.findChild<RecordingBadge *>(u"badge"_s); }
    void press(const QString &name)
    {
        QCoreApplication::processEvents(); // what moves has moved
        talk.clock.advance(1s);
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    QMenu *openedMenu() const
    {
        QMenu *const menu = button(u"others"_s)->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }

    Conversation talk;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    CompactBar bar{talk.desk, theme};
};

} // namespace

class TestCompactBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheCallInHandAndPausesIt();
    void aClickThatWasAimedAtAnotherCallDoesNothing();
    void aClickAtOneOfTwoThatTalkIsNotForTheOther();
    void saysThatThereIsNoCall();
    void otherCallsStandBehindTheArrow();
    void aCallThatRingsHidesNoneThatIsRecorded();
    void saysThatAnotherRings();
    void aRefusalIsALineBelow();
    void aHintCoversNoLineThatComes();
    void aResumeThatIsAnnouncedCanBePutOff();
    void theBadgeSaysTheTimeOfTheReminder();
    void anEntryOfTheTrayNamesItsCall();
    void closingHidesIt();
};

void TestCompactBar::showsTheCallInHandAndPausesIt()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    QVERIFY(it.badge()->isVisible());
    QCOMPARE(it.badge()->look().tone, presentation::ToneRole::On);
    QVERIFY(it.bar.width() >= CompactBar::LeastWidth);
    QVERIFY(!it.bar.findChild<QWidget *>(u"about"_s)->isVisible()); // there is no other that it could be
    it.press(u"step"_s);
    const auto sent = it.talk.link.expect<tlib::RecordingService>();
    QVERIFY(sent);
    QCOMPARE(sent->first.command, tlib::RecordingCommand::Pause);
    QCOMPARE(it.badge()->look().tone, presentation::ToneRole::On); // nothing is shown on hope
    QVERIFY(!it.badge()->look().pending.isEmpty());
}

void TestCompactBar::aClickThatWasAimedAtAnotherCallDoesNothing()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.clock.advance(10s);
    it.talk.say(MessageType::EventReleased);
    it.talk.talk(Conversation::recording(u"On"_s, u"file-2"_s), CallTwo);
    it.talk.clock.advance(399ms);
    QTest::mouseClick(it.button(u"step"_s), Qt::LeftButton);
    QVERIFY(it.talk.link.nothingSent());
    it.press(u"step"_s);
    QCOMPARE(it.talk.link.expect<tlib::RecordingService>()->first.call, CallTwo);
}

/// The button means the same before and after, but of another call.
void TestCompactBar::aClickAtOneOfTwoThatTalkIsNotForTheOther()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.talk(Conversation::recording(u"On"_s, u"file-2"_s), CallTwo);
    QCoreApplication::processEvents();
    it.talk.clock.advance(10s);
    it.talk.say(MessageType::EventReleased);
    it.talk.clock.advance(399ms);
    QTest::mouseClick(it.button(u"step"_s), Qt::LeftButton);
    QVERIFY(it.talk.link.nothingSent());
    it.press(u"step"_s);
    QCOMPARE(it.talk.link.expect<tlib::RecordingService>()->first.call, CallTwo);
}

void TestCompactBar::saysThatThereIsNoCall()
{
    Bar it;
    QVERIFY(!it.badge()->isVisible());
    const auto *const none = it.bar.findChild<widgets::ElidedLabel *>(u"none"_s);
    QVERIFY2(none->text().startsWith(u"No call · "_s), qPrintable(none->text()));
    QVERIFY(!it.button(u"step"_s)->isEnabled());
    it.talk.loseLink();
    QVERIFY2(none->text().startsWith(u"No call · "_s), qPrintable(none->text()));
}

void TestCompactBar::otherCallsStandBehindTheArrow()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"Paused"_s));
    it.talk.say(MessageType::EventHeld);
    it.talk.talk(Conversation::recording(u"On"_s), CallTwo);
    QSignalSpy wanted(&it.bar, &CompactBar::windowWanted);
    QAction *const other = it.openedMenu()->actions().first();
    QCOMPARE(other->text(), u"Paused · +493055501 · on hold"_s);
    other->trigger();
    QCOMPARE(wanted.first().first().value<model::CallId>(), Conversation::CallOne);
}

void TestCompactBar::aCallThatRingsHidesNoneThatIsRecorded()
{
    constexpr ConnId CallThree{0x006c029a6685d006};
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.say(MessageType::EventHeld);
    it.talk.talk(Conversation::recording(u"On"_s), CallTwo);
    it.talk.say(MessageType::EventHeld, {}, CallTwo);
    const int before = it.bar.height();
    it.talk.say(MessageType::EventRinging, {}, CallThree);
    const auto *const about = it.bar.findChild<widgets::ElidedLabel *>(u"about"_s);
    QVERIFY(about->isVisible());
    QCOMPARE(about->text(), u"+493055501 · ringing"_s);
    QCOMPARE(it.badge()->look().word, u"Ringing"_s);
    const auto *const others = it.bar.findChild<RecordingBadge *>(u"othersLight"_s);
    QVERIFY(others->isVisible());
    QCOMPARE(others->look().tone, presentation::ToneRole::On);
    QCOMPARE(others->look().word, u"2 more recording"_s);
    QVERIFY(others->width() >= widgets::badgeWidth(others->look(), it.theme, widgets::BadgeSize::Row));
    QCOMPARE(it.bar.height(), before);
    it.talk.loseLink();
    QCOMPARE(others->look().word, u"2 more not certain"_s);
}

void TestCompactBar::saysThatAnotherRings()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.say(MessageType::EventRinging, {}, CallTwo);
    const auto *const about = it.bar.findChild<widgets::ElidedLabel *>(u"about"_s);
    QVERIFY(about->isVisible());
    QCOMPARE(about->text(), u"+493055501 · talking · 1 more ring(s)"_s);
    QVERIFY(!it.bar.findChild<RecordingBadge *>(u"othersLight"_s)->isVisible());
    it.talk.say(MessageType::EventReleased, {}, CallTwo);
    QVERIFY(!about->isVisible());
}

void TestCompactBar::aRefusalIsALineBelow()
{
    Bar it;
    it.talk.talk(Conversation::recording(u"On"_s));
    const int before = it.bar.height();
    it.press(u"step"_s);
    it.talk.refuse(it.talk.link.expect<tlib::RecordingService>()->second, 58);
    const auto *const words = it.bar.findChild<QLabel *>(u"words"_s);
    QVERIFY(words->isVisible());
    QVERIFY2(words->text().contains(u"(58)"_s), qPrintable(words->text()));
    QVERIFY(words->toolTip().contains(u"+493055501"_s));
    QVERIFY(it.bar.height() > before);
    QVERIFY(it.bar.width() >= CompactBar::LeastWidth);
    it.press(u"again"_s);
    QVERIFY(it.talk.link.expect<tlib::RecordingService>());
    it.press(u"close"_s);
    QVERIFY(!words->isVisible());
    QCOMPARE(it.bar.height(), before);
}

/// The bar grows below the hint that told of it: its button is seen, and pressed.
void TestCompactBar::aHintCoversNoLineThatComes()
{
    Bar it;
    it.bar.move(it.bar.screen()->availableGeometry().topLeft() + QPoint(20, 20));
    it.talk.desk.guard.setLimits({.general = 60s, .resumes = true});
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(39s);
    widgets::Hint hint(it.talk.clock);
    hint.tell(u"Paused for half of the limit of 01:00."_s, it.bar);
    it.talk.clock.advance(2s);
    QVERIFY(it.bar.findChild<QLabel *>(u"words"_s)->isVisible());
    QCoreApplication::processEvents();
    QVERIFY(hint.isVisible());
    QVERIFY(!hint.geometry().intersects(it.bar.geometry()));
}

void TestCompactBar::aResumeThatIsAnnouncedCanBePutOff()
{
    Bar it;
    it.talk.desk.guard.setLimits({.general = 60s, .resumes = true});
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(39s);
    const auto *const words = it.bar.findChild<QLabel *>(u"words"_s);
    QVERIFY(!words->isVisible());
    it.talk.clock.advance(2s);
    QVERIFY(words->isVisible());
    QVERIFY2(words->text().startsWith(u"Resumes by itself in 1"_s), qPrintable(words->text()));
    it.press(u"again"_s);
    QVERIFY(!words->isVisible());
    it.talk.clock.advance(30s);
    QVERIFY(it.talk.link.nothingSent());
}

/// Whatever the second's tick was when the pause began.
void TestCompactBar::theBadgeSaysTheTimeOfTheReminder()
{
    Bar it;
    it.talk.desk.guard.setLimits({.general = 20s});
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.clock.advance(600ms);
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(9900ms);
    QString said;
    QObject::connect(&it.talk.desk.guard, &model::PauseGuard::reminded, &it.bar,
                     [&] { said = it.badge()->look().detail; });
    it.talk.clock.advance(100ms);
    QVERIFY2(said.startsWith(u"00:10"_s), qPrintable(said));
}

void TestCompactBar::anEntryOfTheTrayNamesItsCall()
{
    Bar it;
    widgets::TrayIcon tray(it.talk.desk, it.theme);
    const auto entries = [&tray] {
        Q_EMIT const_cast<QMenu &>(tray.menu()).aboutToShow();
        QStringList texts;
        for (const QAction *const each : tray.menu().actions())
            texts += each->text().remove(u'&');
        return texts;
    };
    it.talk.talk(Conversation::recording(u"On"_s));
    QVERIFY2(entries().contains(u"Pause"_s), qPrintable(entries().join(u'|')));
    it.talk.say(MessageType::EventHeld);
    it.talk.talk(Conversation::recording(u"On"_s), CallTwo);
    QVERIFY2(entries().contains(u"Pause: +493055501"_s), qPrintable(entries().join(u'|')));
    // The lines of the calls can be read, and open the window.
    QVERIFY(tray.menu().actions().first()->isEnabled());
    QSignalSpy commanded(&tray, &widgets::TrayIcon::commanded);
    tray.menu().actions().first()->trigger();
    QCOMPARE(commanded.first().first().value<model::Command>(), model::Command::ShowWindow);
}

void TestCompactBar::closingHidesIt()
{
    Bar it;
    QSignalSpy wanted(&it.bar, &CompactBar::closeWanted);
    it.bar.close();
    QCOMPARE(wanted.size(), 1);
}

TALLY_GUI_TEST(TestCompactBar)

} // namespace tst_compactbar

#include "tst_compactbar.moc"
