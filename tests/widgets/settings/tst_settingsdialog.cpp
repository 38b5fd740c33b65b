#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "model/settings/profile.h"
#include "presentation/words/toasttext.h"
#include "support/floor.h"
#include "support/nothingcut.h"
#include "support/standingdisk.h"
#include "support/translated.h"
#include "widgets/desk/programmenu.h"
#include "widgets/parts/question.h"
#include "widgets/settings/exportdialog.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>

namespace tst_settingsdialog {

using namespace Qt::StringLiterals;
using model::Preferences;
using model::Profile;
using model::SettingSource;
using support::Conversation;
using widgets::Question;
using widgets::SettingsDialog;

namespace {

const QStringList Languages{u"en"_s, u"de"_s};

/// The settings, opened from the agent's window, and the file that they are saved in.
struct DialogTest : WindowTest
{
    explicit DialogTest(const Preferences &stored = {}, const QHash<QString, SettingSource> &others = {})
        : file(folder.filePath(u"default.ini"_s), talk.clock)
        , profile(file, stored, stored, others)
    {
        window.offerSettings(profile, Languages);
        open();
    }
    void open() { window.perform(model::Command::Settings); }
    SettingsDialog *dialog() const { return find<SettingsDialog>(); }
    template <class Widget = QLineEdit>
    Widget *field(const QString &name) const
    {
        return dialog()->findChild<Widget *>(name);
    }
    QString text(const QString &name) const { return field<QLabel>(name)->text(); }
    /// The page on which it is, as a person chooses it.
    void goTo(const QWidget *widget) const
    {
        auto *pages = dialog()->findChild<QStackedWidget *>(u"pages"_s);
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->widget(i)->isAncestorOf(widget))
                dialog()->findChild<QListWidget *>(u"pageList"_s)->setCurrentRow(i);
        }
    }
    int page() const { return dialog()->findChild<QStackedWidget *>(u"pages"_s)->currentIndex(); }
    QString banner(const QString &name) const
    {
        const QWidget *at = field<QWidget>(name);
        while (at && !at->inherits("widgets::SettingsPage"))
            at = at->parentWidget();
        const auto *label = at->findChild<QLabel *>(u"banner"_s);
        return label->isHidden() ? QString() : label->text();
    }
    /// As a person does: types, and goes on.
    void type(const QString &name, const QString &value) const
    {
        goTo(field(name));
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClick(field(name), Qt::Key_Delete);
        QTest::keyClicks(field(name), value);
    }
    void pressSave() const { field<QPushButton>(u"save"_s)->click(); }
    void save() const
    {
        pressSave();
        waitForDisk();
    }
    void waitForDisk() const
    {
        QVERIFY(QTest::qWaitFor([this] { return !profile.isSaving(); }));
    }
    Preferences saved() const
    {
        const auto read = file.readStrictly();
        return read ? *read : Preferences{};
    }

    QTemporaryDir folder;
    model::SettingsFile file;
    Profile profile;
};

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noPageScrollsSideways_data();
    void noPageScrollsSideways();
    void opensFromBothWindows();
    void showsWhatIsInForce();
    void savesWhatWasTyped();
    void escapeSavesNothing();
    void flawIsSaidOnceTheFieldIsLeft();
    void savingGoesToTheFirstFlaw();
    void policyIsShownAndDisabled();
    void flawOfTheAdministratorsDoesNotBlock();
    void commandLineIsSaid();
    void effectIsSaidBeforehand();
    void asksBeforeALightGoesOut_data();
    void asksBeforeALightGoesOut();
    void failedSavingLosesNothing();
    void standingDiskHoldsNothingUp_data();
    void standingDiskHoldsNothingUp();
    void themeAndLanguageAreSaved();
    void everythingHasANameAndIsLargeEnough();
    void nothingIsCutOffInLargeType();
    void tabGoesThroughAllFields();
    void neverLargerThanTheScreen();
    void importFillsTheFields();
    void aFileThatIsNoneChangesNothing();
    void whatTheAdministratorHasSetIsNotImported();
    void exportsWithoutThePerson();
};

