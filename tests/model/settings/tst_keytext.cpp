#include "model/settings/keys/command.h"
#include "model/settings/keys/keytext.h"
#include "model/settings/preferences.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_keytext {

using namespace Qt::StringLiterals;
using model::Command;
using model::KeyFlaw;
using model::KeyTable;

/// The keys of commands as settings write them.
class TestKeyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasOneWayOfWriting_data();
    void hasOneWayOfWriting();
    void saysWhatIsNoKey_data();
    void saysWhatIsNoKey();
    void saysWhatSpeaksAgainstAKey_data();
    void saysWhatSpeaksAgainstAKey();
    void theDefaultsAreKeysWithoutAFlawOrConflict();
    void twoCommandsWithOneKeyAreAConflict();
    void theSameCommandMayHaveItsKeyInBothTables();
    void everyKeySettingIsReadAsItIsWritten();
};

void TestKeyText::hasOneWayOfWriting_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("normal");
    QTest::newRow("as it is") << u"F7"_s << u"F7"_s;
    QTest::newRow("in small letters") << u"ctrl+alt+p"_s << u"Ctrl+Alt+P"_s;
    QTest::newRow("modifiers in another order")
        << u"Shift+Alt+Ctrl+Meta+f12"_s << u"Meta+Ctrl+Alt+Shift+F12"_s;
    QTest::newRow("with spaces") << u" Ctrl + Shift + M "_s << u"Ctrl+Shift+M"_s;
    QTest::newRow("a comma") << u"Ctrl+,"_s << u"Ctrl+,"_s;
    QTest::newRow("plus") << u"Ctrl++"_s << u"Ctrl++"_s;
    QTest::newRow("a named key") << u"pgdown"_s << u"PgDown"_s;
    QTest::newRow("a modifier twice") << u"Ctrl+Ctrl+K"_s << u"Ctrl+K"_s;
}

void TestKeyText::hasOneWayOfWriting()
{
    QFETCH(QString, written);
    QFETCH(QString, normal);
    const auto key = model::normalKey(written);
    QVERIFY2(key, key ? "" : qPrintable(key.error().text));
    QCOMPARE(*key, normal);
    QCOMPARE(*model::normalKey(*key), normal);
}

void TestKeyText::saysWhatIsNoKey_data()
{
    QTest::addColumn<QString>("written");
    for (const char *const written : {"", "Ctrl", "Ctrl+", "Strg+P", "F0", "F25", "F7x", "F 7 8 9", "Ctrl+PP",
                                      "Foo", "Ctrl+Alt", "Ctrl+A, Ctrl+B", "\u00e4"})
        QTest::newRow(written) << QString::fromUtf8(written);
}

void TestKeyText::saysWhatIsNoKey()
{
    QFETCH(QString, written);
    const auto key = model::normalKey(written);
    QVERIFY2(!key, key ? qPrintable(*key) : "");
    QVERIFY(key.error().text.contains(u"is no key like F7"_s));
}

void TestKeyText::saysWhatSpeaksAgainstAKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<KeyFlaw>("inWindow");
    QTest::addColumn<KeyFlaw>("everywhere");
    QTest::newRow("a function key") << u"F7"_s << KeyFlaw::None << KeyFlaw::None;
    QTest::newRow("Pause") << u"Pause"_s << KeyFlaw::None << KeyFlaw::None;
    QTest::newRow("a letter") << u"P"_s << KeyFlaw::NeedsModifier << KeyFlaw::NeedsModifier;
    QTest::newRow("a capital") << u"Shift+P"_s << KeyFlaw::NeedsModifier << KeyFlaw::NeedsModifier;
    QTest::newRow("Tab") << u"Tab"_s << KeyFlaw::NeedsModifier << KeyFlaw::NeedsModifier;
    QTest::newRow("a mnemonic") << u"Alt+P"_s << KeyFlaw::Mnemonic << KeyFlaw::None;
    QTest::newRow("Ctrl, Alt and a letter") << u"Ctrl+Alt+P"_s << KeyFlaw::None << KeyFlaw::None;
    QTest::newRow("Ctrl and a comma") << u"Ctrl+,"_s << KeyFlaw::None << KeyFlaw::None;
    QTest::newRow("plus") << u"+"_s << KeyFlaw::NeedsModifier << KeyFlaw::NeedsModifier;
    QTest::newRow("Ctrl and plus") << u"Ctrl++"_s << KeyFlaw::None << KeyFlaw::None;
}

