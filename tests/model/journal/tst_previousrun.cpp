#include "model/journal/previousrun.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_previousrun {

using namespace Qt::StringLiterals;
using model::JournalEntry;
using model::PreviousRun;
using End = PreviousRun::End;

namespace {

const model::CallId One(1);
const model::CallId Two(2);

JournalEntry recording(model::CallId call, const QString &word)
{
    return {.at = 5, .kind = u"recording"_s, .what = word, .call = call};
}

JournalEntry ended(const QString &what, const QString &how = {})
{
    return {.at = 9, .kind = u"ended"_s, .what = what, .detail = how};
}

const JournalEntry Started{.at = 1, .kind = u"started"_s, .detail = u"tallylight 1"_s};

} // namespace

class TestPreviousRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howItEnded_data();
    void howItEnded();
};

void TestPreviousRun::howItEnded_data()
{
    QTest::addColumn<QList<JournalEntry>>("entries");
    QTest::addColumn<PreviousRun>("run");
    using Entries = QList<JournalEntry>;
    QTest::newRow("killed at once") << Entries{Started} << PreviousRun{.at = 1};
    QTest::newRow("closed") << Entries{Started, ended(u"by-person"_s)}
                            << PreviousRun{.end = End::ByPerson, .at = 9};
    QTest::newRow("ended by a signal") << Entries{Started, ended(u"by-system"_s, u"SIGTERM"_s)}
                                       << PreviousRun{.end = End::BySystem, .how = u"SIGTERM"_s, .at = 9};
    QTest::newRow("a last word of a later version")
        << Entries{Started, ended(u"by-magic"_s)} << PreviousRun{.at = 9};
    QTest::newRow("a log-out that was stopped, and a crash")
        << Entries{Started, ended(u"by-system"_s, u"log-out"_s), {.at = 12, .kind = u"goes-on"_s}}
        << PreviousRun{.at = 12};
    QTest::newRow("ended while recording and paused")
        << Entries{Started, recording(One, u"on"_s), recording(Two, u"on"_s), recording(Two, u"paused"_s),
                   ended(u"by-system"_s, u"SIGHUP"_s)}
        << PreviousRun{.end = End::BySystem, .how = u"SIGHUP"_s, .at = 9, .recorded = 2, .paused = 1};
    QTest::newRow("what was switched off or released is not recorded")
        << Entries{Started,
                   recording(One, u"on"_s),
                   recording(Two, u"paused"_s),
                   recording(One, u"off"_s),
                   {.at = 7, .kind = u"call"_s, .what = u"released"_s, .call = Two}}
        << PreviousRun{.at = 7};
}

void TestPreviousRun::howItEnded()
{
    QFETCH(QList<JournalEntry>, entries);
    QFETCH(PreviousRun, run);
    model::RunReader reader;
    for (const JournalEntry &entry : entries)
        reader.take(entry);
    QCOMPARE(reader.run().end, run.end);
    QCOMPARE(reader.run().how, run.how);
    QCOMPARE(reader.run().at, run.at);
    QCOMPARE(reader.run().recorded, run.recorded);
    QCOMPARE(reader.run().paused, run.paused);
}

TALLY_TEST(TestPreviousRun)

} // namespace tst_previousrun

#include "tst_previousrun.moc"