void TestSettingsDialog::opensFromBothWindows()
{
    DialogTest test;
    QVERIFY(test.dialog());
    test.open();
    QCOMPARE(test.window.findChildren<SettingsDialog *>().size(), 1);
    QVERIFY(test.button(u"program"_s)->isVisible());

    support::Floor floor;
    presentation::Theme theme;
    widgets::SupervisorWindow supervisor(floor.desk, theme);
    supervisor.perform(model::Command::Settings);
    QVERIFY(!supervisor.findChild<SettingsDialog *>()); // they are not offered
    supervisor.offerSettings(test.profile, Languages);
    supervisor.show();
    auto *menu =
        qobject_cast<widgets::ProgramMenu *>(supervisor.findChild<QPushButton *>(u"program"_s)->menu());
    menu->entry(widgets::MenuEntry::Settings)->trigger();
    QVERIFY(supervisor.findChild<SettingsDialog *>());
}

void TestSettingsDialog::showsWhatIsInForce()
{
    DialogTest test({.servers = {u"tlibs://a.example:7007"_s, u"tlibs://b.example:7008"_s},
                     .pins = {QByteArray(32, '\0')},
                     .addpTimeout = 3});
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.field(u"backupPort"_s)->text(), u"7008"_s);
    QCOMPARE(test.field<QComboBox>(u"encryption"_s)->currentIndex(), 0);
    QCOMPARE(test.field(u"pins"_s)->text(), u"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="_s);
    QCOMPARE(test.field(u"addpTimeout"_s)->text(), u"3"_s);
    QCOMPARE(test.field(u"addpRemoteTimeout"_s)->text(), u"10"_s);
    QCOMPARE(test.field(u"requestTimeout"_s)->text(), u"5"_s);
    QCOMPARE(test.dialog()->focusWidget(), test.field(u"primaryHost"_s));
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved(), Preferences()); // nothing was changed, nothing is written
}

void TestSettingsDialog::savesWhatWasTyped()
{
    DialogTest test;
    QSignalSpy changed(&test.profile, &Profile::changed);
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.type(u"primaryPort"_s, u"7007"_s);
    QCOMPARE(test.field<QComboBox>(u"encryption"_s)->currentIndex(), 0); // unless somebody says otherwise
    test.type(u"addpTimeout"_s, u"5"_s);
    QTest::keyClick(test.field(u"addpTimeout"_s), Qt::Key_Return);
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved(), (Preferences{.servers = {u"tlibs://a.example:7007"_s}, .addpTimeout = 5}));
    QCOMPARE(test.profile.chosen(), test.saved());
    QCOMPARE(changed.size(), 1);
}

void TestSettingsDialog::escapeSavesNothing()
{
    DialogTest test;
    test.type(u"primaryHost"_s, u"a.example"_s);
    QTest::keyClick(test.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.profile.chosen(), Preferences());
}

void TestSettingsDialog::flawIsSaidOnceTheFieldIsLeft()
{
    DialogTest test;
    QApplication::setActiveWindow(test.dialog());
    QTRY_VERIFY(test.field(u"primaryHost"_s)->hasFocus());
    test.type(u"primaryHost"_s, u"a b"_s);
    QTest::keyClick(test.field(u"primaryHost"_s), Qt::Key_Tab); // to the port: it belongs to it
    QCOMPARE(test.text(u"primaryNote"_s), QString());
    test.type(u"primaryPort"_s, u"7007"_s);
    QTest::keyClick(test.field(u"primaryPort"_s), Qt::Key_Tab);
    QTRY_VERIFY(!test.text(u"primaryNote"_s).isEmpty());
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.field<QComboBox>(u"encryption"_s)->setCurrentIndex(1);
    test.type(u"caFile"_s, u"x"_s);
    QTest::keyClick(test.field(u"caFile"_s), Qt::Key_Tab);
    QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(!test.text(u"caFileNote"_s).isEmpty());
    QVERIFY(test.text(u"caFileNote"_s).endsWith(u'.'));
    QCOMPARE(test.field(u"caFile"_s)->accessibleDescription(), test.text(u"caFileNote"_s));
    QVERIFY(test.field(u"caFile"_s)->property("flawed").toBool());
    test.type(u"caFile"_s, QCoreApplication::applicationFilePath());
    QCOMPARE(test.text(u"caFileNote"_s), QString()); // and goes as soon as it is right
}

