#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "core/frame.h"
#include "widgets/desk/emptystate.h"

#include <algorithm>

namespace tst_callpanel {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;
using widgets::CallCard;
using widgets::CallPanel;

/// Limits to the point: every call that is there has a card or is counted, whatever comes and goes.
class TestCallPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallHasACardOrIsCounted_data();
    void everyCallHasACardOrIsCounted();
    void aPlaceGoesToTheOneThatHasWaitedLongest();
    void aCallThatGoesOnUnderAnotherNumberKeepsACard();
    void whoComesAndGoesAtOnceLeavesNoCard();

private:
    static void frame(WindowTest &test) { test.talk.clock.advance(core::Frame::Length); }
    static QString wrongIn(const WindowTest &test);
};

/// Empty where the window shows all of the calls, and nothing false beside them.
QString TestCallPanel::wrongIn(const WindowTest &test)
{
    const qsizetype calls = test.talk.desk.calls.ids().size();
    const qsizetype most = std::min<qsizetype>(calls, CallPanel::MostCards);
    const qsizetype visible = std::ranges::count_if(test.talk.desk.calls.ids(),
                                                    [&test](ConnId id) { return test.face(id) != nullptr; });
    const QLabel *const more = test.label(u"moreCalls"_s);
    if (visible != most)
        return u"%1 calls, %2 shown"_s.arg(calls).arg(visible);
    if (more->isHidden() != (calls == most))
        return u"%1 calls, and the line of the rest is wrong"_s.arg(calls);
    if (calls > most && !more->text().startsWith(QString::number(calls - most)))
        return u"%1 calls: \"%2\""_s.arg(calls).arg(more->text());
    if (test.find<widgets::EmptyState>()->isHidden() != (calls > 0))
        return u"%1 calls, and \"No calls\" is wrong"_s.arg(calls);
    return {};
}

void TestCallPanel::everyCallHasACardOrIsCounted_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("order");
    for (const int calls : {1, 49, 50, 51, 52, 101}) {
        for (const QString &order : {u"the first first"_s, u"the last first"_s, u"by turns"_s})
            QTest::addRow("%d, %s", calls, qPrintable(order)) << calls << order;
    }
}

void TestCallPanel::everyCallHasACardOrIsCounted()
{
    QFETCH(int, calls);
    QFETCH(QString, order);
    WindowTest test;
    test.talk.connect();
    for (int i = 1; i <= calls; ++i) {
        test.talk.say(MessageType::EventRinging, {}, ConnId(quint64(i)));
        QCOMPARE(wrongIn(test), QString());
    }
    for (int left = calls; left > 0; --left) {
        const QList<ConnId> ids = test.talk.desk.calls.ids();
        const bool isFirst = order == u"the first first"_s || (order == u"by turns"_s && left % 2 == 0);
        test.talk.say(MessageType::EventReleased, {}, isFirst ? ids.first() : ids.last());
        QCOMPARE(test.find<widgets::EmptyState>()->isHidden(), left > 1); // not for a moment
        frame(test);
        QCOMPARE(wrongIn(test), QString());
    }
}

void TestCallPanel::aPlaceGoesToTheOneThatHasWaitedLongest()
{
    WindowTest test;
    test.talk.connect();
    constexpr quint64 Calls = CallPanel::MostCards + 2;
    for (quint64 i = 1; i <= Calls; ++i)
        test.talk.say(MessageType::EventRinging, {}, ConnId(i));
    QVERIFY(!test.face(ConnId(Calls - 1)));
    test.talk.say(MessageType::EventReleased, {}, ConnId(1));
    test.talk.say(MessageType::EventRinging, {}, ConnId(Calls + 1)); // before the place was given to anybody
    frame(test);
    QVERIFY(test.face(ConnId(Calls - 1)));
    QVERIFY(!test.face(ConnId(Calls)));
    QVERIFY(!test.face(ConnId(Calls + 1)));
    QCOMPARE(wrongIn(test), QString());
}

void TestCallPanel::aCallThatGoesOnUnderAnotherNumberKeepsACard()
{
    WindowTest test;
    test.talk.connect();
    constexpr quint64 Calls = CallPanel::MostCards + 1;
    for (quint64 i = 1; i <= Calls; ++i)
        test.talk.say(MessageType::EventRinging, {}, ConnId(i));
    for (quint64 i = 1; i <= Calls; ++i) { // each one leaves the list and comes back at its end
        tlib::Event event = test.talk.event(MessageType::EventPartyChanged, {}, ConnId(1000 + i));
        event.previousConnId = ConnId(i);
        test.talk.link.push(event);
        frame(test);
        QCOMPARE(wrongIn(test), QString());
    }
}

/// Who hears of a call first may make it go.
void TestCallPanel::whoComesAndGoesAtOnceLeavesNoCard()
{
    support::Conversation talk;
    presentation::Theme theme(presentation::ThemeChoice::Light);
    QObject::connect(&talk.desk.calls, &model::CallList::inserted, this,
                     [&talk](model::CallId id) { talk.desk.tracker.forget(id); });
    widgets::MainWindow window(talk.desk, theme);
    window.show();
    talk.connect();
    talk.say(MessageType::EventRinging);
    QVERIFY(talk.desk.calls.ids().isEmpty());
    QTRY_VERIFY(!window.findChild<CallCard *>());
}

TALLY_GUI_TEST(TestCallPanel)

} // namespace tst_callpanel
#include "tst_callpanel.moc"
