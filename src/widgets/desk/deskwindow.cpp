#include "widgets/desk/deskwindow.h"

#include "model/desk.h"
#include "model/link/serverpasswords.h"
#include "model/settings/profile.h"
#include "widgets/actions/calldialog.h"
#include "widgets/actions/lightsquestion.h"
#include "widgets/desk/connectiondialog.h"
#include "widgets/desk/emptystate.h"
#include "widgets/desk/focuskeeper.h"
#include "widgets/desk/programbutton.h"
#include "widgets/help/aboutdialog.h"
#include "widgets/help/helpwindow.h"
#include "widgets/lists/messagewindow.h"
#include "widgets/lists/todaywindow.h"
#include "widgets/lists/tracewindow.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/windowsize.h"
#include "widgets/practice/practicepanel.h"
#include "widgets/settings/passworddialog.h"
#include "widgets/settings/settingsdialog.h"

#include <QCloseEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

/// The entries that a key chooses here; what else has a key is each window's, or nobody's here.
std::optional<MenuEntry> entryOf(model::Command command)
{
    if (command == model::Command::Settings)
        return MenuEntry::Settings;
    if (command == model::Command::Help)
        return MenuEntry::Help;
    return std::nullopt;
}

} // namespace

DeskWindow::DeskWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(std::make_unique<SecondTick>(desk.clock))
    , m_focus(std::make_unique<FocusKeeper>(*this, [this](model::CallId call) { return homeOf(call); }))
    , m_programButton(new ProgramButton(theme, this))
{
    new Appearance(theme, this);
    new ClickGuard(*this, desk.clock);
    fillMenu();
    // The badge says the time that the reminder says.
    connect(&desk.guard, &model::PauseGuard::reminded, m_tick.get(), &SecondTick::ticked);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &DeskWindow::followConnection);
}

DeskWindow::~DeskWindow()
{
    // They are nobody's children, so that they may lie behind this window.
    delete m_help;
    delete m_practice;
}

/// What a window has beside these is found out as the menu opens: it is not whole yet.
void DeskWindow::fillMenu()
{
    for (const MenuEntry entry : {MenuEntry::MakeCall, MenuEntry::Today, MenuEntry::Messages}) {
        const model::Command command = *ProgramMenu::commandOf(entry);
        menu().put(entry, [this, command] { perform(command); })->setVisible(false);
    }
    connect(&menu(), &QMenu::aboutToShow, this, [this] {
        for (const MenuEntry entry : {MenuEntry::MakeCall, MenuEntry::Today, MenuEntry::Messages})
            menu().entry(entry)->setVisible(offers(*ProgramMenu::commandOf(entry)));
    });
    menu().put(MenuEntry::Connection, [this] { showConnection(); });
    menu().put(MenuEntry::CompactBar, [this] { Q_EMIT commanded(model::Command::CompactBar); });
    menu().put(MenuEntry::Quit, [this] { quit(); });
}

ProgramMenu &DeskWindow::menu() const
{
    return m_programButton->programMenu();
}

void DeskWindow::closeWithoutAsking()
{
    m_mayClose = true;
    close();
}

void DeskWindow::offerDiagnostics(model::MessageTrace &trace)
{
    menu().put(MenuEntry::Trace, [this, &trace] { showTrace(trace); });
    menu().put(MenuEntry::Bundle, [this] { Q_EMIT diagnosticsRequested(); });
}

void DeskWindow::setPractice(bool isPractice)
{
    m_isPractice = isPractice;
    refreshFace();
}

void DeskWindow::showMessages()
{
    if (!m_messages) {
        m_messages = new MessageWindow(m_desk, m_theme, this);
        placeBeside(*m_messages, *this); // its lights stay in sight
    }
    bringToFront(*m_messages);
}

void DeskWindow::showToday()
{
    if (!m_today) {
        m_today = new TodayWindow(m_desk, m_theme, this);
        placeBeside(*m_today, *this); // its lights stay in sight
    }
    bringToFront(*m_today);
}

void DeskWindow::askWhomToCall()
{
    if (!m_callDialog)
        m_callDialog = new CallDialog(m_desk, this);
    m_callDialog->open();
}

bool DeskWindow::offers(model::Command command) const
{
    return command == model::Command::Messages ||
           ((command == model::Command::Today || command == model::Command::MakeCall) &&
            !m_desk.registry.ownDn().isEmpty());
}

/// Another attempt is no other state to a person: the link is lost since it was.
void DeskWindow::followConnection()
{
    const QString word = presentation::connectionLook(m_desk, m_desk.clock.now()).word;
    if (std::exchange(m_connectionWord, word) != word)
        m_connectionSince = m_desk.clock.wallTime();
}

void DeskWindow::showConnection()
{
    if (!m_connection)
        m_connection = new ConnectionDialog(
            m_desk, *m_tick, [this] { return m_connectionSince; }, this);
    bringToFront(*m_connection);
}

void DeskWindow::showTrace(model::MessageTrace &trace)
{
    if (!m_trace) {
        m_trace = new TraceWindow(trace, m_desk.clock, m_theme, this);
        placeBeside(*m_trace, *this); // its lights stay in sight
    }
    bringToFront(*m_trace);
}

