#include "app/desktop/archive.h"
#include "support/fulldisk.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_archive {

using namespace Qt::StringLiterals;

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row63AFullDiskLeavesNoHalfBundle_data();
    void row63AFullDiskLeavesNoHalfBundle();
};

void TestArchive::row63AFullDiskLeavesNoHalfBundle_data()
{
    QTest::addColumn<int>("room");
    QTest::newRow("full at the beginning") << 0;
    QTest::newRow("full in the middle") << 60;
}

void TestArchive::row63AFullDiskLeavesNoHalfBundle()
{
    QFETCH(int, room);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bundle.zip"_s);
    const QList<app::ArchivedFile> files{{.name = u"one.txt"_s, .content = "a little text"}};
    core::Result<core::Done> written = core::Done{};
    {
        const support::FullDisk full{rlim_t(room)};
        written = app::writeArchive(path, files, QDateTime::currentDateTime());
    }
    QVERIFY(!written);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    QVERIFY(app::writeArchive(path, files, QDateTime::currentDateTime()));
}

TALLY_TEST(TestArchive)

} // namespace tst_archive
#include "tst_archive.moc"
