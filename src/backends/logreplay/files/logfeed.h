#pragma once

#include "backends/logreplay/files/logseries.h"

namespace logreplay {

/// The bytes of a series of files, one after the other; the last of them may grow, and be replaced by another
/// of its name, as `tail -F` reads it.
class LogFeed
{
public:
    enum class Piece : quint8 {
        Text,     ///< there are bytes
        NewPart,  ///< the next bytes are of another file
        Replaced, ///< likewise, and it has the name of the one before
        Nothing,  ///< for now: it may grow
        End,
        Trouble,
    };

    /// Io or InvalidInput with a sentence for what cannot be read.
    core::Result<core::Done> open(const LogSource &source);
    void close() { m_text.reset(); }
    /// Up to `size` bytes into `to`; `size` is what there were then.
    Piece read(char *to, qint64 &size);
    /// What is there now is all.
    void endFollowing() { m_follows = false; }

    bool isOpen() const { return m_text != nullptr; }
    bool follows() const { return m_follows; }
    const LogSeries &series() const { return m_series; }
    const LogSeries::Part &part() const { return m_series.parts[m_part]; }
    qint64 consumed() const { return m_before + (m_text ? m_text->consumed() : 0); } ///< of all files
    qint64 size() const { return std::max(m_series.size, consumed()); }
    const core::Error &trouble() const { return m_trouble; }

private:
    Piece openPart(qsizetype part);
    bool isReplaced();

    LogSeries m_series{.filter = LogFilter({})};
    std::unique_ptr<LogText> m_text;
    qsizetype m_part = 0;
    qint64 m_before = 0;    ///< bytes of the files before this one
    QByteArray m_beginning; ///< of the file that is followed: another that has replaced it begins otherwise
    bool m_isLineOpen = false;
    bool m_follows = false;
    core::Error m_trouble = {};
};

} // namespace logreplay
