#include "support/testprogram.h"
#include "support/translated.h"
#include "widgets/windowtest.h"

#include "model/link/messagetrace.h"
#include "model/settings/profile.h"
#include "presentation/presence/commandtext.h"
#include "widgets/desk/programmenu.h"

#include <QTemporaryDir>

namespace tst_programmenu {

using namespace Qt::StringLiterals;
using widgets::MenuEntry;
using widgets::ProgramMenu;

namespace {

constexpr MenuEntry AllEntries[] = {MenuEntry::MakeCall,   MenuEntry::Today,      MenuEntry::Messages,
                                    MenuEntry::CompactBar, MenuEntry::Settings,   MenuEntry::SetUp,
                                    MenuEntry::Password,   MenuEntry::Connection, MenuEntry::Trace,
                                    MenuEntry::Bundle,     MenuEntry::Practice,   MenuEntry::Help,
                                    MenuEntry::About,      MenuEntry::Quit};

QStringList labels(const ProgramMenu &menu)
{
    QStringList labels;
    for (const QAction *action : menu.actions())
        labels += action->isSeparator() ? u"-"_s : action->text().section(u'\t', 0, 0).remove(u'&');
    return labels;
}

QChar mnemonicOf(const QString &label)
{
    const qsizetype at = label.indexOf(u'&');
    return at < 0 ? QChar() : label.at(at + 1).toUpper();
}

} // namespace

class TestProgramMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsInItsOrderWhoeverPutWhatFirst();
    void showsTheKeysInForce();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
    void hasOnlyWhatTheWindowHas();
    void theButtonSaysItsKey();
};

void TestProgramMenu::standsInItsOrderWhoeverPutWhatFirst()
{
    ProgramMenu menu;
    for (const MenuEntry entry :
         {MenuEntry::Quit, MenuEntry::Help, MenuEntry::Bundle, MenuEntry::Trace, MenuEntry::Settings,
          MenuEntry::About, MenuEntry::CompactBar, MenuEntry::MakeCall})
        menu.put(entry, [] {});
    QCOMPARE(labels(menu), (QStringList{u"Call…"_s, u"Compact bar"_s, u"-"_s, u"Settings…"_s, u"-"_s,
                                        u"Message trace"_s, u"Save diagnostic bundle…"_s, u"-"_s, u"Help"_s,
                                        u"About Tallylight"_s, u"-"_s, u"Quit"_s}));
    int chosen = 0;
    menu.put(MenuEntry::Help, [&chosen] { ++chosen; }); // in the place of what it did
    menu.entry(MenuEntry::Help)->trigger();
    QCOMPARE(chosen, 1);
    QCOMPARE(labels(menu).count(u"Help"_s), 1);
}

void TestProgramMenu::showsTheKeysInForce()
{
    ProgramMenu menu;
    menu.put(MenuEntry::Help, [] {});
    menu.put(MenuEntry::About, [] {});
    QCOMPARE(menu.entry(MenuEntry::Help)->text(), u"&Help\tF1"_s);
    QCOMPARE(menu.entry(MenuEntry::About)->text(), u"&About Tallylight"_s);
    model::KeyTable keys = model::KeyTable::inWindow();
    keys.set(model::Command::Help, u"Ctrl+H"_s);
    menu.setKeys(keys);
    QCOMPARE(menu.entry(MenuEntry::Help)->text(), u"&Help\tCtrl+H"_s);
    keys.set(model::Command::Help, {});
    menu.setKeys(keys);
    QCOMPARE(menu.entry(MenuEntry::Help)->text(), u"&Help"_s);
}

void TestProgramMenu::mnemonicsAreUnique_data()
{
    support::languageRows();
}

void TestProgramMenu::mnemonicsAreUnique()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    QHash<QChar, QString> taken;
    for (const MenuEntry entry : AllEntries) {
        const QString label = ProgramMenu::labelOf(entry);
        const QChar letter = mnemonicOf(label);
        QVERIFY2(letter.isLetter() && letter < QChar(0x80), qPrintable(label));
        QVERIFY2(!taken.contains(letter), qPrintable(label + u" and "_s + taken.value(letter)));
        taken.insert(letter, label);
    }
}

void TestProgramMenu::hasOnlyWhatTheWindowHas()
{
    WindowTest it;
    QPushButton *const button = it.button(u"program"_s);
    QVERIFY(button->isVisible());
    auto *const menu = qobject_cast<ProgramMenu *>(button->menu());
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->entry(MenuEntry::CompactBar)->isVisible());
    QVERIFY(menu->entry(MenuEntry::Quit)->isVisible());
    QVERIFY(!menu->entry(MenuEntry::Trace));
    model::MessageTrace trace(it.talk.clock);
    it.window.offerDiagnostics(trace);
    QVERIFY(menu->entry(MenuEntry::Trace)->isVisible());
}

void TestProgramMenu::theButtonSaysItsKey()
{
    WindowTest it;
    QPushButton *const button = it.button(u"program"_s);
    QCOMPARE(button->accessibleName(), u"Menu"_s);
    QCOMPARE(button->toolTip(), u"Menu (F10)"_s);
    const QTemporaryDir folder;
    model::Preferences preferences;
    preferences.keysInWindow.set(model::Command::Menu, u"F12"_s);
    model::Profile profile(model::SettingsFile(folder.filePath(u"a.ini"_s), it.talk.clock), preferences,
                           preferences, {});
    it.window.offerSettings(profile, {u"en"_s});
    QCOMPARE(button->toolTip(), u"Menu (F12)"_s);
}

TALLY_GUI_TEST(TestProgramMenu)

} // namespace tst_programmenu
#include "tst_programmenu.moc"
