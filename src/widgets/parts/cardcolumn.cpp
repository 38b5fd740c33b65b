#include "widgets/parts/cardcolumn.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

namespace {

constexpr int Margin = 12;
constexpr int BarWidth = 10; // as the style sheet has it

} // namespace

CardColumn::CardColumn(QWidget *parent)
    : QScrollArea(parent)
{
    auto *canvas = new QWidget;
    canvas->setObjectName(QStringLiteral("canvas"));
    m_column = new QVBoxLayout(canvas);
    m_column->setContentsMargins(Margin, Margin, Margin, Margin);
    m_column->setSpacing(Margin);
    setWidget(canvas);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    canvas->installEventFilter(this);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int least, int most) {
        QMargins margins = m_column->contentsMargins();
        const int side = most > least ? Margin - BarWidth : Margin;
        (layoutDirection() == Qt::LeftToRight ? margins.setRight(side) : margins.setLeft(side));
        m_column->setContentsMargins(margins);
    });
}

/// It scrolls in height alone: what is at the cards' end must not be cut.
QSize CardColumn::minimumSizeHint() const
{
    const QMargins margins = m_column->contentsMargins();
    const int cards = m_column->totalMinimumSize().width() - margins.left() - margins.right();
    return {cards + 2 * Margin, QScrollArea::minimumSizeHint().height()};
}

int CardColumn::fullHeight(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                         : m_column->totalSizeHint().height();
}

bool CardColumn::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        if (const int width = minimumSizeHint().width(); std::exchange(m_leastWidth, width) != width)
            updateGeometry();
        Q_EMIT contentChanged();
    }
    return handled;
}

} // namespace widgets

#include "moc_cardcolumn.cpp"
