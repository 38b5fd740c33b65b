#pragma once

#include <QByteArray>

namespace model {

/// The user-data keys and words that carry a recording's state: documented for SIP Server, other recorders
/// use others.
struct RecordingKeys
{
    QByteArray state = "GSIP_RECORD";
    QByteArray file = "GSIP_REC_FN";
    QByteArray on = "on"; ///< the words are compared without regard to (ASCII) case
    QByteArray off = "off";
    QByteArray paused = "paused";

    bool operator==(const RecordingKeys &) const = default;
};

} // namespace model
