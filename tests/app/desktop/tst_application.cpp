#include "app/desktop/application.h"
#include "app/desktop/language.h"
#include "support/switchonport.h"
#include "support/testprogram.h"
#include "widgets/desk/deskwindow.h"
#include "widgets/settings/settingsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace tst_application {

using namespace Qt::StringLiterals;
using support::SwitchOnPort;
using widgets::Assistant;

/// The desktop put together, in the test's process: what it does at the start and when settings are changed.
class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingSetEndsInTheAssistant();
    void aServerOnTheCommandLineDoesNot();
    void aServerOfThePolicyIsShownFixed();
    void startConnectsWithoutAnotherStart();
    void practiceIsAClickAway();
    void anotherDnCountsAtOnce();
    void languageChangesAtOnceInAllWindows_data();
    void languageChangesAtOnceInAllWindows();
    void theAssistantSpeaksAsItIsToldTo();
    void whereNothingCanBeSavedOneRunIsPossible();

private:
    void begin(app::Options options)
    {
        options.instance = u"test%1"_s.arg(++m_instances);
        options.configFile = std::nullopt;
        const auto startup =
            app::prepare(options, m_folder->filePath(u"policy.ini"_s), app::spokenLanguages(), m_clock);
        QVERIFY2(startup, startup ? "" : qPrintable(startup.error().text));
        goOn({.startup = *startup});
    }
    void goOn(app::Application::Next next) // a copy: the desktop that it stands in goes
    {
        m_desktop.reset();
        m_desktop = std::make_unique<app::Application>(next.startup, m_log);
        QVERIFY(m_desktop->start(next.password, next.place));
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    template <class Window>
    static Window *shown()
    {
        const auto all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (auto *window = qobject_cast<Window *>(widget); window && window->isVisible())
                return window;
        }
        return nullptr;
    }
    template <class Widget = QLineEdit>
    static Widget *field(const QWidget &in, const QString &name)
    {
        return in.findChild<Widget *>(name);
    }
    /// What a person can read on the windows that are there, the hidden pages too.
    static QStringList texts()
    {
        QStringList texts;
        const auto all = QApplication::allWidgets();
        for (const QWidget *widget : all) {
            if (widget->isWindow() && !widget->windowTitle().isEmpty())
                texts += widget->windowTitle();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts += label->text();
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts += button->text();
            texts += widget->toolTip();
            texts += widget->accessibleName();
            for (const QAction *action : widget->actions())
                texts += action->text();
        }
        texts.removeDuplicates();
        texts.sort();
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    core::SystemClock m_clock;
    app::LogSink m_log;
    std::unique_ptr<app::Application> m_desktop;
    int m_instances = 0;
};

void TestApplication::initTestCase()
{
    QVERIFY(QTemporaryDir().isValid());
}

void TestApplication::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, m_folder->path().toLocal8Bit());
}

void TestApplication::cleanup()
{
    m_desktop.reset();
    app::speak(u"en"_s, qApp);
}

void TestApplication::nothingSetEndsInTheAssistant()
{
    begin({});
    QVERIFY(shown<Assistant>());
    QVERIFY(shown<widgets::DeskWindow>());
    shown<Assistant>()->reject();
    QTRY_VERIFY(!shown<Assistant>());
    QPushButton *const act = field<QPushButton>(*shown<widgets::DeskWindow>(), u"act"_s);
    QVERIFY(act->isVisible()); // the way back
    act->click();
    QVERIFY(shown<Assistant>());
}

void TestApplication::aServerOnTheCommandLineDoesNot()
{
    begin({.servers = {u"tlib://127.0.0.1:1"_s}});
    QVERIFY(!shown<Assistant>());
}

