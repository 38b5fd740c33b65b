#pragma once

#include <QDialog>

class QScrollArea;

namespace widgets {

/// What all dialogs have in common: it blocks its window and no event loop, Escape puts it away, it deletes
/// itself, and it is as large as what it shows but never larger than what its screen leaves free, frame and
/// all; the part of it that scrolls, where there is one, gives way.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    /// `width`: at first, where what is shown needs no more.
    Dialog(int width, QWidget *parent);
    /// `size`: at first, for what has no size of its own, as a table.
    Dialog(const QSize &size, QWidget *parent);

protected:
    void setScroll(const QScrollArea &scroll) { m_scroll = &scroll; }
    /// Others that stand in its place at times: the dialog is wide enough for each.
    void addScroll(const QScrollArea &scroll) { m_others.append(&scroll); }
    /// Again, as something that is shown has come or gone.
    void fit();

    void showEvent(QShowEvent *event) override;

private:
    QSize fitting() const;
    void place();

    const QSize m_size; ///< without a height: as what is shown
    const QScrollArea *m_scroll = nullptr;
    QList<const QScrollArea *> m_others;
};

} // namespace widgets
