#include "widgets/presence/hint.h"

#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/spokentext.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScreen>

#include <algorithm>

namespace widgets {

namespace {

/// Lights, and what is pressed or typed in, where it is seen.
QList<QRect> controlsOf(const QWidget &window)
{
    QList<QRect> controls;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *const each : all) {
        if (!each->isVisible() || each->window() != &window)
            continue;
        if (qobject_cast<const QAbstractButton *>(each) || qobject_cast<const QLineEdit *>(each) ||
            qobject_cast<const QComboBox *>(each) || qobject_cast<const RecordingBadge *>(each))
            controls.append(each->visibleRegion().boundingRect().translated(each->mapToGlobal(QPoint(0, 0))));
    }
    return controls;
}

bool coversNone(const QRect &place, const QList<QRect> &taken)
{
    return std::none_of(taken.begin(), taken.end(),
                        [&place](const QRect &other) { return other.intersects(place); });
}

} // namespace

Hint::Hint(core::Clock &clock)
    : QLabel(nullptr, Qt::ToolTip | Qt::WindowTransparentForInput)
    , m_end(clock.alarm([this] { hide(); }))
{
    setProperty("kind", QByteArray("hint"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QRect hintPlace(const QSize &size, const QRect &beside, const QRect &room, const QList<QRect> &taken,
                const QList<QRect> &controls)
{
    constexpr int Gap = 4;
    const QRect inside = room.adjusted(Gap, Gap, -Gap, -Gap);
    const int x =
        std::clamp(beside.left(), inside.left(), std::max(inside.left(), inside.right() + 1 - size.width()));
    const int y =
        std::clamp(beside.top(), inside.top(), std::max(inside.top(), inside.bottom() + 1 - size.height()));
    const QRect places[] = {QRect(QPoint(x, beside.bottom() + 1 + Gap), size),
                            QRect(QPoint(x, beside.top() - Gap - size.height()), size),
                            QRect(QPoint(beside.right() + 1 + Gap, y), size),
                            QRect(QPoint(beside.left() - Gap - size.width(), y), size)};
    const auto found = std::find_if(std::begin(places), std::end(places), [&](const QRect &place) {
        return inside.contains(place) && coversNone(place, taken);
    });
    if (found != std::end(places))
        return *found;
    const QRect window = beside.intersected(inside);
    const QRect atTheEnd(QPoint(x, window.bottom() + 1 - Gap - size.height()), size);
    const int right = window.right() + 1 - Gap - size.width();
    for (int top = atTheEnd.top(); top >= window.top(); top -= Gap) {
        for (const int left : {x, window.center().x() - size.width() / 2, right}) {
            const QRect place(QPoint(left, top), size);
            if (inside.contains(place) && coversNone(place, taken) && coversNone(place, controls))
                return place;
        }
    }
    return atTheEnd;
}

void Hint::tell(const QString &sentence, const QWidget &beside)
{
    constexpr int Most = 360;
    setText(sentence);
    setFixedWidth(std::min(Most, std::max(beside.width(), 240)));
    setFixedHeight(heightForWidth(width()));
    m_beside = &beside;
    place();
    show();
    qApp->installEventFilter(this);
    m_end->start(Lasts);
    setSpokenName(*this, sentence);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Hint::place()
{
    QList<QRect> taken;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *const window : windows) {
        if (window->isVisible() && window != this && window != m_beside)
            taken.append(window->frameGeometry());
    }
    move(hintPlace(size(), m_beside->frameGeometry(), m_beside->screen()->availableGeometry(), taken,
                   controlsOf(*m_beside))
             .topLeft());
}

bool Hint::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::Show && type != QEvent::Move && type != QEvent::Resize && type != QEvent::Hide)
        return false;
    const auto *const window = qobject_cast<const QWidget *>(watched);
    if (!window || !window->isWindow() || window == this)
        return false;
    if (!m_beside || (window == m_beside && type == QEvent::Hide))
        hide();
    else
        place();
    return false;
}

void Hint::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QLabel::hideEvent(event);
}

} // namespace widgets

#include "moc_hint.cpp"
