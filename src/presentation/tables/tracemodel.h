#pragma once

#include "core/frame.h"
#include "model/link/messagetrace.h"

#include <QAbstractTableModel>

#include <deque>

namespace presentation {

/// A trace as a table, oldest first. What comes is taken once a frame, however much it is; while it is paused
/// nothing is, and what is shown stays although the trace goes on.
class TraceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Direction, Message, Call, Numbers, Details, Columns };

    TraceModel(model::MessageTrace &trace, core::Clock &clock, QObject *parent = nullptr);
    ~TraceModel() override;

    /// Shows what has all these words, in any column, without regard to case.
    void setFilter(const QString &words);
    void setPaused(bool isPaused);
    bool isPaused() const { return m_isPaused; }
    void clear();

    int total() const { return int(m_entries.size()); } ///< shown or not
    /// As traceLine() writes it.
    QString lineAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void totalChanged();

private:
    void take();
    void forgetOldest(qint64 firstKept);
    void showAnew();
    bool isShown(const model::TraceEntry &entry) const;
    const model::TraceEntry *entryAt(int row) const;
    QString textOf(const model::TraceEntry &entry, int column) const;

    model::MessageTrace &m_trace;
    core::Frame m_frame;
    QStringList m_words; ///< of the filter
    bool m_isPaused = false;
    qint64 m_next = 0;                       ///< of the trace: which has not been taken yet
    std::deque<model::TraceEntry> m_entries; ///< all that were taken and fit, numbered without a gap
    std::deque<qint64> m_shown;              ///< numbers of those that the filter lets through
};

} // namespace presentation
