#include "model/settings/profile.h"
#include "support/manualclock.h"
#include "support/testprogram.h"
#include "widgets/settings/keyspage.h"
#include "widgets/settings/presencepage.h"

#include <QCheckBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

namespace tst_keyspage {

using namespace Qt::StringLiterals;
using model::Command;
using model::Preferences;
using widgets::KeysPage;
using widgets::PresencePage;

namespace {

/// A page as the settings dialog fills it.
template <class Page>
struct PageTest
{
    explicit PageTest(Page &page, const Preferences &shown = {})
        : profile(model::SettingsFile(QString(), clock), shown, shown)
        , page(page)
    {
        page.showPreferences(profile, shown);
        page.setVisible(true);
    }
    QKeySequenceEdit *key(const QString &name) const
    {
        return page.template findChild<QKeySequenceEdit *>(name);
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : page.template findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }

    support::ManualClock clock;
    model::Profile profile;
    Page &page;
};

} // namespace

/// Which keys do what, and what is told beside other programs.
class TestKeysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasItsKey();
    void aKeyIsChosenByPressingIt();
    void aKeyThatIsTakenIsSaid();
    void aKeyThatIsNeededForTypingIsSaid();
    void whyAKeyCouldNotBeHadIsSaid();
    void everyChoiceOfThePresenceIsKept();
    void saysWhatTheTrayCannotDo();
    void saysThatNothingIsTold();
};

void TestKeysPage::everyCommandHasItsKey()
{
    KeysPage page({});
    PageTest test(page);
    for (const Command command : model::AllCommands)
        QVERIFY2(test.key(model::keySetting(command)), qPrintable(model::nameOf(command)));
    for (const Command command : model::CommandsEverywhere)
        QVERIFY2(test.key(model::hotkeySetting(command)), qPrintable(model::nameOf(command)));
    QCOMPARE(*page.applied({}), Preferences());
}

void TestKeysPage::aKeyIsChosenByPressingIt()
{
    KeysPage page({});
    PageTest test(page);
    QTest::keyClick(test.key(u"hotkeys/pause"_s), Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QTest::keyClick(test.key(u"keys/sayState"_s), Qt::Key_F11);
    test.key(u"keys/help"_s)->clear();
    const auto applied = page.applied({});
    QVERIFY(applied);
    QCOMPARE(applied->keysEverywhere.of(Command::Pause), u"Ctrl+Alt+P"_s);
    QCOMPARE(applied->keysInWindow.of(Command::SayState), u"F11"_s);
    QCOMPARE(applied->keysInWindow.of(Command::Help), QString());
    QCOMPARE(test.key(u"keys/help"_s)->findChild<QLineEdit *>()->placeholderText(), u"none"_s);
    QCOMPARE(test.key(u"hotkeys/resume"_s)->findChild<QLineEdit *>()->placeholderText(), u"none"_s);
}

void TestKeysPage::aKeyThatIsTakenIsSaid()
{
    KeysPage page({});
    PageTest test(page);
    test.key(u"keys/today"_s)->setKeySequence(QKeySequence(u"F7"_s));
    QVERIFY(!page.check());
    QVERIFY(test.says(u"F7 is the key of “Pause or resume the recording” already."_s));
    QVERIFY(!page.applied({}));
}

void TestKeysPage::aKeyThatIsNeededForTypingIsSaid()
{
    KeysPage page({});
    PageTest test(page);
    test.key(u"hotkeys/pause"_s)->setKeySequence(QKeySequence(u"P"_s));
    QVERIFY(!page.check());
    QVERIFY(test.says(u"P alone is needed for typing"_s));
}

void TestKeysPage::whyAKeyCouldNotBeHadIsSaid()
{
    KeysPage page({.obstacle = [] { return u"Not on this desktop."_s; },
                   .trouble =
                       [](Command command) {
                           return command == Command::Pause ? u"Another program has the key F12."_s
                                                            : QString();
                       }});
    PageTest test(page);
    QVERIFY(test.says(u"Not on this desktop."_s));
    QVERIFY(test.says(u"Another program has the key F12."_s));
}

void TestKeysPage::everyChoiceOfThePresenceIsKept()
{
    const Preferences all{.opensAs = model::OpensAs::Bar,
                          .closingMeans = model::ClosingMeans::Tray,
                          .showsTray = false,
                          .telling = {.ringing = false, .doubt = false, .parties = false},
                          .speaks = false};
    PresencePage page;
    PageTest test(page, all);
    QCOMPARE(*page.applied({}), all);
    page.findChild<QRadioButton *>(u"opensTray"_s)->click();
    page.findChild<QCheckBox *>(u"ringing"_s)->click();
    const auto applied = page.applied({});
    QCOMPARE(applied->opensAs, model::OpensAs::Tray);
    QVERIFY(applied->telling.ringing);
}

void TestKeysPage::saysWhatTheTrayCannotDo()
{
    PresencePage page;
    PageTest test(page, {.opensAs = model::OpensAs::Tray, .closingMeans = model::ClosingMeans::Tray});
    QVERIFY(!test.says(u"The tray shows no light: the window opens."_s));
    page.findChild<QCheckBox *>(u"tray"_s)->click();
    QVERIFY(test.says(u"The tray shows no light: the window opens."_s));
    QVERIFY(test.says(u"The tray shows no light: closing the window ends Tallylight."_s));
    page.findChild<QRadioButton *>(u"opensWindow"_s)->click();
    QVERIFY(!test.says(u"The tray shows no light: the window opens."_s));
}

void TestKeysPage::saysThatNothingIsTold()
{
    PresencePage page({.noNotifications = [] { return u"No bus."_s; }});
    PageTest test(page);
    QVERIFY(test.says(u"No bus."_s));
}

TALLY_GUI_TEST(TestKeysPage)

} // namespace tst_keyspage

#include "tst_keyspage.moc"