void TestApplication::aServerOfThePolicyIsShownFixed()
{
    SwitchOnPort server(SwitchOnPort::smallSite());
    write(u"policy.ini"_s,
          "[connection]\nservers=tlib://127.0.0.1:" + QByteArray::number(server.port()) + "\n");
    begin({});
    const Assistant *const assistant = shown<Assistant>();
    QVERIFY(assistant); // whose telephone it is nobody has said
    QVERIFY(field<QLabel>(*assistant, u"banner"_s)->isVisible());
    QVERIFY(!field(*assistant, u"primaryHost"_s)->isEnabled());
    QCOMPARE(server.requests, 0); // nothing is sent before Test or Start
}

void TestApplication::startConnectsWithoutAnotherStart()
{
    SwitchOnPort server(SwitchOnPort::smallSite());
    begin({});
    Assistant *const assistant = shown<Assistant>();
    field(*assistant, u"primaryHost"_s)->setText(u"127.0.0.1"_s);
    field(*assistant, u"primaryPort"_s)->setText(QString::number(server.port()));
    field<QComboBox>(*assistant, u"encryption"_s)->setCurrentIndex(2);
    field(*assistant, u"dn"_s)->setText(u"7001"_s);
    field<QPushButton>(*assistant, u"start"_s)->click();
    QTRY_VERIFY(m_desktop->next());
    QCOMPARE(server.requests, 0); // nobody has tested, so nobody has connected yet
    goOn(*m_desktop->next());
    QVERIFY(!shown<Assistant>());
    QTRY_VERIFY(server.requests >= 2); // who is there, and the DN
}

void TestApplication::practiceIsAClickAway()
{
    begin({});
    field<QPushButton>(*shown<Assistant>(), u"practise"_s)->click();
    QVERIFY(m_desktop->next());
    QVERIFY(m_desktop->next()->startup.isDemo);
    goOn(*m_desktop->next());
    QVERIFY(!shown<Assistant>());
    QVERIFY(shown<widgets::DeskWindow>()->windowTitle().contains(u"Practice"));
}

void TestApplication::anotherDnCountsAtOnce()
{
    SwitchOnPort server(SwitchOnPort::smallSite());
    begin({.servers = {u"tlib://127.0.0.1:%1"_s.arg(server.port())}, .dns = {u"7001"_s}});
    QTRY_VERIFY(server.requests >= 2);
    auto *window = shown<widgets::DeskWindow>();
    window->perform(model::Command::Settings);
    auto *settings = shown<widgets::SettingsDialog>();
    field<QListWidget>(*settings, u"pageList"_s)->setCurrentRow(1);
    field(*settings, u"dn"_s)->setText(u"7002"_s);
    field<QPushButton>(*settings, u"save"_s)->click();
    QTRY_VERIFY(m_desktop->next());
    const app::Startup &next = m_desktop->next()->startup;
    QCOMPARE(next.entries.first().dn, model::Dn(u"7002"_s)); // the command line's does not count any more
    QCOMPARE(next.servers.size(), 1);                        // and what was not changed does
}

void TestApplication::languageChangesAtOnceInAllWindows_data()
{
    QTest::addColumn<model::Role>("role");
    QTest::newRow("agent") << model::Role::Agent;
    QTest::newRow("supervisor") << model::Role::Supervisor;
}

