#pragma once

#include "model/actions/callviews.h"
#include "model/calls/calllist.h"
#include "model/calls/recordingtimeline.h"

#include <QObject>

#include <deque>
#include <map>

namespace model {

/// Counts the calls in the order in which they began.
enum class CallNumber : quint64 {};

/// A change of a recording that was seen, and who has made it.
struct RecordingMove
{
    QDateTime wall = {};
    RecordingState state = RecordingState::Unknown; ///< into which
    Changer by = Changer::NotKnown;

    bool operator==(const RecordingMove &) const = default;
};

/// How often and how long a recording was certainly paused. A doubt in the middle makes no second pause of
/// it.
struct Pauses
{
    int count = 0;
    core::Duration longest{0};
    core::Duration total{0};

    bool operator==(const Pauses &) const = default;
};

/// A call from its first event to its last, for whoever looks at it afterwards.
struct CallRecord
{
    CallNumber number = {};
    CallId id = {};
    CallType type = CallType::Unknown;
    Dn dn = {};               ///< the own, else the first watched DN that took part
    QList<Dn> parties = {};   ///< everybody who was seen to take part, in the order of being seen
    Recording recording = {}; ///< what was known of it last
    QStringList files = {};   ///< of its recordings, as the server names them, in order
    Instant begun = {};
    QDateTime begunWall = {}; ///< what the wall clock said
    bool beginSeen = false;   ///< else it was there before
    std::optional<Instant> ended = {};
    QDateTime endedWall = {};
    QList<TimelineSegment> segments = {}; ///< the last one lasts until `ended`
    bool isWhole = true;                  ///< seen from its first event, and no time in it is missing
    QList<RecordingMove> moves = {};      ///< in order of time
    bool isFromJournal = false;           ///< before this run: neither parties nor files are kept there
    bool areTimesKnown = true;            ///< false: nothing tells when an event of it was

    /// Whether `recording` is certain, at the end or now.
    bool isCertain() const { return !segments.isEmpty() && segments.last().certain; }
    /// How long the recording was certainly in this state, up to the end or to `now`.
    core::Duration timeIn(RecordingState state, Instant now) const;
    /// How long nobody could say in which state it was: in doubt, or never reported; the least of it unless
    /// `beginSeen`.
    core::Duration timeNotKnown(Instant now) const;
    Pauses pauses(Instant now) const;
    /// Unless it is what it was, or not certain.
    bool noteMove(const RecordingMove &move, bool certain);

private:
    template <class Predicate>
    core::Duration timeWhere(Predicate holds, Instant now) const;
};

/// What has become of each call: those that go on and the latest that have ended, with how their recordings
/// went.
class CallHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int EnoughToLookAt = 10'000;
    static constexpr int EnoughForAShift = 1'000; ///< of calls before this run, and of those in it

    /// Keeps so many calls that have ended; of more the one that ended first goes.
    CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                int kept = EnoughToLookAt, QObject *parent = nullptr);

    /// Of the own calls alone, told as the person's: those of a shift.
    CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                const CallViews &views, QObject *parent = nullptr);
    /// Calls of before this run, in the order in which they began; the latest are kept. Once.
    void addPast(QList<CallRecord> records);

    const CallRecord *find(CallNumber number) const;
    QList<CallNumber> numbers() const;              ///< in the order in which they began
    qint64 count() const { return qint64(m_last); } ///< of all that have begun, also those that have gone
    qint64 gone() const { return count() - qint64(m_records.size()); }
    /// Nothing tells when an event of this call was; null: of any that goes on.
    void loseTimes(CallId id);
    /// In each call that goes on more time may have passed than the clock has counted.
    void missTime();

Q_SIGNALS:
    void begun(model::CallNumber number);
    void changed(model::CallNumber number);
    void ended(model::CallNumber number);
    void dropped(model::CallNumber number); ///< it is gone already

private:
    void begin(CallId id);
    void note(CallId id);
    void end(CallId id);
    bool isOfInterest(const Call &call) const { return !m_views || m_views->isOwn(call); }
    bool take(CallRecord &record, const Call &call) const;

    const CallList &m_calls;
    const RecordingTimeline &m_timeline;
    core::Clock &m_clock;
    const int m_kept;
    const CallViews *m_views = nullptr; ///< null: all calls
    std::map<CallNumber, CallRecord> m_records;
    QHash<CallId, CallNumber> m_open;
    std::deque<CallNumber> m_over; ///< in the order in which they ended
    quint64 m_last = 0;
};

} // namespace model
