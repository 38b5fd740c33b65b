#include "widgets/presence/hint.h"

#include "widgets/parts/spokentext.h"

#include <QAccessible>
#include <QApplication>
#include <QScreen>

#include <algorithm>

namespace widgets {

Hint::Hint(core::Clock &clock)
    : QLabel(nullptr, Qt::ToolTip)
    , m_end(clock.alarm([this] { hide(); }))
{
    setProperty("kind", QByteArray("hint"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QRect hintPlace(const QSize &size, const QRect &beside, const QRect &room, const QList<QRect> &taken)
{
    constexpr int Gap = 4;
    const QRect inside = room.adjusted(Gap, Gap, -Gap, -Gap);
    const int x =
        std::clamp(beside.left(), inside.left(), std::max(inside.left(), inside.right() + 1 - size.width()));
    const int y =
        std::clamp(beside.top(), inside.top(), std::max(inside.top(), inside.bottom() + 1 - size.height()));
    const QRect atTheEnd(QPoint(x, std::min(beside.bottom(), inside.bottom()) + 1 - Gap - size.height()),
                         size);
    const QRect places[] = {QRect(QPoint(x, beside.bottom() + 1 + Gap), size),
                            QRect(QPoint(x, beside.top() - Gap - size.height()), size),
                            QRect(QPoint(beside.right() + 1 + Gap, y), size),
                            QRect(QPoint(beside.left() - Gap - size.width(), y), size), atTheEnd};
    const auto found = std::find_if(std::begin(places), std::end(places), [&](const QRect &place) {
        return inside.contains(place) &&
               std::none_of(taken.begin(), taken.end(),
                            [&place](const QRect &other) { return other.intersects(place); });
    });
    return found == std::end(places) ? atTheEnd : *found;
}

void Hint::tell(const QString &sentence, const QWidget &beside)
{
    constexpr int Most = 360;
    setText(sentence);
    setFixedWidth(std::min(Most, std::max(beside.width(), 240)));
    setFixedHeight(heightForWidth(width()));
    QList<QRect> taken;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *const window : windows) {
        if (window->isVisible() && window != this && window != &beside)
            taken.append(window->frameGeometry());
    }
    move(hintPlace(size(), beside.frameGeometry(), beside.screen()->availableGeometry(), taken).topLeft());
    show();
    m_end->start(Lasts);
    setSpokenName(*this, sentence);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace widgets

#include "moc_hint.cpp"
