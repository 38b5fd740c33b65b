#include "widgets/dialogs/dialog.h"

#include "widgets/dialogs/dialogplace.h"

#include <QLayout>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>

namespace widgets {

namespace {

int heightOf(const QWidget &content, int width)
{
    const QLayout *layout = content.layout();
    const bool depends = layout && layout->hasHeightForWidth();
    return depends ? layout->totalHeightForWidth(width) : content.sizeHint().height();
}

} // namespace

Dialog::Dialog(int width, QWidget *parent)
    : Dialog(QSize(width, 0), parent)
{
}

Dialog::Dialog(const QSize &size, QWidget *parent)
    : QDialog(parent)
    , m_size(size)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
}

QSize Dialog::fitting() const
{
    const QSize room = screen()->availableGeometry().size() - QSize(8, 40); // what the system puts round it
    if (!m_scroll) {
        const int width = std::min(std::max(m_size.width(), minimumSizeHint().width()), room.width());
        const int height = m_size.height() > 0 ? m_size.height() : heightOf(*this, width);
        return {width, std::min(height, room.height())};
    }
    constexpr int ScrollBar = 12;
    const QWidget &content = *m_scroll->widget();
    const int below = sizeHint().height() - m_scroll->sizeHint().height();
    int widest = m_scroll->sizeHint().width();
    for (const QScrollArea *other : m_others)
        widest = std::max(widest, other->sizeHint().width());
    const int beside = std::max(0, sizeHint().width() - widest);
    int least = content.minimumSizeHint().width() + beside + ScrollBar;
    for (const QScrollArea *other : m_others)
        least = std::max(least, other->widget()->minimumSizeHint().width() + beside + ScrollBar);
    const int width = std::min(std::max(m_size.width(), least), room.width());
    const int height = std::max(m_size.height(), heightOf(content, width - beside) + below);
    return {width, std::min(height, room.height())};
}

void Dialog::fit()
{
    resize(fitting());
}

void Dialog::place()
{
    const QSize frame(8, 40); // about what the system puts round it
    const QWidget *const window = parentWidget() ? parentWidget()->window() : nullptr;
    const QPoint corner = dialogPlace(size() + frame, window, screen()->availableGeometry()).topLeft();
    setGeometry(
        QRect(corner + QPoint(4, 32), size())); // without the frame, which it has only once it is shown
}

/// Not earlier: only now the labels have the fonts that they are shown in.
void Dialog::showEvent(QShowEvent *event)
{
    fit();
    place();
    QDialog::showEvent(event);
}

} // namespace widgets

#include "moc_dialog.cpp"
