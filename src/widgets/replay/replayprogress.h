#pragma once

#include "core/clock.h"

#include <QDateTime>
#include <QStringList>

namespace widgets {

/// How far the reading of a log has come, and what is to be said about it.
struct ReplayProgress
{
    enum class Phase : quint8 {
        Nothing, ///< no log is open
        Reading, ///< all up to a position, or as fast as it goes
        Playing,
        Paused,
        Waiting, ///< for more of a log that grows
        Over,
        Broken, ///< it could not be read to its end
    };

    Phase phase = Phase::Nothing;
    QString file = {}; ///< the path of the first
    int moreFiles = 0;
    qint64 bytes = 0; ///< of `size`, that have been read
    qint64 size = 0;
    qint64 calls = 0; ///< all that have begun
    qint64 gone = 0;  ///< of those: too many for the table, the ones that ended first
    qint64 messages = 0;
    qint64 damaged = 0;   ///< places
    QString account = {}; ///< lines, messages and places in a sentence
    QStringList remarks =
        {}; ///< each damaged place and whatever else has to be known, of very many the first
    core::Duration position{0};
    core::Duration length{0}; ///< as far as it is known
    QDateTime wall = {};      ///< what the log's clock shows
    bool isPaused = false;    ///< also where there is nothing more to say
    double speed = 1;         ///< 0: as fast as it can be read
    bool follows = false;     ///< it grows, at its own speed
};

} // namespace widgets