void TestSettingsDialog::savingGoesToTheFirstFlaw()
{
    DialogTest test;
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.type(u"addpTimeout"_s, u"never"_s);
    test.save();
    QVERIFY(test.dialog());
    QCOMPARE(test.page(), 0);
    QCOMPARE(test.dialog()->focusWidget(), test.field(u"primaryPort"_s));
    QVERIFY(test.text(u"primaryNote"_s).contains(u"port"));
    QVERIFY(test.text(u"addpTimeoutNote"_s).contains(u"3600"));
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.profile.chosen(), Preferences());
}

void TestSettingsDialog::policyIsShownAndDisabled()
{
    DialogTest test({.servers = {u"tlib://a.example:7007"_s}},
                    {{u"connection/servers"_s, SettingSource::Policy}});
    for (const QString &name : {u"primaryHost"_s, u"primaryPort"_s, u"encryption"_s, u"backupHost"_s})
        QVERIFY(!test.field<QWidget>(name)->isEnabled());
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.banner(u"primaryHost"_s),
             u"3 of these are set by your administrator (SIP Server, Backup, Encryption)."_s);
    QVERIFY(test.field<QLabel>(u"primaryNote"_s)->isHidden()); // the banner says it of all
    QVERIFY(test.field(u"primaryHost"_s)->accessibleDescription().contains(u"administrator"));
    QCOMPARE(test.banner(u"addpTimeout"_s), QString());
    QVERIFY(test.field(u"caFile"_s)->isEnabled());
    test.type(u"addpTimeout"_s, u"7"_s);
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved().addpTimeout, 7);
}

void TestSettingsDialog::flawOfTheAdministratorsDoesNotBlock()
{
    DialogTest test({.caFile = u"/nowhere/ca.pem"_s}, {{u"connection/caFile"_s, SettingSource::Policy}});
    test.type(u"addpTimeout"_s, u"7"_s);
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved().addpTimeout, 7);
}

void TestSettingsDialog::commandLineIsSaid()
{
    DialogTest test({.servers = {u"tlib://a.example:7007"_s}},
                    {{u"connection/servers"_s, SettingSource::CommandLine}});
    QVERIFY(test.text(u"primaryNote"_s).contains(u"command line"));
    QVERIFY(test.field(u"primaryHost"_s)->isEnabled());
}

void TestSettingsDialog::effectIsSaidBeforehand()
{
    DialogTest test;
    QCOMPARE(test.text(u"effect"_s), QString());
    test.type(u"keepDays"_s, u"7"_s);
    QCOMPARE(test.text(u"effect"_s), u"It applies from the next start on."_s);
    test.type(u"addpTimeout"_s, u"7"_s);
    QVERIFY(test.text(u"effect"_s).startsWith(u"Saving connects anew."));
    test.type(u"keepDays"_s, u"400"_s);
    QCOMPARE(test.text(u"effect"_s), u"Saving connects anew."_s);
    test.type(u"addpTimeout"_s, u"10"_s);
    test.type(u"dn"_s, u"7002"_s);
    QCOMPARE(test.text(u"effect"_s), u"Saving connects anew."_s);
}

void TestSettingsDialog::asksBeforeALightGoesOut_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("changed");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("recording") << u"ON"_s << u"addpTimeout"_s << true;
    QTest::newRow("paused") << u"PAUSED"_s << u"addpTimeout"_s << true;
    QTest::newRow("not recording") << u"OFF"_s << u"addpTimeout"_s << false;
    QTest::newRow("recording, and nothing is connected anew") << u"ON"_s << u"keepDays"_s << false;
    QTest::newRow("recording, and another person sits here") << u"ON"_s << u"agentId"_s << true;
}

