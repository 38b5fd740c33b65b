#pragma once

#include "app/desktop/journalkeeper.h"
#include "app/desktop/practiceground.h"
#include "app/desktop/presence.h"
#include "app/desktop/startup.h"
#include "app/keychain/keychain.h"
#include "app/platform/sleepwatch.h"
#include "app/terminal/logsink.h"
#include "app/terminal/signals.h"
#include "automation/server.h"
#include "backends/wire/wirelink.h"
#include "core/clock.h"
#include "model/desk.h"
#include "model/link/tracedlink.h"
#include "model/linktoasts.h"
#include "model/settings/profile.h"
#include "model/settings/remembered.h"
#include "presentation/look/theme.h"
#include "widgets/desk/deskwindow.h"
#include "widgets/setup/assistant.h"

#include <QPointer>

#include <memory>

namespace app {

/// The desktop, put together: who owns what, in the order in which they depend on each other.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `log` is where this process logs to.
    Application(const Startup &startup, LogSink &log);
    ~Application() override;

    /// How the desktop goes on after this one has ended by itself.
    struct Next
    {
        Startup startup = {};
        model::ServerPasswords::Given password = {};
        QByteArray place = {}; ///< of the window
    };

    /// Listens, connects, and shows the window. Io with one sentence when it cannot.
    core::Result<core::Done> start(const model::ServerPasswords::Given &password = {},
                                   const QByteArray &place = {});
    /// What was changed counts once a new one has taken this one's place; nothing: the program ends.
    const std::optional<Next> &next() const { return m_next; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void startAutomation();
    core::Result<core::Done> startDemo();
    void applyChange(const QStringList &keys);
    void reconnect();
    void beginAnew(bool isPractice, const model::ServerPasswords::Given &password = {});
    void furnishWindow();
    void renewWindow();
    void showAssistant();
    void tryLanguage(const QString &language);
    void takeLanguageBack();
    widgets::ConnectionTrials trials();
    void showRemarks();
    void endBySystem(const QString &how);
    void endOfSession();
    void startLog();
    void offerBundle();

    Startup m_startup;
    LogSink &m_log;
    core::SystemClock m_clock;
    wire::WireLink m_link;
    model::MessageTrace m_trace;
    model::TracedLink m_tracedLink; ///< in front of m_link
    model::Desk m_desk;
    Keychain m_keychain;
    model::ServerPasswords m_passwords;
    model::CertificateWatch m_certificates;
    model::LinkToasts m_linkToasts;
    model::Profile m_profile;
    JournalKeeper m_journal;
    QString m_endedBy;                     ///< what the system has asked it to end by; empty: a person did
    std::unique_ptr<core::Alarm> m_goesOn; ///< a log-out that has not come
    Signals m_signals;
    SleepWatch m_sleep;
    presentation::Theme m_theme;
    model::Remembered m_remembered;
    std::unique_ptr<PracticeGround> m_practice;    ///< in practice only
    std::unique_ptr<widgets::DeskWindow> m_window; ///< the agent's or the supervisor's
    std::unique_ptr<Presence> m_presence;          ///< of the window
    automation::Server m_automation;
    QPointer<widgets::Assistant> m_assistant;
    bool m_triesLanguage = false; ///< another one than the settings say, as the assistant was asked
    QStringList m_changed;        ///< settings, since the start
    std::optional<Next> m_next;
};

} // namespace app
