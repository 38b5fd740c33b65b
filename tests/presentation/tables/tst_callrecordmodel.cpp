#include "presentation/tables/callrecordmodel.h"
#include "presentation/tables/rowroles.h"
#include "support/testprogram.h"

#include "support/conversation.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tst_callrecordmodel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardModel;
using presentation::CallRecordModel;
using support::Conversation;
using tlib::MessageType;

class TestCallRecordModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallReadsFromItsBeginningToItsEnd();
    void aCallThatGoesOnHasItsLight();
    void severalFilesAreCounted();
    void anUncertainStretchMakesALeast();
    void aBeginningThatWasNotSeenMakesALeast();
    void whatWasNotSeenIsNotCounted();
    void theOldestLeave();
    void textFromOutsideIsPlain();
    void pausesAndWhoMovedTheRecording();
    void whatWasBeforeTheStartSaysWhatIsNotKept();
};

namespace {

struct Table
{
    explicit Table(int kept = 100)
        : history(talk.desk.calls, talk.desk.timeline, talk.clock, kept)
    {
        model.show(history, talk.clock);
        talk.connect();
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    Conversation talk;
    model::CallHistory history;
    CallRecordModel model{talk.clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

void TestCallRecordModel::pausesAndWhoMovedTheRecording()
{
    Conversation talk;
    CallRecordModel model(talk.clock);
    model.show(talk.desk.today, talk.clock);
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    for (const int seconds : {10, 70}) {
        QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
        talk.sayRecording(u"PAUSED"_s);
        talk.clock.advance(std::chrono::seconds(seconds));
        talk.sayRecording(u"ON"_s);
        talk.clock.advance(5s);
    }
    const auto text = [&model](int column, int role = Qt::DisplayRole) {
        return model.index(0, column).data(role).toString();
    };
    QCOMPARE(text(CallRecordModel::Dn), u"7001"_s);
    QCOMPARE(text(CallRecordModel::Pauses), u"2 · longest 01:10"_s);
    QCOMPARE(text(CallRecordModel::MovedBy), u"not known, you"_s);
    QCOMPARE(text(CallRecordModel::MovedBy, Qt::ToolTipRole).count(u"Paused"_s), 2);
    model.setText(u"5501"_s); // of the party
    QCOMPARE(model.rowCount(), 1);
}

void TestCallRecordModel::whatWasBeforeTheStartSaysWhatIsNotKept()
{
    Conversation talk;
    talk.connect();
    CallRecordModel model(talk.clock);
    model.show(talk.desk.today, talk.clock);
    talk.desk.today.addPast({{.id = tlib::ConnId(7),
                              .dn = Conversation::OwnDn,
                              .beginSeen = true,
                              .ended = talk.clock.now(),
                              .isFromJournal = true}});
    QCOMPARE(model.rowCount(), 1);
    for (const int column : {CallRecordModel::Parties, CallRecordModel::Files}) {
        QCOMPARE(model.index(0, column).data().toString(), u"Not kept"_s);
        QVERIFY(model.index(0, column).data(presentation::QuietRole).toBool());
        QVERIFY(model.index(0, column).data(Qt::ToolTipRole).toString().contains(u"before"_s));
    }
}

void TestCallRecordModel::aCallReadsFromItsBeginningToItsEnd()
{
    Table table;
    table.talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(table.model.rowCount(), 1);
    table.talk.clock.advance(65s);
    QCOMPARE(table.text(0, CallRecordModel::Recorded), u"01:05"_s);
    table.talk.sayRecording(u"PAUSED"_s);
    table.talk.clock.advance(5s);
    table.talk.say(MessageType::EventReleased);
    table.talk.clock.advance(50s);
    QCOMPARE(table.model.rowCount(), 1);
    QCOMPARE(table.text(0, CallRecordModel::Began), u"14:26:23"_s);
    QCOMPARE(table.text(0, CallRecordModel::Call), u"006c029a6685d004"_s);
    QCOMPARE(table.text(0, CallRecordModel::Parties), u"7001, +493055501"_s);
    QCOMPARE(table.text(0, CallRecordModel::Recorded), u"01:05"_s);
    QCOMPARE(table.text(0, CallRecordModel::Paused), u"00:05"_s);
    QCOMPARE(table.text(0, CallRecordModel::Files), u"file-1"_s);
}

void TestCallRecordModel::aCallThatGoesOnHasItsLight()
{
    Table table;
    table.talk.talk(Conversation::recording(u"PAUSED"_s));
    const QModelIndex state = table.model.index(0, CallRecordModel::State);
    const auto light = [&state] { return state.data(presentation::LightRole); };
    QCOMPARE(state.data().toString(), u"Paused"_s);
    QCOMPARE(light().value<presentation::RecordingLook>().tone, presentation::ToneRole::Paused);
    table.talk.loseLink();
    QCOMPARE(state.data().toString(), u"Not certain"_s);
    QVERIFY(light().value<presentation::RecordingLook>().dashed);
    table.talk.waitForAttempt();
    table.talk.reconnect({}); // it is over
    QCOMPARE(state.data().toString(), u"Ended"_s);
    QVERIFY(!light().isValid());
    QVERIFY(state.data(presentation::QuietRole).toBool());
}

void TestCallRecordModel::severalFilesAreCounted()
{
    Table table;
    table.talk.talk(Conversation::recording(u"ON"_s, u"file-1"_s));
    table.talk.sayRecording(u"ON"_s, u"file-2"_s);
    QCOMPARE(table.text(0, CallRecordModel::Files), u"2 file(s)"_s);
    const QString tip = table.model.index(0, CallRecordModel::Files).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"file-1"_s) && tip.contains(u"file-2"_s), qPrintable(tip));
    QCOMPARE(table.text(0, CallRecordModel::Paused), u"–"_s);
}

void TestCallRecordModel::anUncertainStretchMakesALeast()
{
    Table table;
    table.talk.talk(Conversation::recording(u"ON"_s));
    table.talk.clock.advance(10s);
    QVERIFY(!table.model.index(0, CallRecordModel::Recorded)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(u"not known"));
    table.talk.link.hear(table.talk.clock.now());
    table.talk.loseLink();
    table.talk.clock.advance(20s);
    for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
        QCOMPARE(table.model.index(0, CallRecordModel::Recorded).data(role).toString(), u"≥ 00:10"_s);
        QCOMPARE(table.model.index(0, CallRecordModel::Paused).data(role).toString(), u"≥ 00:00"_s);
        QCOMPARE(table.model.index(0, CallRecordModel::InDoubt).data(role).toString(), u"Not known"_s);
    }
    const QString why = table.model.index(0, CallRecordModel::Recorded).data(Qt::ToolTipRole).toString();
    QVERIFY2(why.startsWith(u"For 00:20 of the call"), qPrintable(why));
}

void TestCallRecordModel::aBeginningThatWasNotSeenMakesALeast()
{
    Table table;
    table.talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s)); // there before
    table.talk.clock.advance(21s);
    QCOMPARE(table.text(0, CallRecordModel::Began), u"≤ 14:26:23"_s);
    QCOMPARE(table.text(0, CallRecordModel::Recorded), u"≥ 00:21"_s);
    QCOMPARE(table.text(0, CallRecordModel::Paused), u"Not known"_s);
    for (const int column : {CallRecordModel::Recorded, CallRecordModel::Paused}) {
        QCOMPARE(table.model.index(0, column).data(Qt::ToolTipRole).toString(),
                 u"The beginning of the call was not seen: it may have been longer."_s);
    }
    QCOMPARE(table.model.index(0, CallRecordModel::Began).data(Qt::ToolTipRole).toString(),
             u"The call was there already when it was first seen, at 14:26:23."_s);
}

