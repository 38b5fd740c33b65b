#include "app/desktop/application.h"

#include "app/desktop/configuration.h"
#include "app/desktop/diagnostics.h"
#include "app/desktop/helpsource.h"
#include "app/desktop/language.h"
#include "app/desktop/testplan.h"
#include "app/terminal/logfolder.h"
#include "automation/socketpath.h"
#include "automation/words.h"
#include "core/logging.h"
#include "model/statewords.h"
#include "presentation/words/toasttext.h"
#include "widgets/agent/mainwindow.h"
#include "widgets/desk/diagnosticsdialog.h"
#include "widgets/desk/windowplace.h"
#include "widgets/dialogs/notice.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace app {

namespace {

std::unique_ptr<widgets::DeskWindow> makeWindow(model::Role role, model::Desk &desk,
                                                presentation::Theme &theme)
{
    switch (role) {
    case model::Role::Agent: return std::make_unique<widgets::MainWindow>(desk, theme);
    case model::Role::Supervisor: return std::make_unique<widgets::SupervisorWindow>(desk, theme);
    }
    Q_UNREACHABLE();
}

/// Beside the log: state that a person has not chosen.
QString rememberedPath(const QString &instance)
{
    return logFolder() + u"/tallylight/"_s + instance + u".state"_s;
}

QString placeKey(model::Role role)
{
    switch (role) {
    case model::Role::Agent: return u"window/agent"_s;
    case model::Role::Supervisor: return u"window/supervisor"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Application::Application(const Startup &startup, LogSink &log)
    : m_startup(startup)
    , m_log(log)
    , m_link(m_clock, startup.preferences.services)
    , m_trace(m_clock, model::tracedRecording(startup.preferences.keys))
    , m_tracedLink(m_link, m_trace)
    , m_desk(m_tracedLink, m_clock, deskConfiguration(startup))
    , m_passwords(m_desk.connection, m_keychain, m_clock)
    , m_certificates(m_desk.connection, m_clock)
    , m_linkToasts(m_desk.toasts)
    , m_profile(model::SettingsFile(startup.settingsFile, m_clock), startup.stored, startup.preferences,
                startup.sources)
    , m_journal(m_desk, storage::JournalFile::pathOf(startup.instance),
                {.keepDays = startup.preferences.journalKeepDays})
    , m_theme(startup.preferences.theme)
    , m_remembered(rememberedPath(startup.instance), m_clock)
    , m_window(makeWindow(startup.preferences.role, m_desk, m_theme))
    , m_automation(m_desk, startup.policy.automation(), &presentation::toastLine)
{
    const model::Preferences &preferences = m_startup.preferences;
    m_desk.registry.setDns(m_startup.entries);
    m_desk.agent.setIdentity({.dn = m_desk.registry.ownDn(),
                              .agentId = model::AgentId(preferences.agentId),
                              .queue = model::Dn(preferences.queue)});
    m_linkToasts.follow(m_passwords);
    m_linkToasts.follow(m_certificates);
    // Whoever gives the password, and whenever: it is never logged.
    connect(&m_desk.connection, &model::ServerConnection::stateChanged, this,
            [this] { m_log.hide(m_desk.connection.endpoint().password); });
    connect(&m_profile, &model::Profile::changed, this, &Application::applyChange);
    furnishWindow();
    connect(&m_automation, &automation::Server::showRequested, this, [this] { m_presence->raiseWindow(); });
    // Nobody knows what was missed, and the server may have given this client up: connect anew.
    connect(&m_sleep, &SleepWatch::slept, this,
            [this] { m_desk.connection.renew(u"this machine has slept"_s); });
    // Not quit(): that asks the windows, and whoever sent this has been asked.
    connect(&m_automation, &automation::Server::quitRequested, this, [] { QCoreApplication::exit(0); });
    connect(&m_signals, &Signals::endRequested, this, &Application::endBySystem);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &Application::endOfSession,
            Qt::DirectConnection);
    qApp->installEventFilter(this);
}

void Application::furnishWindow()
{
    new widgets::WindowPlace(*m_window, m_remembered, placeKey(m_startup.preferences.role));
    m_presence = std::make_unique<Presence>(m_desk, m_theme, *m_window, m_profile, m_remembered);
    m_window->offerSettings(
        m_profile, spokenLanguages(), trials(),
        {.obstacle = [this] { return m_presence->hotkeys().obstacle(); },
         .trouble = [this](model::Command command) { return m_presence->hotkeys().trouble(command); },
         .noNotifications = [this] { return m_presence->noNotifications(); }});
    m_window->offerSetUp([this] { showAssistant(); },
                         m_startup.options.servers.isEmpty() && !m_profile.isFixed(u"connection/servers"_s));
    m_window->askForPasswords(m_passwords);
    m_window->offerDiagnostics(m_trace);
    m_window->offerHelp(helpSource({.startup = m_startup,
                                    .profile = m_profile,
                                    .hotkeys = m_presence->hotkeys(),
                                    .journalPath = m_journal.path()}));
    m_window->showCaseData(caseKeys(m_profile.inForce()));
    connect(m_window.get(), &widgets::DeskWindow::diagnosticsRequested, this, &Application::offerBundle);
    if (m_startup.isDemo)
        m_window->setPractice(true);
    if (m_practice)
        m_window->offerPractice(*m_practice);
}

/// In the language of now, from the model as it is: texts that code has set would stay in the one before.
void Application::renewWindow()
{
    const QString focused = m_window->focusWidget() ? m_window->focusWidget()->objectName() : QString();
    const bool isShown = m_window->isVisible();
    const bool isBarShown = m_presence->isBarShown();
    m_presence.reset(); // it holds on to the window
    const auto before = std::exchange(m_window, makeWindow(m_startup.preferences.role, m_desk, m_theme));
    furnishWindow();
    if (isShown)
        m_window->show();
    if (isBarShown)
        m_presence->showBar();
    if (m_practice && isShown)
        m_window->showPractice();
    if (auto *again = focused.isEmpty() ? nullptr : m_window->findChild<QWidget *>(focused))
        again->setFocus(Qt::OtherFocusReason);
}

/// A link of the test's own: the desk's connection is not touched.
widgets::ConnectionTrials Application::trials()
{
    const auto makeLink = [this] {
        return std::make_unique<wire::WireLink>(m_clock, m_profile.chosen().services);
    };
    return {.make =
                [this, makeLink] {
                    return std::make_unique<model::ConnectionTest>(makeLink, m_clock,
                                                                   model::ConnectionTest::Limits());
                },
            .planFor =
                [this](const model::Preferences &preferences) {
                    auto plan = testPlanFrom(preferences);
                    for (qsizetype i = 0; plan && i < plan->servers.size(); ++i)
                        plan->servers[i] = m_passwords.withPassword(plan->servers[i]);
                    return plan;
                }};
}

void Application::showAssistant()
{
    if (!m_assistant) {
        m_assistant =
            new widgets::Assistant(m_desk, m_profile, spokenLanguages(), trials(), m_theme, m_window.get());
        connect(m_assistant, &widgets::Assistant::startRequested, this,
                [this](const QString &password, bool keep) {
                    m_log.hide(password);
                    beginAnew(false, {.password = password, .keep = keep});
                });
        connect(m_assistant, &widgets::Assistant::startUnsavedRequested, this,
                [this](const model::Preferences &wanted, const QString &password, bool keep) {
                    m_log.hide(password);
                    const QStringList keys = model::differenceOf(wanted, m_profile.chosen());
                    for (const QString &key : keys)
                        m_startup.options.unsaved.insert(key, model::valueOf(wanted, key));
                    beginAnew(false, {.password = password, .keep = keep});
                });
        connect(m_assistant, &widgets::Assistant::practiceRequested, this, [this] { beginAnew(true); });
        // Not at once: both put another one in the place of the assistant, or of the window below it.
        connect(m_assistant, &widgets::Assistant::languageChosen, this, &Application::tryLanguage,
                Qt::QueuedConnection);
        connect(m_assistant, &widgets::Assistant::rejected, this, &Application::takeLanguageBack,
                Qt::QueuedConnection);
    }
    m_assistant->open();
}

/// Who reads no English finds the language first, and goes on where they were.
void Application::tryLanguage(const QString &language)
{
    if (!m_assistant)
        return;
    const auto entries = m_assistant->entries();
    const QRect place = m_assistant->geometry();
    const QString focused = m_assistant->focusWidget() ? m_assistant->focusWidget()->objectName() : QString();
    m_triesLanguage = true;
    speak(language, qApp);
    renewWindow(); // the assistant goes with the one before
    showAssistant();
    m_assistant->enter(entries);
    m_assistant->setGeometry(place);
    if (auto *again = focused.isEmpty() ? nullptr : m_assistant->findChild<QWidget *>(focused))
        again->setFocus(Qt::OtherFocusReason);
}

void Application::takeLanguageBack()
{
    if (!std::exchange(m_triesLanguage, false))
        return;
    speak(m_profile.inForce().language, qApp);
    renewWindow();
}

/// The new one is made ready before this one ends: what cannot be used is said, and all stays as it is.
void Application::beginAnew(bool isPractice, const model::ServerPasswords::Given &password)
{
    auto startup = prepareAgain(m_startup, m_changed, isPractice, spokenLanguages(), m_clock);
    if (!startup) {
        (new widgets::Notice(tr("This cannot be used"), {startup.error().text}, m_window.get()))->show();
        return;
    }
    m_next = Next{.startup = *std::move(startup), .password = password, .place = m_window->saveGeometry()};
    QCoreApplication::exit(0);
}

/// The recordings go on: nobody has said that they should end.
Application::~Application()
{
    using End = model::PreviousRun::End;
    m_journal.end(m_endedBy.isEmpty() ? End::ByPerson : End::BySystem, m_endedBy);
    qCInfo(core::appLog).noquote() << (u"Tallylight ends "_s + m_endedBy).trimmed();
}

/// Nobody is asked: whoever ends this desktop's session does not wait for an answer.
void Application::endBySystem(const QString &how)
{
    m_endedBy = how;
    QCoreApplication::exit(0);
}

/// The session ends, or somebody stops it yet: then the program goes on, and so does its journal.
void Application::endOfSession()
{
    constexpr auto LogOutTakes = std::chrono::minutes(1);
    m_endedBy = u"log-out"_s;
    m_journal.end(model::PreviousRun::End::BySystem, m_endedBy); // there may be no time for another
    qCInfo(core::appLog) << "the session ends";
    m_log.flush();
    m_goesOn = m_clock.alarm([this] {
        m_endedBy.clear();
        m_journal.goOn();
        qCInfo(core::appLog) << "the session goes on";
    });
    m_goesOn->start(LogOutTakes);
}

/// The session's end would ask each window, and a window would ask the person.
bool Application::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Quit || watched != qApp || m_endedBy.isEmpty())
        return QObject::eventFilter(watched, event);
    QCoreApplication::exit(0);
    return true;
}

