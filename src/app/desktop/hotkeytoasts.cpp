#include "app/desktop/hotkeytoasts.h"

#include "model/desk.h"

#include <QApplication>
#include <QKeySequenceEdit>
#include <QWindow>

#include <algorithm>

using model::Command;
using model::Toast;

namespace app {

namespace {

/// A program's windows close, and ours gets the focus, before it lets go of its keys.
constexpr core::Duration Ending = std::chrono::seconds(2);

} // namespace

HotkeyToasts::HotkeyToasts(GlobalHotkeys &hotkeys, model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_hotkeys(hotkeys)
    , m_desk(desk)
{
    connect(&hotkeys, &GlobalHotkeys::changed, this, &HotkeyToasts::followTroubles);
    connect(&desk.calls, &model::CallList::inserted, this, [this](model::CallId id) {
        const model::Call *const call = m_desk.calls.find(id);
        if (call && m_desk.views.isOwn(*call)) // others' come by the hundred
            m_hotkeys.tryAgain();
    });
    m_again = desk.clock.alarm([this] { m_hotkeys.tryAgain(); });
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *window) {
        if (!window)
            return;
        m_hotkeys.tryAgain();
        m_again->start(Ending);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const bool isChosen = qobject_cast<QKeySequenceEdit *>(now) ||
                              (now && qobject_cast<QKeySequenceEdit *>(now->parentWidget()));
        m_hotkeys.setLetGo(isChosen);
    });
    followTroubles();
}

/// One for each key: that a person has closed it does not bring it back.
void HotkeyToasts::followTroubles()
{
    m_desk.toasts.dismissIf([this](const Toast &toast) {
        return toast.kind == model::ToastKind::KeyNotHad &&
               (!toast.command || m_hotkeys.trouble(*toast.command) != toast.serverText);
    });
    const auto &toasts = m_desk.toasts.toasts();
    for (const Command command : model::CommandsEverywhere) {
        const QString trouble = m_hotkeys.trouble(command);
        const bool isTold = std::any_of(toasts.begin(), toasts.end(), [command](const Toast &toast) {
            return toast.kind == model::ToastKind::KeyNotHad && toast.command == command;
        });
        if (!trouble.isEmpty() && !isTold)
            m_desk.toasts.post({.severity = model::Severity::Warning,
                                .kind = model::ToastKind::KeyNotHad,
                                .command = command,
                                .serverText = trouble});
    }
}

} // namespace app

#include "moc_hotkeytoasts.cpp"