void TestSettingsDialog::asksBeforeALightGoesOut()
{
    QFETCH(QString, state);
    QFETCH(QString, changed);
    QFETCH(bool, isAsked);
    DialogTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(state));
    test.type(changed, u"7"_s);
    test.pressSave();
    auto *question = test.dialog()->findChild<Question *>();
    QCOMPARE(question != nullptr, isAsked);
    if (isAsked) {
        QVERIFY(question->accessibleDescription().contains(u"not certain"));
        QCOMPARE(test.profile.chosen(), Preferences());
        test.talk.sayRecording(state == u"ON"_s ? u"PAUSED"_s : u"ON"_s); // it follows
        QTRY_VERIFY(
            question->accessibleDescription().contains(state == u"ON"_s ? u"paused" : u"being recorded"));
        question->reject();
        QVERIFY(test.dialog());
        QCOMPARE(test.field(changed)->text(), u"7"_s);
        test.save();
        for (auto *again : test.dialog()->findChildren<Question *>()) {
            if (again->isVisible())
                again->accept();
        }
    }
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.profile.chosen() != Preferences());
}

void TestSettingsDialog::failedSavingLosesNothing()
{
    DialogTest test;
    QVERIFY(QDir().mkdir(test.file.path())); // a folder in its place
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.type(u"primaryPort"_s, u"7007"_s);
    test.save();
    QVERIFY(test.dialog());
    QVERIFY(test.field<QLabel>(u"trouble"_s)->isVisible());
    QVERIFY(test.text(u"trouble"_s).contains(test.file.path()));
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.profile.chosen(), Preferences());
    QVERIFY(QDir().rmdir(test.file.path()));
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved().servers, QStringList{u"tlibs://a.example:7007"_s});
}

void TestSettingsDialog::standingDiskHoldsNothingUp_data()
{
    QTest::addColumn<bool>("isPutAway");
    QTest::addColumn<bool>("fails");
    QTest::newRow("waited for") << false << false;
    QTest::newRow("put away") << true << false;
    QTest::newRow("put away, and it fails") << true << true;
}

void TestSettingsDialog::standingDiskHoldsNothingUp()
{
    QFETCH(bool, isPutAway);
    QFETCH(bool, fails);
    DialogTest test;
    if (fails)
        QVERIFY(QDir().mkdir(test.file.path())); // a folder in its place
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.type(u"primaryPort"_s, u"7007"_s);
    support::StandingDisk disk;
    test.pressSave();
    QVERIFY(test.text(u"effect"_s).startsWith(u"Saving…"_s));
    QVERIFY(!test.field<QPushButton>(u"save"_s)->isEnabled());
    if (isPutAway) {
        QTest::keyClick(test.dialog(), Qt::Key_Escape);
        QVERIFY(test.dialog()->isHidden()); // so the window behind it can be used
    }
    disk.go();
    test.waitForDisk();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.profile.chosen() == Preferences(), fails);
    QCOMPARE(test.talk.desk.toasts.toasts().size(), fails ? 1 : 0);
    if (fails)
        QVERIFY(presentation::toastReason(test.talk.desk.toasts.toasts().first()).contains(test.file.path()));
}

void TestSettingsDialog::themeAndLanguageAreSaved()
{
    DialogTest test;
    QVERIFY(test.field<QRadioButton>(u"themeSystem"_s)->isChecked());
    auto *language = test.field<QComboBox>(u"language"_s);
    QCOMPARE(language->currentText(), u"As the system"_s);
    QCOMPARE(language->itemText(1), u"English"_s);
    QCOMPARE(language->itemText(2), u"Deutsch"_s);
    test.field<QRadioButton>(u"themeDark"_s)->click();
    language->setCurrentIndex(2);
    QCOMPARE(test.text(u"effect"_s), QString()); // both change at once
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved(), (Preferences{.language = u"de"_s, .theme = model::ThemeChoice::Dark}));
}

