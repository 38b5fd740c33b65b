#pragma once

#include "model/calls/calllist.h"
#include "model/dns/agentroster.h"

#include <QObject>

#include <vector>

namespace model {

class DnRegistry;
enum class MonitorState;

/// A DN that is watched, with its agent and the call that says most about it.
struct BoardRow
{
    Dn dn = {};
    QString agentName = {};                ///< from the list of DNs; T-Library carries none
    bool isOwn = false;                    ///< this desktop's own DN
    QVarLengthArray<CallId, 1> calls = {}; ///< on which the DN has a leg, the most urgent one first
};

/// How many calls of the board are in each state; a call of two watched DNs counts once.
struct BoardCounts
{
    int calls = 0;
    int on = 0;
    int paused = 0;
    int off = 0;
    int legacy = 0;  ///< only a file name was reported
    int unknown = 0; ///< not known, or not certain

    bool operator==(const BoardCounts &) const = default;
};

/// What a supervisor watches: a row for each DN that is no routing point, in the order of the list, and
/// counts over all of them. A row costs nothing while nothing happens to it; a change costs the same for ten
/// rows and for ten thousand, and tells of its row alone. User data that leaves the recording as it is tells
/// nothing.
class SupervisorBoard : public QObject
{
    Q_OBJECT

public:
    SupervisorBoard(CallList &calls, DnRegistry &registry, AgentRoster &agents, QObject *parent = nullptr);

    int size() const { return int(m_rows.size()); }
    const BoardRow &row(int index) const { return m_rows[size_t(index)]; }
    int indexOf(const Dn &dn) const { return m_indexes.value(dn, -1); }
    /// The call that the row shows: the one that rings, else talks, else any. nullptr: none.
    const Call *callOf(int index) const;
    Agent agentOf(int index) const;
    MonitorState monitorStateOf(int index) const;
    const BoardCounts &counts() const { return m_counts; }

Q_SIGNALS:
    void reset();               ///< other rows: the list of DNs was set
    void rowChanged(int index); ///< anything but its recording
    /// The light, its certainty, what is asked of it, or which call is shown: to be painted at once.
    void recordingChanged(int index);
    void allChanged(); ///< every row at once: a doubt, or an epoch
    void countsChanged();

private:
    /// Which of the counts a call is in.
    enum class Light : quint8 { On, Paused, Off, Legacy, Unknown };
    /// A call's place on the board.
    struct Place
    {
        QVarLengthArray<int, 2> rows = {};
        Light light = Light::Unknown;
    };
    struct RowChange
    {
        int row = 0;
        bool isOfRecording = false;
    };
    using RowChanges = QVarLengthArray<RowChange, 4>;

    void rebuild();
    void onCallChanged(CallId id, CallChanges changes);
    void onRemoved(CallId id);
    void onCertaintyChanged();
    void onDnChanged(const Dn &dn);
    void settle(const Call &call, RowChanges &changes);
    bool putIntoRow(const Call &call, int index);
    bool takeFromRow(CallId id, int index);
    CallId shownAt(int index) const { return m_rows[size_t(index)].calls.value(0); }
    Light lightOf(const Call &call) const;
    int &countOf(Light light);
    void recount();
    void tell(const RowChanges &changes, const BoardCounts &before);

    CallList &m_calls;
    DnRegistry &m_registry;
    AgentRoster &m_agents;
    std::vector<BoardRow> m_rows;
    QHash<Dn, int> m_indexes;
    QHash<CallId, Place> m_places; ///< of the calls that stand in a row
    BoardCounts m_counts;
    int m_generation = 0; ///< counts the resets: the indexes of an earlier one mean nothing
};

} // namespace model
