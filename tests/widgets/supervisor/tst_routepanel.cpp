#include "presentation/look/theme.h"
#include "support/floor.h"
#include "support/testprogram.h"
#include "support/twentycalls.h"
#include "widgets/parts/secondtick.h"
#include "widgets/supervisor/routepanel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <limits>

namespace tst_routepanel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::WaitingCallModel;
using support::Floor;

namespace {

constexpr tlib::ConnId One(0x51);
constexpr tlib::ConnId Two(0x52);

QString valueOf(const tlib::KvList &list, QByteArrayView key)
{
    const auto value = list.find(key);
    return value ? value->toString() : QString();
}

struct RouteTest
{
    RouteTest()
        : floor(2, true)
        , tick(floor.clock)
        , panel(floor.desk, theme, tick)
    {
        panel.show();
        tick.setSeen(true);
        floor.connect();
    }

    QTableView &table() const { return *panel.findChild<QTableView *>(u"waiting"_s); }
    QLineEdit &field(const QString &name) const { return *panel.findChild<QLineEdit *>(name); }
    QPushButton &route() const { return *panel.findChild<QPushButton *>(u"route"_s); }
    QString text(int row, int column) const { return table().model()->index(row, column).data().toString(); }
    void record(const QString &words) const
    {
        for (auto *choice : panel.findChildren<QRadioButton *>()) {
            if (choice->text().remove(u'&') == words)
                choice->setChecked(true);
        }
    }

    Floor floor;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SecondTick tick;
    widgets::RoutePanel panel;
};

} // namespace

class TestRoutePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingCallsAreListed();
    void withoutACallItSaysSo();
    void focusAloneChoosesNoCall();
    void buttonSaysWhyNot();
    void choiceIsSent_data();
    void choiceIsSent();
    void moreIsSentOnlyWhenItIsOpen();
    void refusalKeepsWhatWasTyped();
    void routedCallClearsTheForm();
    void doubtIsMarked();
    void theChosenRowsRoutingPointSendsTheCall_data();
    void theChosenRowsRoutingPointSendsTheCall();
    void theFormGoesWithItsRowAlone();
    void renamedCallClearsTheForm();
    void row57TwentyCallsOnTwoPointsInAWindow_data();
    void row57TwentyCallsOnTwoPointsInAWindow();
    void row57AChangeCostsTheSameAmongAThousand();
};

void TestRoutePanel::waitingCallsAreListed()
{
    RouteTest test;
    const QAbstractItemModelTester tester(test.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    test.floor.wait(One, u"+493055501"_s);
    test.floor.clock.advance(61s);
    test.floor.wait(Two, u"+33155502"_s);
    QCOMPARE(test.table().model()->rowCount(), 2);
    QCOMPARE(test.text(0, WaitingCallModel::CallerColumn), u"+493055501"_s);
    QCOMPARE(test.text(0, WaitingCallModel::RoutingPointColumn), u"5000"_s);
    QCOMPARE(test.text(0, WaitingCallModel::WaitingColumn), u"01:01"_s);
    test.floor.say(tlib::MessageType::EventRouteUsed, Floor::RoutingPoint, One);
    test.floor.say(tlib::MessageType::EventDiverted, Floor::RoutingPoint, One);
    QCOMPARE(test.table().model()->rowCount(), 1);
    QCOMPARE(test.text(0, WaitingCallModel::CallerColumn), u"+33155502"_s);
}

void TestRoutePanel::withoutACallItSaysSo()
{
    RouteTest test;
    QVERIFY(!test.table().isVisible());
    QVERIFY(test.panel.findChild<QLabel *>(u"emptyTitle"_s)->isVisible());
    QVERIFY(!test.route().isEnabled());
    QCOMPARE(test.panel.findChild<QLabel *>(u"subject"_s)->text(), u"Choose a call that waits."_s);
}

void TestRoutePanel::focusAloneChoosesNoCall()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&test.table(), &focus);
    QCOMPARE(test.panel.findChild<QLabel *>(u"subject"_s)->text(), u"Choose a call that waits."_s);
    test.field(u"destination"_s).setText(u"7001"_s);
    QVERIFY(!test.route().isEnabled());
    QTest::keyClick(&test.table(), Qt::Key_Down);
    QVERIFY(test.table().selectionModel()->isRowSelected(0));
    QVERIFY(test.route().isEnabled());
}

