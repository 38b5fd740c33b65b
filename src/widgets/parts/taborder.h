#pragma once

#include <QList>

class QWidget;

namespace widgets {

/// What Tab reaches in this part of a window, in the order in which people read it: along the layouts, the
/// tabs of pages before the page, the header of a table before its rows. `here` stands at its place among
/// them, whether Tab reaches it or not.
QList<QWidget *> tabOrder(QWidget &place, const QWidget *here);

} // namespace widgets
