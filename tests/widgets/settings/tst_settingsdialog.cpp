#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "model/settings/profile.h"
#include "presentation/words/toasttext.h"
#include "support/floor.h"
#include "support/standingdisk.h"
#include "widgets/parts/question.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
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
    void open()
    {
        window.perform(model::Command::Settings);
    }
    SettingsDialog *dialog() const { return find<SettingsDialog>(); }
    template <class Widget = QLineEdit>
    Widget *field(const QString &name) const
    {
        return dialog()->findChild<Widget *>(name);
    }
    QString text(const QString &name) const { return field<QLabel>(name)->text(); }
    /// As a person does: types, and goes on.
    void type(const QString &name, const QString &value) const
    {
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
    QVERIFY(supervisor.findChild<QPushButton *>(u"program"_s)->isHidden()); // nothing is in it
    supervisor.offerSettings(test.profile, Languages);
    supervisor.show();
    auto *menu = supervisor.findChild<QPushButton *>(u"program"_s);
    QVERIFY(menu->isVisible());
    menu->menu()->actions().first()->trigger();
    QVERIFY(supervisor.findChild<SettingsDialog *>());
}

void TestSettingsDialog::showsWhatIsInForce()
{
    DialogTest test({.servers = {u"tlibs://a.example:7007"_s, u"tlibs://b.example:7008"_s},
                     .pins = {QByteArray(32, '\0')},
                     .addpTimeout = 3});
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.field(u"backupPort"_s)->text(), u"7008"_s);
    QVERIFY(test.field<QCheckBox>(u"primarySecure"_s)->isChecked());
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
    test.field<QCheckBox>(u"primarySecure"_s)->click();
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
    QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    test.type(u"caFile"_s, u"x"_s);
    QTest::keyClick(test.field(u"caFile"_s), Qt::Key_Tab);
    QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(!test.text(u"caFileNote"_s).isEmpty());
    QVERIFY(test.text(u"caFileNote"_s).endsWith(u'.'));
    QCOMPARE(test.field(u"caFile"_s)->accessibleDescription(), test.text(u"caFileNote"_s));
    QVERIFY(test.field(u"caFile"_s)->property("flawed").toBool());
    test.type(u"caFile"_s, QString());
    QCOMPARE(test.text(u"caFileNote"_s), QString()); // and goes as soon as it is right
}

void TestSettingsDialog::savingGoesToTheFirstFlaw()
{
    DialogTest test;
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.type(u"addpTimeout"_s, u"never"_s);
    test.field<QTabWidget>(u"pages"_s)->setCurrentIndex(1);
    test.save();
    QVERIFY(test.dialog());
    QCOMPARE(test.field<QTabWidget>(u"pages"_s)->currentIndex(), 0);
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
    for (const QString &name : {u"primaryHost"_s, u"primaryPort"_s, u"primarySecure"_s, u"backupHost"_s})
        QVERIFY(!test.field<QWidget>(name)->isEnabled());
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QVERIFY(test.text(u"primaryNote"_s).contains(u"administrator"));
    QCOMPARE(test.field(u"primaryHost"_s)->accessibleDescription(), test.text(u"primaryNote"_s));
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
    test.type(u"requestTimeout"_s, u"7"_s);
    QCOMPARE(test.text(u"effect"_s), u"It applies from the next start on."_s);
    test.type(u"addpTimeout"_s, u"7"_s);
    QVERIFY(test.text(u"effect"_s).startsWith(u"Saving connects anew."));
    test.type(u"requestTimeout"_s, u"5"_s);
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
    QTest::newRow("recording, and nothing is connected anew") << u"ON"_s << u"requestTimeout"_s << false;
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
    QCOMPARE(test.saved().servers, QStringList{u"tlib://a.example:7007"_s});
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
    QVERIFY(test.field<QRadioButton>(u"language_"_s)->isChecked());
    QCOMPARE(test.field<QRadioButton>(u"language_de"_s)->text(), u"Deutsch"_s);
    QCOMPARE(test.field<QRadioButton>(u"language_en"_s)->text(), u"English"_s);
    test.field<QRadioButton>(u"themeDark"_s)->click();
    test.field<QRadioButton>(u"language_de"_s)->click();
    QCOMPARE(test.text(u"effect"_s), u"It applies from the next start on."_s);
    test.save();
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.saved(), (Preferences{.language = u"de"_s, .theme = model::ThemeChoice::Dark}));
}

void TestSettingsDialog::everythingHasANameAndIsLargeEnough()
{
    DialogTest test;
    const auto fields = test.dialog()->findChildren<QWidget *>();
    int looked = 0;
    for (QWidget *field : fields) {
        const bool isField = qobject_cast<QLineEdit *>(field) || qobject_cast<QAbstractButton *>(field);
        if (!isField || !field->isVisible() || field->focusPolicy() == Qt::NoFocus)
            continue;
        ++looked;
        const auto *button = qobject_cast<QAbstractButton *>(field);
        QVERIFY2(!field->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(field->objectName()));
        QVERIFY2(field->height() >= 24 && field->width() >= 24, qPrintable(field->objectName()));
    }
    QCOMPARE(looked, 18); // eleven texts, two boxes, five buttons
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
    QApplication::setFont(before);
}

void TestSettingsDialog::tabGoesThroughAllFields()
{
    DialogTest test;
    QApplication::setActiveWindow(test.dialog());
    QTRY_VERIFY(test.field(u"primaryHost"_s)->hasFocus());
    QStringList order;
    for (int i = 0; i < 12; ++i) {
        order.append(test.dialog()->focusWidget()->objectName());
        QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{u"primaryHost"_s,
                               u"primaryPort"_s,
                               u"primarySecure"_s,
                               u"backupHost"_s,
                               u"backupPort"_s,
                               u"backupSecure"_s,
                               u"caFile"_s,
                               u"caFileBrowse"_s,
                               u"clientCertificate"_s,
                               u"clientCertificateBrowse"_s,
                               u"clientKey"_s,
                               u"clientKeyBrowse"_s};
    QCOMPARE(order, expected);
}

TALLY_GUI_TEST(TestSettingsDialog)

} // namespace tst_settingsdialog
#include "tst_settingsdialog.moc"
