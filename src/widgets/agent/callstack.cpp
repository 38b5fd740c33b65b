#include "widgets/agent/callstack.h"

#include "widgets/agent/callflow.h"
#include "widgets/agent/slidingcard.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace widgets {

namespace {

constexpr int FoldedEnd = 8; ///< below the head of a card whose body has slid away

} // namespace

CallStack::CallStack(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_holder(new QWidget(viewport()))
    , m_clip(new QWidget(viewport()))
    , m_others(new QWidget(m_clip))
    , m_flow(new CallFlow(m_others))
{
    setObjectName(QStringLiteral("callStack"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    verticalScrollBar()->setSingleStep(24);
    m_others->installEventFilter(this);
}

void CallStack::setFirst(SlidingCard *card)
{
    if (m_first == card)
        return;
    if (m_first) {
        m_first->removeEventFilter(this);
        if (m_first->parentWidget() == m_holder)
            m_first->hide();
    }
    m_first = card;
    if (!card)
        return;
    card->setParent(m_holder);
    card->installEventFilter(this);
    card->show();
    verticalScrollBar()->setValue(0);
}

int CallStack::columns() const
{
    return std::max(1, (width() - Margin) / (LeastCardWidth + Margin));
}

int CallStack::columnWidth() const
{
    const int columns = this->columns();
    const int room = (width() - (columns + 1) * Margin) / columns;
    return columns == 1 ? room : std::min(room, MostCardWidth);
}

void CallStack::settle()
{
    if (m_isSettling)
        return;
    const QScopedValueRollback guard(m_isSettling, true);
    const int card = m_first ? m_first->heightForWidth(columnWidth()) : 0;
    const bool isBeside = columns() > 1;
    const int width = isBeside ? this->width() - 3 * Margin - columnWidth() : columnWidth();
    m_flow->setColumnWidth(columnWidth());
    const int rest = m_flow->count() == 0 ? 0 : m_flow->heightForWidth(width);
    const int gap = card > 0 && rest > 0 ? Margin : 0;
    const int whole = 2 * Margin + (isBeside ? std::max(card, rest) : card + gap + rest);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    place(card, rest);
}

/// Both in their whole heights. The first card folds before the others begin to scroll.
void CallStack::place(int card, int rest)
{
    const int scrolled = verticalScrollBar()->value();
    const int least = m_first ? m_first->headHeight() + FoldedEnd : 0;
    const int folded = std::clamp(card - least, 0, scrolled);
    const int column = columnWidth();
    const QRect first(Margin, Margin, column, card - folded);
    m_holder->setGeometry(mirrored(first));
    if (m_first)
        m_first->setGeometry(0, 0, column, first.height());
    const bool isBeside = columns() > 1 && m_first;
    const int below = m_first ? first.bottom() + 1 : 0;
    const int height = viewport()->height();
    const QRect beside(2 * Margin + column, 0, width() - 2 * Margin - column, height);
    const QRect under(0, below, width(), std::max(0, height - below));
    const QRect clip = isBeside ? beside : under;
    m_clip->setGeometry(mirrored(clip));
    const int inset = isBeside ? 0 : Margin;
    const int room = isBeside ? beside.width() - Margin : column;
    const int top = Margin - (isBeside ? scrolled : scrolled - folded);
    const QRect others(inset, top, room, rest);
    m_others->setGeometry(QStyle::visualRect(layoutDirection(), m_clip->rect(), others));
    m_flow->activate();
}

/// As they would lie without a scroll bar, which takes its room from the margin.
QRect CallStack::mirrored(const QRect &rect) const
{
    const QRect all(0, 0, width(), viewport()->height());
    return QStyle::visualRect(layoutDirection(), all, rect).translated(-viewport()->x(), 0);
}

bool CallStack::shows(const QWidget &part) const
{
    const QRect place(part.mapTo(viewport(), QPoint()), part.size());
    if (!part.isVisibleTo(viewport()) || !viewport()->rect().contains(place))
        return false;
    return !m_clip->isAncestorOf(&part) || m_clip->geometry().contains(place);
}

void CallStack::bring(const QWidget &part)
{
    if (!m_clip->isAncestorOf(&part))
        return;
    const QRect place(part.mapTo(m_clip, QPoint()), part.size());
    const int over = place.bottom() + Margin - m_clip->height();
    if (over > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(over, place.top()));
    else if (place.top() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - Margin);
}

QSize CallStack::minimumSizeHint() const
{
    const int card = m_first ? m_first->minimumSizeHint().width() : 0;
    const int least = std::max(card, m_flow->minimumSize().width());
    return {least + 2 * Margin, (m_first ? m_first->headHeight() + FoldedEnd : 0) + 2 * Margin};
}

bool CallStack::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QAbstractScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest && (watched == m_others || watched == m_first)) {
        settle();
        Q_EMIT contentChanged();
    }
    return handled;
}

bool CallStack::focusNextPrevChild(bool next)
{
    const bool moved = QAbstractScrollArea::focusNextPrevChild(next);
    if (QWidget *const focus = window()->focusWidget(); moved && focus)
        bring(*focus);
    return moved;
}

void CallStack::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (std::exchange(m_columns, columns()) != m_columns)
        Q_EMIT columnsChanged();
    settle();
}

void CallStack::scrollContentsBy(int, int)
{
    settle();
}

} // namespace widgets

#include "moc_callstack.cpp"
