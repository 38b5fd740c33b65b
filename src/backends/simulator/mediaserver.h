#pragma once

#include "backends/simulator/configuration.h"
#include "tlib/kvlist.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>

namespace simulator {

enum class RecorderState { Off, On, Paused };
QString stateWord(RecorderState state); ///< "off", "on", "paused"

/// What is to be recorded, and how its file is to be named.
struct RecordingOrder
{
    tlib::ConnId call = {};
    tlib::CallUuid uuid = {};
    tlib::Dn dn = {};    ///< whose side is recorded
    tlib::Dn party = {}; ///< whom it talks to
    tlib::Dn ani = {};
    tlib::Dn dnis = {};
    QString id = {}; ///< made by the media server when empty
    QString dest = {};
    QString dest2 = {};
};

/// One recording as the media server last reported it.
struct Recording
{
    RecorderState state = RecorderState::Off;
    QString id = {};
    QString file = {};
    tlib::Dn dn = {};
    QString dest = {};
    QString dest2 = {};
};

/// The recorder: takes orders at once, and reports what became of them some time later, in order.
///
/// An order is judged by what the orders before it will lead to, so a second pause right after the first is
/// refused although the first has not been reported yet.
class MediaServer
{
public:
    using Report = std::function<void(tlib::ConnId, const Recording &)>;

    MediaServer(core::Clock &clock, RecorderConfig config, Report report);

    // Each answers whether the order is taken; Refused names the state that it met.
    core::Result<core::Done> start(RecordingOrder order);
    core::Result<core::Done> pause(tlib::ConnId call);
    core::Result<core::Done> resume(tlib::ConnId call);
    core::Result<core::Done> stop(tlib::ConnId call);
    /// The recorder changes by itself: no order, no delay, any state from any other. `order` is for the file
    /// that begins when there was none. Orders under way are forgotten. Returns the recording as it is now.
    Recording changeByItself(const RecordingOrder &order, RecorderState state);
    /// The call is over: its recording ends and nothing more is reported.
    void forget(tlib::ConnId call);

    RecorderState wantedState(tlib::ConnId call) const; ///< after every order under way
    Recording reported(tlib::ConnId call) const;

private:
    struct Session
    {
        Recording wanted = {};
        Recording shown = {};
        QSet<QString> files = {};
    };
    struct Due
    {
        core::Instant at = {};
        tlib::ConnId call = {};
        Recording recording = {};
    };

    core::Result<core::Done> move(tlib::ConnId call, RecorderState from, RecorderState to,
                                  const QString &verb);
    core::Result<core::Done> checkFault() const;
    void begin(Session &session, const RecordingOrder &order);
    void reportLater(tlib::ConnId call, const Recording &recording);
    void reportDue();
    QString fileName(const Session &session, const RecordingOrder &order, const QString &id) const;
    bool isIdInUse(const QString &id) const;

    core::Clock &m_clock;
    RecorderConfig m_config;
    Report m_report;
    QHash<tlib::ConnId, Session> m_sessions;
    std::deque<Due> m_due;
    int m_lastId = 0;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
