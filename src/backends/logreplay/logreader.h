#pragma once

#include "backends/logreplay/linesplitter.h"
#include "backends/logreplay/listreader.h"
#include "backends/logreplay/logattributes.h"
#include "backends/logreplay/logtime.h"
#include "backends/logreplay/statistics.h"

namespace logreplay {

/// How far a message of a log can be believed.
enum class Trust : quint8 {
    Whole,
    Partial, ///< what was read of it is so, but something is missing
    Mixed,   ///< lines of two messages: nobody can say what belongs to which
};

struct LogMessage
{
    tlib::Event event = {};
    std::optional<Stamp> stamp = {};
    qint64 line = 0; ///< of its head
    Trust trust = Trust::Whole;
    tlib::ConnId before = {}; ///< Mixed: the call of the message that this one ran into
};

/// T-Server log text, in any slicing, to events. Keeps one line, one list and one message, whatever the
/// length of the log; everything that is not taken is counted, and what is damaged is named by its line.
class LogReader
{
public:
    void feed(QByteArrayView bytes);
    /// There are no more bytes.
    void finish();
    /// The next message; false when it takes more bytes, or there is none any more.
    bool next(LogMessage &message);
    const Statistics &statistics() const { return m_statistics; }

private:
    /// Where the lines belong that come now.
    enum class Place : quint8 {
        Outside,     ///< no message
        Inside,      ///< attributes of m_message
        Interrupted, ///< another line has ended m_message; if attributes go on after it, it was cut
        Passing,     ///< attributes of a message that is passed over
    };
    enum class End : quint8 { EmptyLine, OtherLine, EndOfLog };

    bool take(const LineSplitter::Line &line, LogMessage &message);
    bool takeIndented(std::string_view line, LogMessage &message);
    void takeAttribute(std::string_view text, int indent);
    void begin(std::string_view line, std::string_view name);
    void endList();
    void endMessage(End how);
    bool hand(LogMessage &message);
    void skip(Skip reason, std::string_view detail = {});
    void damage(Skip reason, std::string_view detail, Trust trust = Trust::Partial);

    LineSplitter m_lines;
    ListReader m_list;
    Statistics m_statistics;
    LogMessage m_message;
    quint64 m_seen = 0;               ///< attributes of m_message, by their bits
    const LogField *m_open = nullptr; ///< the list that is being read
    qint64 m_listLine = 0;
    bool m_passesList = false; ///< of an unknown attribute
    tlib::ConnId m_before;     ///< of the latest message
    Place m_place = Place::Outside;
    bool m_isFinished = false;
};

/// The name behind "message " in a message's first line; empty for any other line.
std::string_view messageNameIn(std::string_view line);

} // namespace logreplay