void TestKeyText::saysWhatSpeaksAgainstAKey()
{
    QFETCH(QString, key);
    QFETCH(KeyFlaw, inWindow);
    QFETCH(KeyFlaw, everywhere);
    QCOMPARE(model::flawInKey(key, false), inWindow);
    QCOMPARE(model::flawInKey(key, true), everywhere);
}

void TestKeyText::theDefaultsAreKeysWithoutAFlawOrConflict()
{
    const KeyTable table = KeyTable::inWindow();
    for (const Command command : model::AllCommands) {
        const QString &key = table.of(command);
        if (key.isEmpty())
            continue;
        QCOMPARE(*model::normalKey(key), key);
        QCOMPARE(model::flawInKey(key, false), KeyFlaw::None);
    }
    QVERIFY(model::conflictsIn(table, KeyTable::everywhere()).isEmpty());
}

void TestKeyText::twoCommandsWithOneKeyAreAConflict()
{
    KeyTable table = KeyTable::inWindow();
    table.set(Command::Today, u"F8"_s);
    const auto inOne = model::conflictsIn(table, {});
    QCOMPARE(inOne.size(), 1);
    QCOMPARE(inOne.first().first, Command::SayState);
    QCOMPARE(inOne.first().second, Command::Today);
    QCOMPARE(inOne.first().key, u"F8"_s);
    KeyTable everywhere;
    everywhere.set(Command::Pause, u"F1"_s);
    const auto inBoth = model::conflictsIn(KeyTable::inWindow(), everywhere);
    QCOMPARE(inBoth.size(), 1);
    QCOMPARE(inBoth.first().first, Command::Pause); // it would get the key
    QCOMPARE(inBoth.first().second, Command::Help);
}

void TestKeyText::theSameCommandMayHaveItsKeyInBothTables()
{
    KeyTable everywhere;
    everywhere.set(Command::PauseOrResume, u"F7"_s);
    QVERIFY(model::conflictsIn(KeyTable::inWindow(), everywhere).isEmpty());
}

void TestKeyText::everyKeySettingIsReadAsItIsWritten()
{
    model::Preferences preferences;
    for (const Command command : model::AllCommands) {
        const QString setting = model::keySetting(command);
        QVERIFY(model::preferenceKeys().contains(setting));
        QVERIFY(model::assign(preferences, setting, {u"ctrl+alt+F5"_s}));
        QCOMPARE(preferences.keysInWindow.of(command), u"Ctrl+Alt+F5"_s);
        QCOMPARE(model::valueOf(preferences, setting), QStringList{u"Ctrl+Alt+F5"_s});
        QVERIFY(model::assign(preferences, setting, {u"None"_s}));
        QCOMPARE(preferences.keysInWindow.of(command), QString());
        QCOMPARE(model::valueOf(preferences, setting), QStringList{u"none"_s});
        QVERIFY(!model::assign(preferences, setting, {u"Strg+P"_s}));
    }
    QVERIFY(model::assign(preferences, u"hotkeys/pause"_s, {u"Pause"_s}));
    QCOMPARE(preferences.keysEverywhere.of(Command::Pause), u"Pause"_s);
    QVERIFY(!model::assign(preferences, u"hotkeys/quit"_s, {u"Pause"_s})); // not from every program
}

TALLY_TEST(TestKeyText)

} // namespace tst_keytext

#include "tst_keytext.moc"
