#include "model/journal/pastcalls.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_pastcalls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallRecord;
using model::Changer;
using model::JournalEntry;
using model::RecordingState;

namespace {

constexpr qint64 Now = 1'000'000'000;
constexpr model::CallId One{0x11};
constexpr model::CallId Two{0x22};

JournalEntry phase(qint64 at, const QString &what, model::CallId call = One)
{
    return {
        .at = at, .kind = u"call"_s, .what = what, .call = call, .dn = model::Dn(u"7001"_s), .certain = true};
}

JournalEntry recording(qint64 at, const QString &what, bool certain = true, const QString &by = {})
{
    return {.at = at,
            .kind = u"recording"_s,
            .what = what,
            .call = One,
            .dn = model::Dn(u"7001"_s),
            .certain = certain,
            .detail = by};
}

JournalEntry agent(qint64 at, const QString &what)
{
    return {.at = at, .kind = u"agent"_s, .what = what, .dn = model::Dn(u"7001"_s)};
}

QList<CallRecord> read(const QList<JournalEntry> &entries)
{
    model::PastCalls calls(core::Instant(5000s), Now);
    for (const JournalEntry &entry : entries)
        calls.take(entry);
    return calls.records();
}

} // namespace

/// What a journal tells of calls.
class TestPastCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeCall();
    void aCallThatWasThereBefore();
    void aDoubtIsNoState();
    void aRunThatEndedWithoutAWord();
    void theSameConnIdAgainIsAnotherCall();
    void whatIsNotReadIsNotMadeUp();
    void aShiftBegins_data();
    void aShiftBegins();
};

void TestPastCalls::aWholeCall()
{
    const qint64 begin = Now - 600'000;
    const auto records = read({phase(begin, u"ringing"_s), recording(begin, u"off"_s),
                               phase(begin + 5'000, u"talking"_s), recording(begin + 5'000, u"on"_s),
                               recording(begin + 65'000, u"paused"_s, true, u"this-desktop"_s),
                               recording(begin + 95'000, u"on"_s, true, u"pause-guard"_s),
                               recording(begin + 105'000, u"paused"_s, true, u"somebody-else"_s),
                               recording(begin + 115'000, u"on"_s), phase(begin + 125'000, u"released"_s)});
    QCOMPARE(records.size(), 1);
    const CallRecord &record = records.first();
    QVERIFY(record.isFromJournal && record.isWhole && record.beginSeen && record.parties.isEmpty());
    QCOMPARE(record.id, One);
    QCOMPARE(record.dn, model::Dn(u"7001"_s));
    QCOMPARE(record.begunWall.toMSecsSinceEpoch(), begin);
    QCOMPARE(record.begun, core::Instant(5000s) - 600s);
    QCOMPARE(record.endedWall.toMSecsSinceEpoch(), begin + 125'000);
    const core::Instant now(5000s);
    QCOMPARE(record.timeIn(RecordingState::On, now), core::Duration(80s));
    QCOMPARE(record.pauses(now), (model::Pauses{.count = 2, .longest = 30s, .total = 40s}));
    QList<Changer> by;
    for (const model::RecordingMove &move : record.moves)
        by.append(move.by);
    QCOMPARE(by, (QList<Changer>{Changer::NotKnown, Changer::ThisDesktop, Changer::PauseGuard,
                                 Changer::SomebodyElse, Changer::NotKnown}));
}

void TestPastCalls::aCallThatWasThereBefore()
{
    const auto records = read(
        {phase(Now - 9000, u"talking"_s), recording(Now - 9000, u"on"_s), phase(Now - 4000, u"released"_s)});
    QCOMPARE(records.size(), 1);
    QVERIFY(!records.first().beginSeen && !records.first().isWhole);
}

void TestPastCalls::aDoubtIsNoState()
{
    const auto records = read({phase(Now - 9000, u"ringing"_s), recording(Now - 9000, u"paused"_s),
                               recording(Now - 8000, u"paused"_s, false),
                               recording(Now - 6000, u"paused"_s, true), phase(Now - 5000, u"released"_s)});
    const CallRecord &record = records.first();
    QCOMPARE(record.timeIn(RecordingState::Paused, core::Instant(5000s)), core::Duration(2s));
    QCOMPARE(record.timeNotKnown(core::Instant(5000s)), core::Duration(2s));
    QCOMPARE(record.pauses(core::Instant(5000s)).count, 1); // it may have been one all the while
    QCOMPARE(record.moves.size(), 1);
}

void TestPastCalls::aRunThatEndedWithoutAWord()
{
    const auto records = read({phase(Now - 9000, u"ringing"_s),
                               recording(Now - 8000, u"on"_s),
                               {.at = Now - 100, .kind = u"started"_s}});
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().endedWall.toMSecsSinceEpoch(), Now - 8000); // the last that was heard
    QVERIFY(!records.first().isWhole);
}

void TestPastCalls::theSameConnIdAgainIsAnotherCall()
{
    const auto records = read({phase(Now - 9, u"ringing"_s), phase(Now - 8, u"ringing"_s, Two),
                               phase(Now - 7, u"released"_s), phase(Now - 6, u"ringing"_s)});
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[1].id, Two);
}

void TestPastCalls::whatIsNotReadIsNotMadeUp()
{
    QVERIFY(read({phase(Now - 9, u"released"_s)}).isEmpty()); // it began before
    const auto records = read({phase(Now - 9, u"ringing"_s), recording(Now - 8, u"humming"_s)});
    QCOMPARE(records.first().segments.last().state, RecordingState::Unknown); // a word of a later version
    QVERIFY(records.first().moves.isEmpty());
}

void TestPastCalls::aShiftBegins_data()
{
    QTest::addColumn<QList<JournalEntry>>("entries");
    QTest::addColumn<qint64>("begin");
    constexpr qint64 Midnight = 100'000;
    using Entries = QList<JournalEntry>;
    QTest::newRow("nothing is told") << Entries{} << Midnight;
    QTest::newRow("a day's shift") << Entries{agent(Midnight + 9, u"not-ready"_s)} << Midnight;
    QTest::newRow("a night's: at the log-in")
        << Entries{agent(50, u"logged-out"_s), agent(60, u"not-ready"_s), agent(70, u"ready"_s)}
        << qint64(60);
    QTest::newRow("a lost link ends no shift")
        << Entries{agent(60, u"ready"_s), agent(65, u"unknown"_s), agent(70, u"ready"_s)} << qint64(60);
    QTest::newRow("a shift that was over")
        << Entries{agent(60, u"ready"_s), agent(70, u"logged-out"_s)} << Midnight;
    QTest::newRow("logged in again") << Entries{agent(60, u"ready"_s), agent(70, u"logged-out"_s),
                                                agent(80, u"ready"_s)}
                                     << qint64(80);
}

void TestPastCalls::aShiftBegins()
{
    QFETCH(QList<JournalEntry>, entries);
    QTEST(model::shiftBegin(entries, 100'000), "begin");
}

TALLY_TEST(TestPastCalls)

} // namespace tst_pastcalls
#include "tst_pastcalls.moc"
