#pragma once

#include "core/result.h"

#include <QString>

namespace model {

/// A key as settings write it, in the one way of writing that keys are compared in: "Ctrl+Shift+M", "F7",
/// "Pause". Qt's portable names; the modifiers in the order Meta, Ctrl, Alt, Shift. InvalidInput with a
/// sentence: it is no key.
core::Result<QString> normalKey(const QString &text);

enum class KeyFlaw {
    None,
    NeedsModifier, ///< it writes a letter, or moves in a window: Ctrl, Alt or Meta must go with it
    Mnemonic,      ///< Alt and a letter presses the button with that letter underlined
};
/// What speaks against this key (as normalKey() writes it) for a command in the window, or, with
/// `everywhere`, in all programs.
KeyFlaw flawInKey(const QString &key, bool everywhere);

} // namespace model
