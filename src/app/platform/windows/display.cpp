#include "app/desktop/display.h"

namespace app {

std::optional<QString> displayTrouble()
{
    return std::nullopt;
}

} // namespace app