void TestSettingsDialog::everythingHasANameAndIsLargeEnough()
{
    DialogTest test;
    auto *list = test.field<QListWidget>(u"pageList"_s);
    QVERIFY(!list->accessibleName().isEmpty());
    int looked = 0;
    for (int page = 0; page < list->count(); ++page) {
        list->setCurrentRow(page);
        QCoreApplication::processEvents();
        const auto fields = test.dialog()->findChildren<QWidget *>();
        for (QWidget *field : fields) {
            const bool isField = qobject_cast<QLineEdit *>(field) || qobject_cast<QAbstractButton *>(field) ||
                                 qobject_cast<QComboBox *>(field);
            if (!isField || !field->isVisible() || field->focusPolicy() == Qt::NoFocus)
                continue;
            ++looked;
            const auto *button = qobject_cast<QAbstractButton *>(field);
            QVERIFY2(!field->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(field->objectName()));
            QVERIFY2(field->height() >= 24 && field->width() >= 24, qPrintable(field->objectName()));
        }
    }
    QVERIFY(looked > 40); // on six pages
}

void TestSettingsDialog::nothingIsCutOffInLargeType()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPixelSize(28);
    DialogTest test;
    test.theme.setSystem(QApplication::palette(), large);
    test.dialog()->close();
    QTRY_VERIFY(!test.dialog());
    test.open();
    QCoreApplication::processEvents();
    auto *list = test.field<QListWidget>(u"pageList"_s);
    for (int page = 0; page < list->count(); ++page) {
        list->setCurrentRow(page);
        QCoreApplication::processEvents();
        const auto labels = test.dialog()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        const auto buttons = test.dialog()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        }
    }
    QApplication::setFont(before);
}

void TestSettingsDialog::tabGoesThroughAllFields()
{
    DialogTest test;
    QApplication::setActiveWindow(test.dialog());
    QTRY_VERIFY(test.field(u"primaryHost"_s)->hasFocus());
    QStringList order;
    for (int i = 0; i < 5; ++i) {
        order.append(test.dialog()->focusWidget()->objectName());
        QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{u"primaryHost"_s, u"primaryPort"_s, u"backupHost"_s, u"backupPort"_s,
                               u"encryption"_s};
    QCOMPARE(order, expected);
}

void TestSettingsDialog::neverLargerThanTheScreen()
{
    DialogTest test;
    const QSize room = test.dialog()->screen()->availableGeometry().size();
    QVERIFY(test.dialog()->width() <= room.width() && test.dialog()->height() <= room.height());
    test.dialog()->resize(500, 290); // 1024 x 600 at 200 %
    QCoreApplication::processEvents();
    QCOMPARE(test.dialog()->size(), QSize(500, 290));
    auto *list = test.field<QListWidget>(u"pageList"_s);
    for (int page = 0; page < list->count(); ++page) {
        list->setCurrentRow(page);
        QCoreApplication::processEvents();
        auto *scroll = qobject_cast<QScrollArea *>(test.field<QStackedWidget>(u"pages"_s)->currentWidget());
        // What is wider than that can be scrolled to.
        QVERIFY(scroll->widget()->width() >= scroll->widget()->minimumSizeHint().width());
    }
    QVERIFY(test.field<QPushButton>(u"save"_s)->isVisible());
}

/// Chooses the file in the dialog that is open.
void choose(const QWidget &dialog, const QString &path)
{
    auto *files = dialog.findChild<QFileDialog *>();
    QVERIFY(files);
    Q_EMIT files->fileSelected(path);
    files->close();
}

void TestSettingsDialog::importFillsTheFields()
{
    DialogTest test;
    const QString path = test.folder.filePath(u"site.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[connection]\nservers=tlibs://a.example:7007\n[agent]\nqueue=5000\n");
    file.close();
    QMenu *menu = test.field<QPushButton>(u"transfer"_s)->menu();
    menu->actions().first()->trigger();
    choose(*test.dialog(), path);
    auto *question = test.dialog()->findChild<Question *>();
    QVERIFY(question);
    QVERIFY(question->accessibleDescription().contains(u"changes 2 setting(s)"));
    QVERIFY(question->accessibleDescription().contains(u"Queue"));
    QCOMPARE(test.field(u"primaryHost"_s)->text(), QString());
    question->accept();
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.field(u"queue"_s)->text(), u"5000"_s);
    QCOMPARE(test.profile.chosen(), Preferences()); // not before Save
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved().queue, u"5000"_s);
}

