#pragma once

#include "core/error.h"

namespace storage {

/// Error::reason of what this layer returns: what a person has to be told apart.
enum class JournalTrouble : int {
    Other = 0,
    DiskFull,
    Damaged,  ///< it is no journal, or not whole: keepAside() and open() begin anew
    Newer,    ///< a later version has written it: it stays as it is
    Altered,  ///< of verify(): an entry is not what was written
    Standing, ///< the disk does not answer
};

inline core::Error trouble(JournalTrouble reason, const QString &sentence)
{
    return {.kind = core::ErrorKind::Io, .text = sentence, .reason = int(reason)};
}

} // namespace storage
