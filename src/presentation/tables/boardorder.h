#pragma once

#include "presentation/words/floor/boardtext.h"

#include <vector>

namespace presentation {

/// Which rows of the board are shown and how they stand: what they are sorted by, and what is looked for.
/// Rows are named by their index on the board. It keeps what each row's place depends on, as it was when it
/// last looked, so that a change costs no more than the rows that have changed.
class BoardOrder
{
public:
    enum Column { AgentColumn, DnColumn, StateColumn, PartyColumn, RecordingColumn, SinceColumn, FileColumn };
    static constexpr int Columns = FileColumn + 1;

    explicit BoardOrder(const model::Desk &desk);

    /// The board has other rows. No row is kept or misplaced then; what they are sorted by and what is looked
    /// for stay as they were.
    void reset();
    void sortBy(Column column, Qt::SortOrder order);
    /// Rows whose agent, DN or party contains the text. False when that was looked for before.
    bool setText(const QString &text);
    bool setFilter(BoardFilter filter); ///< likewise
    BoardFilter filter() const { return m_filter; }
    /// This row is shown whatever is looked for, until another is kept, or something else is looked for; -1:
    /// none is. True when the row that was kept before may have to go.
    bool keep(int index);

    /// What this row's place depends on may have changed.
    void misplace(int index);
    void misplaceAll() { m_isAllMisplaced = true; }
    /// All rows that match, in order.
    std::vector<int> all();
    /// The same, from what all() or next() have given last: only those move that were misplaced.
    std::vector<int> next(const std::vector<int> &last);

    /// How many DNs the server lets this desktop watch; as old as the order.
    int monitored() const { return m_monitored; }

private:
    /// What a row's place depends on.
    struct Key
    {
        bool matches = false;
        bool isMonitored = false;
        bool isEmpty = false; ///< stands last, whichever way is sorted
        qint64 number = 0;
        QString text = {};

        bool operator==(const Key &) const = default;
    };

    std::vector<int> renewKeys();
    bool isBefore(int one, int other) const;
    bool matches(int index) const;
    Key keyOf(int index) const;

    const model::Desk &m_desk;
    std::vector<int> m_agentRank; ///< its place by agent, as people sort names
    std::vector<int> m_dnRank;
    std::vector<Key> m_keys;
    std::vector<bool> m_isMisplaced;
    std::vector<int> m_misplaced;
    bool m_isAllMisplaced = false;
    Column m_column = AgentColumn;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    QString m_text;
    BoardFilter m_filter = BoardFilter::All;
    int m_kept = -1;
    int m_monitored = 0;
};

} // namespace presentation
