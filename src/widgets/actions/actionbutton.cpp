#include "widgets/actions/actionbutton.h"

#include "presentation/words/actiontext.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/spokentext.h"

#include <QStyleOptionButton>

using model::CallAction;

namespace widgets {

ActionButton::ActionButton(QWidget *parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QPushButton::pressed, this, [this] { m_pressedFor = m_meaning ? m_serial : 0; });
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_meaning && m_pressedFor == m_serial && m_clock->now() - m_since >= ClickGuard::Settling)
            Q_EMIT pressedFor(*m_meaning);
    });
}

void ActionButton::setMeanings(const QList<CallAction> &meanings)
{
    m_meanings = meanings;
    updateGeometry();
}

bool ActionButton::mean(CallAction action, const core::Clock &clock)
{
    m_clock = &clock;
    if (m_meaning == action)
        return false;
    m_meaning = action;
    m_since = clock.now();
    ++m_serial;
    if (!m_isIconOnly)
        setText(presentation::actionLabel(action));
    setSpokenName(*this, presentation::actionName(action));
    return true;
}

QSize ActionButton::sizeHint() const
{
    ensurePolished();
    if (m_isIconOnly)
        return QPushButton::sizeHint();
    QSize room = roomFor(text());
    for (const CallAction action : m_meanings)
        room = room.expandedTo(roomFor(presentation::actionLabel(action)));
    return room;
}

QSize ActionButton::roomFor(const QString &label) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = label;
    QSize content = fontMetrics().size(Qt::TextShowMnemonic, label);
    if (!icon().isNull())
        content = {content.width() + iconSize().width() + 4, std::max(content.height(), iconSize().height())};
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, content, this);
}

} // namespace widgets

#include "moc_actionbutton.cpp"
