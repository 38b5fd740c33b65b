#pragma once

#include "presentation/look/theme.h"

#include <QTableView>

namespace widgets {

/// A table of rows of one height, of which one is chosen: the mouse chooses a row, the keyboard's ring is
/// round all of it, and round the table where none is chosen. RowDelegate paints the cells.
class RowView : public QTableView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

Q_SIGNALS:
    /// The keys for "copy". Where nobody listens, the text of the current cell is copied.
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace widgets
