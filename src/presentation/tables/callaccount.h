#pragma once

#include "model/calls/callhistory.h"

namespace presentation {

/// A length of time as far as it can be told.
struct ToldTime
{
    enum class Kind : quint8 { Whole, AtLeast, NotKnown };

    core::Duration time{0};
    Kind kind = Kind::Whole;

    bool isKnown() const { return kind != Kind::NotKnown; }
    bool operator==(const ToldTime &) const = default;
};

/// All that is told of a call of a log, in the window, in the summary and in what is exported: nothing else
/// works it out.
struct CallAccount
{
    model::CallId id = {};
    QStringList parties = {};
    QStringList files = {};
    std::optional<QDateTime> began = {}; ///< by the log's clock; nullopt: nothing tells
    bool isBeginSeen = false;            ///< else it began before that
    std::optional<QDateTime> ended = {}; ///< nullopt: the log does not tell
    bool isOver = false;
    ToldTime recorded = {};
    ToldTime paused = {};
    ToldTime inDoubt = {}; ///< nobody can say in which state the recording was
};

/// Up to its end, or to `now`.
CallAccount accountOf(const model::CallRecord &record, core::Instant now);

} // namespace presentation
