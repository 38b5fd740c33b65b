#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/desk/connectionstatus.h"

namespace tst_connectionstatus {

using namespace Qt::StringLiterals;

class TestConnectionStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIsConnected();
    void narrowHeaderCutsNoWordOff();
    void countsDownToTheNextAttempt();
    void connectsAgainOnceGivenUp();
};

void TestConnectionStatus::saysWhereItIsConnected()
{
    WindowTest test;
    QCOMPARE(test.label(u"word"_s)->text(), u"Not connected"_s);
    test.talk.connect();
    QCOMPARE(test.label(u"word"_s)->text(), u"Connected"_s);
    QCOMPARE(test.label(u"security"_s)->text(), u"Not encrypted"_s);
    QVERIFY(test.label(u"security"_s)->isVisible());
    QCOMPARE(test.label(u"where"_s)->text(), u"sip-prim.example:7007 · primary · DN 7001"_s);
    QVERIFY(test.find<widgets::ConnectionStatus>()->accessibleDescription().contains(
        u"Connected. sip-prim.example:7007"));
    test.talk.loseLink();
    QVERIFY(!test.label(u"security"_s)->isVisible()); // no session, no claim
    QVERIFY(!test.label(u"lock"_s)->isVisible());
    test.window.resize(420, 500);
    QVERIFY(!test.label(u"security"_s)->isVisible());
}

void TestConnectionStatus::narrowHeaderCutsNoWordOff()
{
    WindowTest test;
    test.talk.connect();
    const QLabel *word = test.label(u"word"_s);
    const QLabel *security = test.label(u"security"_s);
    bool wasHidden = false;
    for (int width = test.window.minimumWidth(); width <= 480; width += 10) {
        test.window.resize(width, 480);
        QTRY_VERIFY2(word->width() >= word->sizeHint().width(), qPrintable(QString::number(width)));
        QVERIFY(test.label(u"lock"_s)->isVisible());
        QTRY_VERIFY(!security->isVisible() || security->width() >= security->sizeHint().width());
        wasHidden |= !security->isVisible();
    }
    QVERIFY(wasHidden);
    QVERIFY(security->isVisible());
}

void TestConnectionStatus::countsDownToTheNextAttempt()
{
    WindowTest test;
    test.talk.connect();
    test.talk.loseLink();
    QCOMPARE(test.label(u"word"_s)->text(), u"Link lost"_s);
    QVERIFY(test.label(u"where"_s)->text().startsWith(u"next try in 1 s · "));
    // Each failed attempt waits longer, so that there is something to count.
    for (int i = 0; i < 4; ++i) {
        test.talk.waitForAttempt();
        test.talk.loseLink();
    }
    const QString before = test.label(u"where"_s)->text();
    test.talk.clock.advance(std::chrono::seconds(2));
    QVERIFY(test.label(u"where"_s)->text().startsWith(u"next try in"));
    QVERIFY(test.label(u"where"_s)->text() != before);
}

void TestConnectionStatus::connectsAgainOnceGivenUp()
{
    WindowTest test;
    test.talk.connect();
    QVERIFY(!test.button(u"again"_s)->isVisible());
    for (int i = 0; i < 10 && !test.talk.desk.connection.hasGivenUp(); ++i) {
        test.talk.link.lose({.kind = core::ErrorKind::Malformed, .text = u"malformed frame"_s});
        if (!test.talk.desk.connection.hasGivenUp())
            test.talk.waitForAttempt();
    }
    QVERIFY(test.button(u"again"_s)->isVisible());
    const int before = test.talk.link.openings();
    test.button(u"again"_s)->click();
    QCOMPARE(test.talk.link.openings(), before + 1);
    QVERIFY(!test.button(u"again"_s)->isVisible());
}

TALLY_GUI_TEST(TestConnectionStatus)

} // namespace tst_connectionstatus
#include "tst_connectionstatus.moc"
