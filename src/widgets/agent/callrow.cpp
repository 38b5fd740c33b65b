#include "widgets/agent/callrow.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calltext.h"
#include "widgets/actions/actionbutton.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/styleproperty.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace widgets {

namespace {

constexpr int RowCardHeight = 64;

/// In one line with the word before it.
QString withTimeKept(QString part)
{
    const qsizetype last = part.lastIndexOf(u' ');
    if (last > 0 && part.back().isDigit())
        part[last] = QChar::Nbsp;
    return part;
}

} // namespace

CallRow::CallRow(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *parent)
    : QAbstractButton(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_id(id)
    , m_starter(desk, theme, this)
    , m_badge(new RecordingBadge)
    , m_party(new ElidedLabel)
    , m_line(new ElidedLabel)
    , m_action(new ActionButton)
{
    m_badge->setTheme(theme);
    m_badge->setBadgeSize(BadgeSize::Row);
    m_badge->setObjectName(u"badge"_s);
    m_party->setObjectName(u"party"_s);
    m_party->setProperty("kind", QByteArray("strong"));
    m_line->setObjectName(u"line"_s);
    m_line->setProperty("kind", QByteArray("quiet"));
    m_line->setMostLines(2); // none of its times is cut
    m_action->setObjectName(u"step"_s);
    m_action->setMnemonic(false);

    m_action->setMeanings({CallAction::Answer, CallAction::Retrieve, CallAction::Release,
                           CallAction::StartRecording, CallAction::PauseRecording,
                           CallAction::ResumeRecording});
    m_action->setProperty("kind", QByteArray("row"));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(16, 6, 12, 6);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_action, 0, 2, 2, 1, Qt::AlignVCenter);
    arrange(false);

    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show all of this call"));
    setAttribute(Qt::WA_Hover);
    connect(m_action, &ActionButton::pressedFor, this,
            [this](CallAction action) { m_starter.start(m_id, action); });
    connect(&theme, &presentation::Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

/// Beside its words, or, in a narrow window, below the party: which is not to be cut to a few letters.
void CallRow::arrange(bool isNarrow)
{
    m_isNarrow = isNarrow;
    m_grid->setHorizontalSpacing(isNarrow ? 8 : 12);
    m_grid->removeWidget(m_badge);
    m_grid->removeWidget(m_party);
    m_grid->removeWidget(m_line);
    if (isNarrow) {
        m_grid->addWidget(m_party, 0, 0, 1, 2, Qt::AlignVCenter);
        m_grid->addWidget(m_badge, 1, 0, Qt::AlignVCenter);
        m_grid->addWidget(m_line, 1, 1, Qt::AlignVCenter);
    } else {
        m_grid->addWidget(m_badge, 0, 0, 2, 1, Qt::AlignVCenter);
        m_grid->addWidget(m_party, 0, 1, Qt::AlignBottom);
        m_grid->addWidget(m_line, 1, 1, Qt::AlignTop);
    }
}

void CallRow::resizeEvent(QResizeEvent *event)
{
    constexpr int RoomForWords = 110;
    const int beside = m_badge->sizeHint().width() + m_action->sizeHint().width() + RoomForWords + 52;
    if (const bool isNarrow = width() < beside; isNarrow != m_isNarrow)
        arrange(isNarrow);
    QAbstractButton::resizeEvent(event);
}

/// What was aimed at the button, while it is not possible, is not for the row.
bool CallRow::hitButton(const QPoint &position) const
{
    return QAbstractButton::hitButton(position) && !m_action->geometry().contains(position);
}

QWidget *CallRow::home() const
{
    return m_badge;
}

void CallRow::refresh()
{
    const model::Call *const call = m_desk.calls.find(m_id);
    if (!call)
        return;
    refreshLight(*call);
    const QString parties = presentation::partiesText(m_desk.views.view(*call), call->type);
    m_party->showText(parties);
    setSpokenName(*this, tr("Show the call with %1").arg(parties));
    refreshAction(*call);
}

void CallRow::refreshTimes()
{
    if (const model::Call *const call = m_desk.calls.find(m_id))
        refreshLight(*call);
}

void CallRow::refreshLight(const model::Call &call)
{
    const core::Instant now = m_desk.clock.now();
    const bool isCertain = m_desk.calls.isCertain(call);
    const presentation::RecordingLook look = presentation::recordingLook(
        call, isCertain, {.now = now, .heardAt = m_desk.timeline.lastKnown(m_id)});
    m_badge->setLook(presentation::rowLook(call.recording, isCertain, look));
    QStringList line{presentation::phaseLine(call, m_desk.views.view(call), now),
                     presentation::recordingLine(call.recording, look)};
    line.removeAll(QString());
    if (!isCertain)
        std::reverse(line.begin(), line.end()); // how far the call has got is as old
    std::transform(line.begin(), line.end(), line.begin(), withTimeKept);
    m_line->showText(line.join(u" · "_s));
    setSpokenName(*m_line, tr("The call in short"));
}

void CallRow::refreshAction(const model::Call &call)
{
    const CallAction action = presentation::rowStep(call, m_desk.views.view(call), m_desk.views.isOwn(call));
    const QString why = m_starter.whyNot(call, action);
    m_action->mean(action, m_desk.clock);
    m_action->setEnabled(why.isEmpty());
    m_action->setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    setSpokenDescription(*m_action, m_action->toolTip());
    setStyleProperty(*m_action, "kind", QByteArray(action == CallAction::Answer ? "primary" : "row"));
}

QSize CallRow::sizeHint() const
{
    const QSize needed = layout()->totalSizeHint();
    return {needed.width(), std::max(RowCardHeight, needed.height())};
}

QSize CallRow::minimumSizeHint() const
{
    return {layout()->totalMinimumSize().width(), sizeHint().height()};
}

void CallRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CallRow::paintEvent(QPaintEvent *)
{
    const presentation::Tones &tones = m_theme.tones();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isDown() ? tones.pressed : underMouse() ? tones.hover : tones.card);
    const bool isFocused = hasFocus();
    painter.setPen(QPen(isFocused ? tones.text : tones.line, isFocused ? 2 : 1));
    const double inset = isFocused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);
}

} // namespace widgets

#include "moc_callrow.cpp"
