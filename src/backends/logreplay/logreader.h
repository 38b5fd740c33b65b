#pragma once

#include "backends/logreplay/headlessblock.h"
#include "backends/logreplay/lines/linekind.h"
#include "backends/logreplay/lines/linemender.h"
#include "backends/logreplay/lines/linesplitter.h"
#include "backends/logreplay/listreader.h"
#include "backends/logreplay/logattributes.h"
#include "backends/logreplay/statistics.h"

namespace logreplay {

/// T-Server log text, in any slicing, to events. Keeps one line, one list and one message, whatever the
/// length of the log; everything that is not taken is counted, and what is damaged is named by its line.
class LogReader
{
public:
    /// `recordingKey`: of the pair in UserData that must not be missed, for logs that the server has
    /// filtered.
    explicit LogReader(const QByteArray &recordingKey = "GSIP_RECORD")
        : m_filter(recordingKey)
    {
    }

    void feed(QByteArrayView bytes);
    /// What comes now is of another file, which goes on where the one before ended. Lines count anew.
    void beginPart();
    /// Likewise, and the file has the name of the one before.
    void beginReplacement()
    {
        beginPart();
        m_statistics.note(Skip::Replaced, 1, {}, m_part);
    }
    /// There are no more bytes.
    void finish();
    /// The next message; false when it takes more bytes, or there is none any more.
    bool next(LogMessage &message);
    const Statistics &statistics() const { return m_statistics; }
    /// What the log filter does to lists; that of a reader that has read on in the same log may be given to
    /// another.
    const LogFilter &filter() const { return m_filter; }
    void setFilter(const LogFilter &filter) { m_filter = filter; }
    /// What whoever takes the messages has found out about one.
    void remark(Skip reason, const LogMessage &message, QByteArrayView detail);

private:
    /// Where the lines belong that come now.
    enum class Place : quint8 {
        Outside,     ///< no message
        Inside,      ///< attributes of m_message
        Interrupted, ///< another line has ended m_message; if attributes go on after it, it was cut
        Waiting,     ///< m_message is complete; the next line with a stamp tells its time
        Headless,    ///< attributes of a message whose head is not in the log
        Passing,     ///< attributes of a message that is passed over
    };
    enum class End : quint8 { EmptyLine, OtherLine, EndOfLog };

    bool take(const LineSplitter::Line &line, LogMessage &message);
    bool takePart(std::string_view line, LogMessage &message);
    bool goOnAfter(std::string_view text, LogMessage &message);
    void takeInside(std::string_view text, int indent);
    void takeAttribute(std::string_view text, int indent);
    bool takeEmptyLine(LogMessage &message);
    bool takeOtherLine(std::string_view line, bool isForeign, LogMessage &message);
    void takeTimeFrom(std::string_view line);
    void begin(std::string_view line, std::string_view name);
    void beginHeadless(std::string_view text, quint64 seenBefore);
    bool takeHeadless(std::string_view text, LogMessage &message);
    bool endHeadless(LogMessage &message);
    void endList();
    void endMessage(End how);
    void takeRest(End how);
    bool hand(LogMessage &message);
    qint64 lineNumber() const { return m_statistics.lines - m_linesBefore; }
    void note(Skip reason, qint64 line, QByteArrayView detail = {});
    void skip(Skip reason, std::string_view detail = {});
    void damage(Skip reason, std::string_view detail, Trust trust = Trust::Partial);

    LineSplitter m_lines;
    LineMender m_mender;
    ListReader m_list;
    LogFilter m_filter;
    std::optional<ShortList> m_rest; ///< of m_message's user data, and why it is no whole list
    QByteArray m_restDetail;
    qint64 m_restLine = 0;
    Statistics m_statistics;
    LogMessage m_message;
    HeadlessBlock m_headless;
    quint64 m_seen = 0;               ///< attributes of m_message, by their bits
    const LogField *m_open = nullptr; ///< the list that is being read
    qint64 m_listLine = 0;
    bool m_passesList = false;    ///< of an unknown attribute
    bool m_mayGoOn = false;       ///< Outside: what comes may be the rest of a message that was passed over
    bool m_isAfterNothing = true; ///< the line before was empty, or was not read
    bool m_isAfterMark = false;   ///< the line before is marked as the servers' own
    std::optional<Stamp> m_stampBefore; ///< of the line before, when it belongs to nothing else
    std::optional<QDate> m_day;
    bool m_hasOwnStamp = false; ///< m_message: its head's, or of a line that names it
    std::string m_latestName;   ///< of the latest message
    tlib::ConnId m_before;      ///< of the latest message
    Place m_place = Place::Outside;
    qint64 m_linesBefore = 0; ///< of the files before
    int m_part = 0;
    bool m_isFinished = false;
};

} // namespace logreplay