core::Result<core::Done> Application::start(const model::ServerPasswords::Given &password,
                                            const QByteArray &place)
{
    startLog();
    m_journal.begin(u"tallylight "_s + QCoreApplication::applicationVersion());
    startAutomation();
    if (m_startup.isDemo) {
        if (const auto started = startDemo(); !started)
            return started;
    } else if (!m_startup.servers.isEmpty() && !needsSetUp(m_startup)) {
        m_passwords.open(m_startup.servers.first(), m_startup.servers.mid(1), password);
    }
    m_window->restoreGeometry(place);
    m_presence->open();
    if (needsSetUp(m_startup)) {
        m_window->show(); // nothing is to be seen in tray or bar yet
        showAssistant();
    }
    if (m_practice && m_window->isVisible())
        m_window->showPractice();
    showRemarks();
    return core::Done{};
}

void Application::startLog()
{
    const auto opened = m_log.openFile(LogSink::pathOf(m_startup.instance), m_clock);
    if (!opened) {
        qCWarning(core::appLog).noquote() << opened.error().text;
        m_startup.remarks.append(opened.error().text + u"; no log is kept"_s);
    }
    qCInfo(core::appLog).noquote() << "Tallylight" << QCoreApplication::applicationVersion() << "begins";
}

void Application::startAutomation()
{
    if (m_startup.policy.automation() == model::AutomationAccess::Off)
        return;
    const auto listening = m_automation.listen(automation::socketPath(m_startup.instance));
    if (listening)
        return;
    // The light is worth more than the socket: it burns without.
    qCWarning(core::appLog).noquote() << listening.error().text;
    m_startup.remarks.append(listening.error().text);
}

