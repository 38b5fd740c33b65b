#include "presentation/tables/callorder.h"
#include "presentation/tables/callrecordmodel.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

namespace tst_callorder {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::CallOrder;
using presentation::CallRecordModel;
using support::Conversation;
using tlib::MessageType;

namespace {

/// Three calls: the first is recorded 9 s, the second 100 s, of the third no time is known.
struct Calls
{
    Calls()
    {
        talk.connect();
        say(1, u"8"_s, u"b-file"_s, 9s);
        say(2, u"9"_s, {}, 100s);
        say(3, u"70"_s, u"A-file"_s, 50s, true);
        model.show(history, talk.clock);
    }
    void say(quint64 id, const QString &caller, const QString &file, core::Duration recorded,
             bool losesTime = false)
    {
        const tlib::ConnId call(id);
        tlib::Event event =
            talk.event(MessageType::EventRinging, Conversation::recording(u"ON"_s, file), call);
        event.otherDn = tlib::Dn(caller);
        talk.link.push(event);
        if (losesTime)
            history.loseTimes(call);
        talk.clock.advance(recorded);
        talk.say(MessageType::EventReleased, Conversation::recording(u"OFF"_s, file), call);
        talk.clock.advance(1s);
    }
    QByteArray order() const
    {
        QByteArray ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids += model.index(row, CallOrder::Call).data().toString().right(1).toLatin1();
        return ids;
    }

    Conversation talk;
    model::CallHistory history{talk.desk.calls, talk.desk.timeline, talk.clock};
    CallRecordModel model{talk.clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestCallOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByEachColumn_data();
    void sortsByEachColumn();
    void findsWhatIsLookedFor_data();
    void findsWhatIsLookedFor();
    void whatComesLaterFindsItsPlace();
    void aLongTableIsSortedQuickly();
};

void TestCallOrder::sortsByEachColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("up");
    QTest::addColumn<QByteArray>("down");
    QTest::newRow("began") << int(CallOrder::Began) << QByteArray("123") << QByteArray("213");
    QTest::newRow("recorded, as numbers")
        << int(CallOrder::Recorded) << QByteArray("123") << QByteArray("213");
    QTest::newRow("length") << int(CallOrder::Timeline) << QByteArray("123") << QByteArray("213");
    QTest::newRow("in doubt") << int(CallOrder::InDoubt) << QByteArray("123") << QByteArray("123");
    QTest::newRow("files, without one last")
        << int(CallOrder::Files) << QByteArray("312") << QByteArray("132");
    QTest::newRow("parties") << int(CallOrder::Parties) << QByteArray("312") << QByteArray("213");
    QTest::newRow("ConnID") << int(CallOrder::Call) << QByteArray("123") << QByteArray("321");
    QTest::newRow("state, all the same") << int(CallOrder::State) << QByteArray("123") << QByteArray("123");
}

void TestCallOrder::sortsByEachColumn()
{
    QFETCH(int, column);
    Calls calls;
    calls.model.sort(column, Qt::AscendingOrder);
    QTEST(calls.order(), "up");
    calls.model.sort(column, Qt::DescendingOrder);
    QTEST(calls.order(), "down");
}

void TestCallOrder::findsWhatIsLookedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("nothing") << QString() << QByteArray("123");
    QTest::newRow("blanks") << u"  "_s << QByteArray("123");
    QTest::newRow("a party") << u"70"_s << QByteArray("123"); // 7001 is in all
    QTest::newRow("a file, in small letters") << u"a-fil"_s << QByteArray("3");
    QTest::newRow("a ConnID") << u"0000002"_s << QByteArray("2");
    QTest::newRow("what is not there") << u"x"_s << QByteArray();
}

void TestCallOrder::findsWhatIsLookedFor()
{
    QFETCH(QString, text);
    Calls calls;
    calls.model.setText(text);
    QTEST(calls.order(), "found");
    calls.model.setText({});
    QCOMPARE(calls.order(), QByteArray("123"));
}

void TestCallOrder::whatComesLaterFindsItsPlace()
{
    Calls calls;
    calls.model.sort(CallOrder::Recorded, Qt::DescendingOrder);
    calls.say(4, u"8"_s, u"c-file"_s, 60s);
    calls.say(5, u"8"_s, u"d-file"_s, 200s);
    calls.talk.clock.advance(1s);
    QCOMPARE(calls.order(), QByteArray("52413"));
    calls.model.setText(u"-file"_s);
    QCOMPARE(calls.order(), QByteArray("5413"));
    calls.say(6, u"8"_s, {}, 70s);
    calls.say(7, u"8"_s, u"e-file"_s, 80s);
    calls.talk.clock.advance(1s);
    QCOMPARE(calls.order(), QByteArray("57413"));
}

void TestCallOrder::aLongTableIsSortedQuickly()
{
    Conversation talk;
    model::CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect();
    QRandomGenerator random(7);
    for (quint64 id = 1; id <= 12'000; ++id) {
        const auto file = QString::number(random.bounded(100'000));
        talk.say(MessageType::EventRinging, Conversation::recording(u"ON"_s, file), tlib::ConnId(id));
        talk.clock.advance(core::Duration(random.bounded(3000)));
        talk.say(MessageType::EventReleased, {}, tlib::ConnId(id));
    }
    CallRecordModel model(talk.clock);
    model.show(history, talk.clock);
    QCOMPARE(model.rowCount(), model::CallHistory::EnoughToLookAt);
    QElapsedTimer timer;
    timer.start();
    for (const int column : {CallOrder::Parties, CallOrder::Recorded, CallOrder::Files, CallOrder::Began})
        model.sort(column, Qt::DescendingOrder);
    model.setText(u"77"_s);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

TALLY_TEST(TestCallOrder)

} // namespace tst_callorder
#include "tst_callorder.moc"
