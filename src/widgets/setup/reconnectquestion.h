#pragma once

#include <functional>

class QWidget;

namespace model {
class Desk;
}

namespace widgets {

/// Asks before the connection is made anew while a light burns, as that goes out for a moment; where none
/// does, `go` is called at once. It blocks the asker's window.
void askBeforeReconnecting(model::Desk &desk, QWidget &asker, const std::function<void()> &go);

} // namespace widgets