void TestCallRecordModel::whatWasNotSeenIsNotCounted()
{
    Table table;
    table.talk.talk(Conversation::recording(u"ON"_s));
    table.talk.clock.advance(10s);
    const QModelIndex recorded = table.model.index(0, CallRecordModel::Recorded);
    const QModelIndex paused = table.model.index(0, CallRecordModel::Paused);
    table.history.missTime();
    QCOMPARE(recorded.data().toString(), u"≥ 00:10"_s);
    QCOMPARE(paused.data().toString(), u"Not known"_s);
    QCOMPARE(recorded.data(Qt::ToolTipRole).toString(),
             u"The call was not seen as a whole: it may have been longer."_s);
    table.history.loseTimes({});
    QCOMPARE(recorded.data().toString(), u"Not known"_s);
    QCOMPARE(paused.data().toString(), u"Not known"_s);
    QCOMPARE(recorded.data(Qt::ToolTipRole).toString(),
             u"The log does not say when the call's events were."_s);
}

void TestCallRecordModel::theOldestLeave()
{
    Table table(1);
    for (const quint64 id : {1, 2, 3})
        table.talk.talk({}, tlib::ConnId(id));
    for (const quint64 id : {2, 3, 1})
        table.talk.say(MessageType::EventReleased, {}, tlib::ConnId(id));
    table.talk.clock.advance(1s);
    QCOMPARE(table.model.rowCount(), 1);
    QCOMPARE(table.text(0, CallRecordModel::Call), u"0000000000000001"_s);
}

void TestCallRecordModel::textFromOutsideIsPlain()
{
    Table table;
    table.talk.talk(Conversation::recording(u"ON"_s, u"<b>\u202Efile\n2"_s));
    const QString shown = table.text(0, CallRecordModel::Files);
    QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202e)));
    QVERIFY(shown.contains(u"<b>"_s));
}

TALLY_TEST(TestCallRecordModel)

} // namespace tst_callrecordmodel
#include "tst_callrecordmodel.moc"
