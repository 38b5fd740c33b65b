#pragma once

#include "app/desktop/hotkeytoasts.h"
#include "app/platform/notifications.h"
#include "app/platform/traywatch.h"
#include "model/actions/handcontrol.h"
#include "model/settings/profile.h"
#include "presentation/presence/newsteller.h"
#include "widgets/presence/commandkeys.h"
#include "widgets/presence/compactbar.h"
#include "widgets/presence/hint.h"
#include "widgets/presence/trayicon.h"

#include <memory>

namespace model {
class Remembered;
}
namespace widgets {
class DeskWindow;
}

namespace app {

/// How the program is there for a person whose screen is full of other programs: window, compact bar, tray,
/// keys and notifications, each by itself or together, as the settings say. It puts commands where they
/// belong.
class Presence : public QObject
{
    Q_OBJECT

public:
    Presence(model::Desk &desk, const presentation::Theme &theme, widgets::DeskWindow &window,
             const model::Profile &profile, model::Remembered &remembered);
    ~Presence() override;

    /// Shows what the settings say that the program opens as.
    void open();
    void perform(model::Command command);
    void raiseWindow();
    void showBar();
    /// A desktop starts its tray anew now and then: so long it may be away.
    static constexpr core::Duration TrayRestart = std::chrono::seconds(5);

    bool isBarShown() const { return m_bar.isVisible(); }
    /// Why keys for all programs cannot be had, or one of them; see GlobalHotkeys.
    /// Why nothing is told beside all programs, in a sentence; empty: it is.
    QString noNotifications() const { return m_notifications.obstacle(); }
    const GlobalHotkeys &hotkeys() const { return *m_hotkeys; }

private:
    void connectParts();
    void takeSettings();
    void followTray();
    void comeUp();
    bool isOnlyInTray() const;
    void toggleBar();
    void placeBar();
    void onHandAnswer(const model::HandControl::Outcome &outcome);
    void sayState();
    void answer(const QString &sentence);
    void answerOf(model::CallId id, const QString &sentence);
    void followPause(model::CallId id);
    void keepPaused(model::CallId call);
    void keepAllPaused();
    bool isShownByBar(model::CallId call) const;
    void remind(model::CallId id, model::PauseStep step);
    void announceResume(model::CallId id, core::Instant at);
    void show(const presentation::News &news);
    void onNotificationChosen(const QString &key, const QString &button);
    void followFront();

    model::Desk &m_desk;
    widgets::DeskWindow &m_window;
    const model::Profile &m_profile;
    widgets::CommandKeys m_keys;
    std::unique_ptr<GlobalHotkeys> m_hotkeys;
    HotkeyToasts m_hotkeyToasts;
    widgets::CompactBar m_bar;
    widgets::TrayIcon m_tray;
    widgets::Hint m_hint;
    presentation::NewsTeller m_news;
    Notifications m_notifications;
    TrayWatch m_trayWatch;
    std::unique_ptr<core::Alarm> m_trayAway; ///< so long a tray may be away that is only restarted
    std::unique_ptr<core::Alarm> m_barSettles;
    model::CallId m_hintOf;                 ///< whose pause the hint tells of; null: of none
    bool m_hintResumes = false;             ///< and that it is about to end
    QHash<QString, model::CallId> m_newsOf; ///< by key, what was told
};

} // namespace app
