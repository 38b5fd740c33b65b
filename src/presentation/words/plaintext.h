#pragma once

#include <QString>

namespace presentation {

/// Text from outside (a number, a file name, the server's words) as it may be shown: control and direction
/// characters stand as visible marks, and nothing is longer than `maximum` characters. Markup stays text; it
/// is the view's duty to show it as plain text.
QString plainText(const QString &outside, int maximum = 400);

/// The same as a sentence: with a capital, unless it begins with a path or a name in quotes, and a stop.
QString plainSentence(const QString &outside, int maximum = 400);

/// A tool tip that holds text from outside: Qt would guess from its content that it is markup.
QString plainToolTip(const QString &text);

/// Text from outside as the label of a button, a menu entry or a tab: an ampersand makes no mnemonic.
QString plainLabel(const QString &text);

/// A cell of a table that is copied or written as text: one line without tabs, and with an apostrophe before
/// it where a spreadsheet would read a formula. Telephone numbers with their plus sign are none.
QString plainCell(const QString &text);

} // namespace presentation
