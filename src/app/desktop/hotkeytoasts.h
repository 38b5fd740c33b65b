#pragma once

#include "app/platform/globalhotkeys.h"
#include "core/clock.h"

#include <memory>

namespace model {
class Desk;
}

namespace app {

/// Says in toasts which key of every program is not had, and takes it back once it is; sees to it that such a
/// key is asked for again when a person may be about to want it: a call comes, a window is looked at. While a
/// field takes a key all of them are let go.
class HotkeyToasts : public QObject
{
    Q_OBJECT

public:
    HotkeyToasts(GlobalHotkeys &hotkeys, model::Desk &desk, QObject *parent = nullptr);

private:
    void followTroubles();

    GlobalHotkeys &m_hotkeys;
    model::Desk &m_desk;
    std::unique_ptr<core::Alarm> m_again;
};

} // namespace app
