#pragma once

#include "core/clock.h"
#include "presentation/tables/callorder.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <vector>

namespace presentation {

/// The calls of a history as a table, sorted and searched. A call that goes on has its light (LightRole) in
/// the column State, one that has ended the word. What changes is shown ten times a second at most, and more
/// rarely where the table is so long that this would take all the time there is.
class CallRecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = CallOrder::Column;
    static constexpr Column Began = CallOrder::Began, Parties = CallOrder::Parties, State = CallOrder::State,
                            Recorded = CallOrder::Recorded, Paused = CallOrder::Paused,
                            InDoubt = CallOrder::InDoubt, Timeline = CallOrder::Timeline,
                            Files = CallOrder::Files, Call = CallOrder::Call, Dn = CallOrder::Dn,
                            Pauses = CallOrder::Pauses, MovedBy = CallOrder::MovedBy,
                            Columns = CallOrder::Columns;

    /// `pace` is the clock of the person who looks.
    explicit CallRecordModel(core::Clock &pace, QObject *parent = nullptr);

    /// Shows the calls of this history, whose clock is `time`, until there is another or it is gone.
    void show(const model::CallHistory &history, core::Clock &time);
    const model::CallRecord *recordAt(int row) const;
    CallAccount accountAt(int row) const; ///< of a row that is there
    core::Instant now() const { return m_history ? m_time->now() : core::Instant(); } ///< in the log
    int rowOf(model::CallNumber number) const;                                        ///< -1: it is not shown
    /// Only calls with a party, a ConnID or a file like this.
    void setText(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Time has passed: what goes on has become longer.
    void refreshTimes();

    /// Who took part: "+493055501, 7001".
    static QString partiesOf(const model::CallRecord &record);
    /// "one.wav, two.wav"; empty without a file.
    static QString filesOf(const model::CallRecord &record, const QString &separator = QStringLiteral(", "));

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void changeSoon(bool isOrderOld);
    void change();
    void put(std::vector<model::CallNumber> calls);

    QPointer<const model::CallHistory> m_history;
    core::Clock *m_time = nullptr; ///< as long as m_history
    core::Clock &m_pace;
    CallOrder m_order;
    std::vector<model::CallNumber> m_calls; ///< one may be gone already
    std::unique_ptr<core::Alarm> m_soon;
    core::Instant m_restsUntil{};
    bool m_isOrderOld = false;
};

} // namespace presentation
