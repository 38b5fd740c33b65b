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

void ActionButton::setMnemonic(bool has)
{
    if (m_hasMnemonic == has)
        return;
    m_hasMnemonic = has;
    if (m_meaning && !m_isIconOnly)
        setText(shownLabel(*m_meaning, m_label));
}

QString ActionButton::shownLabel(CallAction action, const QString &label) const
{
    QString shown = label.isEmpty() ? presentation::actionLabel(action) : label;
    return m_hasMnemonic ? shown : shown.remove(u'&');
}

bool ActionButton::mean(CallAction action, const core::Clock &clock, const QString &label)
{
    m_clock = &clock;
    if (m_meaning == action && m_label == label)
        return false;
    if (m_meaning == action) { // only the word for it is another one
        m_label = label;
        if (!m_isIconOnly)
            setText(shownLabel(action, label));
        return false;
    }
    m_label = label;
    m_meaning = action;
    m_since = clock.now();
    ++m_serial;
    if (!m_isIconOnly)
        setText(shownLabel(action, label));
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
