#pragma once

#include "backends/logreplay/callsmet.h"
#include "backends/logreplay/files/logfeed.h"
#include "backends/logreplay/logpace.h"
#include "backends/logreplay/logreader.h"
#include "core/steppedclock.h"
#include "tlib/link.h"

#include <QTimer>

#include <memory>

namespace logreplay {

/// A log file behind the seam. It opens when its first event has been read, says EventLinkConnected, and then
/// the events of the log at the times of their stamps; at its end it stays open and says finished(). Requests
/// are refused: a log answers nothing. Time is the log's: `time` goes on with the stamps, before each event,
/// and its alarms ring on the way. Its wall clock shows what the stamps show; the day of stamps without a
/// date begins with that of the file's latest change.
class LogLink final : public tlib::Link
{
    Q_OBJECT

public:
    static constexpr double AtOnce = LogPace::AtOnce;

    /// `pace` is the clock of the person who watches: a log's second takes 1/speed of its seconds.
    LogLink(LogSource source, core::SteppedClock &time, core::Clock &pace, double speed = 1,
            QObject *parent = nullptr);

    /// The endpoint says nothing to a log.
    void open(const tlib::Endpoint &endpoint) override;
    void close() override;
    /// NotConnected, always.
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override;

    bool isFinished() const { return m_isFinished; }
    /// Of what has been read since open().
    const Statistics &statistics() const { return m_reader.statistics(); }
    const LogSource &source() const { return m_source; }
    /// The files that are read; since it has opened.
    const LogSeries &series() const { return m_feed.series(); }
    /// A log that grows ends with what is there at the next glance.
    void endFollowing() { m_feed.endFollowing(); }

    /// Time in the log since its first event.
    core::Duration position() const { return m_shown - m_begin; }
    /// A log that grows has said all that is there.
    bool isWaiting() const { return m_isWaiting; }
    bool isSkipping() const { return m_pace.isSkipping(); }
    /// Nothing is said while it is paused, and a log that grows is not read.
    void setPaused(bool isPaused);
    void setSpeed(double speed);
    /// Says all up to this position at once, also while it is paused, then arrived(). It goes onward only:
    /// who wants to go back reads the log anew. Open or not.
    void skipTo(core::Duration position);

Q_SIGNALS:
    /// After each stretch of reading: bytes of the files; `of` is the size of all.
    void progress(qint64 bytes, qint64 of);
    /// The whole log has been said; once for each open().
    void finished(const logreplay::Statistics &statistics);
    /// When the event was that is said next, or was just said, nothing tells: of this call no length of time
    /// is known that ends or begins with it; null: of every call.
    void timeIsNotKnown(tlib::ConnId call);
    /// Between the event before and the one that is said next more time may have passed than is counted.
    void timeIsMissing();
    /// At the position of skipTo(), or at the end of what there is.
    void arrived();

private:
    enum class Step { Event, NotYet, Wait, End, Stop };

    template <class What>
    void later(What what);
    void say(tlib::LinkState state);
    void begin();
    void start();
    void turn();
    void stretch();
    void play();
    Step readOn();
    Step readPiece();
    void takeTime();
    bool isDue();
    bool deliverNext();
    void wait();
    void goOn();
    bool arriveAt(core::Duration place);
    bool sayTime();
    bool deliver();
    bool emitEvent(const tlib::Event &event);
    void moveTime(core::Duration to);
    QDateTime wallTime() const;
    void end();
    void fail(const core::Error &why);

    const LogSource m_source;
    core::SteppedClock &m_time;
    core::Clock &m_clock; ///< the watcher's
    LogPace m_pace;
    tlib::LinkState m_state = tlib::LinkState::Closed;
    quint32 m_opening = 0; ///< counts open() and close(): what was queued under another number is void

    LogFeed m_feed;
    QByteArray m_piece;
    LogReader m_reader;
    LogTime m_stamps;
    CallsMet m_met;
    LogMessage m_next;
    core::Duration m_nextTime{0}; ///< of m_next, as m_stamps counts
    Course m_nextCourse = Course::On;
    int m_nextPart = 0;
    bool m_isAfterGap = false; ///< m_next: between its file and the one before something is missing
    core::Duration m_shown{0}; ///< how far time has come, as m_stamps counts
    core::Duration m_toWall{0};
    core::Duration m_begin{0}; ///< its first event, likewise
    core::Instant m_stretchEnds{};
    core::Instant m_grewAt{}; ///< when there was something to be read last
    qint64 m_stretchBytes = 0;
    bool m_hasNext = false;
    bool m_isRead = false; ///< the reader knows that there are no more bytes
    bool m_isFinished = false;
    bool m_isWaiting = false;
    QTimer m_turn; ///< the next turn of the event loop, no measure of time
    std::unique_ptr<core::Alarm> m_due;
};

} // namespace logreplay
