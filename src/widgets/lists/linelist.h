#pragma once

#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/rowview.h"

#include <functional>

class QLineEdit;

namespace widgets {

/// Ctrl+F goes to the field, Escape empties it or, where it is empty, closes the window as Ctrl+W does: in
/// every window with a list.
void giveListKeys(QWidget &window, QLineEdit &find);

/// The rows of a model that stand in the order of their coming, several to be chosen at once. Nobody sorts
/// them, so their titles are no buttons. `widths`: of the columns, at least; the last takes the rest.
void layOutLines(RowView &rows, QAbstractItemModel &model, const presentation::Theme &theme,
                 const RowDelegate::Columns &columns, const QList<int> &widths);

/// The chosen rows in their order, as lines in the clipboard; nothing where none is chosen.
void copyLines(const RowView &rows, const std::function<QString(int row)> &lineAt);

} // namespace widgets
