#pragma once

#include "presentation/tables/callrecordmodel.h"
#include "widgets/parts/timelinestrip.h"
#include "widgets/tables/rowview.h"

namespace widgets {

/// The calls of a history as rows, sorted by a click on a title. The chosen call stays chosen, wherever it
/// goes.
class CallTable : public RowView
{
    Q_OBJECT

public:
    explicit CallTable(QWidget *parent = nullptr);

    void setCalls(presentation::CallRecordModel &calls, presentation::Theme &theme);
    /// These alone, in this order.
    void showColumns(const QList<presentation::CallRecordModel::Column> &columns);
    /// The chosen call; null: none is, or it is not shown.
    const model::CallRecord *chosen() const;
    TimelineContent timelineAt(int row) const;
    TimelineContent timelineOfChosen() const { return timelineAt(currentIndex().row()); }
    /// Who looks at the latest calls goes on seeing the latest.
    void setFollowsEnd(bool follows) { m_followsEnd = follows; }
    /// The call with this number will be another's.
    void forgetChoice();

Q_SIGNALS:
    /// Another call is chosen, or it has changed.
    void chosenChanged();

private:
    void setWidths(const presentation::Theme &theme);
    void followEnd();
    void chooseAgain();

    presentation::CallRecordModel *m_calls = nullptr;
    std::optional<model::CallNumber> m_chosen;
    bool m_isResetting = false;
    bool m_isAtEnd = true;
    bool m_followsEnd = false;
};

} // namespace widgets
