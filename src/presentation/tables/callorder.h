#pragma once

#include "presentation/tables/callaccount.h"

#include <vector>

namespace presentation {

/// Which calls of a log are shown, and how they stand: what they are sorted by, and what is looked for.
class CallOrder
{
public:
    enum Column {
        Began,
        Parties,
        State,
        Recorded,
        Paused,
        InDoubt,
        Timeline,
        Files,
        Call,
        Dn,
        Pauses,
        MovedBy,
        Columns
    };

    /// Timeline: by how long the calls lasted.
    void sortBy(Column column, Qt::SortOrder direction);
    /// Calls with a party, a file or a ConnID that contains the text, in upper or lower case. False when that
    /// was looked for before.
    bool setText(const QString &text);
    /// As they began, and all of them: a call that changes keeps its place.
    bool isPlain() const
    {
        return m_column == Began && m_direction == Qt::AscendingOrder && m_text.isEmpty();
    }
    /// All calls that match, in order. What is not known stands last, whichever way is sorted; equal ones
    /// stand as they began.
    std::vector<model::CallNumber> of(const model::CallHistory &history, core::Instant now) const;

private:
    struct Key
    {
        model::CallNumber call = {};
        bool isKnown = true;
        qint64 number = 0;
        QString text = {};
    };

    bool matches(const model::CallRecord &record) const;
    Key keyOf(const model::CallRecord &record, core::Instant now) const;

    Column m_column = Began;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    QString m_text;
};

} // namespace presentation
