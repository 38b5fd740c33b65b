#pragma once

#include "model/settings/keys/command.h"

#include <functional>

namespace widgets {

/// What the system says of keys that work in every program, and of notifications.
struct HotkeyNews
{
    std::function<QString()> obstacle = [] { return QString(); }; ///< why there can be none; empty: there can
    std::function<QString(model::Command)> trouble = [](model::Command) { return QString(); };
    std::function<QString()> noNotifications = [] {
        return QString();
    }; ///< why none is shown; empty: they are
};

} // namespace widgets
