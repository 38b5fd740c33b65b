#include "model/settings/profile.h"
#include "support/manualclock.h"
#include "support/standingdisk.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_profile {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Preferences;
using model::Profile;
using model::SettingSource;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changeIsSavedAndInForce();
    void nothingChangedIsNothingSaved();
    void whatIsGivenForThisRunIsNotSavedByTheWay();
    void whatIsGivenForThisRunCanBeChanged();
    void whatIsFixedCannotBeChanged_data();
    void whatIsFixedCannotBeChanged();
    void contradictionIsRefused();
    void failedSavingChangesNothing();
    void everyKeyHasItsEffect();
    void whatNeedsABeginningIsNotInForceBefore();
    void aStandingDiskHoldsNothingUp();
    void theLastWordIsSaved();
    void whoHasGoneIsNotToldOf();

private:
    QString path() const { return m_folder.filePath(u"default.ini"_s); }
    model::SettingsFile file() const { return model::SettingsFile(path(), m_clock); }
    Preferences saved() const
    {
        const auto read = file().readStrictly();
        return read ? *read : Preferences{.agentId = u"unreadable"_s};
    }
    static Profile::Outcome change(Profile &profile, const Preferences &wanted)
    {
        std::optional<Profile::Outcome> outcome;
        profile.change(wanted, &profile, [&outcome](const Profile::Outcome &done) { outcome = done; });
        const bool isOver = QTest::qWaitFor([&outcome] { return outcome.has_value(); });
        return isOver ? *outcome : Profile::Outcome(core::Error{.kind = core::ErrorKind::TimedOut});
    }
    void forget() const { QFile::remove(path()); }

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
};

void TestProfile::changeIsSavedAndInForce()
{
    forget();
    Profile profile(file(), {}, {});
    QSignalSpy changed(&profile, &Profile::changed);
    Preferences wanted;
    wanted.theme = model::ThemeChoice::Dark;
    QVERIFY(change(profile, wanted));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList{u"look/theme"_s});
    QCOMPARE(profile.chosen(), wanted);
    QCOMPARE(saved(), wanted);
}

void TestProfile::nothingChangedIsNothingSaved()
{
    forget();
    Profile profile(file(), {}, {});
    QSignalSpy changed(&profile, &Profile::changed);
    QVERIFY(change(profile, {}));
    QCOMPARE(changed.size(), 0);
    QVERIFY(!QFile::exists(path()));
}

void TestProfile::whatIsGivenForThisRunIsNotSavedByTheWay()
{
    forget();
    const Preferences stored{.servers = {u"tlib://a:1"_s}};
    QVERIFY(file().write(stored, {}));
    Profile profile(
        file(), stored, {.servers = {u"tlib://test:1"_s}, .agentId = u"1001"_s},
        {{u"connection/servers"_s, SettingSource::CommandLine}, {u"agent/id"_s, SettingSource::CommandLine}});
    Preferences wanted = profile.chosen();
    wanted.theme = model::ThemeChoice::Dark;
    QVERIFY(change(profile, wanted));
    QCOMPARE(saved(), (Preferences{.servers = {u"tlib://a:1"_s}, .theme = model::ThemeChoice::Dark}));
    QCOMPARE(profile.chosen(), wanted);
}

void TestProfile::whatIsGivenForThisRunCanBeChanged()
{
    forget();
    Profile profile(file(), {}, {.servers = {u"tlib://test:1"_s}},
                    {{u"connection/servers"_s, SettingSource::CommandLine}});
    QVERIFY(change(profile, {.servers = {u"tlib://b:1"_s}}));
    QCOMPARE(saved().servers, QStringList{u"tlib://b:1"_s});
    QCOMPARE(profile.chosen().servers, QStringList{u"tlib://b:1"_s});
}

void TestProfile::whatIsFixedCannotBeChanged_data()
{
    QTest::addColumn<SettingSource>("source");
    QTest::newRow("by the administrator") << SettingSource::Policy;
    QTest::newRow("by practice") << SettingSource::Practice;
}

void TestProfile::whatIsFixedCannotBeChanged()
{
    QFETCH(SettingSource, source);
    forget();
    Profile profile(file(), {}, {}, {{u"connection/servers"_s, source}});
    QSignalSpy changed(&profile, &Profile::changed);
    const auto outcome = change(profile, {.servers = {u"tlib://b:1"_s}, .theme = model::ThemeChoice::Dark});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::ErrorKind::NotAllowed);
    QCOMPARE(profile.chosen(), Preferences());
    QCOMPARE(changed.size(), 0);
    QVERIFY(!QFile::exists(path()));
}

