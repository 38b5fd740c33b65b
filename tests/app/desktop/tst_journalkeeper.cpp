#include "app/desktop/journalkeeper.h"
#include "storage/journalreader.h"
#include "support/conversation.h"
#include "support/testprogram.h"
#include "support/untilso.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_journalkeeper {

using namespace Qt::StringLiterals;
using app::JournalKeeper;
using model::ToastKind;
using support::Conversation;

namespace {

struct Fixture
{
    QString path() const { return folder.filePath(u"default.journal"_s); }
    QList<ToastKind> toasts() const
    {
        QList<ToastKind> kinds;
        for (const model::Toast &toast : talk.desk.toasts.toasts())
            kinds.append(toast.kind);
        return kinds;
    }
    void wait(core::Duration time = std::chrono::seconds(6)) { talk.clock.advance(time); }
    /// The disk has had its say.
    bool comes(const QList<ToastKind> &kinds)
    {
        talk.clock.advance(core::Duration(0));
        return support::untilSo([&] { return toasts() == kinds; });
    }
    /// Of the journal on the disk, after its keeper's end; -1: it is damaged.
    qint64 entriesOnDisk() const
    {
        storage::JournalReader reader(path());
        if (!reader.open())
            return -1;
        const auto entries = reader.verify();
        return entries ? entries->entries() : -1;
    }

    QTemporaryDir folder;
    Conversation talk;
};

} // namespace

class TestJournalKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsOnTheDisk();
    void theShiftComesBackWithoutItsParties();
    void troubleIsSaidOnceAndTakenBack();
    void aStandingDiskIsSaidAndTakenBack();
    void aDamagedJournalIsSaid();
    void aNewerJournalIsSaid();
};

void TestJournalKeeper::aDayIsOnTheDisk()
{
    Fixture f;
    auto keeper = std::make_unique<JournalKeeper>(f.talk.desk, f.path());
    keeper->begin(u"tallylight 1"_s);
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    f.talk.sayRecording(u"PAUSED"_s);
    keeper.reset(); // writes what waits
    QVERIFY(f.entriesOnDisk() >= 10);
    QCOMPARE(f.toasts(), QList<ToastKind>());
}

void TestJournalKeeper::theShiftComesBackWithoutItsParties()
{
    Fixture f;
    {
        JournalKeeper keeper(f.talk.desk, f.path());
        keeper.begin(u"tallylight 1"_s);
        f.talk.connect();
        f.talk.clock.advance(std::chrono::seconds(1));
        f.talk.talk(Conversation::recording(u"ON"_s));
        f.talk.clock.advance(std::chrono::seconds(10));
        QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
        f.talk.sayRecording(u"PAUSED"_s);
        f.talk.clock.advance(std::chrono::seconds(20));
        f.talk.say(tlib::MessageType::EventReleased);
    }
    Conversation again;
    again.clock.advance(std::chrono::minutes(5));
    JournalKeeper keeper(again.desk, f.path());
    keeper.begin(u"tallylight 1"_s);
    QVERIFY(support::untilSo([&] { return !again.desk.today.numbers().isEmpty(); }));
    QCOMPARE(again.desk.today.numbers().size(), 1);
    const model::CallRecord &record = *again.desk.today.find(again.desk.today.numbers().first());
    QVERIFY(record.isFromJournal && record.isWhole);
    QVERIFY(record.parties.isEmpty() && record.files.isEmpty());
    QCOMPARE(record.id, Conversation::CallOne);
    QCOMPARE(record.timeIn(model::RecordingState::Paused, again.clock.now()), core::Duration(20'000));
    QCOMPARE(record.moves.last().by, model::Changer::ThisDesktop);
    QVERIFY(record.begun < again.clock.now());
}

void TestJournalKeeper::troubleIsSaidOnceAndTakenBack()
{
    Fixture f;
    storage::JournalFile other(f.path(), f.talk.clock); // holds the file
    QVERIFY(other.open());
    auto keeper = std::make_unique<JournalKeeper>(f.talk.desk, f.path());
    keeper->begin(u"tallylight 1"_s);
    QVERIFY(f.comes({ToastKind::JournalFails}));
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.wait();
    QVERIFY(f.talk.isCertain()); // the light burns on
    QCOMPARE(f.toasts(), QList<ToastKind>{ToastKind::JournalFails});
    QCOMPARE(f.talk.desk.toasts.toasts().first().count, 1);
    other.close();
    QVERIFY(support::untilSo([&] {
        f.wait(std::chrono::seconds(5));
        return f.toasts().isEmpty();
    }));
    keeper.reset();
    QVERIFY(f.entriesOnDisk() > 4);
}

/// Here nobody listens for the disk's answer.
void TestJournalKeeper::aStandingDiskIsSaidAndTakenBack()
{
    Fixture f;
    JournalKeeper keeper(f.talk.desk, f.path());
    keeper.begin(u"tallylight 1"_s);
    f.wait(core::Duration(0));
    f.wait(std::chrono::seconds(5));
    QCOMPARE(f.toasts(), QList<ToastKind>{ToastKind::JournalStands});
    QVERIFY(f.comes({}));
}

void TestJournalKeeper::aDamagedJournalIsSaid()
{
    Fixture f;
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "no journal at all, but long enough to have a header like one, that is to say: one hundred bytes");
    file.write(QByteArray(1000, '.'));
    file.close();
    JournalKeeper keeper(f.talk.desk, f.path());
    keeper.begin(u"tallylight 1"_s);
    QVERIFY(f.comes({ToastKind::JournalIsNew}));
    const QString aside = f.talk.desk.toasts.toasts().first().serverText;
    QVERIFY2(QFile::exists(aside), qPrintable(aside));
}

void TestJournalKeeper::aNewerJournalIsSaid()
{
    Fixture f;
    {
        JournalKeeper keeper(f.talk.desk, f.path());
        keeper.begin(u"tallylight 1"_s);
    }
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(63); // the least byte of user_version in the file's header
    file.write("\x09", 1);
    file.close();
    JournalKeeper keeper(f.talk.desk, f.path());
    keeper.begin(u"tallylight 1"_s);
    QVERIFY(f.comes({ToastKind::JournalIsNewer}));
    QCOMPARE(f.talk.desk.toasts.toasts().first().serverText, f.path());
}

TALLY_TEST(TestJournalKeeper)

} // namespace tst_journalkeeper

#include "tst_journalkeeper.moc"
