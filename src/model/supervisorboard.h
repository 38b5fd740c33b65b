#pragma once

#include "model/agentroster.h"
#include "model/calllist.h"

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

/// What a supervisor watches: a row for each DN, in the order of the list, and counts over all of them.
/// A row costs nothing while nothing happens to it; a change tells of its row alone.
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
    void
    recordingChanged(int index); ///< the light, its certainty, or which call is shown: to be painted at once
    void allChanged();           ///< every row at once: a doubt, or an epoch
    void countsChanged();

private:
    CallList &m_calls;
    DnRegistry &m_registry;
    AgentRoster &m_agents;
    std::vector<BoardRow> m_rows;
    QHash<Dn, int> m_indexes;
    BoardCounts m_counts;
};

} // namespace model
