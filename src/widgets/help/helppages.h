#pragma once

#include "widgets/help/helpfacts.h"

#include <QStringList>

namespace widgets {

/// The names of the pages, in their order: "first-steps".
QStringList helpPages();
/// The language of the pages that goes with this one: itself, or English.
QString helpLanguage(const QString &language);

/// A page as HTML, whole: what the file holds, and what the program says in the places that are left for it
/// there, each in braces: {light NAME} a light under its word, {picture NAME}, {key COMMAND}, {errors},
/// {refusals}, {unanswered}, {keys}, {hotkeys}, {places}. Empty where there is no such page.
QString helpPage(const QString &name, const QString &language, const HelpFacts &facts);
/// Its heading.
QString helpTitle(const QString &name, const QString &language);

} // namespace widgets
