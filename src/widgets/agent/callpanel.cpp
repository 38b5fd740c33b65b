#include "widgets/agent/callpanel.h"

#include "model/desk.h"
#include "widgets/agent/callcard.h"
#include "widgets/agent/callflow.h"
#include "widgets/agent/callrow.h"
#include "widgets/agent/callstack.h"
#include "widgets/agent/endedcall.h"
#include "widgets/agent/handwatch.h"
#include "widgets/desk/emptystate.h"
#include "widgets/parts/cardcolumn.h"
#include "widgets/parts/secondtick.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

CallPanel::CallPanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(tick)
    , m_stack(new CallStack)
    , m_noCalls(new CardColumn)
    , m_empty(new EmptyState(desk, theme))
    , m_more(new QLabel(m_stack->othersPlace()))
    , m_hand(new HandWatch(*this, desk.clock))
    , m_arranging(desk.clock, [this] { arrange(); })
{
    setAccessibleName(tr("Calls"));
    m_more->setObjectName(QStringLiteral("moreCalls"));
    m_more->setTextFormat(Qt::PlainText);
    m_more->setWordWrap(true);
    m_noCalls->column()->addWidget(m_empty, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack, 1);
    whole->addWidget(m_noCalls, 1);

    connect(m_stack, &CallStack::contentChanged, this, &CallPanel::contentChanged);
    connect(m_noCalls, &CardColumn::contentChanged, this, &CallPanel::contentChanged);
    connect(m_stack, &CallStack::columnsChanged, this, [this] { show(wanted()); }); // as its window has moved
    connect(m_hand, &HandWatch::free, this, &CallPanel::arrange);
    connect(&desk.inHand, &model::CallsInHand::changed, this, &CallPanel::follow);
    connect(&desk.calls, &model::CallList::changed, this, &CallPanel::refresh);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &CallPanel::refreshAll);
    connect(&tick, &SecondTick::ticked, this, &CallPanel::tick);
    arrange();
}

CallCard *CallPanel::card(model::CallId id) const
{
    return m_shown.contains({id, Form::Whole}) ? m_faces.value(id).card : nullptr;
}

CallRow *CallPanel::row(model::CallId id) const
{
    return m_shown.contains({id, Form::Row}) ? m_faces.value(id).row : nullptr;
}

QWidget *CallPanel::home(model::CallId id)
{
    const model::Call *const call = m_desk.calls.find(id);
    for (const model::CallId one : {id, call ? call->consultationOf : model::CallId()}) {
        if (const CallCard *shown = card(one))
            return shown->home();
        if (const CallRow *shown = row(one))
            return shown->home();
    }
    return m_empty->isHidden() ? static_cast<QWidget *>(this) : m_empty;
}

bool CallPanel::isThere(model::CallId id) const
{
    const model::Call *const call = m_desk.calls.find(id);
    return call && !call->isOver();
}

CallPanel::Places CallPanel::wanted() const
{
    Places places;
    const QList<model::CallId> ids = m_desk.inHand.ids(MostCards);
    for (const model::CallId id : ids) {
        const bool isWhole = places.size() < m_stack->columns() || m_faces.value(id).isOpened;
        places.append({id, isWhole ? Form::Whole : Form::Row});
    }
    return places;
}

CallPanel::Places CallPanel::withoutEnded() const
{
    Places places = m_shown;
    for (Place &place : places) {
        if (!isThere(place.id))
            place.form = Form::Ended;
    }
    return places;
}

CallPanel::Places CallPanel::meanwhile() const
{
    Places places = withoutEnded();
    qsizetype room = MostCards;
    for (const Place &place : std::as_const(places))
        room -= place.form == Form::Ended ? 0 : 1;
    const QList<model::CallId> ids = m_desk.inHand.ids(MostCards);
    for (const model::CallId id : ids) {
        const bool isShown = places.contains({id, Form::Whole}) || places.contains({id, Form::Row});
        if (!isShown && room-- > 0)
            places.append({id, Form::Row});
    }
    return places;
}