void TestRoutePanel::buttonSaysWhyNot()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    QVERIFY(!test.route().isEnabled());
    QCOMPARE(test.route().toolTip(), u"Choose a call that waits."_s);
    test.table().selectRow(0);
    QCOMPARE(test.route().toolTip(), u"Name the DN that the call goes to."_s);
    QCOMPARE(test.panel.findChild<QLabel *>(u"why"_s)->text(), test.route().toolTip());
    test.field(u"destination"_s).setText(u"7001 7002"_s);
    QVERIFY(test.route().toolTip().contains(u"blank"_s));
    test.field(u"destination"_s).setText(u" 7001 "_s);
    QVERIFY(test.route().isEnabled());
    test.route().click();
    QVERIFY(!test.route().isEnabled()); // one request at a time
    QVERIFY(test.route().accessibleDescription().contains(u"being routed"_s));
}

void TestRoutePanel::choiceIsSent_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("record");
    QTest::newRow("nothing is sent where the configuration decides") << u"As configured"_s << QString();
    QTest::newRow("the agent is the destination") << u"Record the agent's side"_s << u"destination"_s;
    QTest::newRow("the caller is the source") << u"Record the caller's side"_s << u"source"_s;
    QTest::newRow("not the agent") << u"Do not record the agent's side"_s << u"disable_destination"_s;
    QTest::newRow("not the caller") << u"Do not record the caller's side"_s << u"disable_source"_s;
}

void TestRoutePanel::choiceIsSent()
{
    QFETCH(QString, words);
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7001"_s);
    test.record(words);
    test.route().click();
    const auto sent = test.floor.link.expect<tlib::RouteCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.destination, tlib::Dn(u"7001"));
    QTEST(valueOf(sent->first.extensions, "record"), "record");
}

void TestRoutePanel::moreIsSentOnlyWhenItIsOpen()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7001"_s);
    QVERIFY(!test.field(u"recordingId"_s).isVisible());
    test.panel.findChild<QPushButton *>(u"moreOfOrder"_s)->click();
    QVERIFY(test.field(u"recordingId"_s).isVisible());
    test.field(u"recordingId"_s).setText(u"audit-7"_s);
    test.field(u"dest"_s).setText(u"elsewhere"_s);
    QVERIFY(!test.route().isEnabled());
    test.field(u"dest"_s).setText(u"sip:rec@host"_s);
    test.route().click();
    const auto sent = test.floor.link.expect<tlib::RouteCall>();
    QVERIFY(sent);
    QCOMPARE(valueOf(sent->first.extensions, "id"), u"audit-7"_s);
    QCOMPARE(valueOf(sent->first.extensions, "dest"), u"sip:rec@host"_s);
}

void TestRoutePanel::refusalKeepsWhatWasTyped()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7999"_s);
    test.route().click();
    const auto sent = test.floor.link.expect<tlib::RouteCall>();
    test.floor.refuse(sent->second, 71);
    QCOMPARE(test.floor.desk.toasts.toasts().size(), 1);
    QCOMPARE(test.field(u"destination"_s).text(), u"7999"_s);
    QVERIFY(test.route().isEnabled());
}

void TestRoutePanel::routedCallClearsTheForm()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.floor.wait(Two, u"+4931"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7001"_s);
    test.record(u"Record the agent's side"_s);
    test.route().click();
    const auto sent = test.floor.link.expect<tlib::RouteCall>();
    test.floor.say(tlib::MessageType::EventRouteUsed, Floor::RoutingPoint, One);
    test.floor.link.answer(
        sent->second,
        {.type = tlib::MessageType::EventRouteUsed, .connId = One, .thisDn = Floor::RoutingPoint});
    QCOMPARE(test.table().model()->rowCount(), 1);
    QCOMPARE(test.field(u"destination"_s).text(), QString());
    QVERIFY(test.panel.findChildren<QRadioButton *>().first()->isChecked());
    QVERIFY(!test.table().selectionModel()->hasSelection()); // the next call is for a person to choose
    QVERIFY(!test.route().isEnabled());
}

void TestRoutePanel::doubtIsMarked()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7001"_s);
    test.floor.loseLink();
    QCOMPARE(test.text(0, WaitingCallModel::NoteColumn), u"Not certain"_s);
    QVERIFY(!test.route().isEnabled());
    QVERIFY(test.route().toolTip().contains(u"not certain"_s));
}

void TestRoutePanel::theChosenRowsRoutingPointSendsTheCall_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("where it came first") << 0;
    QTest::newRow("where it came last") << 1;
}

void TestRoutePanel::theChosenRowsRoutingPointSendsTheCall()
{
    QFETCH(int, row);
    RouteTest test;
    const tlib::Dn points[] = {Floor::RoutingPoint, Floor::agent(1)};
    test.floor.wait(One, u"+4930"_s);
    test.floor.say(tlib::MessageType::EventRouteRequest, points[1], One, {}, u"+4930"_s); // a call on both
    QCOMPARE(test.table().model()->rowCount(), 2);
    test.table().selectRow(row);
    QCOMPARE(test.panel.findChild<QLabel *>(u"subject"_s)->text(),
             u"+4930 waits on %1"_s.arg(points[row].toString()));
    test.field(u"destination"_s).setText(u"7002"_s);
    test.route().click();
    const auto sent = test.floor.link.expect<tlib::RouteCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.call, One);
    QCOMPARE(sent->first.routingPoint, points[row]);
    test.table().selectRow(1 - row); // nor from the other one meanwhile
    QVERIFY(!test.route().isEnabled());
    QVERIFY(test.route().toolTip().contains(u"being routed"_s));
}