core::Result<core::Done> Application::startDemo()
{
    m_practice = std::make_unique<PracticeGround>(m_desk, m_clock);
    const auto servers = m_practice->start(m_startup.preferences.role);
    if (!servers)
        return servers.error();
    m_window->offerPractice(*m_practice);
    m_passwords.open(completed(servers->first(), m_startup.preferences),
                     {completed(servers->last(), m_startup.preferences)});
    return core::Done{};
}

void Application::applyChange(const QStringList &keys)
{
    const auto has = [&keys](model::Profile::Effect effect) {
        return std::any_of(keys.begin(), keys.end(),
                           [effect](const QString &key) { return model::Profile::effectOf(key) == effect; });
    };
    m_changed += keys;
    for (const QString &key : keys)
        m_startup.options.unsaved.remove(key);
    const model::Preferences &preferences = m_profile.inForce();
    m_theme.setChoice(preferences.theme);
    m_window->showCaseData(caseKeys(preferences));
    m_desk.agent.setReasons(preferences.agentReasons);
    m_desk.guard.setLimits(pauseLimits(preferences, m_startup.policy));
    if (m_assistant && m_assistant->isVisible())
        return; // it begins anew with everything
    if (has(model::Profile::Effect::Anew))
        return beginAnew(m_startup.isDemo);
    if (has(model::Profile::Effect::Reconnect))
        reconnect();
    if (keys.contains(u"look/language")) {
        speak(m_profile.inForce().language, qApp);
        // Whoever has asked for this is a child of the window, and in the middle of it.
        QMetaObject::invokeMethod(this, &Application::renewWindow, Qt::QueuedConnection);
    }
}