/// A call has come, gone or taken another place. Beyond the limit it is done once a frame, as thousands may
/// come or go at once; but no light outlasts its call.
void CallPanel::follow()
{
    if (m_desk.inHand.count() <= MostCards)
        return arrange();
    const bool hasEnded = std::any_of(m_shown.begin(), m_shown.end(), [this](const Place &place) {
        return place.form != Form::Ended && !isThere(place.id);
    });
    if (m_shown.size() < MostCards)
        return arrange();
    if (hasEnded)
        show(withoutEnded());
    m_arranging.flushAtEnd();
    tellMore();
}

void CallPanel::arrange()
{
    const Places then = wanted();
    const bool movesNothing =
        m_shown.size() <= then.size() && std::equal(m_shown.begin(), m_shown.end(), then.begin());
    if (movesNothing || !m_hand->mustWait()) {
        m_hand->waitsNoMore();
        return show(then);
    }
    show(meanwhile());
    // The light of the call that talks is worth more than a layout that stands still.
    if (!then.isEmpty() && m_desk.calls.find(then.first().id)->phase() == model::CallPhase::Talking &&
        !lightShows(then.first().id)) {
        m_hand->waitsNoMore();
        show(then);
    }
}

bool CallPanel::lightShows(model::CallId id) const
{
    const CallCard *const whole = card(id);
    const CallRow *const small = row(id);
    return (whole || small) && m_stack->shows(whole ? *whole->home() : *small->home());
}

void CallPanel::show(const Places &places)
{
    if (places != m_shown) {
        const QPointer<QWidget> focus = window()->focusWidget();
        const model::CallId focused = callAround(focus);
        place(places);
        if (!focused.isNull() && isThere(focused) && window()->focusWidget() != focus) {
            // It goes with its call, whichever form that has now.
            const bool isKept = focus && focus->isVisibleTo(this) && focus->isEnabled();
            (isKept ? focus.data() : home(focused))->setFocus(Qt::OtherFocusReason);
        }
    }
    m_stack->setVisible(!m_shown.isEmpty());
    m_noCalls->setVisible(m_shown.isEmpty());
    m_empty->setVisible(m_shown.isEmpty());
    tellMore();
    m_tick.setNeededBy(this, m_desk.inHand.count() > 0);
}

void CallPanel::place(const Places &places)
{
    m_shown = places;
    m_stack->setFirst(places.isEmpty() ? nullptr : qobject_cast<SlidingCard *>(widgetOf(places.first())));
    QList<QWidget *> others;
    for (qsizetype i = 1; i < places.size(); ++i)
        others.append(widgetOf(places.at(i)));
    m_stack->others().setWidgets(others + QList<QWidget *>{m_more});
    dropUnused();
    fitHeight();
}

model::CallId CallPanel::callAround(const QWidget *part) const
{
    for (; part && isAncestorOf(part); part = part->parentWidget()) {
        if (const auto *const about = dynamic_cast<const AboutCall *>(part))
            return about->aboutCall();
    }
    return {};
}

QWidget *CallPanel::widgetOf(const Place &place)
{
    Face &face = m_faces[place.id];
    switch (place.form) {
    case Form::Whole: {
        if (!face.card)
            face.card = makeCard(place.id);
        const bool isFirst = place == m_shown.first();
        face.card->setFirst(isFirst, !isFirst && m_shown.indexOf(place) >= m_stack->columns());
        face.card->refresh();
        return face.card;
    }
    case Form::Row:
        if (!face.row)
            face.row = makeRow(place.id);
        face.row->refresh();
        return face.row;
    case Form::Ended:
        if (!face.ended) {
            const QWidget *const was =
                face.card && face.card->isVisible() ? static_cast<QWidget *>(face.card) : face.row;
            face.ended = new EndedCall(was ? was->height() : 0, this);
        }
        return face.ended;
    }
    Q_UNREACHABLE();
}

CallCard *CallPanel::makeCard(model::CallId id)
{
    auto *const card = new CallCard(m_desk, m_theme, id, this);
    card->setCaseKeys(m_caseKeys);
    card->hide();
    connect(card, &CallCard::lessRequested, this, [this, id] { setOpened(id, false); });
    return card;
}

CallRow *CallPanel::makeRow(model::CallId id)
{
    auto *const row = new CallRow(m_desk, m_theme, id, this);
    row->hide();
    connect(row, &CallRow::clicked, this, [this, id] { setOpened(id, true); });
    return row;
}

