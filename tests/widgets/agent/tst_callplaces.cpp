#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/destinationdialog.h"
#include "widgets/agent/handwatch.h"
#include "widgets/parts/recordingbadge.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace tst_callplaces {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;
using widgets::CallPanel;
using widgets::HandWatch;
using widgets::RecordingBadge;

namespace {

constexpr ConnId One = Conversation::CallOne;
constexpr ConnId Two{0x006c029a6685d009};
constexpr ConnId Three{0x006c029a6685d00a};

void settlePlaces()
{
    for (int i = 0; i < 10; ++i) // layouts settle in several rounds
        QCoreApplication::processEvents();
}

struct PlacesTest : WindowTest
{
    PlacesTest() { talk.connect(); }
    ~PlacesTest() { QCursor::setPos(5000, 5000); }

    CallPanel &panel() const { return *find<CallPanel>(); }
    bool isWhole(ConnId id) const { return panel().card(id) != nullptr; }
    bool isRow(ConnId id) const { return panel().row(id) != nullptr; }
    RecordingBadge &badge(ConnId id) const { return *face(id)->findChild<RecordingBadge *>(); }
    QRect placeOf(const QWidget *part) const { return QRect(part->mapTo(&window, QPoint()), part->size()); }
    QRect placeOf(ConnId id) const { return placeOf(face(id)); }
    void rest()
    {
        settlePlaces();
        talk.clock.advance(1s);
    }
    bool isSeen(const QWidget &part) const { return part.visibleRegion() == QRegion(part.rect()); }
    /// The second call is answered, and the first held by that.
    void goOverToTwo()
    {
        talk.say(MessageType::EventHeld, {}, One);
        talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s), Two);
        settlePlaces();
    }
    void pointAt(const QPoint &position)
    {
        QTest::mouseMove(&window, position);
        settlePlaces();
    }
    void pointAway() { pointAt({window.width() / 2, 5}); } // the header
    /// A hand that goes on moving over the calls for so long.
    void fidgetFor(core::Duration time)
    {
        for (core::Duration passed{}; passed < time; passed += 500ms) {
            pointAt(placeOf(&panel()).center() + QPoint(int(passed.count() / 500) % 7, 0));
            talk.clock.advance(500ms);
        }
    }
};

} // namespace

/// Which call is the whole card, which are rows, and what of it waits for the hand.
class TestCallPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCallThatTalksIsWholeAndFirst();
    void whatRingsStandsAboveWhatIsHeld();
    void aRowSaysWhoAndHowLong();
    void aRowsButtonIsItsNextStep();
    void whatIsNotPossibleOpensNothing();
    void aRowOpensIntoACardAndCloses();
    void aRowOpensByKeyboard();
    void aQuestionOutlivesTheForm();
    void aLayoutThatWouldMoveWaitsForTheHand();
    void aHandThatLiesStillIsNotWaitedFor();
    void aHandThatNeverRestsIsNotWaitedForForEver();
    void aPressedButtonIsWaitedFor();
    void aNewCallComesAtTheEndMeanwhile();
    void anEndedCallLeavesItsPlaceWithoutALight();
    void theLightThatTalksNeverWaitsOutOfSight();
    void theLightShowsAtEverySize_data();
    void theLightShowsAtEverySize();
    void wideWindowsSetCardsSideBySide();
    void onlyTheFirstCardHasMnemonics();
};

void TestCallPlaces::theCallThatTalksIsWholeAndFirst()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    QVERIFY(test.isWhole(One) && test.isRow(Two));
    test.goOverToTwo();
    QVERIFY(test.isWhole(Two) && test.isRow(One));
    QVERIFY(test.placeOf(Two).top() < test.placeOf(One).top());
    QCOMPARE(test.badge(Two).look().word, u"Recording"_s);
    test.talk.say(MessageType::EventReleased, {}, Two);
    settlePlaces();
    QVERIFY(test.isWhole(One) && !test.face(Two));
}

void TestCallPlaces::whatRingsStandsAboveWhatIsHeld()
{
    PlacesTest test;
    test.talk.talk({}, Three);
    test.talk.say(MessageType::EventHeld, {}, Three);
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    settlePlaces();
    QVERIFY(test.isWhole(One) && test.isRow(Two) && test.isRow(Three));
    QVERIFY(test.placeOf(One).bottom() < test.placeOf(Two).top());
    QVERIFY(test.placeOf(Two).bottom() < test.placeOf(Three).top());
    QCOMPARE(test.placeOf(Two).height(), 64);
    QVERIFY(test.label(u"callsInShort"_s)->text().endsWith(u"1 recording · 1 ringing"_s));
}

