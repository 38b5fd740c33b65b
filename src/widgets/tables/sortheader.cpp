#include "widgets/tables/sortheader.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

using presentation::TextRole;

namespace widgets {

SortHeader::SortHeader(const presentation::Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setMinimumSectionSize(48);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QHeaderView::sortIndicatorChanged, this, &SortHeader::tell);
    connect(&theme, &presentation::Theme::changed, this, [this] { viewport()->update(); });
}

QSize SortHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 34};
}

QString SortHeader::titleOf(int section) const
{
    return model() ? model()->headerData(section, Qt::Horizontal).toString() : QString();
}

void SortHeader::keyPressEvent(QKeyEvent *event)
{
    const int onward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left: return choose(m_section - onward);
    case Qt::Key_Right: return choose(m_section + onward);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(count() - 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: return sortBy(m_section);
    default: QWidget::keyPressEvent(event);
    }
}

void SortHeader::choose(int section)
{
    m_section = std::clamp(section, 0, std::max(0, count() - 1));
    viewport()->update();
    tell();
}

void SortHeader::sortBy(int section)
{
    const bool isUp = sortIndicatorSection() == section && sortIndicatorOrder() == Qt::AscendingOrder;
    setSortIndicator(section, isUp ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// A header has no cells that a screen reader could follow: it says itself where it is.
void SortHeader::tell()
{
    const QString title = titleOf(m_section);
    QString name = tr("Column %1").arg(title);
    if (sortIndicatorSection() == m_section)
        name = sortIndicatorOrder() == Qt::AscendingOrder ? tr("Column %1, sorted upwards").arg(title)
                                                          : tr("Column %1, sorted downwards").arg(title);
    setAccessibleName(name);
    setAccessibleDescription(tr("Space sorts by this column."));
}

void SortHeader::focusInEvent(QFocusEvent *event)
{
    QHeaderView::focusInEvent(event);
    tell();
    viewport()->update();
}

void SortHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

QFont SortHeader::titleFont() const
{
    QFont font = m_theme.font(TextRole::Quiet);
    font.setWeight(QFont::DemiBold);
    return font;
}

int SortHeader::widthOfTitle(int section) const
{
    constexpr int Margins = 16 + 8;
    constexpr int Arrow = 14;
    return QFontMetrics(titleFont()).horizontalAdvance(titleOf(section)) + Margins +
           (isSortIndicatorShown() ? Arrow : 0) + 1;
}

void SortHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const presentation::Tones &tones = m_theme.tones();
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    painter->save();
    painter->fillRect(rect, tones.window);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tones.line);
    painter->setFont(titleFont());
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->setPen(isSorted ? tones.text : tones.quiet);
    const QRect room = rect.adjusted(leftToRight ? 16 : 8, 0, leftToRight ? -8 : -16, -1);
    const int arrow = isSorted ? 14 : 0;
    const QString text =
        painter->fontMetrics().elidedText(titleOf(section), Qt::ElideRight, room.width() - arrow);
    painter->drawText(
        room,
        int((leftToRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter) |
            Qt::TextSingleLine,
        text);
    if (isSorted) {
        const int width = painter->fontMetrics().horizontalAdvance(text) + 5;
        const double x = leftToRight ? room.left() + width : room.right() + 1 - width - 7;
        const double y = rect.center().y();
        const double tip = sortIndicatorOrder() == Qt::AscendingOrder ? -2.5 : 2.5;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.text);
        painter->drawPolygon(QPolygonF{{x, y - tip}, {x + 7, y - tip}, {x + 3.5, y + tip}});
    }
    if (hasFocus() && section == m_section) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tones.text, 2));
        painter->drawRect(rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

} // namespace widgets

#include "moc_sortheader.cpp"
