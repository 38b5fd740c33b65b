#include "widgets/tables/rowdelegate.h"

#include "presentation/tables/rowroles.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/tabulartext.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

using namespace Qt::StringLiterals;
using presentation::RecordingLook;
using presentation::TextRole;
namespace measure = presentation::measure;

namespace widgets {

namespace {

constexpr int Bar = 3;              ///< at the leading edge of the chosen row
constexpr qsizetype MostKept = 200; ///< pictures of lights; one is a few kilobytes

} // namespace

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const presentation::Theme &theme,
                    const QModelIndex &index)
{
    const presentation::Tones &tones = theme.tones();
    const QRect &cell = option.rect;
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter.fillRect(cell, tones.selected);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tones.line);
    const int place = view ? view->horizontalHeader()->visualIndex(index.column()) : index.column();
    const bool isFirst = place == 0;
    const bool isLast = place == index.model()->columnCount() - 1;
    const bool leftToRight = option.direction == Qt::LeftToRight;
    if (isSelected && isFirst)
        painter.fillRect(
            QRect(leftToRight ? cell.left() : cell.right() + 1 - Bar, cell.top(), Bar, cell.height()),
            tones.accent);
    // To those who use the keyboard; to the others the tone and the bar say enough.
    if (!isSelected || !view || !view->hasFocus() ||
        !option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), tones.text);
    painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), tones.text);
    if (leftToRight ? isFirst : isLast)
        painter.fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), tones.text);
    if (leftToRight ? isLast : isFirst)
        painter.fillRect(QRect(cell.right() - 1, cell.top(), 2, cell.height()), tones.text);
}

RowDelegate::RowDelegate(const presentation::Theme &theme, const Columns &columns, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_columns(columns)
{
    connect(&theme, &presentation::Theme::changed, this, [this] { m_lights.clear(); });
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRowGround(*painter, option, m_theme, index);
    const QVariant light =
        index.column() == m_columns.light ? index.data(presentation::LightRole) : QVariant();
    if (light.isValid())
        paintLight(*painter, option, light.value<RecordingLook>());
    else
        paintText(*painter, option, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, measure::RowHeight};
}

void RowDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    painter.setFont(m_theme.font(TextRole::Text));
    painter.setPen(index.data(presentation::QuietRole).toBool() ? m_theme.tones().quiet
                                                                : m_theme.tones().text);
    const QRect room = option.rect.adjusted(Padding, 0, -Padding / 2, -1);
    if (m_columns.times.contains(index.column()) && option.direction == Qt::LeftToRight)
        return drawTabular(painter, room, text);
    const auto mode = index.column() == m_columns.file ? Qt::ElideMiddle : Qt::ElideRight;
    painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                         Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, mode, room.width()));
}

void RowDelegate::paintLight(QPainter &painter, const QStyleOptionViewItem &option,
                             const RecordingLook &look) const
{
    const QRect room =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(Padding, 0, -Padding, -1));
    const QSize size(room.width(), measure::RowBadgeHeight);
    const QPoint at(room.left(), room.top() + (room.height() - size.height()) / 2);
    painter.drawPixmap(at, pixmapOf(look, size, painter.device()->devicePixelRatioF(), option.direction));
}

const QPixmap &RowDelegate::pixmapOf(const RecordingLook &look, const QSize &size, double scale,
                                     Qt::LayoutDirection direction) const
{
    const QString key = u"%1 %2 %3 %4 %5 %6 "_s.arg(int(look.shape))
                            .arg(int(look.tone))
                            .arg(look.dashed)
                            .arg(size.width())
                            .arg(scale)
                            .arg(int(direction)) +
                        look.word + u'|' + look.pending;
    const auto found = m_lights.constFind(key);
    if (found != m_lights.constEnd())
        return *found;
    if (m_lights.size() >= MostKept)
        m_lights.clear();
    QPixmap picture(size * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintBadge(painter, QRect(QPoint(), size), look, m_theme, direction, BadgeSize::Row);
    painter.end();
    return *m_lights.insert(key, picture);
}

} // namespace widgets

#include "moc_rowdelegate.cpp"
