#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>

namespace logreplay {

/// Why something in a log was not taken as it stands.
enum class Skip : quint8 {
    OtherLine,        ///< of the server's other threads: no part of a message
    UnknownMessage,   ///< an event or a request without a published number
    UnknownAttribute, ///< one that tlib::Event has no member for
    Foreign,          ///< a block that servers write for each other (ISCC, HA synchronisation)
    NoTime,           ///< nothing says when a message was
    TimeGoesBack,     ///< a clock was set back, or an older part of the log begins
    Gap,              ///< between this file and the one before something is missing
    Replaced,         ///< another file has taken the name of the one that was followed, or it was cut
    Filtered,         ///< pairs were left out, hidden or marked by the server's log filter
    StrayLine,        ///< an attribute or a pair without a message before it
    UnreadableValue,  ///< of a known attribute
    UnreadableList,   ///< a pair that is none, too many pairs for a list, too many lists in a list
    ListSize,         ///< the list has another packed size, or another number of pairs, than the log says
    AttributeTwice,   ///< two messages have run into each other
    CutMessage,       ///< ended in its middle, by other lines or by the end of the file
    LongLine,         ///< longer than LineSplitter::MaximumLine
    Count,
};

/// Whether the log is damaged there; the others are what any log is full of.
constexpr bool isFlaw(Skip reason)
{
    return reason >= Skip::StrayLine;
}

/// Whether a reader of the calls has to know it: each damage, and what makes times or lists less than whole.
constexpr bool isWorthSaying(Skip reason)
{
    return reason >= Skip::NoTime;
}

/// One place in a log where something was skipped.
struct Note
{
    qint64 line = 0; ///< from 1
    Skip reason = Skip::OtherLine;
    QByteArray detail = {}; ///< the message's or the attribute's name, or two sizes; no user data
    int part = 0;           ///< which of several files, from 0

    bool operator==(const Note &) const = default;
};

/// "line 12: the list AttributeUserData …", in English: for logs and for people who read details.
QString toString(const Note &note);

/// What has been read of a log. Of notes the first of each reason are kept, so that its size is bounded.
struct Statistics
{
    static constexpr int NotesOfAReason = 10;
    static constexpr int kept(Skip reason) { return reason == Skip::Filtered ? 1 : NotesOfAReason; }

    qint64 bytes = 0;
    qint64 lines = 0;
    qint64 messages = 0; ///< events and requests, known or not
    qint64 requests = 0; ///< they are counted and passed over: what came of them is in the events
    qint64 events = 0;   ///< that were understood, those of damaged messages too
    qint64 ofCalls = 0;  ///< events that are about a call
    qint64 bare = 0;     ///< of those: without any attribute that could be read
    qint64 damaged = 0;  ///< events that lack something that the log does not show
    std::array<qint64, std::size_t(Skip::Count)> skipped = {};
    QList<Note> notes = {};

    qint64 count(Skip reason) const { return skipped[std::size_t(reason)]; }
    qint64 flaws() const;
    /// Events about calls were read, and nothing of any.
    bool lacksAttributes() const { return ofCalls > 1 && bare == ofCalls; }
    void note(Skip reason, qint64 line, QByteArrayView detail = {}, int part = 0);

    bool operator==(const Statistics &) const = default;
};

} // namespace logreplay
