#pragma once

#include "backends/simulator/switch/switchconfiguration.h"
#include "tlib/kvlist.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <deque>
#include <functional>
#include <vector>

namespace simulator {

enum class RecorderState { Off, On, Paused };
QString stateWord(RecorderState state); ///< "off", "on", "paused"

/// What a request says about a recording beside the order itself.
struct Remarks
{
    tlib::KvList params = {};
    tlib::KvList reasons = {};
};

/// What is to be recorded, and how its file is to be named.
struct RecordingOrder
{
    tlib::ConnId call = {};
    tlib::CallUuid uuid = {};
    tlib::Dn dn = {};    ///< whose side is recorded
    tlib::Dn party = {}; ///< whom it talks to
    tlib::Dn ani = {};
    tlib::Dn dnis = {};
    QString id = {};    ///< made by the media server when empty
    QString dest = {};  ///< SIP location; empty: the configured one
    QString dest2 = {}; ///< SIP location of the second copy; empty: the configured one
    Remarks remarks = {};
};

/// One recording session, which is one file, as it is now. Every destination is sent the same.
struct RecordingSession
{
    RecorderState state = RecorderState::Off;
    QString id = {};
    QString file = {};
    tlib::Dn dn = {};
    QStringList destinations = {};
    Remarks remarks = {};      ///< of all requests together; of a name given again the last one counts
    core::Duration recorded{}; ///< of what was said
    core::Duration silence{};  ///< written in place of what was said while it was paused
};

/// The recorder: takes orders at once, and reports what became of them some time later, in order.
///
/// An order is judged by what the orders before it will lead to, so a second pause right after the first is
/// refused although the first has not been reported yet. A call has one live recording at most.
class MediaServer
{
public:
    /// The sessions of one call.
    struct Tape
    {
        std::vector<RecordingSession> sessions = {}; ///< in the states that were reported
        RecorderState wanted = RecorderState::Off;
        int shown = -1;           ///< the session of the last report
        core::Instant since = {}; ///< of the last report
    };
    /// A change that has been ordered and is still to be reported.
    struct Due
    {
        core::Instant at = {};
        tlib::ConnId call = {};
        int session = 0;
        RecorderState state = {};
    };

    using Report = std::function<void(tlib::ConnId, const RecordingSession &)>;

    MediaServer(core::Clock &clock, RecorderConfig config, Report report);

    // Each answers whether the order is taken. Refused: 43 when the recording is in that state already, 93
    // when it cannot be done in its state, both naming it; 53 for an Id in use or too many remarks; 118 as
    // configured.
    core::Result<core::Done> start(const RecordingOrder &order);
    core::Result<core::Done> pause(tlib::ConnId call, const Remarks &remarks = {});
    core::Result<core::Done> resume(tlib::ConnId call, const Remarks &remarks = {});
    core::Result<core::Done> stop(tlib::ConnId call, const Remarks &remarks = {});
    /// The party whose side is recorded is gone: its recording ends, even when the recorder refuses services.
    void end(tlib::ConnId call);
    /// The recorder changes by itself: no order, no delay, any state from any other. `order` is for the file
    /// that begins when there was none. Orders under way are forgotten. Returns the recording as it is now.
    RecordingSession changeByItself(const RecordingOrder &order, RecorderState state);
    /// The call is over: its recording ends and nothing more is reported.
    void forget(tlib::ConnId call);

    RecorderState wantedState(tlib::ConnId call) const; ///< after every order under way
    tlib::Dn recordedDn(tlib::ConnId call) const;       ///< empty unless a recording lives, by wantedState()
    bool isIdInUse(const QString &id) const;            ///< by a recording that lives, of any call
    RecordingSession reported(tlib::ConnId call) const; ///< the latest one that was reported
    std::vector<RecordingSession>
    recordingsOf(tlib::ConnId call) const; ///< oldest first, those only ordered too

    // For a backup, which knows all of this and does nothing until it takes over.
    const Tape *tapeOf(tlib::ConnId call) const; ///< nullptr: never ordered to record
    std::vector<Due> dueOf(tlib::ConnId call) const;
    void put(tlib::ConnId call, const Tape &tape, const std::vector<Due> &due);
    int lastId() const { return m_lastId; }
    void passId(int id) { m_lastId = std::max(m_lastId, id); }
    void clear();
    /// While it does not run, orders under way wait; what was due meanwhile is reported right after.
    void setRunning(bool running);

private:
    core::Result<core::Done> move(tlib::ConnId call, RecorderState to, const QString &verb, const Remarks &);
    core::Result<core::Done> checkFault() const;
    void begin(Tape &tape, const RecordingOrder &order);
    void reportLater(tlib::ConnId call, const Tape &tape);
    void reportDue();
    void awaitNext();
    void show(Tape &tape, int session, RecorderState state) const;
    RecordingSession upToNow(const Tape &tape, int session) const;
    QString newId(const RecordingOrder &order);
    QString fileName(const RecordingOrder &order, const QString &id) const;

    core::Clock &m_clock;
    RecorderConfig m_config;
    Report m_report;
    QHash<tlib::ConnId, Tape> m_tapes;
    QSet<QString> m_files; ///< of all calls that are there
    std::deque<Due> m_due;
    int m_lastId = 0;
    bool m_running = true;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