void TestCallPlaces::aRowSaysWhoAndHowLong()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s), Two);
    test.talk.clock.advance(60s);
    test.talk.say(MessageType::EventHeld, {}, Two);
    test.talk.talk();
    test.talk.clock.advance(5s);
    test.talk.sayRecording(u"PAUSED"_s, u"file-2"_s, Two);
    test.talk.clock.advance(47s);
    const auto textOf = [&](const QString &name) {
        return test.panel().row(Two)->findChild<QLabel *>(name)->text().replace(QChar::Nbsp, u' ');
    };
    QCOMPARE(textOf(u"party"_s), u"+493055501"_s);
    QCOMPARE(textOf(u"line"_s), u"on hold 00:52 · paused 00:47"_s);
    QCOMPARE(test.badge(Two).look().word, u"Paused"_s);
    QCOMPARE(test.badge(Two).accessibleName(), u"Recording state: Paused"_s);
    test.talk.say(MessageType::EventRinging, {}, Three);
    test.talk.clock.advance(4s);
    QCOMPARE(test.panel().row(Three)->findChild<QLabel *>(u"line"_s)->text().replace(QChar::Nbsp, u' '),
             u"ringing 00:04"_s);
}

void TestCallPlaces::aRowsButtonIsItsNextStep()
{
    PlacesTest test;
    test.talk.talk();
    test.talk.talk({}, Two);
    test.talk.say(MessageType::EventHeld, {}, Two);
    test.talk.say(MessageType::EventRinging, {}, Three);
    test.rest();
    QTest::mouseClick(test.panel().row(Three)->findChild<QPushButton *>(u"step"_s), Qt::LeftButton);
    QVERIFY(test.talk.link.expect<tlib::AnswerCall>());
    QTest::mouseClick(test.panel().row(Two)->findChild<QPushButton *>(u"step"_s), Qt::LeftButton);
    QVERIFY(test.talk.link.expect<tlib::RetrieveCall>());
    QVERIFY(test.isRow(Two) && test.isRow(Three)); // they were not opened by that
}

/// The second half of a double click on the button, which has been asked for and is not possible now.
void TestCallPlaces::whatIsNotPossibleOpensNothing()
{
    PlacesTest test;
    test.talk.talk();
    test.talk.talk({}, Two);
    test.talk.say(MessageType::EventHeld, {}, Two);
    test.rest();
    auto *const row = test.panel().row(Two);
    auto *const step = row->findChild<QPushButton *>(u"step"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    QVERIFY(!step->isEnabled());
    QTest::mouseClick(row, Qt::LeftButton, {}, step->geometry().center());
    QVERIFY(test.isRow(Two));
    QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(20, 30));
    QVERIFY(test.isWhole(Two));
}

void TestCallPlaces::aRowOpensIntoACardAndCloses()
{
    PlacesTest test;
    test.talk.talk();
    test.talk.talk(Conversation::recording(u"ON"_s), Two);
    test.window.resize(420, 760);
    test.rest();
    const QRect first = test.placeOf(One);
    const QRect row = test.placeOf(Two);
    QTest::mouseClick(test.panel().row(Two), Qt::LeftButton, {}, QPoint(20, 30));
    settlePlaces();
    QVERIFY(test.isWhole(One) && test.isWhole(Two));
    QCOMPARE(test.placeOf(One), first);
    QCOMPARE(test.placeOf(Two).topLeft(), row.topLeft());
    QVERIFY(test.isSeen(test.badge(Two)));
    auto *const less = test.face(Two)->findChild<QPushButton *>(u"less"_s);
    QVERIFY(less->isVisible());
    QVERIFY(!test.face(One)->findChild<QPushButton *>(u"less"_s)->isVisible());
    QTest::mouseClick(less, Qt::LeftButton); // it has just come under the pointer
    QVERIFY(test.isWhole(Two));
    test.talk.clock.advance(1s);
    QTest::mouseClick(less, Qt::LeftButton);
    QVERIFY(test.isRow(Two));
    test.rest();
    QTest::mouseClick(test.panel().row(Two), Qt::LeftButton, {}, QPoint(20, 30));
    test.rest();
    QTest::mouseClick(test.face(Two), Qt::LeftButton, {}, QPoint(60, 20)); // its head, as the row before
    QVERIFY(test.isRow(Two));
}

void TestCallPlaces::aRowOpensByKeyboard()
{
    PlacesTest test;
    test.talk.talk();
    test.talk.talk(Conversation::recording(u"ON"_s), Two);
    test.talk.clock.advance(1s);
    QApplication::setActiveWindow(&test.window);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        settlePlaces();
        test.panel().row(Two)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(test.panel().row(Two), key);
        QVERIFY(test.isWhole(Two));
        QTRY_VERIFY(test.badge(Two).hasFocus());
        auto *const less = test.face(Two)->findChild<QPushButton *>(u"less"_s);
        less->setFocus(Qt::TabFocusReason);
        QTest::keyClick(less, Qt::Key_Space);
        QVERIFY(test.isRow(Two));
        QTRY_VERIFY(test.face(Two)->isAncestorOf(QApplication::focusWidget()));
    }
}

