#pragma once

#include "core/frame.h"
#include "model/calls/call.h"
#include "model/settings/keys/command.h"
#include "presentation/look/recordinglook.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace model {
class Desk;
}

namespace widgets {

/// The light in the system's tray: the most urgent of all calls, with a menu that does what the window's
/// buttons do. It comes back by itself when the tray does.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    TrayIcon(model::Desk &desk, const presentation::Theme &theme, QObject *parent = nullptr);

    void setShown(bool isShown) { m_icon.setVisible(isShown); }
    bool isShown() const { return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable(); }
    /// A notification of the tray's own, where the system has no better one.
    void tell(const QString &title, const QString &text);
    const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    void commanded(model::Command command);
    void answered(const QString &sentence); ///< why what was chosen could not be done
    void told();                            ///< the notification was pressed

private:
    void refreshSoon();
    void refresh();
    void takeTones();
    void fillMenu();
    void perform(model::CallId id, model::CallAction action);
    void addCommand(model::Command command, const QString &label);
    void addHandCommand(model::Command command);

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    std::optional<presentation::RecordingLook> m_look; ///< that the icon shows; none: no call
    core::Frame m_refreshing;
};

} // namespace widgets
