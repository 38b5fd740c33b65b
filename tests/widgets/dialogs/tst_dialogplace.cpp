#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/dialogs/dialogplace.h"
#include "widgets/parts/recordingbadge.h"

namespace tst_dialogplace {

using namespace Qt::StringLiterals;
using support::Conversation;
using widgets::RecordingBadge;

namespace {

const QRect Room(0, 0, 1366, 768);

/// An agent's window somewhere on a screen, with a call that is recorded and one on hold.
struct PlacedTest : WindowTest
{
    explicit PlacedTest(const QRect &place)
    {
        talk.connect();
        talk.talk(Conversation::recording(u"ON"_s), tlib::ConnId(0x77));
        talk.say(tlib::MessageType::EventHeld, {}, tlib::ConnId(0x77));
        talk.talk(Conversation::recording(u"ON"_s));
        window.setGeometry(place);
        (void)QTest::qWaitForWindowExposed(&window);
        for (int i = 0; i < 10; ++i) // layouts settle in several rounds
            QCoreApplication::processEvents();
    }
    QRect light(tlib::ConnId id) const
    {
        const auto *const badge = face(id)->findChild<RecordingBadge *>();
        return {badge->mapToGlobal(QPoint()), badge->size()};
    }
};

} // namespace

class TestDialogPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheLightsInSight_data();
    void leavesTheLightsInSight();
    void leavesTheFirstLightWhereThereIsNoRoomForMore();
    void standsInTheMiddleWhereThereIsNoLight();
};

void TestDialogPlace::leavesTheLightsInSight_data()
{
    QTest::addColumn<QRect>("window");
    QTest::addColumn<QSize>("size");
    const QRect windows[] = {
        {460, 60, 420, 640}, {0, 0, 420, 640}, {940, 100, 420, 640}, {100, 300, 420, 420}};
    const QSize sizes[] = {{360, 200}, {420, 300}, {720, 460}, {460, 740}}; // a question … the assistant
    for (const QRect &window : windows) {
        for (const QSize &size : sizes)
            QTest::addRow("window at %d, dialog of %d x %d", window.left(), size.width(), size.height())
                << window << size;
    }
}

void TestDialogPlace::leavesTheLightsInSight()
{
    QFETCH(const QRect, window);
    QFETCH(const QSize, size);
    const PlacedTest test(window);
    const QRect place = widgets::dialogPlace(size, &test.window, Room);
    QCOMPARE(place.size(), size);
    QVERIFY(Room.contains(place));
    QVERIFY(!place.intersects(test.light(Conversation::CallOne)));
}

void TestDialogPlace::leavesTheFirstLightWhereThereIsNoRoomForMore()
{
    const PlacedTest test({0, 0, 683, 352}); // 1366 x 768 at 200 %
    const QRect room(0, 0, 683, 384);
    const QRect light = test.light(Conversation::CallOne);
    const QSize size(680, room.bottom() - light.bottom() - 20);
    QVERIFY(!widgets::dialogPlace(size, &test.window, room).intersects(light));
}

void TestDialogPlace::standsInTheMiddleWhereThereIsNoLight()
{
    WindowTest test;
    test.talk.connect();
    test.window.setGeometry(460, 60, 420, 640);
    (void)QTest::qWaitForWindowExposed(&test.window);
    const QRect place = widgets::dialogPlace({360, 200}, &test.window, Room);
    QVERIFY((place.center() - test.window.frameGeometry().center()).manhattanLength() <= 2);
    QCOMPARE(widgets::dialogPlace({360, 200}, nullptr, Room).center(), Room.center());
}

TALLY_GUI_TEST(TestDialogPlace)

} // namespace tst_dialogplace
#include "tst_dialogplace.moc"
