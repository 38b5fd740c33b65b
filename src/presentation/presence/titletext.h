#pragma once

#include <QString>

namespace model {
class Desk;
}

namespace presentation {

/// What the window of an agent is called in the taskbar: "Recording · +493055501 · 7001" of the call in hand,
/// "Tallylight · 7001" without one; in practice it says that first.
QString windowTitle(const model::Desk &desk, bool isPractice);

} // namespace presentation
