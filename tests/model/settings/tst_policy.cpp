#include "model/settings/policy.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_policy {

using namespace Qt::StringLiterals;
using model::AutomationAccess;
using tlib::RecordingCommand;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileNoPolicy();
    void permissionsOfRecordingActions();
    void automationAccess();
    void forcedSettingsWin();
    void pausesThatEndByThemselves();
    void nothingUndoesWhatIsLaidDown_data();
    void nothingUndoesWhatIsLaidDown();
    void noAuthoritiesBesideThosePrescribed();
    void brokenPolicyIsAnError_data();
    void brokenPolicyIsAnError();
    void whatMayBeAPolicyIsNotNone_data();
    void whatMayBeAPolicyIsNotNone();
    void otherPeoplesEditors_data();
    void otherPeoplesEditors();

private:
    QString write(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"p%1.ini"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestPolicy::noFileNoPolicy()
{
    const auto policy = model::Policy::fromFile(m_folder.filePath(u"none.ini"_s));
    QVERIFY(policy);
    QCOMPARE(policy->permissions(), model::RecordingPermissions());
    QCOMPARE(policy->automation(), AutomationAccess::Full);
    model::Preferences preferences{.agentId = u"1001"_s};
    policy->applyTo(preferences);
    QCOMPARE(preferences, model::Preferences{.agentId = u"1001"_s});
}

void TestPolicy::pausesThatEndByThemselves()
{
    const auto resumes = [this](const QByteArray &content) {
        const auto policy = model::Policy::fromFile(write(content));
        return policy && policy->resumesPaused();
    };
    QVERIFY(!resumes("[pauseGuard]\nlimit=60\n"));
    QVERIFY(!resumes("[pauseGuard]\nresumes=no\n"));
    QVERIFY(resumes("[pauseGuard]\nresumes=yes\nlimits=7001=60\n"));
    QVERIFY(!model::Policy::fromFile(write("[pauseGuard]\nresumes=perhaps\n")));
}

void TestPolicy::nothingUndoesWhatIsLaidDown_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("persons");
    QTest::newRow("a longer pause for one DN")
        << QByteArray("[pauseGuard]\nlimit=60\n") << u"pauseGuard/limits"_s << QStringList{u"7001=3600"_s};
    QTest::newRow("no limit beside those for some calls")
        << QByteArray("[pauseGuard]\nlimits=5000=60\n") << u"pauseGuard/limit"_s << QStringList{u"0"_s};
    QTest::newRow("no limit at which a pause would end")
        << QByteArray("[pauseGuard]\nresumes=yes\n") << u"pauseGuard/limit"_s << QStringList{u"0"_s};
    QTest::newRow("a file of more DNs") << QByteArray("[supervisor]\ndns=7000-7009\n")
                                        << u"supervisor/dnFile"_s << QStringList{u"/tmp/more.txt"_s};
    QTest::newRow("another key of the certificate")
        << QByteArray("[connection]\nclientCertificate=/etc/a.pem\n") << u"connection/clientKey"_s
        << QStringList{u"/tmp/b.pem"_s};
    QTest::newRow("another word for paused") << QByteArray("[recording]\nonWord=running\n")
                                             << u"recording/pausedWord"_s << QStringList{u"halted"_s};
    QTest::newRow("the number of another service")
        << QByteArray("[recording]\npauseService=77\n") << u"recording/stopService"_s << QStringList{u"78"_s};
    QTest::newRow("a list of one's own reasons")
        << QByteArray("[agent]\nfreeReasons=no\n") << u"agent/notReadyReasons"_s << QStringList{u"x=Nap"_s};
}

void TestPolicy::nothingUndoesWhatIsLaidDown()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, key);
    QFETCH(QStringList, persons);
    const auto policy = model::Policy::fromFile(write(content));
    QVERIFY(policy);
    QVERIFY(policy->forces(key));
    model::Preferences preferences;
    QVERIFY(model::assign(preferences, key, persons));
    policy->applyTo(preferences);
    QCOMPARE(model::valueOf(preferences, key), model::valueOf(model::Preferences(), key));
    QVERIFY(!model::Policy::fromFile(write("[agent]\nid=1001\nfreeReasons=yes\n"))->forces(key));
}

void TestPolicy::noAuthoritiesBesideThosePrescribed()
{
    const auto serversUnder = [this](const QByteArray &content) {
        model::Preferences preferences{.servers = {u"tlibs://sip:7008?ca=/tmp/own.pem"_s}};
        model::Policy::fromFile(write(content))->applyTo(preferences);
        return preferences.servers;
    };
    QCOMPARE(serversUnder("[connection]\ncaFile=/etc/ca.pem\n"), QStringList{u"tlibs://sip:7008"_s});
    QCOMPARE(serversUnder("[agent]\nid=1001\n"), QStringList{u"tlibs://sip:7008?ca=/tmp/own.pem"_s});
    const QByteArray own = "[connection]\ncaFile=/etc/ca.pem\nservers=tlibs://sip:7008?ca=/etc/other.pem\n";
    QCOMPARE(serversUnder(own), QStringList{u"tlibs://sip:7008?ca=/etc/other.pem"_s});
}

