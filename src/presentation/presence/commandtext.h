#pragma once

#include "model/settings/keys/command.h"
#include "model/settings/keys/keytext.h"

/// The words of what keys do, and of the keys themselves.
namespace presentation {

/// What the command does, as a label: "Pause or resume the call that talks".
QString commandText(model::Command command);
/// The key as it is called here: "Strg+Umschalt+M"; empty for none.
QString keyText(const QString &key);
/// What speaks against a key, in a sentence; empty for None.
QString keyFlawText(model::KeyFlaw flaw, const QString &key);
/// Who has the key already: "F8 is the key of “Say the state” already."
QString keyConflictText(const model::KeyConflict &conflict);

} // namespace presentation
