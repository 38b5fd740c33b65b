#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "presentation/look/recordinglook.h"
#include "widgets/desk/windowface.h"

#include <QSignalSpy>

namespace tst_windowface {

using namespace Qt::StringLiterals;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;
using widgets::WindowFace;

class TestWindowFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleIsOfTheCallInHand();
    void titleSaysPractice();
    void iconIsNeutralWithTheShapeInACorner();
    void attentionIsAskedForOnceAndOnlyFromBehind();
};

void TestWindowFace::titleIsOfTheCallInHand()
{
    WindowTest test;
    QCOMPARE(test.window.windowTitle(), u"Tallylight · 7001"_s);
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    QCOMPARE(test.window.windowTitle(), u"Ringing · +493055501 · 7001"_s);
    test.talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    QCOMPARE(test.window.windowTitle(), u"Recording · +493055501 · 7001"_s);
    test.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(test.window.windowTitle(), u"Paused · +493055501 · 7001"_s);
    test.talk.loseLink();
    QCOMPARE(test.window.windowTitle(), u"Not certain · +493055501 · 7001"_s);
    test.talk.waitForAttempt();
    test.talk.reconnect();
    QCOMPARE(test.window.windowTitle(), u"Tallylight · 7001"_s);
}

void TestWindowFace::titleSaysPractice()
{
    WindowTest test;
    test.window.setPractice(true);
    QCOMPARE(test.window.windowTitle(), u"Practice · Tallylight · 7001"_s);
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(test.window.windowTitle(), u"Practice · Recording · +493055501 · 7001"_s);
}

void TestWindowFace::iconIsNeutralWithTheShapeInACorner()
{
    QPixmap plain(64, 64);
    plain.fill(Qt::white);
    const presentation::Theme theme{presentation::ThemeChoice::Light};
    const auto pictureOf = [&](RecordingState state, bool certain) {
        const auto light = presentation::recordingLight({.state = state, .stateSaid = true}, certain);
        return WindowFace::iconWith(light, QIcon(plain), theme).pixmap(64, 64).toImage();
    };
    const QImage recording = pictureOf(RecordingState::On, true);
    QCOMPARE(recording.pixelColor(5, 5), QColor(Qt::white)); // the program's own
    QCOMPARE(recording.pixelColor(45, 45), theme.tone(presentation::ToneRole::On).text);
    QVERIFY(pictureOf(RecordingState::On, false) != recording); // doubt is seen in the taskbar, too
    QVERIFY(pictureOf(RecordingState::Paused, true) != recording);

    WindowTest test;
    const auto shown = [&test] { return test.window.windowIcon().pixmap(64, 64).toImage(); };
    const QImage without = shown();
    test.talk.connect();
    test.talk.say(MessageType::EventRinging);
    QCOMPARE(shown(), without);
    test.talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    QVERIFY(shown() != without);
    test.talk.say(MessageType::EventReleased);
    QCOMPARE(shown(), without);
}

void TestWindowFace::attentionIsAskedForOnceAndOnlyFromBehind()
{
    WindowTest test;
    QSignalSpy asked(test.window.findChild<WindowFace *>(), &WindowFace::attentionAsked);
    test.talk.connect();
    QWidget front;
    front.show();
    QApplication::setActiveWindow(&front);
    test.talk.say(MessageType::EventRinging);
    QCOMPARE(asked.size(), 1);
    test.talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    test.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(asked.size(), 1);
    test.talk.desk.toasts.post({.code = 58});
    QCOMPARE(asked.size(), 2);
    test.talk.desk.toasts.post({.severity = model::Severity::Warning, .code = 59});
    QCOMPARE(asked.size(), 2);
    QApplication::setActiveWindow(&test.window);
    QTRY_VERIFY(test.window.isActiveWindow());
    test.talk.say(MessageType::EventRinging, {}, tlib::ConnId(5));
    QCOMPARE(asked.size(), 2);
}

TALLY_GUI_TEST(TestWindowFace)

} // namespace tst_windowface
#include "tst_windowface.moc"
