#include "model/settings/edit/typedsettings.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_typedsettings {

using namespace Qt::StringLiterals;
using model::Preferences;
using model::TypedSettings;
using Flaw = model::TypedSettings::Flaw;

class TestTypedSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flaws_data();
    void flaws();
    void twoAlikeClashInBothFields();
    void whatIsNotTypedStays();
    void whatIsNotChangedStaysAsItWasWritten();
    void everythingThatIsShownCanBeTypedAgain();
};

void TestTypedSettings::flaws_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Flaw>("flaw");
    const auto row = [](const char *name, const char *key, const QString &text, Flaw flaw) {
        QTest::newRow(name) << QString::fromLatin1(key) << text << flaw;
    };
    row("a DN", "agent/dns", u" 7001 "_s, Flaw::None);
    row("several and a range", "agent/dns", u"7001, 7010-7019;7030"_s, Flaw::None);
    row("a DN with a blank in it", "agent/dns", u"70 01;7002"_s, Flaw::NotDns);
    row("a range that goes backwards", "agent/dns", u"7019-7010"_s, Flaw::NotDns);
    row("no DN", "agent/dns", QString(), Flaw::None);
    row("an agent ID", "agent/id", u"1001"_s, Flaw::None);
    row("two words", "agent/id", u"10 01"_s, Flaw::NotOneWord);
    row("a number of the range", "requests/timeout", u"30"_s, Flaw::None);
    row("one too many", "requests/timeout", u"31"_s, Flaw::NotANumber);
    row("no number", "journal/keepDays", u"long"_s, Flaw::NotANumber);
    row("no limit of a pause", "pauseGuard/limit", u"0"_s, Flaw::None);
    row("too short a pause", "pauseGuard/limit", u"9"_s, Flaw::NotALimit);
    row("limits of some", "pauseGuard/limits", u"7001=90, 5000=60"_s, Flaw::None);
    row("limits of nobody", "pauseGuard/limits", u"=90"_s, Flaw::NotLimits);
    row("a relative path", "supervisor/dnFile", u"dns.csv"_s, Flaw::NotAPath);
    row("no such file", "supervisor/dnFile", u"/no/such/file"_s, Flaw::NoFile);
    row("no key", "recording/stateKey", u" "_s, Flaw::Empty);
    row("another's key", "recording/stateKey", u"GSIP_REC_FN"_s, Flaw::Clash);
    row("another's word, in capitals", "recording/onWord", u"OFF"_s, Flaw::Clash);
    row("the usual word of another state", "recording/offWord", u"Paused"_s, Flaw::Clash);
    row("another's number", "recording/pauseService", QString::number(tlib::RecordingNumbers().start),
        Flaw::Clash);
}

void TestTypedSettings::flaws()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    TypedSettings typed{Preferences()};
    typed.type(key, text);
    QTEST(typed.flawIn(key), "flaw");
}

void TestTypedSettings::twoAlikeClashInBothFields()
{
    TypedSettings typed{Preferences()};
    typed.type(u"recording/onWord"_s, u"x"_s);
    typed.type(u"recording/pausedWord"_s, u"x"_s);
    QCOMPARE(typed.flawIn(u"recording/onWord"_s), Flaw::Clash);
    QCOMPARE(typed.flawIn(u"recording/pausedWord"_s), Flaw::Clash);
    QCOMPARE(typed.clashOf(u"recording/onWord"_s), u"recording/pausedWord"_s);
    typed.type(u"recording/pausedWord"_s, u"y"_s);
    QCOMPARE(typed.flawIn(u"recording/onWord"_s), Flaw::None);
    QVERIFY(typed.clashOf(u"recording/onWord"_s).isEmpty());
    typed.type(u"recording/onWord"_s, u"Paused"_s); // which is nobody else's here
    QCOMPARE(typed.flawIn(u"recording/onWord"_s), Flaw::AnothersWord);
}

void TestTypedSettings::whatIsNotTypedStays()
{
    Preferences before;
    before.queue = u"5000"_s;
    TypedSettings typed(before);
    typed.type(u"agent/dns"_s, u"7001, 7002"_s);
    const auto applied = typed.applied();
    QVERIFY(applied);
    QCOMPARE(applied->dns, (QStringList{u"7001"_s, u"7002"_s}));
    QCOMPARE(applied->queue, u"5000"_s);
    typed.type(u"agent/id"_s, u"a b"_s);
    QVERIFY(!typed.applied());
}

void TestTypedSettings::whatIsNotChangedStaysAsItWasWritten()
{
    Preferences before;
    before.keys.on = " with spaces ";
    TypedSettings typed(before);
    typed.type(u"recording/onWord"_s, TypedSettings::shown(before, u"recording/onWord"_s));
    QCOMPARE(typed.applied()->keys.on.trimmed(), QByteArray("with spaces"));
}

void TestTypedSettings::everythingThatIsShownCanBeTypedAgain()
{
    Preferences before;
    before.dns = {u"7001"_s, u"7010-7012"_s};
    before.agentId = u"1001"_s;
    for (const char *key : {"agent/dns", "agent/id", "agent/queue", "recording/stateKey", "requests/timeout",
                            "recording/startService", "journal/keepDays"}) {
        const QString name = QString::fromLatin1(key);
        TypedSettings typed(before);
        typed.type(name, TypedSettings::shown(before, name));
        QCOMPARE(typed.flawIn(name), Flaw::None);
        QVERIFY(*typed.applied() == before);
    }
}

TALLY_TEST(TestTypedSettings)

} // namespace tst_typedsettings

#include "tst_typedsettings.moc"