void Application::reconnect()
{
    model::Preferences preferences = m_profile.inForce();
    m_startup.policy.applyTo(preferences);
    const auto endpoints = endpointsFrom(preferences);
    if (endpoints && !endpoints->isEmpty())
        m_passwords.open(endpoints->first(), endpoints->mid(1));
    else
        m_passwords.close();
}

void Application::showRemarks()
{
    if (m_startup.remarks.isEmpty())
        return;
    (new widgets::Notice(tr("Not everything could be used"), m_startup.remarks, m_window.get()))->show();
}

void Application::offerBundle()
{
    m_log.flush();
    const QDateTime now = m_clock.wallTime();
    const QList<DiagnosticFile> files = diagnosticFiles({.startup = m_startup,
                                                         .desk = m_desk,
                                                         .trace = m_trace,
                                                         .logPath = LogSink::pathOf(m_startup.instance),
                                                         .logTrouble = m_log.trouble(),
                                                         .journalPath = m_journal.path(),
                                                         .journalTrouble = m_journal.trouble(),
                                                         .settingsPath = m_startup.settingsFile,
                                                         .policyPath = m_startup.policyPath});
    QList<widgets::BundlePart> parts;
    QList<ArchivedFile> content;
    for (const DiagnosticFile &each : files) {
        parts.append({.name = each.file.name, .what = each.what, .size = each.file.content.size()});
        content.append(each.file);
    }
    auto *dialog = new widgets::DiagnosticsDialog(
        parts, diagnosticsPath(m_startup.instance, now),
        [content, now](const QString &path) { return writeArchive(path, content, now); }, m_window.get());
    dialog->open();
}

} // namespace app

#include "moc_application.cpp"
