#include "widgets/presence/hint.h"

#include "widgets/parts/spokentext.h"

#include <QAccessible>
#include <QScreen>

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

void Hint::tell(const QString &sentence, const QWidget &beside)
{
    constexpr int Most = 360;
    constexpr int Gap = 4;
    setText(sentence);
    setFixedWidth(std::min(Most, std::max(beside.width(), 240)));
    setFixedHeight(heightForWidth(width()));
    const QRect frame = beside.frameGeometry();
    const QRect room = beside.screen()->availableGeometry().adjusted(Gap, Gap, -Gap, -Gap);
    const bool fitsBelow = frame.bottom() + Gap + height() <= room.bottom();
    const int top = fitsBelow ? frame.bottom() + Gap : frame.top() - Gap - height();
    move(std::clamp(frame.left(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(top, room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    m_end->start(Lasts);
    setSpokenName(*this, sentence);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace widgets

#include "moc_hint.cpp"