void TestPolicy::permissionsOfRecordingActions()
{
    const auto policy =
        model::Policy::fromFile(write("[permissions]\nstart=no\npause=yes\nresume=TRUE\nstop=0\n"));
    QVERIFY(policy);
    const model::RecordingPermissions &permissions = policy->permissions();
    QVERIFY(!permissions.allows(RecordingCommand::Start));
    QVERIFY(permissions.allows(RecordingCommand::Pause));
    QVERIFY(permissions.allows(RecordingCommand::Resume));
    QVERIFY(!permissions.allows(RecordingCommand::Stop));
}

void TestPolicy::automationAccess()
{
    const auto access = [this](const QByteArray &word) {
        return model::Policy::fromFile(write("[automation]\naccess=" + word + "\n"))->automation();
    };
    QCOMPARE(access("full"), AutomationAccess::Full);
    QCOMPARE(access("Read"), AutomationAccess::Read);
    QCOMPARE(access("off"), AutomationAccess::Off);
}

void TestPolicy::forcedSettingsWin()
{
    const auto policy = model::Policy::fromFile(
        write("[connection]\nservers=tlib://sip:7007\n[recording]\npauseService=77\n"));
    QVERIFY(policy);
    QVERIFY(policy->forces(u"connection/servers"_s));
    QVERIFY(!policy->forces(u"agent/dns"_s));
    model::Preferences preferences{.servers = {u"tlib://mine:1"_s}, .dns = {u"7001"_s}};
    policy->applyTo(preferences);
    QCOMPARE(preferences.servers, QStringList{u"tlib://sip:7007"_s});
    QCOMPARE(preferences.services.pause, 77);
    QCOMPARE(preferences.dns, QStringList{u"7001"_s});
}

void TestPolicy::brokenPolicyIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    QTest::newRow("a damaged file") << QByteArray("[permissions\nstop\n") << u"damaged"_s;
    QTest::newRow("a line without a value") << QByteArray("[permissions]\nstop\n") << u"damaged"_s;
    QTest::newRow("a permission that is neither yes nor no")
        << QByteArray("[permissions]\nstop=maybe\n") << u"permissions/stop"_s;
    QTest::newRow("an action that has no permission")
        << QByteArray("[permissions]\nstopp=no\n") << u"permissions/stopp"_s;
    QTest::newRow("an access that does not exist")
        << QByteArray("[automation]\naccess=some\n") << u"full, read, off"_s;
    QTest::newRow("a setting that does not exist") << QByteArray("[agent]\ndn=7001\n") << u"agent/dn:"_s;
    QTest::newRow("the line of what is wrong")
        << QByteArray("# ours\n[permissions]\npause=no\n\nstop=maybe\n") << u", line 5: permissions/stop"_s;
    QTest::newRow("a quotation mark that takes in what follows")
        << QByteArray("[agent]\nqueue=\"5000\n[permissions]\nstop=no\n") << u"quotation mark of line 2"_s;
    QTest::newRow("two answers to one question") << QByteArray("[permissions]\nstop=no\nstop=yes\n")
                                                 << u", line 3: permissions/stop: it stands twice"_s;
    QTest::newRow("a word of another state")
        << QByteArray("[recording]\nonWord=Paused\npausedWord=on\n") << u"recording/onWord is \"Paused\""_s;
    QTest::newRow("a file of a newer version")
        << QByteArray("[settings]\nversion=99\n[permissions]\nstop=no\n") << u"newer Tallylight"_s;
    QTest::newRow("a value that cannot be")
        << QByteArray("[connection]\nservers=http://a:1\n") << u"http://a:1"_s;
}

void TestPolicy::brokenPolicyIsAnError()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    const QString path = write(content);
    const auto policy = model::Policy::fromFile(path);
    QVERIFY(!policy);
    QVERIFY2(policy.error().text.contains(named) && policy.error().text.contains(path),
             qPrintable(policy.error().text));
}

/// None at all would permit everything.
void TestPolicy::whatMayBeAPolicyIsNotNone_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a link that leads nowhere") << u"nowhere.ini"_s;
    QTest::newRow("a link to itself") << u"policy.ini"_s;
    QTest::newRow("a folder") << u"."_s;
}

void TestPolicy::whatMayBeAPolicyIsNotNone()
{
    QFETCH(QString, target);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"policy.ini"_s);
    QVERIFY(QFile::link(target, path));
    const auto policy = model::Policy::fromFile(path);
    QVERIFY(!policy);
    QVERIFY2(policy.error().text.contains(path), qPrintable(policy.error().text));
    QVERIFY(model::Policy::fromFile(folder.filePath(u"none.ini"_s)));
}

void TestPolicy::otherPeoplesEditors_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("Notepad's mark and line ends") << QByteArray("\xef\xbb\xbf[permissions]\r\nstop=no\r\n");
    QTest::newRow("a mark before a comment") << QByteArray("\xef\xbb\xbf# ours\n[permissions]\nstop=no\n");
    QTest::newRow("comments of both kinds")
        << QByteArray("; don't \"touch\n[permissions]\n# it's\nstop=no ; never\n  # end");
    QTest::newRow("spaces") << QByteArray("\n\n  [ permissions ]  \n\t stop\t= no \n\n");
}

void TestPolicy::otherPeoplesEditors()
{
    QFETCH(QByteArray, content);
    const auto policy = model::Policy::fromFile(write(content));
    QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().text));
    QVERIFY(!policy->permissions().allows(tlib::RecordingCommand::Stop));
    QVERIFY(policy->permissions().allows(tlib::RecordingCommand::Pause));
}

TALLY_TEST(TestPolicy)

} // namespace tst_policy

#include "tst_policy.moc"