void TestSettingsDialog::aFileThatIsNoneChangesNothing()
{
    DialogTest test;
    const QString path = test.folder.filePath(u"notes.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Milk, bread\n");
    file.close();
    test.type(u"primaryHost"_s, u"typed.example"_s);
    test.field<QPushButton>(u"transfer"_s)->menu()->actions().first()->trigger();
    choose(*test.dialog(), path);
    auto *question = test.dialog()->findChild<Question *>();
    QVERIFY(question);
    QVERIFY(question->accessibleDescription().contains(u"notes.txt"));
    question->reject();
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"typed.example"_s);
}

void TestSettingsDialog::whatTheAdministratorHasSetIsNotImported()
{
    DialogTest test({.queue = u"1"_s}, {{u"agent/queue"_s, SettingSource::Policy}});
    const QString path = test.folder.filePath(u"site.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[agent]\nqueue=5000\nid=1001\n");
    file.close();
    test.field<QPushButton>(u"transfer"_s)->menu()->actions().first()->trigger();
    choose(*test.dialog(), path);
    test.dialog()->findChild<Question *>()->accept();
    QCOMPARE(test.field(u"queue"_s)->text(), u"1"_s);
    QCOMPARE(test.field(u"agentId"_s)->text(), u"1001"_s);
}

void TestSettingsDialog::exportsWithoutThePerson()
{
    DialogTest test({.servers = {u"tlibs://a.example:7007"_s}, .dns = {u"7001"_s}});
    for (const bool withPerson : {false, true}) {
        const QString path = test.folder.filePath(u"out%1.ini"_s.arg(int(withPerson)));
        test.field<QPushButton>(u"transfer"_s)->menu()->actions().last()->trigger();
        auto *dialog = test.dialog()->findChild<widgets::ExportDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QCheckBox *>()->isChecked());
        dialog->findChild<QCheckBox *>()->setChecked(withPerson);
        dialog->findChild<QPushButton *>(u"exportNow"_s)->click();
        choose(*dialog, path);
        QTRY_VERIFY(!test.dialog()->findChild<widgets::ExportDialog *>());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().contains("7001"), withPerson);
    }
}

void TestSettingsDialog::noPageScrollsSideways_data()
{
    support::languageRows();
    QTest::newRow("longer words") << u"longer"_s;
}

/// At the size that it has at first.
void TestSettingsDialog::noPageScrollsSideways()
{
    QFETCH(QString, language);
    std::unique_ptr<support::Translated> translated;
    support::LongWords longer;
    if (language == u"longer")
        QCoreApplication::installTranslator(&longer);
    else
        translated = std::make_unique<support::Translated>(language);
    DialogTest test;
    auto *list = test.field<QListWidget>(u"pageList"_s);
    auto *pages = test.field<QStackedWidget>(u"pages"_s);
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        QCoreApplication::processEvents();
        const auto *scroll = qobject_cast<QScrollArea *>(pages->widget(row));
        QVERIFY2(scroll->horizontalScrollBar()->maximum() == 0,
                 qPrintable(list->item(row)->text() + u' ' +
                            QString::number(scroll->horizontalScrollBar()->maximum())));
    }
    QCoreApplication::removeTranslator(&longer);
}

TALLY_GUI_TEST(TestSettingsDialog)

} // namespace tst_settingsdialog
#include "tst_settingsdialog.moc"
