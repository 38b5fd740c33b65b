#include "widgets/agent/callpanel.h"

#include "model/desk.h"
#include "widgets/agent/callcard.h"
#include "widgets/desk/emptystate.h"
#include "widgets/parts/cardcolumn.h"
#include "widgets/parts/secondtick.h"

#include <QLabel>
#include <QVBoxLayout>

namespace widgets {

CallPanel::CallPanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(tick)
    , m_filling(desk.clock, [this] { fill(); })
{
    setAccessibleName(tr("Calls"));
    auto *scroll = new CardColumn;
    m_column = scroll->column();
    connect(scroll, &CardColumn::contentChanged, this, &CallPanel::contentChanged);
    m_empty = new EmptyState(desk, theme);
    m_column->addWidget(m_empty, 1);
    m_more = new QLabel;
    m_more->setObjectName(QStringLiteral("moreCalls"));
    m_more->setTextFormat(Qt::PlainText);
    m_more->setWordWrap(true);
    m_column->addWidget(m_more);
    m_column->addStretch(0);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(&desk.calls, &model::CallList::inserted, this, &CallPanel::insert);
    connect(&desk.calls, &model::CallList::removed, this, &CallPanel::remove);
    connect(&desk.calls, &model::CallList::changed, this, &CallPanel::refresh);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &CallPanel::refreshAll);
    connect(&tick, &SecondTick::ticked, this, &CallPanel::tick);
    fill();
}

QWidget *CallPanel::home(model::CallId id)
{
    const model::Call *const call = m_desk.calls.find(id);
    for (const model::CallId one : {id, call ? call->consultationOf : model::CallId()}) {
        if (const CallCard *shown = card(one))
            return shown->home();
    }
    return m_empty->isHidden() ? static_cast<QWidget *>(this) : m_empty;
}

void CallPanel::insert(model::CallId id)
{
    const QList<model::CallId> &ids = m_desk.calls.ids();
    if (m_cards.contains(id) || !m_desk.calls.find(id))
        return;                                           // who heard of it first has made it go
    const bool isNext = m_cards.size() + 1 == ids.size(); // else another one has waited longer for the place
    if (isNext && m_cards.size() < MostCards)
        addCard(id);
    follow();
}

void CallPanel::addCard(model::CallId id)
{
    auto *card = new CallCard(m_desk, m_theme, id, this);
    m_cards.insert(id, card);
    m_column->insertWidget(m_column->count() - 2, card);
    refreshOther(id);
}

/// In the places of those that have gone: once a frame, as thousands may go at once.
void CallPanel::fill()
{
    const QList<model::CallId> ids = m_desk.calls.ids();
    for (auto id = ids.begin(); id != ids.end() && m_cards.size() < MostCards; ++id) {
        if (!m_cards.contains(*id))
            addCard(*id);
    }
    follow();
}

void CallPanel::refresh(model::CallId id)
{
    if (CallCard *changed = card(id))
        changed->refresh();
    refreshOther(id);
}

void CallPanel::refreshOther(model::CallId id)
{
    const model::Call *const call = m_desk.calls.find(id);
    if (!call)
        return;
    const model::CallId other = call->consultation.isNull() ? call->consultationOf : call->consultation;
    if (CallCard *beside = card(other))
        beside->refresh();
}

void CallPanel::remove(model::CallId id)
{
    CallCard *gone = m_cards.take(id);
    if (gone) {
        gone->hide();
        gone->deleteLater(); // it may be the card whose button has just been pressed
        refreshOther(id);
    }
    follow();
}

void CallPanel::refreshAll()
{
    for (CallCard *card : std::as_const(m_cards))
        card->refresh();
}

void CallPanel::tick()
{
    for (CallCard *card : std::as_const(m_cards))
        card->refreshTimes();
    if (m_desk.calls.ids().isEmpty())
        m_empty->refresh(); // it may count down to the next attempt
}

void CallPanel::follow()
{
    const qsizetype calls = m_desk.calls.ids().size(); // without one that is just being removed
    const qsizetype more = calls - m_cards.size();
    if (more > 0 && m_cards.size() < MostCards)
        m_filling.flushAtEnd();
    m_more->setVisible(more > 0);
    if (more > 0)
        m_more->setText(tr("%Ln more call(s) than can be shown", nullptr, int(more)));
    m_empty->setVisible(calls == 0);
    m_column->setStretch(m_column->count() - 1, calls == 0 ? 0 : 1);
    m_tick.setNeededBy(this, calls > 0);
}

} // namespace widgets

#include "moc_callpanel.cpp"
