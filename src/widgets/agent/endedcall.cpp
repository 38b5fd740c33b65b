#include "widgets/agent/endedcall.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

EndedCall::EndedCall(int height, QWidget *parent)
    : SlidingCard(parent)
{
    setProperty("kind", QByteArray("card"));
    auto *const head = new QWidget(this);
    auto *const words = new QLabel(tr("This call has ended."));
    words->setProperty("kind", QByteArray("quiet"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *const line = new QVBoxLayout(head);
    line->setContentsMargins(15, 12, 15, 0);
    line->addWidget(words);
    auto *const body = new QWidget(this);
    auto *const rest = new QVBoxLayout(body);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->addSpacing(std::max(0, height - 2 - line->totalSizeHint().height()));
    setParts(*head, *body);
}

} // namespace widgets

#include "moc_endedcall.cpp"
