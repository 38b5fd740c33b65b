#include "widgets/agent/slidingcard.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int CardFrame = 1; // as the style sheet has it

int heightOf(const QWidget &part, int width)
{
    const QLayout &layout = *part.layout();
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

void SlidingCard::setParts(QWidget &head, QWidget &body)
{
    m_head = &head;
    m_clip = new QWidget(this);
    m_body = &body;
    body.setParent(m_clip);
    head.installEventFilter(this);
    body.installEventFilter(this);
    body.show();
}

int SlidingCard::headHeight() const
{
    return heightOf(*m_head, width() - 2 * CardFrame) + 2 * CardFrame;
}

int SlidingCard::heightForWidth(int width) const
{
    const int inside = width - 2 * CardFrame;
    return heightOf(*m_head, inside) + heightOf(*m_body, inside) + 2 * CardFrame;
}

QSize SlidingCard::sizeHint() const
{
    const int width = std::max(m_head->sizeHint().width(), m_body->sizeHint().width()) + 2 * CardFrame;
    return {width, heightForWidth(width)};
}

QSize SlidingCard::minimumSizeHint() const
{
    const QSize head = m_head->layout()->totalMinimumSize();
    const QSize body = m_body->layout()->totalMinimumSize();
    return {std::max(head.width(), body.width()) + 2 * CardFrame, head.height() + 2 * CardFrame};
}

void SlidingCard::place()
{
    const int inside = width() - 2 * CardFrame;
    const int head = heightOf(*m_head, inside);
    const int body = heightOf(*m_body, inside);
    const int room = std::max(0, height() - 2 * CardFrame - head);
    m_head->setGeometry(CardFrame, CardFrame, inside, head);
    m_clip->setGeometry(CardFrame, CardFrame + head, inside, room);
    m_body->setGeometry(0, std::min(0, room - body), inside, body);
}

void SlidingCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    place();
}

bool SlidingCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && (watched == m_head || watched == m_body)) {
        updateGeometry();
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace widgets

#include "moc_slidingcard.cpp"
