#pragma once

#include <QString>

#include <optional>

namespace app {

/// One sentence when no window can be opened here. To be asked before QApplication, which would abort.
std::optional<QString> displayTrouble();

} // namespace app
