#include "widgets/parts/dialog.h"

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
    : QDialog(parent)
    , m_width(width)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
}

QSize Dialog::fitting() const
{
    const QSize room = screen()->availableGeometry().size() - QSize(8, 40); // what the system puts round it
    if (!m_scroll) {
        const int width = std::min(std::max(m_width, minimumSizeHint().width()), room.width());
        return {width, std::min(heightOf(*this, width), room.height())};
    }
    constexpr int ScrollBar = 12;
    const QWidget &content = *m_scroll->widget();
    const int below = sizeHint().height() - m_scroll->sizeHint().height();
    const int beside = std::max(0, sizeHint().width() - m_scroll->sizeHint().width());
    const int least = content.minimumSizeHint().width() + beside + ScrollBar;
    const int width = std::min(std::max(m_width, least), room.width());
    return {width, std::min(heightOf(content, width - beside) + below, room.height())};
}

void Dialog::fit()
{
    resize(fitting());
}

/// Not earlier: only now the labels have the fonts that they are shown in.
void Dialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

} // namespace widgets

#include "moc_dialog.cpp"
