#pragma once

#include "widgets/help/helpfacts.h"

namespace widgets {

/// The parts of the help that are made from what the program itself goes by, as HTML. Whatever comes from the
/// machine is escaped.
QString errorTable();
/// What a refusal's message begins with, for each thing that can be asked for.
QString refusalList();
/// The messages that have no number: what they say, why, and what to do.
QString unansweredList();
QString keyTable(const HelpFacts &facts);
QString hotkeyTable(const HelpFacts &facts);
QString placeTable(const HelpFacts &facts);
/// The key of the command of this name as it is called here, or that it has none.
QString keyNamed(const QString &command, const HelpFacts &facts);

} // namespace widgets
