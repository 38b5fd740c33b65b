#pragma once

#include "app/journalkeeper.h"
#include "app/keychain.h"
#include "app/logsink.h"
#include "app/simulatorserver.h"
#include "app/sleepwatch.h"
#include "app/startup.h"
#include "automation/server.h"
#include "backends/wire/wirelink.h"
#include "core/clock.h"
#include "model/certificatewatch.h"
#include "model/desk.h"
#include "model/profile.h"
#include "model/serverpasswords.h"
#include "model/tracedlink.h"
#include "presentation/theme.h"
#include "widgets/deskwindow.h"

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

    /// Listens, connects, and shows the window. Io with one sentence when it cannot.
    core::Result<core::Done> start();

private:
    void startAutomation();
    core::Result<core::Done> startDemo();
    core::Result<core::Done> press(model::CallId call, const QString &button);
    void applyChange(const QStringList &keys);
    void showRemarks();
    void raise();
    void startLog();
    void offerBundle();

    Startup m_startup;
    LogSink &m_log;
    core::SystemClock m_clock;
    std::unique_ptr<SimulatorServer> m_simulator; ///< in practice only
    wire::WireLink m_link;
    model::MessageTrace m_trace;
    model::TracedLink m_tracedLink; ///< in front of m_link
    model::Desk m_desk;
    Keychain m_keychain;
    model::ServerPasswords m_passwords;
    model::CertificateWatch m_certificates;
    model::Profile m_profile;
    JournalKeeper m_journal;
    SleepWatch m_sleep;
    presentation::Theme m_theme;
    std::unique_ptr<widgets::DeskWindow> m_window; ///< the agent's or the supervisor's
    automation::Server m_automation;
};

} // namespace app
