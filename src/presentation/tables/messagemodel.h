#pragma once

#include "core/frame.h"
#include "model/toasthistory.h"

#include <QAbstractTableModel>

namespace presentation {

/// The messages of this session as a table, newest first; quiet are those that have been closed.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Message, Why, Columns };

    MessageModel(const model::ToastHistory &history, core::Clock &clock, QObject *parent = nullptr);

    /// Shows what has all these words, in any column, without regard to case.
    void setFilter(const QString &words);
    int total() const { return int(m_history.entries().size()); } ///< shown or not
    /// nullptr: there is no such row.
    const model::Toast *toastAt(int row) const;
    /// Its columns in one line, for the clipboard.
    QString lineAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void totalChanged();

private:
    void showAnew();
    bool isShown(const model::Toast &toast) const;
    static QString textOf(const model::Toast &toast, int column);

    const model::ToastHistory &m_history;
    core::Frame m_frame;
    QStringList m_words; ///< of the filter
    QList<model::ToastHistory::Entry> m_shown;
};

} // namespace presentation