void TestCallPlaces::aQuestionOutlivesTheForm()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    test.press(u"transfer"_s);
    QPointer<widgets::DestinationDialog> dialog = test.find<widgets::DestinationDialog>();
    QVERIFY(dialog);
    test.goOverToTwo();
    test.talk.say(MessageType::EventRetrieved, {}, One);
    test.talk.say(MessageType::EventHeld, {}, Two);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(dialog && dialog->isVisible());
}

void TestCallPlaces::aLayoutThatWouldMoveWaitsForTheHand()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    settlePlaces();
    const QRect first = test.placeOf(One), row = test.placeOf(Two);
    test.pointAt(row.center());
    test.goOverToTwo();
    QVERIFY(test.isWhole(One) && test.isRow(Two));
    QCOMPARE(test.placeOf(One), first);
    QCOMPARE(test.placeOf(Two), row);
    QCOMPARE(test.badge(Two).look().word, u"Recording"_s); // a light never waits
    QVERIFY(test.isSeen(test.badge(Two)));
    test.pointAway();
    QVERIFY(test.isWhole(Two) && test.isRow(One));
}

void TestCallPlaces::aHandThatLiesStillIsNotWaitedFor()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    settlePlaces();
    test.pointAt(test.placeOf(Two).center());
    test.talk.clock.advance(500ms);
    test.goOverToTwo();
    test.talk.clock.advance(HandWatch::Still - 501ms);
    QVERIFY(test.isWhole(One));
    test.talk.clock.advance(1ms);
    QVERIFY(test.isWhole(Two));
    test.talk.clock.advance(2min);
    test.talk.say(MessageType::EventReleased, {}, Two);
    QVERIFY(!test.face(Two) && test.isWhole(One)); // it still lies there
    test.talk.say(MessageType::EventReleased, {}, One);
    QVERIFY(!test.talk.clock.hasAlarms());
}

void TestCallPlaces::aHandThatNeverRestsIsNotWaitedForForEver()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    settlePlaces();
    test.pointAt(test.placeOf(&test.panel()).center());
    test.goOverToTwo();
    test.fidgetFor(HandWatch::Longest - 500ms);
    QVERIFY(test.isWhole(One));
    test.fidgetFor(500ms);
    QVERIFY(test.isWhole(Two));
}

void TestCallPlaces::aPressedButtonIsWaitedFor()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    test.rest();
    QPushButton *const pause = test.button(u"primary"_s);
    QTest::mousePress(pause, Qt::LeftButton);
    test.goOverToTwo();
    test.talk.clock.advance(3s);
    QVERIFY(test.isWhole(One));
    QTest::mouseRelease(pause, Qt::LeftButton);
    const auto asked = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(asked && asked->first.call == One); // what it was aimed at
    QTRY_VERIFY(test.isWhole(Two));
}

void TestCallPlaces::aNewCallComesAtTheEndMeanwhile()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.talk({}, Two);
    test.talk.say(MessageType::EventHeld, {}, Two);
    settlePlaces();
    const QRect row = test.placeOf(Two);
    test.pointAt(row.center());
    test.talk.say(MessageType::EventRinging, {}, Three); // it belongs above
    settlePlaces();
    QCOMPARE(test.placeOf(Two), row);
    QVERIFY(test.placeOf(Three).top() > row.bottom());
    QVERIFY(test.isSeen(*test.face(Three)));
    test.pointAway();
    QVERIFY(test.placeOf(Three).bottom() < test.placeOf(Two).top());
}

void TestCallPlaces::anEndedCallLeavesItsPlaceWithoutALight()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (const ConnId id : {Two, Three}) {
        test.talk.talk(Conversation::recording(u"ON"_s), id);
        test.talk.say(MessageType::EventHeld, {}, id);
    }
    settlePlaces();
    const QRect below = test.placeOf(Two);
    const QRect above = test.placeOf(Three); // held last
    QVERIFY(above.bottom() < below.top());
    test.pointAt(below.center());
    test.talk.say(MessageType::EventReleased, {}, Three);
    settlePlaces();
    QVERIFY(!test.face(Three));
    QCOMPARE(test.placeOf(Two), below);
    test.talk.say(MessageType::EventReleased, {}, One);
    settlePlaces();
    QVERIFY(!test.face(One));
    QCOMPARE(test.placeOf(Two), below);
    int lights = 0;
    for (const RecordingBadge *badge : test.window.findChildren<RecordingBadge *>())
        lights += badge->isVisible() ? 1 : 0;
    QCOMPARE(lights, 1);
    test.pointAway();
    QVERIFY(test.isWhole(Two));
    QVERIFY(test.placeOf(Two).top() < above.top());
}