/// Compared with a desktop that has begun in that language.
void TestApplication::languageChangesAtOnceInAllWindows()
{
    if (!app::spokenLanguages().contains(u"de"))
        QSKIP("the translations are not built");
    QFETCH(model::Role, role);
    SwitchOnPort server(SwitchOnPort::smallSite());
    const app::Options options{
        .servers = {u"tlib://127.0.0.1:%1"_s.arg(server.port())}, .role = role, .dns = {u"7001"_s}};
    app::speak(u"de"_s, qApp);
    begin(options);
    QTRY_VERIFY(server.requests >= 2);
    shown<widgets::DeskWindow>()->perform(model::Command::Settings);
    QTRY_VERIFY(shown<widgets::SettingsDialog>());
    const QStringList german = texts();
    m_desktop.reset();

    app::speak(u"en"_s, qApp);
    begin(options);
    QTRY_VERIFY(server.requests >= 4);
    auto *window = shown<widgets::DeskWindow>();
    window->perform(model::Command::Settings);
    auto *settings = shown<widgets::SettingsDialog>();
    QStringList englishOnly = texts();
    englishOnly.removeIf([&german](const QString &text) { return german.contains(text); });
    QVERIFY(englishOnly.size() > 20);
    auto *language = field<QComboBox>(*settings, u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    field<QPushButton>(*settings, u"save"_s)->click();
    QPointer<QWidget> before = window;
    QTRY_VERIFY(!before);
    QVERIFY(!m_desktop->next()); // no beginning for that: calls and connection stay
    QTRY_VERIFY(shown<widgets::DeskWindow>());
    shown<widgets::DeskWindow>()->perform(model::Command::Settings);
    const QStringList now = texts();
    for (const QString &text : now)
        QVERIFY2(!englishOnly.contains(text), qPrintable(text));
}

void TestApplication::theAssistantSpeaksAsItIsToldTo()
{
    if (!app::spokenLanguages().contains(u"de"))
        QSKIP("the translations are not built");
    app::speak(u"en"_s, qApp);
    begin({.language = u"en"_s});
    QPointer<Assistant> before = shown<Assistant>();
    field(*before, u"dn"_s)->setText(u"7001"_s);
    field<QComboBox>(*before, u"encryption"_s)->setCurrentIndex(2);
    field<QPushButton>(*before, u"supervisor"_s)->click();
    auto *language = field<QComboBox>(*before, u"language"_s);
    language->setFocus();
    while (language->currentData() != u"de"_s)
        QTest::keyClick(language, Qt::Key_Down);
    QTRY_VERIFY(!before);
    Assistant *const now = shown<Assistant>();
    QVERIFY(now);
    QCOMPARE(now->windowTitle(), u"Tallylight einrichten"_s);
    QCOMPARE(field(*now, u"dn"_s)->text(), u"7001"_s);
    QCOMPARE(field<QComboBox>(*now, u"encryption"_s)->currentIndex(), 2);
    QVERIFY(field<QPushButton>(*now, u"supervisor"_s)->isChecked());
    QCOMPARE(field<QComboBox>(*now, u"language"_s)->currentData().toString(), u"de"_s);
    QCOMPARE(now->focusWidget()->objectName(), u"language"_s);

    field(*now, u"dn"_s)->clear();
    field<QPushButton>(*now, u"agent"_s)->click();
    field<QComboBox>(*now, u"encryption"_s)->setCurrentIndex(0);
    now->reject(); // nothing but the language: that is not saved either
    QTRY_COMPARE(field<QPushButton>(*shown<widgets::DeskWindow>(), u"act"_s)->text(), u"&Set up…"_s);
    QVERIFY(!shown<Assistant>());
}

void TestApplication::whereNothingCanBeSavedOneRunIsPossible()
{
    write(u"file"_s, "in the way of the folder");
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"file"_s).toLocal8Bit());
    SwitchOnPort server(SwitchOnPort::smallSite());
    begin({});
    Assistant *const assistant = shown<Assistant>();
    field(*assistant, u"primaryHost"_s)->setText(u"127.0.0.1:%1"_s.arg(server.port()));
    field<QComboBox>(*assistant, u"encryption"_s)->setCurrentIndex(2);
    field(*assistant, u"dn"_s)->setText(u"7001"_s);
    auto *unsaved = field<QPushButton>(*assistant, u"unsaved"_s);
    QVERIFY(!unsaved->isVisible());
    field<QPushButton>(*assistant, u"start"_s)->click();
    QTRY_VERIFY(unsaved->isVisible());
    QVERIFY(!m_desktop->next());
    unsaved->click();
    QVERIFY(m_desktop->next());
    QVERIFY(m_desktop->next()->startup.stored == model::Preferences());
    goOn(*m_desktop->next());
    QVERIFY(!shown<Assistant>());
    QTRY_VERIFY(server.requests >= 2);
}

TALLY_GUI_TEST(TestApplication)

} // namespace tst_application

#include "tst_application.moc"