void TestProfile::contradictionIsRefused()
{
    forget();
    Profile profile(file(), {}, {});
    Preferences wanted;
    wanted.services.pause = wanted.services.stop;
    const auto outcome = change(profile, wanted);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::ErrorKind::InvalidInput);
    QCOMPARE(profile.chosen(), Preferences());
}

void TestProfile::failedSavingChangesNothing()
{
    const model::SettingsFile impossible(m_folder.path(), m_clock); // a folder
    Profile profile(impossible, {}, {});
    QSignalSpy changed(&profile, &Profile::changed);
    const auto outcome = change(profile, {.servers = {u"tlib://b:1"_s}});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::ErrorKind::Io);
    QCOMPARE(profile.chosen(), Preferences());
    QCOMPARE(changed.size(), 0);
}

void TestProfile::everyKeyHasItsEffect()
{
    QCOMPARE(Profile::effectOf(u"look/theme"_s), Profile::Effect::AtOnce);
    QCOMPARE(Profile::effectOf(u"look/language"_s), Profile::Effect::AtOnce);
    QCOMPARE(Profile::effectOf(u"connection/servers"_s), Profile::Effect::Reconnect);
    QCOMPARE(Profile::effectOf(u"connection/pins"_s), Profile::Effect::Reconnect);
    QCOMPARE(Profile::effectOf(u"connection/addpTimeout"_s), Profile::Effect::Reconnect);
    QCOMPARE(Profile::effectOf(u"requests/timeout"_s), Profile::Effect::Anew);
    QCOMPARE(Profile::effectOf(u"agent/dns"_s), Profile::Effect::Anew);
    QCOMPARE(Profile::effectOf(u"journal/keepDays"_s), Profile::Effect::NextStart);
    const Profile profile(file(), {}, {});
    const Preferences wanted{.queue = u"5000"_s, .addpTimeout = 3};
    QVERIFY(profile.hasEffect(Profile::Effect::Reconnect, wanted));
    QVERIFY(profile.hasEffect(Profile::Effect::Anew, wanted));
    QVERIFY(!profile.hasEffect(Profile::Effect::AtOnce, wanted));
}

void TestProfile::whatNeedsABeginningIsNotInForceBefore()
{
    forget();
    Profile profile(file(), {}, {});
    const Preferences wanted{.queue = u"5000"_s,
                             .language = u"de"_s,
                             .theme = model::ThemeChoice::Dark,
                             .addpTimeout = 3,
                             .journalKeepDays = 30};
    QVERIFY(change(profile, wanted));
    QCOMPARE(profile.chosen(), wanted);
    QCOMPARE(profile.inForce(),
             (Preferences{.language = u"de"_s, .theme = model::ThemeChoice::Dark, .addpTimeout = 3}));
    QVERIFY(profile.hasEffect(Profile::Effect::Anew, wanted)); // still, as long as it runs
    QVERIFY(change(profile, Preferences())); // back to what is in force: nothing waits for a beginning
    QVERIFY(!profile.hasEffect(Profile::Effect::Anew, profile.chosen()));
    QCOMPARE(saved(), Preferences());
}

void TestProfile::aStandingDiskHoldsNothingUp()
{
    forget();
    Profile profile(file(), {}, {});
    QList<Profile::Outcome> outcomes;
    const auto note = [&outcomes](const Profile::Outcome &outcome) { outcomes.append(outcome); };
    support::StandingDisk disk;
    profile.change({.agentId = u"1"_s}, &profile, note);
    QVERIFY(profile.isSaving());
    QCOMPARE(profile.chosen(), Preferences()); // nothing is in force that may be lost
    profile.change({.agentId = u"2"_s}, &profile, note);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().error().kind, core::ErrorKind::NotAllowed);
    disk.go();
    QTRY_COMPARE(outcomes.size(), 2);
    QVERIFY(outcomes.last());
    QCOMPARE(profile.chosen().agentId, u"1"_s);
    QCOMPARE(saved().agentId, u"1"_s);
    QVERIFY(!profile.isSaving());
}

void TestProfile::theLastWordIsSaved()
{
    forget();
    support::StandingDisk disk;
    {
        Profile profile(file(), {}, {});
        profile.change({.agentId = u"1"_s}, &profile, [](const Profile::Outcome &) {});
        disk.go();
    }
    QCOMPARE(saved().agentId, u"1"_s);
}

void TestProfile::whoHasGoneIsNotToldOf()
{
    forget();
    Profile profile(file(), {}, {});
    bool isTold = false;
    support::StandingDisk disk;
    {
        QObject person;
        profile.change({.agentId = u"1"_s}, &person, [&isTold](const Profile::Outcome &) { isTold = true; });
    }
    disk.go();
    QTRY_COMPARE(profile.chosen().agentId, u"1"_s);
    QVERIFY(!isTold);
}

TALLY_TEST(TestProfile)

} // namespace tst_profile

#include "tst_profile.moc"
