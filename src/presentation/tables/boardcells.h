#pragma once

#include "presentation/tables/boardorder.h"

namespace presentation {

/// What the cells of the supervisor's board say, by a row's index on the board. It is read from the model
/// when it is asked, so that nothing painted is older than the paint.
class BoardCells
{
public:
    using Column = BoardOrder::Column;

    explicit BoardCells(const model::Desk &desk);

    QString text(int index, Column column) const;
    /// Nothing without a call, or where its DN is not monitored.
    std::optional<RecordingLook> light(int index) const;
    /// To those who do not see it: the first cell speaks for its row, the light's says what its shape and
    /// tone do.
    QString spoken(int index, Column column) const;
    /// In full; of the light: its description.
    QString description(int index, Column column) const;
    /// The text says that there is nothing, or little.
    bool isQuiet(int index, Column column) const;

private:
    bool isRefused(int index) const;

    const model::Desk &m_desk;
};

} // namespace presentation