void TestCallPlaces::theLightThatTalksNeverWaitsOutOfSight()
{
    PlacesTest test;
    test.window.resize(420, 420);
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (quint64 i = 0; i < 5; ++i) {
        test.talk.talk({}, ConnId(0x100 + i));
        test.talk.say(MessageType::EventHeld, {}, ConnId(0x100 + i));
    }
    settlePlaces();
    QVERIFY(!test.isSeen(test.badge(ConnId(0x100)))); // the one held first stands last
    test.pointAt(test.placeOf(One).center());
    test.talk.say(MessageType::EventHeld, {}, One);
    test.talk.say(MessageType::EventRetrieved, {}, ConnId(0x100));
    settlePlaces();
    QVERIFY(test.isWhole(ConnId(0x100)));
    QVERIFY(test.isSeen(test.badge(ConnId(0x100))));
}

void TestCallPlaces::theLightShowsAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("toasts");
    for (const QSize &size : {QSize(300, 300), QSize(300, 420), QSize(420, 300), QSize(420, 420),
                              QSize(420, 640), QSize(800, 300), QSize(1366, 700)}) {
        for (const int toasts : {0, 1, 2, 30})
            QTest::addRow("%d x %d, %d messages", size.width(), size.height(), toasts) << size << toasts;
    }
}

void TestCallPlaces::theLightShowsAtEverySize()
{
    QFETCH(const QSize, size);
    QFETCH(const int, toasts);
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (quint64 i = 0; i < 6; ++i)
        test.talk.say(MessageType::EventRinging, {}, ConnId(0x100 + i));
    test.window.resize(size);
    settlePlaces();
    QCOMPARE(test.window.size(), size);
    const QRect place = test.placeOf(&test.badge(One));
    for (int i = 1; i <= toasts; ++i)
        test.talk.desk.toasts.post({.kind = model::ToastKind::Refused, .call = One, .code = i});
    settlePlaces();
    QVERIFY(test.isSeen(test.badge(One)));
    QCOMPARE(test.placeOf(&test.badge(One)), place);
    QVERIFY(test.isSeen(*test.face(One)->findChild<QWidget *>(u"party"_s)));
    QVERIFY(test.isSeen(*test.button(u"primary"_s)));
    auto *const bar =
        test.find<CallPanel>()->findChild<QAbstractScrollArea *>(u"callStack"_s)->verticalScrollBar();
    bool isLastSeen = false;
    for (int value = 0; value <= bar->maximum(); value += 8) {
        bar->setValue(value);
        QVERIFY(test.isSeen(test.badge(One)));
        isLastSeen |= test.isSeen(test.badge(ConnId(0x105)));
    }
    QVERIFY(isLastSeen); // each can be reached
}

void TestCallPlaces::wideWindowsSetCardsSideBySide()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Two);
    test.talk.talk({}, Three);
    test.talk.say(MessageType::EventHeld, {}, Three);
    test.window.resize(900, 640);
    settlePlaces();
    QVERIFY(test.isWhole(One) && test.isWhole(Two) && test.isRow(Three));
    QCOMPARE(test.placeOf(One).top(), test.placeOf(Two).top());
    QVERIFY(test.placeOf(One).right() < test.placeOf(Two).left());
    QVERIFY(!test.face(Two)->findChild<QPushButton *>(u"less"_s)->isVisible());
    test.window.resize(1366, 640);
    settlePlaces();
    QVERIFY(test.isWhole(Three));
    test.window.resize(1000, 640);
    settlePlaces();
    QCOMPARE(test.placeOf(One).width(), 480);
    test.window.resize(420, 640);
    settlePlaces();
    QVERIFY(test.isWhole(One) && test.isRow(Two) && test.isRow(Three));
}

void TestCallPlaces::onlyTheFirstCardHasMnemonics()
{
    PlacesTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.talk(Conversation::recording(u"ON"_s), Two);
    test.card(Two);
    settlePlaces();
    QStringList keys;
    for (const QPushButton *button : test.window.findChildren<QPushButton *>()) {
        const QKeySequence key = QKeySequence::mnemonic(button->text());
        if (!button->isVisible() || key.isEmpty())
            continue;
        QVERIFY2(!keys.contains(key.toString()), qPrintable(button->text()));
        keys += key.toString();
        QVERIFY(!test.face(Two)->isAncestorOf(button));
    }
    QVERIFY(keys.size() >= 4);
}

TALLY_GUI_TEST(TestCallPlaces)

} // namespace tst_callplaces
#include "tst_callplaces.moc"
