#include "model/settings/edit/settingstransfer.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_settingstransfer {

using namespace Qt::StringLiterals;
using model::Preferences;

class TestSettingsTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsExportedIsImported();
    void thePersonStaysOutUnlessAsked();
    void whatTheFileDoesNotNameStays();
    void aFileThatCannotBeUsed_data();
    void aFileThatCannotBeUsed();
    void noSuchFile();
    void aFileOfAnEarlierVersion();
    void whatCannotBeWrittenIsSaid();

private:
    QString write(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"settings.ini"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestSettingsTransfer::whatIsExportedIsImported()
{
    Preferences all;
    all.servers = {u"tlibs://a.example:7007"_s, u"tlibs://b.example:7008"_s};
    all.dns = {u"7001"_s, u"7002"_s};
    all.agentId = u"1001"_s;
    all.role = model::Role::Supervisor;
    all.watchedDns = {u"7000-7099"_s};
    all.keys.on = "läuft; #1";
    all.services.pause = 77;
    const QString path = m_folder.filePath(u"out.ini"_s);
    QVERIFY(model::exportTo(path, all, true));
    const auto imported = model::importedFrom(path, Preferences());
    QVERIFY(imported);
    QVERIFY(*imported == all);
}

void TestSettingsTransfer::thePersonStaysOutUnlessAsked()
{
    Preferences all;
    all.dns = {u"7001"_s};
    all.agentId = u"1001"_s;
    all.queue = u"5000"_s;
    all.servers = {u"tlibs://a.example:7007"_s};
    const QByteArray text = model::exportedText(all, false);
    for (const char *personal : {"7001", "1001", "5000"})
        QVERIFY2(!text.contains(personal), personal);
    QVERIFY(text.contains("a.example"));
    QVERIFY(model::exportedText(all, true).contains("7001"));
}

void TestSettingsTransfer::whatTheFileDoesNotNameStays()
{
    Preferences mine;
    mine.dns = {u"7001"_s};
    const auto imported = model::importedFrom(write("[connection]\nservers=tlib://a.example:7007\n"), mine);
    QVERIFY(imported);
    QCOMPARE(imported->dns, mine.dns);
    QCOMPARE(imported->servers, QStringList{u"tlib://a.example:7007"_s});
}

void TestSettingsTransfer::aFileThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &text, const QString &said) {
        QTest::newRow(name) << text << said;
    };
    row("empty", "", u"holds no settings"_s);
    row("another program's", "[Desktop Entry]\nName=x\n", u"holds no settings"_s);
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 20), QString());
    row("a word of another state", "[recording]\noffWord=on\nonWord=running\n",
        u"recording/offWord is \"on\""_s);
    row("a newer program's", "[settings]\nversion=99\n[connection]\nservers=tlib://a.example:7007\n",
        u"newer Tallylight"_s);
    row("a wrong value", "[connection]\nservers=tlib://a.example:7007\naddpTimeout=often\n", u"line 3"_s);
    row("an unknown name", "[connection]\nservers=tlib://a.example:7007\nserver=x\n", u"line 3"_s);
    row("a name twice", "[agent]\nid=1\nid=2\n", u"agent/id"_s);
    row("numbers that clash", "[recording]\nstartService=7\nstopService=7\n", u"four different numbers"_s);
}

void TestSettingsTransfer::aFileThatCannotBeUsed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const auto imported = model::importedFrom(write(text), Preferences());
    QVERIFY(!imported);
    QVERIFY2(imported.error().text.contains(said), qPrintable(imported.error().text));
    QVERIFY(imported.error().text.contains(u"settings.ini"));
}

void TestSettingsTransfer::noSuchFile()
{
    const auto imported = model::importedFrom(m_folder.filePath(u"none"_s), Preferences());
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, core::ErrorKind::NotFound);
}

void TestSettingsTransfer::aFileOfAnEarlierVersion()
{
    const auto imported = model::importedFrom(write("[connection]\nrequestTimeout=9\n"), Preferences());
    QVERIFY(imported);
    QCOMPARE(imported->requestTimeOut, std::chrono::seconds(9));
}

void TestSettingsTransfer::whatCannotBeWrittenIsSaid()
{
    const auto written = model::exportTo(u"/no/such/folder/x.ini"_s, Preferences(), true);
    QVERIFY(!written);
    QVERIFY(written.error().text.contains(u"/no/such/folder/x.ini"));
}

TALLY_TEST(TestSettingsTransfer)

} // namespace tst_settingstransfer

#include "tst_settingstransfer.moc"
