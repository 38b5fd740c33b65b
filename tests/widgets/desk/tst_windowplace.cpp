#include "support/manualclock.h"
#include "support/testprogram.h"

#include "model/settings/remembered.h"
#include "widgets/desk/windowplace.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTest>
#include <QWidget>

namespace tst_windowplace {

using namespace Qt::StringLiterals;

class TestWindowPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInWhatAScreenLeavesFree_data();
    void staysInWhatAScreenLeavesFree();
    void comesBackWhereItWas();
    void whatIsNoPlaceIsPassedOver_data();
    void whatIsNoPlaceIsPassedOver();
    void beyondTheScreenComesBack();
    void whatWasHiddenStandsWhereItStood();
};

void TestWindowPlace::staysInWhatAScreenLeavesFree_data()
{
    QTest::addColumn<QRect>("frame");
    QTest::addColumn<QRect>("wanted");
    // The first screen has a panel at its top; the second stands to its right.
    QTest::newRow("as it was") << QRect(100, 90, 428, 672) << QRect(100, 90, 428, 672);
    QTest::newRow("on the second") << QRect(1500, 90, 428, 672) << QRect(1500, 90, 428, 672);
    QTest::newRow("below the edge") << QRect(100, 600, 428, 672) << QRect(100, 96, 428, 672);
    QTest::newRow("under the panel") << QRect(100, 0, 428, 672) << QRect(100, 32, 428, 672);
    QTest::newRow("left of all") << QRect(-400, 100, 428, 600) << QRect(0, 100, 428, 600);
    QTest::newRow("on a screen that has gone") << QRect(4000, 3000, 428, 672) << QRect(938, 96, 428, 672);
    QTest::newRow("too large") << QRect(0, 0, 3000, 3000) << QRect(0, 32, 1366, 736);
    QTest::newRow("mostly on the second") << QRect(1300, 100, 428, 600) << QRect(1366, 100, 428, 600);
}

void TestWindowPlace::staysInWhatAScreenLeavesFree()
{
    QFETCH(const QRect, frame);
    QFETCH(const QRect, wanted);
    const QList<QRect> rooms{QRect(0, 32, 1366, 736), QRect(1366, 0, 1024, 600 + 168)};
    QCOMPARE(widgets::placeWithin(frame, rooms), wanted);
}

void TestWindowPlace::comesBackWhereItWas()
{
    support::ManualClock clock;
    model::Remembered remembered({}, clock);
    {
        QWidget window;
        const widgets::WindowPlace place(window, remembered, u"window/x"_s);
        QCOMPARE(remembered.text(u"window/x"_s), QString());
        window.show();
        window.move(60, 70);
        window.resize(350, 420);
    }
    QWidget window;
    const widgets::WindowPlace place(window, remembered, u"window/x"_s);
    QCOMPARE(window.size(), QSize(350, 420));
    QCOMPARE(window.pos(), QPoint(60, 70));
}

void TestWindowPlace::whatIsNoPlaceIsPassedOver_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text : {"", "x", "1,2", "1,2 3x4", "1,2 -300x400", "1,2 300x400 tall",
                                   "9999999,2 300x400", "1;2 300x400", "1,2 300x400 "})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestWindowPlace::whatIsNoPlaceIsPassedOver()
{
    QFETCH(const QString, text);
    support::ManualClock clock;
    model::Remembered remembered({}, clock);
    remembered.setText(u"window/x"_s, text);
    QWidget window;
    window.resize(420, 333);
    const widgets::WindowPlace place(window, remembered, u"window/x"_s);
    QCOMPARE(window.size(), QSize(420, 333));
}

void TestWindowPlace::beyondTheScreenComesBack()
{
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    support::ManualClock clock;
    model::Remembered remembered({}, clock);
    remembered.setText(u"window/x"_s, u"90000,90000 420x640"_s);
    QWidget window;
    const widgets::WindowPlace place(window, remembered, u"window/x"_s);
    QVERIFY(room.contains(QRect(window.pos(), window.size())));
    remembered.setText(u"window/x"_s, u"0,0 9000x9000"_s);
    QWidget large;
    const widgets::WindowPlace other(large, remembered, u"window/x"_s);
    QVERIFY(room.contains(QRect(large.pos(), large.size())));
}

/// The window manager places it anew when it shows.
void TestWindowPlace::whatWasHiddenStandsWhereItStood()
{
    support::ManualClock clock;
    model::Remembered remembered({}, clock);
    QWidget window;
    const widgets::WindowPlace place(window, remembered, u"window/x"_s);
    window.resize(300, 300);
    window.show();
    window.move(60, 70);
    window.hide();
    window.show();
    window.move(5, 6);
    QTRY_COMPARE(window.pos(), QPoint(60, 70));
}

TALLY_GUI_TEST(TestWindowPlace)

} // namespace tst_windowplace
#include "tst_windowplace.moc"
