#pragma once

#include "model/call.h"
#include "tlib/event.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <deque>

namespace model {

class CallList;
class CallTracker;
class ServerConnection;

enum class MonitorState { Waiting, Monitored, Refused };

/// The DNs that this desktop watches. In every epoch it registers them all again, takes the snapshot of the
/// calls that are on them, and asks for each call's user data; pipelined, with a bounded number under way.
class DnRegistry : public QObject
{
    Q_OBJECT

public:
    static constexpr int RequestsUnderWay = 64;

    DnRegistry(ServerConnection &connection, CallTracker &tracker, CallList &calls,
               QObject *parent = nullptr);

    /// Takes effect with the next epoch, or at once for added DNs when there is one.
    void setDns(const QList<Dn> &dns);
    const QList<Dn> &dns() const { return m_dns; }
    MonitorState stateOf(const Dn &dn) const { return m_states.value(dn, MonitorState::Waiting); }
    /// Asks for a call's user data again, where doubt about it has arisen.
    void ask(const Dn &dn, CallId call);

Q_SIGNALS:
    void stateChanged(const model::Dn &dn);
    void refused(const model::Dn &dn, const core::Error &why);
    /// A DN's snapshot has arrived: what the server says of its agent.
    void snapshotTaken(const model::Dn &dn, const tlib::Event &event);

private:
    void begin();
    void stop();
    void pump();
    void registerDn(const Dn &dn);
    void onRegistered(const Dn &dn, const core::Result<tlib::Event> &answer);
    void queryCall(const Dn &dn, CallId call);
    void onQueried(const Dn &dn, CallId call, const core::Result<tlib::Event> &answer);
    void setState(const Dn &dn, MonitorState state);

    struct Question
    {
        Dn dn = {};
        CallId call = {}; ///< null: the DN itself is to be registered
    };

    ServerConnection &m_connection;
    CallTracker &m_tracker;
    CallList &m_calls;
    QList<Dn> m_dns;
    QHash<Dn, MonitorState> m_states;
    QSet<CallId> m_asked; ///< calls that have been asked for in this epoch
    std::deque<Question> m_queue;
    int m_underWay = 0;
    Epoch m_epoch = Epoch::None; ///< None while there is nobody to ask
};

} // namespace model
