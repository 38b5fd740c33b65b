#pragma once

#include "core/clock.h"
#include "model/calls/callhistory.h"

#include <QAbstractTableModel>

#include <vector>

namespace presentation {

/// The calls of a history as a table, in the order in which they began. A call that goes on has its light
/// (LightRole) in the column State, one that has ended the word.
class CallRecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Began, Parties, State, Recorded, Paused, Timeline, Files, Call, Columns };

    CallRecordModel(const model::CallHistory &history, core::Clock &clock, QObject *parent = nullptr);

    const model::CallRecord *recordAt(int row) const;
    /// Who took part: "+493055501, 7001".
    static QString partiesOf(const model::CallRecord &record);
    /// "one.wav, two.wav"; empty without a file.
    static QString filesOf(const model::CallRecord &record, const QString &separator = QStringLiteral(", "));
    /// Time has passed: what goes on has become longer.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void append(model::CallNumber number);
    void touch(model::CallNumber number);
    void remove(model::CallNumber number);
    int rowOf(model::CallNumber number) const;
    QString textOf(const model::CallRecord &record, int column) const;
    QString timeIn(const model::CallRecord &record, model::RecordingState state) const;
    static QString beginOf(const model::CallRecord &record);
    QString whyAtLeast(const model::CallRecord &record) const;

    const model::CallHistory &m_history;
    core::Clock &m_clock;
    std::vector<model::CallNumber> m_numbers; ///< rising
};

} // namespace presentation