/// A call's card and row stay as long as it does: a question may have been opened from either.
void CallPanel::dropUnused()
{
    const auto drop = [](QWidget *part) {
        if (!part)
            return;
        part->hide();
        part->deleteLater(); // its own button may have just been pressed
    };
    for (auto face = m_faces.begin(); face != m_faces.end();) {
        const bool isPlaceKept = m_shown.contains({face.key(), Form::Ended});
        if (!isPlaceKept)
            drop(std::exchange(face->ended, nullptr));
        if (!isThere(face.key())) {
            drop(std::exchange(face->card, nullptr));
            drop(std::exchange(face->row, nullptr));
        }
        const bool isEmpty = !face->card && !face->row && !face->ended;
        face = isEmpty ? m_faces.erase(face) : std::next(face);
    }
}

/// What the person has asked for does not wait, and moves nothing but what stands below.
void CallPanel::setOpened(model::CallId id, bool isOpened)
{
    m_faces[id].isOpened = isOpened;
    Places places = m_shown;
    for (Place &place : places) {
        if (place.id == id && place.form != Form::Ended)
            place.form = isOpened ? Form::Whole : Form::Row;
    }
    const bool hadFocus = home(id)->isVisible() && window()->isActiveWindow();
    show(places);
    m_stack->settle();
    if (hadFocus)
        home(id)->setFocus(Qt::OtherFocusReason);
    if (const CallCard *const opened = card(id))
        m_stack->bring(*opened);
}

void CallPanel::setCaseKeys(const presentation::CaseKeys &keys)
{
    m_caseKeys = keys;
    for (const Face &face : std::as_const(m_faces)) {
        if (face.card)
            face.card->setCaseKeys(keys);
    }
}

void CallPanel::setRoom(int height)
{
    m_room = height;
    fitHeight();
}

/// Timeline and file give way first.
void CallPanel::fitHeight()
{
    if (m_shown.isEmpty() || m_shown.first().form != Form::Whole)
        return m_stack->settle();
    CallCard &first = *m_faces.value(m_shown.first().id).card;
    const int whole = first.heightForWidth(first.width()) + (first.isShort() ? first.shortBy() : 0);
    first.setShort(m_room > 0 && m_room < whole + 2 * CallStack::Margin);
    for (const Place &place : std::as_const(m_shown)) {
        if (place.form == Form::Whole && place.id != m_shown.first().id)
            m_faces.value(place.id).card->setShort(false);
    }
    m_stack->settle();
}

void CallPanel::tellMore()
{
    const qsizetype shown = std::count_if(m_shown.begin(), m_shown.end(),
                                          [](const Place &place) { return place.form != Form::Ended; });
    const qsizetype more = m_desk.inHand.count() - shown;
    m_more->setVisible(more > 0);
    if (more > 0)
        m_more->setText(tr("%Ln more call(s) than can be shown", nullptr, int(more)));
}

void CallPanel::refresh(model::CallId id)
{
    refreshOne(id);
    // What can be done to a call that somebody is consulted about depends on the consultation, and the other
    // way round.
    const model::Call *const call = m_desk.calls.find(id);
    if (!call)
        return;
    const model::CallId other = call->consultation.isNull() ? call->consultationOf : call->consultation;
    if (!other.isNull())
        refreshOne(other);
}

void CallPanel::refreshOne(model::CallId id)
{
    if (CallCard *const shown = card(id))
        shown->refresh();
    else if (CallRow *const small = row(id))
        small->refresh();
}

void CallPanel::refreshAll()
{
    for (const Place &place : Places(m_shown))
        refreshOne(place.id);
}

void CallPanel::tick()
{
    for (const Place &place : std::as_const(m_shown)) {
        const Face face = m_faces.value(place.id);
        if (place.form == Form::Whole)
            face.card->refreshTimes();
        else if (place.form == Form::Row)
            face.row->refreshTimes();
    }
    if (m_shown.isEmpty())
        m_empty->refresh(); // it may count down to the next attempt
}

} // namespace widgets

#include "moc_callpanel.cpp"
