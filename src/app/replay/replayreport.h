#pragma once

#include "app/replay/replaydesk.h"

namespace app {

/// What is to be said of a log beside its calls; the window and the summary say the same.
struct ReplayReport
{
    qint64 calls = 0; ///< that have begun
    qint64 gone = 0;  ///< of those: too many to be kept
    qint64 messages = 0;
    qint64 damaged = 0;       ///< places
    QString account = {};     ///< how much was read, in a sentence
    QStringList remarks = {}; ///< what was passed over, is damaged or not understood; of very many the first
};

/// As far as it has been read.
ReplayReport reportOf(const ReplayDesk &replay);

} // namespace app