void TestRoutePanel::theFormGoesWithItsRowAlone()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.floor.say(tlib::MessageType::EventRouteRequest, Floor::agent(1), One, {}, u"+4930"_s);
    test.table().selectRow(1);
    test.field(u"destination"_s).setText(u"7002"_s);
    test.floor.say(tlib::MessageType::EventDiverted, Floor::RoutingPoint, One);
    QCOMPARE(test.table().model()->rowCount(), 1);
    QCOMPARE(test.field(u"destination"_s).text(), u"7002"_s);
    QVERIFY(test.route().isEnabled());
    test.floor.say(tlib::MessageType::EventRouteUsed, Floor::agent(1), One);
    QCOMPARE(test.field(u"destination"_s).text(), QString());
    QVERIFY(!test.route().isEnabled());
}

void TestRoutePanel::renamedCallClearsTheForm()
{
    RouteTest test;
    test.floor.wait(One, u"+4930"_s);
    test.table().selectRow(0);
    test.field(u"destination"_s).setText(u"7002"_s);
    tlib::Event renamed = test.floor.event(tlib::MessageType::EventPartyChanged, {}, Two);
    renamed.thisDn = Floor::RoutingPoint;
    renamed.previousConnId = One;
    test.floor.link.push(renamed);
    QCOMPARE(test.table().model()->rowCount(), 1);
    QCOMPARE(test.field(u"destination"_s).text(), QString());
    QVERIFY(!test.table().selectionModel()->hasSelection());
    QVERIFY(!test.route().isEnabled());
}

void TestRoutePanel::row57TwentyCallsOnTwoPointsInAWindow_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Painted after every step, with a row chosen now and then: what is chosen is what the form is about.
void TestRoutePanel::row57TwentyCallsOnTwoPointsInAWindow()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    RouteTest test;
    const tlib::Dn other(u"7001"_s); // whatever a DN is registered as, a call may ask for a route there
    const auto steps = support::stepsOfDoublyWaitingCalls(random, Floor::RoutingPoint, other);
    for (const support::WaitingStep &step : steps) {
        const auto asks = step.point == other && step.type == tlib::MessageType::EventQueued
                              ? tlib::MessageType::EventRouteRequest
                              : step.type;
        test.floor.say(asks, step.point, step.call, {}, u"+4930"_s);
        if (const int rows = test.table().model()->rowCount(); rows > 0 && random.bounded(3) == 0)
            test.table().selectRow(random.bounded(rows));
        test.panel.grab();
        const int row = test.table().currentIndex().row();
        QCOMPARE(row < 0,
                 test.panel.findChild<QLabel *>(u"subject"_s)->text() == u"Choose a call that waits."_s);
        QCOMPARE(test.table().model()->rowCount(), test.floor.desk.waiting.rows().size());
    }
    QCOMPARE(test.table().model()->rowCount(), 0);
}

/// The least of several rounds, as others use the processor, too.
void TestRoutePanel::row57AChangeCostsTheSameAmongAThousand()
{
    const auto costAmong = [](int calls) {
        RouteTest test;
        const tlib::Dn points[] = {Floor::RoutingPoint, tlib::Dn(u"7001"_s)};
        const auto say = [&](tlib::MessageType type, int call, int point) {
            test.floor.say(type, points[point], tlib::ConnId(quint64(call)));
        };
        for (int call = 1; call <= calls; ++call) {
            for (int point = 0; point < 2; ++point)
                say(tlib::MessageType::EventRouteRequest, call, point);
        }
        QRandomGenerator random(1);
        qint64 least = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 10; ++round) {
            QElapsedTimer time;
            time.start();
            for (int i = 0; i < 100; ++i) {
                const int call = 1 + random.bounded(calls);
                const int point = random.bounded(2);
                say(tlib::MessageType::EventDiverted, call, point);
                say(tlib::MessageType::EventRouteRequest, call, point);
            }
            least = std::min(least, time.nsecsElapsed());
        }
        return least;
    };
    const qint64 few = costAmong(100);
    const qint64 many = costAmong(1000);
    QVERIFY2(many < 4 * few,
             qPrintable(u"%1 us and %2 us for 200 changes"_s.arg(few / 1000).arg(many / 1000)));
}

TALLY_GUI_TEST(TestRoutePanel)

} // namespace tst_routepanel
#include "tst_routepanel.moc"
