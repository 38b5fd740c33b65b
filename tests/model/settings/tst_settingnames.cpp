#include "model/settings/policy.h"
#include "model/settings/settingnames.h"
#include "model/settings/settingsfile.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_settingnames {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::IniText;
using model::Preferences;

/// The names of earlier versions, in a settings file and in a policy.
class TestSettingNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEarlierNameIsRead();
    void writingCarriesItOver_data();
    void writingCarriesItOver();
    void aNewerFileIsNeitherTakenNorTouched();
    void aVersionThatIsNoneIsNamed_data();
    void aVersionThatIsNoneIsNamed();
    void bothNamesAreSaid();
    void whatStandsTwiceIsSaid();
    void aWrongValueIsNamedAsItStands();
    void aPolicyReadsEarlierNames();
    void aPolicyWithBothIsRefused();

private:
    QString path() const { return m_folder.filePath(u"default.ini"_s); }
    model::SettingsFile file() const { return {path(), m_clock}; }
    void put(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
};

void TestSettingNames::anEarlierNameIsRead()
{
    put("[connection]\nrequestTimeout=7\n");
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.remarks, QStringList());
    QCOMPARE(reading.preferences.requestTimeOut, core::Duration(7s));
    const auto strict = file().readStrictly();
    QVERIFY(strict);
    QCOMPARE(*strict, reading.preferences);
}

void TestSettingNames::writingCarriesItOver_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("its line moves, and nothing else")
        << QByteArray("; ours\n[connection]\nservers=tlib://a:1\nrequestTimeout=7\n# agents\n[agent]\nid=1\n")
        << QByteArray("; ours\n[connection]\nservers=tlib://a:1\n# agents\n[agent]\nid=2\n"
                      "\n[requests]\ntimeout=7\n\n[settings]\nversion=2\n");
    QTest::newRow("empty lines and the comment behind it stay")
        << QByteArray("[connection]\nrequestTimeout=7 ; the switch is slow\n\n[agent]\nid=1\n")
        << QByteArray("[connection]\n; the switch is slow\n\n[agent]\nid=2\n"
                      "\n[requests]\ntimeout=7\n\n[settings]\nversion=2\n");
    QTest::newRow("it stands twice: the last one counted")
        << QByteArray("[connection]\r\nrequestTimeout=7\r\nrequestTimeout=8\r\n[agent]\r\nid=1\r\n")
        << QByteArray(
               "[connection]\r\n[agent]\r\nid=2\r\n\n[requests]\ntimeout=8\n\n[settings]\nversion=2\n");
    QTest::newRow("today's name is there: the earlier one goes")
        << QByteArray("[connection]\nrequestTimeout=7\n[requests]\ntimeout=9\n[agent]\nid=1\n")
        << QByteArray("[connection]\n[requests]\ntimeout=9\n[agent]\nid=2\n\n[settings]\nversion=2\n");
    QTest::newRow("of today already") << QByteArray("[settings]\nversion=2\n[agent]\nid=1\n")
                                      << QByteArray("[settings]\nversion=2\n[agent]\nid=2\n");
}

void TestSettingNames::writingCarriesItOver()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    put(before);
    const Preferences read = file().readOrDefaults().preferences;
    Preferences wanted = read;
    wanted.agentId = u"2"_s;
    QVERIFY(file().write(wanted, read));
    QCOMPARE(content(), after);
    const auto again = file().readStrictly();
    QVERIFY(again);
    QCOMPARE(*again, wanted);
}

void TestSettingNames::aNewerFileIsNeitherTakenNorTouched()
{
    const QByteArray before = "[settings]\nversion=3\n[agent]\nid=1\nmood=calm\n";
    put(before);
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY(reading.remarks.first().contains(u"newer Tallylight"));
    QCOMPARE(reading.preferences, Preferences());
    Preferences wanted = reading.preferences;
    wanted.agentId = u"2"_s;
    const auto written = file().write(wanted, reading.preferences);
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(u"move it away"), qPrintable(written.error().text));
    QCOMPARE(content(), before);
}

void TestSettingNames::aVersionThatIsNoneIsNamed_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("a word") << QByteArray("two");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zero") << QByteArray("0");
    QTest::newRow("less") << QByteArray("-1");
    QTest::newRow("two of them") << QByteArray("1, 2");
}

void TestSettingNames::aVersionThatIsNoneIsNamed()
{
    QFETCH(QByteArray, version);
    put("[agent]\nid=1\n[settings]\nversion=" + version + '\n');
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(reading.remarks.first().contains(u"line 4: settings/version"),
             qPrintable(reading.remarks.first()));
    QCOMPARE(reading.preferences.agentId, u"1"_s); // and the rest is read
    QVERIFY(!file().readStrictly());
}

void TestSettingNames::bothNamesAreSaid()
{
    put("[connection]\nrequestTimeout=7\n[requests]\ntimeout=9\n");
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.preferences.requestTimeOut, core::Duration(9s));
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(
        reading.remarks.first().endsWith(u"requests/timeout, which stands there, too; the new one counts"),
        qPrintable(reading.remarks.first()));
    const auto strict = file().readStrictly();
    QVERIFY(!strict);
    QVERIFY(strict.error().text.contains(u"line 2: connection/requestTimeout"));
}

void TestSettingNames::whatStandsTwiceIsSaid()
{
    put("[agent]\nid=1\nqueue=5000\nid=2\n");
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.preferences.agentId, u"2"_s);
    QCOMPARE(reading.remarks,
             QStringList{path() + u", line 4: agent/id: it stands twice; the last one counts"_s});
    const auto strict = file().readStrictly();
    QVERIFY(!strict);
    QVERIFY2(strict.error().text.contains(u"line 4: agent/id: it stands twice"),
             qPrintable(strict.error().text));
}

void TestSettingNames::aWrongValueIsNamedAsItStands()
{
    put("[connection]\nrequestTimeout=soon\n");
    const auto reading = file().readOrDefaults();
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(reading.remarks.first().contains(u"line 2: connection/requestTimeout"),
             qPrintable(reading.remarks.first()));
}

void TestSettingNames::aPolicyReadsEarlierNames()
{
    put("[settings]\nversion=1\n[connection]\nrequestTimeout=7\n");
    const auto policy = model::Policy::fromFile(path());
    QVERIFY(policy);
    QVERIFY(policy->forces(u"requests/timeout"_s));
    Preferences preferences;
    policy->applyTo(preferences);
    QCOMPARE(preferences.requestTimeOut, core::Duration(7s));
}

void TestSettingNames::aPolicyWithBothIsRefused()
{
    put("[requests]\ntimeout=9\n[connection]\nrequestTimeout=7\n");
    const auto policy = model::Policy::fromFile(path());
    QVERIFY(!policy);
    QVERIFY2(policy.error().text.contains(u"line 4: connection/requestTimeout"),
             qPrintable(policy.error().text));
    QVERIFY(policy.error().text.contains(u"requests/timeout"));
}

TALLY_TEST(TestSettingNames)

} // namespace tst_settingnames

#include "tst_settingnames.moc"
