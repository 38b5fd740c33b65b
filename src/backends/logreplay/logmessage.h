#pragma once

#include "backends/logreplay/logtime.h"
#include "tlib/event.h"

namespace logreplay {

/// How far a message of a log can be believed.
enum class Trust : quint8 {
    Whole,
    Partial, ///< what was read of it is so, but something is missing
    Mixed,   ///< lines of two messages: nobody can say what belongs to which
    Lost,    ///< attributes without a head: which message it was, and whether alone, nobody can say
};

struct LogMessage
{
    tlib::Event event = {};
    std::optional<Stamp> stamp = {}; ///< of its head, or of the line beside it that tells its time
    std::optional<QDate> day = {};   ///< the latest date that the log shows before it
    qint64 line = 0;                 ///< of its head
    int part = 0;                    ///< which of several files
    Trust trust = Trust::Whole;
    tlib::ConnId before = {}; ///< Mixed: the call of the message that this one ran into
    tlib::ConnId other = {};  ///< Mixed: the call of the one whose attributes stand in this

    bool isTimed() const { return stamp || event.timeInSecs.value_or(0) > 0; }
};

/// An event that says something about a call's parties or its user data.
bool isAboutACall(tlib::MessageType type);

/// How a client is received that has just come: it says nothing to those who were there.
bool isGreeting(const tlib::Event &event);

/// What the log says about when it was.
Moment momentOf(const LogMessage &message);

} // namespace logreplay