void DeskWindow::offerSetUp(const std::function<void()> &begin, bool isConnectionOwn)
{
    menu().put(MenuEntry::SetUp, begin);
    const auto states = findChildren<EmptyState *>();
    for (EmptyState *state : states) {
        connect(state, &EmptyState::setUpRequested, this, begin);
        state->setConnectionOwn(isConnectionOwn);
    }
}

void DeskWindow::offerHelp(const HelpSource &source)
{
    menu().put(MenuEntry::Help, [this, source] { showHelp(source); });
    menu().put(MenuEntry::About, [this, source] { showAbout(source); });
}

void DeskWindow::showHelp(const HelpSource &source)
{
    if (!m_help) {
        m_help = new HelpWindow(m_theme, source);
        placeBeside(*m_help, *this);
        connect(&menu(), &ProgramMenu::keysChanged, m_help, &HelpWindow::renew);
    }
    bringToFront(*m_help);
}

void DeskWindow::showAbout(const HelpSource &source)
{
    if (!m_about)
        m_about = new AboutDialog(source.parts(), this);
    m_about->open();
}

void DeskWindow::offerPractice(Practice &practice)
{
    m_practice = new PracticePanel(practice, m_desk.clock);
    menu().put(MenuEntry::Practice, [this] {
        if (m_practice->isVisible())
            m_practice->hide();
        else
            bringPractice();
    });
}

void DeskWindow::bringPractice()
{
    showPractice();
    bringToFront(*m_practice);
}

void DeskWindow::showPractice()
{
    m_practice->showBeside(*this);
}

void DeskWindow::offerSettings(model::Profile &profile, const QStringList &languages,
                               const ConnectionTrials &trials, const HotkeyNews &hotkeys)
{
    menu().put(MenuEntry::Settings, [this, &profile, languages, trials, hotkeys] {
        if (!m_settings)
            m_settings = new SettingsDialog(m_desk, profile, languages, trials, hotkeys, m_theme, this);
        m_settings->open(); // or again, while what it holds is being saved
    });
    const auto takeKeys = [this, &profile] { menu().setKeys(profile.inForce().keysInWindow); };
    connect(&profile, &model::Profile::changed, this, takeKeys);
    takeKeys();
}

void DeskWindow::askForPasswords(model::ServerPasswords &passwords)
{
    QAction *const entry = menu().put(MenuEntry::Password, [this, &passwords] { askForPassword(passwords); });
    const auto follow = [this, &passwords, entry] {
        entry->setVisible(passwords.question().has_value());
        if (passwords.question() && !m_hasWorked)
            askForPassword(passwords);
    };
    connect(&passwords, &model::ServerPasswords::questionChanged, this, follow);
    connect(&m_desk.connection, &model::ServerConnection::stateChanged, this, [this] {
        m_hasWorked = m_hasWorked || m_desk.connection.state() == model::ConnectionState::Connected;
    });
    connect(&m_desk.toasts, &model::ToastList::acted, this, [this, &passwords](model::ToastId id) {
        const model::Toast *toast = m_desk.toasts.find(id);
        if (toast && toast->kind == model::ToastKind::PasswordNeeded)
            askForPassword(passwords);
    });
    m_hasWorked = m_desk.connection.wasConnected();
    follow();
}

void DeskWindow::askForPassword(model::ServerPasswords &passwords)
{
    if (m_passwordDialog || !passwords.question())
        return;
    m_passwordDialog = new PasswordDialog(passwords, this);
    m_passwordDialog->open();
}

bool DeskWindow::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void DeskWindow::perform(model::Command command)
{
    if (command == model::Command::Menu)
        m_programButton->showMenu();
    else if (command == model::Command::Quit)
        quit();
    else if (command == model::Command::Messages)
        showMessages();
    else if (command == model::Command::Today)
        showToday();
    else if (command == model::Command::MakeCall)
        askWhomToCall();
    else if (const auto entry = entryOf(command); entry && menu().entry(*entry))
        menu().entry(*entry)->trigger();
}

/// Closing may mean to hide; this never does.
void DeskWindow::quit()
{
    if (m_desk.views.openRecordings().isEmpty())
        return closeWithoutAsking();
    if (!isVisible())
        show(); // what the question is about is to be seen
    askToClose();
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_hidesOnClose()) {
        event->ignore();
        hide();
    } else if (m_mayClose || m_desk.views.openRecordings().isEmpty()) {
        QMainWindow::closeEvent(event);
        Q_EMIT closed();
    } else {
        event->ignore();
        askToClose();
    }
}

void DeskWindow::askToClose()
{
    if (m_question)
        return;
    m_question = new LightsQuestion(
        m_desk, [this] { return m_desk.views.openRecordings(); },
        {.title = tr("Close Tallylight?"),
         .text = tr("Closing ends no recording: what is recorded goes on, but without its light."),
         .yes = tr("Close"),
         .no = tr("Keep open")},
        this);
    connect(m_question, &Question::confirmed, this, &DeskWindow::closeWithoutAsking, Qt::QueuedConnection);
    m_question->open();
}

void DeskWindow::followVisibility()
{
    m_tick->setSeen(isVisible() && !isMinimized());
}

void DeskWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        followVisibility();
}

void DeskWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    followVisibility();
}

void DeskWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    followVisibility();
}

} // namespace widgets

#include "moc_deskwindow.cpp"
