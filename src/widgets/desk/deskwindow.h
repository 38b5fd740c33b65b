#pragma once

#include "model/calls/call.h"
#include "model/settings/keys/command.h"
#include "widgets/settings/hotkeynews.h"
#include "widgets/setup/connectiontrials.h"

#include <QDateTime>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

namespace model {
class Desk;
class MessageTrace;
class Profile;
class ServerPasswords;
} // namespace model
namespace presentation {
struct CaseKeys;
class Theme;
} // namespace presentation

namespace widgets {

class AboutDialog;
class ConnectionDialog;
class FocusKeeper;
class HelpWindow;
class MessageWindow;
class PasswordDialog;
class Practice;
class PracticePanel;
class ProgramButton;
class ProgramMenu;
class Question;
class CallDialog;
class SecondTick;
class SettingsDialog;
class TodayWindow;
class TraceWindow;
struct HelpSource;

/// What the windows on a desk have in common: the look, the second tick while they are seen, the menu of what
/// is about no call, and the question before they close while a call of an own DN may be recorded. Others'
/// calls are not asked about: their light burns on their own desks.
class DeskWindow : public QMainWindow
{
    Q_OBJECT

public:
    DeskWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~DeskWindow() override;

    /// Closes without the question that closing asks while an own call is recorded or paused.
    void closeWithoutAsking();
    /// Offers, in the program's menu, to look at this trace and to save a diagnostic bundle
    /// (diagnosticsRequested).
    void offerDiagnostics(model::MessageTrace &trace);
    /// Puts this into the menu, and behind the button that stands where nothing is set up, or, where the
    /// connection is the person's own to set, where it was never made.
    void offerSetUp(const std::function<void()> &begin, bool isConnectionOwn = true);
    /// Puts the settings into the menu (Ctrl+,). `languages`: the codes of those that the program speaks.
    void offerSettings(model::Profile &profile, const QStringList &languages,
                       const ConnectionTrials &trials = {}, const HotkeyNews &hotkeys = {});
    /// Puts help and about into the menu.
    void offerHelp(const HelpSource &source);
    /// No real calls: the title says so.
    void setPractice(bool isPractice);
    /// Puts the panel of the practice into the menu.
    void offerPractice(Practice &practice);
    /// Shows it beside this window, without taking the focus; after offerPractice().
    void showPractice();
    /// Asks for passwords as they are wanted: in a dialog while nothing has been connected yet, as at the
    /// start; later by the button of its message, as nothing jumps up in the middle of the work.
    void askForPasswords(model::ServerPasswords &passwords);

    /// Whether closing only hides the window, asked each time.
    void setHidesOnClose(std::function<bool()> hides) { m_hidesOnClose = std::move(hides); }
    /// These of each call's user data are shown, where the window shows any.
    virtual void showCaseData(const presentation::CaseKeys &) {}
    /// What a key asks of a window; ignored where it has no such thing.
    virtual void perform(model::Command command);

Q_SIGNALS:
    void diagnosticsRequested();
    void commanded(model::Command command); ///< in the menu, of what is not the window's
    void closed();

protected:
    model::Desk &desk() const { return m_desk; }
    SecondTick &tick() const { return *m_tick; }
    /// Placed by the window itself.
    ProgramButton *programButton() const { return m_programButton; }
    ProgramMenu &menu() const;

    /// Whether perform() does something for MakeCall, Today or Messages: only then the menu has it.
    virtual bool offers(model::Command command) const;

    /// All messages of this session, in a window of their own (Ctrl+Shift+M).
    void showMessages();
    /// All that is known of the connection, in a dialog beside the window.
    void showConnection();
    /// Its title and what the taskbar shows of it have to be made anew.
    virtual void refreshFace() = 0;
    bool isPractice() const { return m_isPractice; }
    /// As FocusKeeper::HomeOf.
    virtual QWidget *homeOf(model::CallId call) = 0;

    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void bringPractice();
    void fillMenu();
    void quit();
    void askToClose();
    void showToday();
    void askWhomToCall();
    void showTrace(model::MessageTrace &trace);
    void showHelp(const HelpSource &source);
    void showAbout(const HelpSource &source);
    void askForPassword(model::ServerPasswords &passwords);
    void followVisibility();
    void followConnection();

    model::Desk &m_desk;
    presentation::Theme &m_theme;
    std::unique_ptr<SecondTick> m_tick;
    std::unique_ptr<FocusKeeper> m_focus;
    ProgramButton *m_programButton;
    QPointer<TraceWindow> m_trace;
    QPointer<TodayWindow> m_today;
    QPointer<CallDialog> m_callDialog;
    QPointer<MessageWindow> m_messages;
    QPointer<HelpWindow> m_help;
    QPointer<PracticePanel> m_practice;
    QPointer<AboutDialog> m_about;
    QPointer<ConnectionDialog> m_connection;
    QDateTime m_connectionSince; ///< when the connection entered its state,
    QString m_connectionWord;    ///< as a person is told it
    QPointer<Question> m_question;
    QPointer<SettingsDialog> m_settings;
    QPointer<PasswordDialog> m_passwordDialog;
    std::function<bool()> m_hidesOnClose = [] { return false; };
    bool m_isPractice = false;
    bool m_mayClose = false;
    bool m_hasWorked = false; ///< a server has served since the start
};

} // namespace widgets
