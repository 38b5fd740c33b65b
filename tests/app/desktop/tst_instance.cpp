#include "app/desktop/firstinstance.h"
#include "automation/server.h"
#include "automation/socketpath.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_instance {

using namespace Qt::StringLiterals;

/// Who is the first, and what a second start does.
class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void folderIsTheUsersAlone();
    void onlyOneHoldsTheLock();
    void lockOfACrashedInstanceIsTakenOver();
    void secondStartShowsTheFirst();
    void secondStartWaitsForAFirstThatIsStarting();
    void secondStartGivesUp();
    void secondStartTakesThePlaceOfAFirstThatEnds();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
    QVERIFY(automation::prepareFolder());
}

void TestInstance::folderIsTheUsersAlone()
{
    QCOMPARE(QFileInfo(QFileInfo(automation::socketPath(u"a"_s)).path()).permissions() &
                 ~(QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser),
             QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY(automation::socketPath(u"a"_s) != automation::socketPath(u"b"_s));
}

void TestInstance::onlyOneHoldsTheLock()
{
    app::InstanceLock first(u"a"_s);
    QVERIFY(*first.take());
    QFile file(automation::lockPath(u"a"_s)); // a desktop runs for days
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    file.close();
    app::InstanceLock second(u"a"_s);
    QVERIFY(!*second.take());
    QCOMPARE(second.owner(), QCoreApplication::applicationPid());
    app::InstanceLock other(u"b"_s);
    QVERIFY(*other.take());
}

void TestInstance::lockOfACrashedInstanceIsTakenOver()
{
    QFile left(automation::lockPath(u"a"_s)); // as QLockFile writes it, by a process that cannot exist
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("4194999\ntallylight\n" + QSysInfo::machineHostName().toUtf8() + "\n" +
               QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
    left.close();
    app::InstanceLock lock(u"a"_s);
    QVERIFY(*lock.take());
}

void TestInstance::secondStartShowsTheFirst()
{
    support::Conversation talk;
    automation::Server server(talk.desk, model::AutomationAccess::Full,
                              [](const auto &) { return QString(); });
    QVERIFY(server.listen(automation::socketPath(u"a"_s)));
    QSignalSpy shown(&server, &automation::Server::showRequested);
    core::SystemClock clock;
    app::InstanceLock held(u"a"_s); // the first one's
    QVERIFY(*held.take());
    app::InstanceLock lock(u"a"_s);
    app::RaiseFirst raise(u"a"_s, lock, clock);
    std::optional<core::Result<core::Done>> outcome;
    connect(&raise, &app::RaiseFirst::finished, this, [&](const auto &result) { outcome = result; });
    raise.begin();
    QTRY_VERIFY(outcome);
    QVERIFY(*outcome);
    QCOMPARE(shown.count(), 1);
}

void TestInstance::secondStartWaitsForAFirstThatIsStarting()
{
    support::Conversation talk;
    automation::Server server(talk.desk, model::AutomationAccess::Full,
                              [](const auto &) { return QString(); });
    support::ManualClock clock;
    app::InstanceLock held(u"a"_s); // the first one's
    QVERIFY(*held.take());
    app::InstanceLock lock(u"a"_s);
    app::RaiseFirst raise(u"a"_s, lock, clock);
    std::optional<core::Result<core::Done>> outcome;
    connect(&raise, &app::RaiseFirst::finished, this, [&](const auto &result) { outcome = result; });
    raise.begin();
    QCoreApplication::processEvents();
    QVERIFY(!outcome);
    QVERIFY(server.listen(automation::socketPath(u"a"_s)));
    clock.advance(std::chrono::seconds(1));
    QTRY_VERIFY(outcome);
    QVERIFY(*outcome);
}

void TestInstance::secondStartGivesUp()
{
    support::ManualClock clock;
    app::InstanceLock held(u"a"_s); // the first one's
    QVERIFY(*held.take());
    app::InstanceLock lock(u"a"_s);
    app::RaiseFirst raise(u"a"_s, lock, clock);
    std::optional<core::Result<core::Done>> outcome;
    connect(&raise, &app::RaiseFirst::finished, this, [&](const auto &result) { outcome = result; });
    raise.begin();
    clock.advance(std::chrono::seconds(4));
    QVERIFY(!outcome);
    clock.advance(std::chrono::seconds(2));
    QVERIFY(outcome && !*outcome);
}

void TestInstance::secondStartTakesThePlaceOfAFirstThatEnds()
{
    support::ManualClock clock;
    auto held = std::make_unique<app::InstanceLock>(u"a"_s);
    QVERIFY(*held->take());
    app::InstanceLock lock(u"a"_s);
    app::RaiseFirst raise(u"a"_s, lock, clock);
    QSignalSpy succeeded(&raise, &app::RaiseFirst::becameFirst);
    QSignalSpy finished(&raise, &app::RaiseFirst::finished);
    raise.begin();
    QVERIFY(QTest::qWaitFor([&] { return clock.hasAlarms(); }));
    held.reset();
    for (int i = 0; i < 20 && succeeded.isEmpty(); ++i) { // nobody is at the socket, so it asks again
        QCoreApplication::processEvents();
        clock.advance(std::chrono::milliseconds(200));
    }
    QCOMPARE(succeeded.count(), 1);
    QCOMPARE(finished.count(), 0);
    QVERIFY(!clock.hasAlarms());
    app::InstanceLock third(u"a"_s);
    QVERIFY(!*third.take());
}

TALLY_TEST(TestInstance)

} // namespace tst_instance

#include "tst_instance.moc"
