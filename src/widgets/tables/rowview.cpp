#include "widgets/tables/rowview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>

namespace widgets {

RowView::RowView(QWidget *parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(presentation::measure::RowHeight);
    verticalHeader()->setDefaultSectionSize(presentation::measure::RowHeight);
}

void RowView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy) ||
        !isSignalConnected(QMetaMethod::fromSignal(&RowView::copyRequested)))
        return QTableView::keyPressEvent(event);
    Q_EMIT copyRequested();
}

void RowView::focusInEvent(QFocusEvent *event)
{
    // Past QAbstractItemView, which would make the first row the current one: nobody has chosen it.
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update(); // the ring is round the whole row
}

void RowView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace widgets

#include "moc_rowview.cpp"
