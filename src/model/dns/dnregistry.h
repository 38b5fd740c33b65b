#pragma once

#include "model/dns/questionqueue.h"
#include "tlib/event.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace model {

class CallList;
class CallTracker;
class ServerConnection;
class TakeOver;

enum class MonitorState { Waiting, Monitored, Refused };

/// What a DN is registered for.
enum class DnUse : quint8 {
    Own,          ///< a person sits at it: its calls can be answered, held, transferred from here
    Watched,      ///< somebody else's: seen, and its recordings moved on behalf of an own DN
    RoutingPoint, ///< calls wait on it to be routed: they are WaitTracker's, not CallTracker's
};

struct DnEntry
{
    Dn dn = {};
    DnUse use = DnUse::Own;
    QString name = {}; ///< of the person at it, where the list of DNs gives one

    bool operator==(const DnEntry &) const = default;
};

/// The DNs that this desktop watches. In every epoch it registers them all again, takes the snapshot of the
/// calls that are on them, and asks for each call's user data.
/// What gets no answer is asked again; it is through (ServerConnection::registrationDone) when each DN has
/// been answered and each call on them was asked for once.
class DnRegistry : public QObject
{
    Q_OBJECT

public:
    DnRegistry(ServerConnection &connection, CallTracker &tracker, CallList &calls, core::Clock &clock,
               QObject *parent = nullptr);

    /// Takes effect at once where there is an epoch, else with the next one. A DN that is given twice counts
    /// once.
    void setDns(const QList<DnEntry> &entries);
    void setDns(const QList<Dn> &own);
    /// Registers nothing and asks nothing: for a link that only tells, as a log does.
    void watchEverybody();
    bool onlyListens() const { return m_onlyListens; }
    const QList<Dn> &dns() const { return m_dns; }
    const QList<DnEntry> &entries() const { return m_entries; }
    bool isOwn(const Dn &dn) const { return m_uses.value(dn, DnUse::Watched) == DnUse::Own; }
    bool isRoutingPoint(const Dn &dn) const
    {
        return m_uses.value(dn, DnUse::Watched) == DnUse::RoutingPoint;
    }
    /// What the server says of this DN is heeded.
    bool isHeeded(const Dn &dn) const { return m_onlyListens || m_uses.contains(dn); }
    /// On whose behalf something is asked for about a call that no own DN takes part in; empty: there is
    /// none.
    Dn ownDn() const;
    MonitorState stateOf(const Dn &dn) const { return m_states.value(dn, MonitorState::Waiting); }
    /// How far the registration of the DNs has come in this epoch; a DN that is refused is answered, too.
    struct Progress
    {
        qsizetype answered = 0;
        qsizetype total = 0;

        bool operator==(const Progress &) const = default;
    };
    Progress progress() const { return {.answered = m_answered, .total = m_dns.size()}; }
    /// Asks for a call's user data, where doubt about it has arisen, or for its parties, where it waits on a
    /// routing point; once at a time.
    void ask(const Dn &dn, CallId call);
    /// Whether the server is in step with the one before it.
    const TakeOver &takeOver() const;
    /// Asks again which calls are on a DN that is monitored; once at a time.
    void askForSnapshot(const Dn &dn);

Q_SIGNALS:
    void progressChanged(); ///< after stateChanged
    void entriesChanged();
    void stateChanged(const model::Dn &dn);
    void refused(const model::Dn &dn, const core::Error &why);
    /// A DN's snapshot has arrived: what the server says of its agent, and of the calls that wait on it.
    void snapshotTaken(const model::Dn &dn, const tlib::Event &event);
    /// What QueryCall has brought, or why it has brought nothing; the CallTracker has been told.
    void queried(const model::Dn &dn, model::CallId call, const tlib::Event &answer);
    void queryFailed(const model::Dn &dn, model::CallId call, const core::Error &why);

private:
    void begin();
    void onAnswered(const Question &question, const tlib::Event &answer);
    void onFailed(const Question &question, const core::Error &why);
    void onRefused(const Question &question, const core::Error &why);
    void onQueried(const Question &question, const tlib::Event &answer);
    void onQueryFailed(const Question &question, const core::Error &why);
    void takeSnapshot(const Question &question, const tlib::Event &event);
    void askForAllSnapshots();
    void onEvent(const tlib::Event &event);
    std::optional<tlib::AddressType> addressTypeOf(const Dn &dn) const;
    void setState(const Dn &dn, MonitorState state);

    ServerConnection &m_connection;
    CallTracker &m_tracker;
    CallList &m_calls;
    QList<Dn> m_dns;
    QList<DnEntry> m_entries; ///< of each of m_dns
    QHash<Dn, DnUse> m_uses;
    QHash<Dn, MonitorState> m_states; ///< of each of m_dns
    bool m_onlyListens = false;
    qsizetype m_answered = 0; ///< of m_dns
    QuestionQueue m_questions;
};

} // namespace model
