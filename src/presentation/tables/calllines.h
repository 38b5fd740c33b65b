#pragma once

#include "presentation/tables/callaccount.h"

#include <QByteArray>

/// A call of a log as a line for other programs; the columns and fields stand in src/app/README.md.
namespace presentation {

/// ConnID, parties, files, seconds recorded, paused and in doubt, with TABs between; a length that is the
/// least is not marked. Without a line's end.
QByteArray tabLineOf(const CallAccount &account);

/// Columns for a spreadsheet: every cell is safe there (core::csvCell).
QByteArray callCsvHeading();
QByteArray callCsvLineOf(const CallAccount &account);

/// One JSON object; null is what is not known.
QByteArray callJsonLineOf(const CallAccount &account);

} // namespace presentation
