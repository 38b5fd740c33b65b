#pragma once

#include <QByteArray>
#include <QString>

namespace core {

/// A text as one cell of a table of comma-separated values in UTF-8: whole (RFC 4180), and text also for a
/// spreadsheet: what that would take for a formula begins with an apostrophe (OWASP's "CSV injection").
QByteArray csvCell(const QString &text);

} // namespace core
