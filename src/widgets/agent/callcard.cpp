#include "widgets/agent/callcard.h"

#include "ui_callcard.h"

#include "model/desk.h"
#include "presentation/look/looktime.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calls/guardtext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"
#include "widgets/dialogs/notice.h"
#include "widgets/parts/buttonflow.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/styleproperty.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace widgets {

namespace {

/// Somebody is being consulted from here, and this is one of the two calls.
bool isInConsultation(const model::Desk &desk, const model::Call &call)
{
    const model::Call *const other =
        desk.calls.find(call.consultation.isNull() ? call.consultationOf : call.consultation);
    return other && !other->isOver() && desk.views.isOwn(*other) && desk.views.isOwn(call);
}

} // namespace

CallCard::CallCard(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *parent)
    : SlidingCard(parent)
    , m_ui(std::make_unique<Ui::CallCard>())
    , m_desk(desk)
    , m_theme(theme)
    , m_id(id)
    , m_starter(desk, theme, this)
{
    m_ui->setupUi(this);
    setParts(*m_ui->head, *m_ui->body);
    auto *const line = new ButtonFlow(m_ui->callLine);
    for (ActionButton *button : {m_ui->hold, m_ui->transfer, m_ui->release}) {
        line->add(*button, 1);
        QSizePolicy kept = button->sizePolicy();
        kept.setRetainSizeWhenHidden(true); // while it rings: nothing moves with the answer
        button->setSizePolicy(kept);
    }
    m_ui->less->hide();
    connect(m_ui->less, &QPushButton::clicked, this, &CallCard::lessRequested);
    m_ui->badge->setTheme(theme);
    m_ui->strip->setTheme(theme);
    m_ui->controls->setUp(desk, theme, m_starter);
    connect(m_ui->controls, &RecordingControls::menuDone, this,
            [this] { home()->setFocus(Qt::OtherFocusReason); });
    m_ui->controls->follow(id);
    connect(m_ui->copy, &QPushButton::clicked, this, &CallCard::copyFileName);
    connect(m_ui->data, &QPushButton::clicked, this, &CallCard::showData);
    setShort(false);
    m_ui->keepPaused->setText(presentation::keepPausedLabel());
    connect(m_ui->keepPaused, &QPushButton::clicked, this, [this] {
        m_desk.guard.keepPaused(m_id);
        refresh();
    });
    connect(&desk.guard, &model::PauseGuard::changed, this, [this](model::CallId changed) {
        if (const model::Call *const call = changed == m_id ? m_desk.calls.find(m_id) : nullptr)
            refreshFile(*call); // its light follows the call
    });
    m_ui->hold->setMeanings(
        {CallAction::Hold, CallAction::Retrieve, CallAction::CompleteConference, CallAction::Redirect});
    m_ui->release->setMeanings({CallAction::Release, CallAction::Reject});
    m_ui->transfer->setMeanings({CallAction::Transfer, CallAction::CompleteTransfer});
    for (const ActionButton *button : {m_ui->hold, m_ui->transfer, m_ui->release})
        connect(button, &ActionButton::pressedFor, this,
                [this](CallAction action) { m_starter.start(m_id, action); });
    connect(&desk.timeline, &model::RecordingTimeline::changed, this, [this](model::CallId changed) {
        if (changed == m_id)
            refreshTimeline();
    });
    refresh();
}

CallCard::~CallCard() = default;

QWidget *CallCard::home() const
{
    return m_ui->badge;
}

void CallCard::setFirst(bool isFirst, bool offersLess)
{
    m_ui->controls->setMnemonics(isFirst);
    for (ActionButton *button : {m_ui->hold, m_ui->transfer, m_ui->release})
        button->setMnemonic(isFirst);
    m_ui->less->setVisible(offersLess);
    if (offersLess)
        m_ui->head->setCursor(Qt::PointingHandCursor);
    else
        m_ui->head->unsetCursor();
}

void CallCard::setShort(bool isShort)
{
    m_isShort = isShort;
    // Its room is kept where there is enough, so that nothing moves when data come.
    QSizePolicy policy = m_ui->data->sizePolicy();
    policy.setRetainSizeWhenHidden(!isShort);
    m_ui->data->setSizePolicy(policy);
    m_ui->data->setVisible(!isShort && m_hasData);
    m_ui->strip->setVisible(!isShort);
    m_ui->fileLine->setVisible(!isShort || isAboutToResume());
}

bool CallCard::isShort() const
{
    return m_ui->strip->isHidden();
}

int CallCard::shortBy() const
{
    const int gap = m_ui->bodyColumn->spacing();
    return m_ui->strip->sizeHint().height() + m_ui->fileLine->sizeHint().height() + 2 * gap;
}

bool CallCard::isOnHead(const QMouseEvent &event) const
{
    return event.button() == Qt::LeftButton && m_ui->head->geometry().contains(event.position().toPoint());
}

void CallCard::mousePressEvent(QMouseEvent *event)
{
    m_isHeadPressed = !m_ui->less->isHidden() && isOnHead(*event);
    if (!m_isHeadPressed)
        SlidingCard::mousePressEvent(event);
}

/// A click on the head of an opened card, as on the row that it was.
void CallCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_isHeadPressed, false) && isOnHead(*event))
        Q_EMIT lessRequested();
    else
        SlidingCard::mouseReleaseEvent(event);
}

void CallCard::refresh()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call)
        return;
    refreshBadge(*call);
    refreshParties(*call);
    refreshCaseData(*call);
    refreshFile(*call);
    refreshControls(*call);
    refreshRunning(*call);
}

void CallCard::refreshTimes()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call)
        return;
    refreshBadge(*call);
    refreshRunning(*call);
}

/// What runs with time, but the light.
void CallCard::refreshRunning(const model::Call &call)
{
    refreshTimeline();
    if (isAboutToResume())
        refreshFile(call);
    m_ui->duration->setText(presentation::clockText(call.span(m_desk.clock.now()), call.isSpanWhole()));
}

void CallCard::refreshBadge(const model::Call &call)
{
    const presentation::LookTime time = presentation::lookTimeOf(m_desk, m_id);
    m_ui->badge->setLook(presentation::recordingLook(call, m_desk.calls.isCertain(call), time));
}

void CallCard::refreshTimeline()
{
    const model::Call *call = m_desk.calls.find(m_id);
    m_ui->strip->setContent({.segments = m_desk.timeline.segments(m_id),
                             .end = m_desk.clock.now(),
                             .isLate = call && !call->startSeen,
                             .isLegacy = call && call->recording.isLegacy()});
}

bool CallCard::isAboutToResume() const
{
    const auto count = m_desk.guard.countOf(m_id);
    return count && count->resumesAt;
}

/// In a dialog, as nobody reads it in passing; its text is the server's.
void CallCard::showData()
{
    const model::Call *const call = m_desk.calls.find(m_id);
    if (!call)
        return;
    const presentation::CaseData data = presentation::caseData(*call, m_caseKeys.named, m_caseKeys.hidden);
    QStringList lines;
    for (const presentation::CaseLine &line : data.named + data.rest)
        lines += presentation::caseLineText(line);
    lines += presentation::moreCaseLinesText(data.left);
    lines.removeAll(QString());
    (new Notice(tr("Data of the call with %1").arg(partiesOf(*call)), lines, this))->open();
}

void CallCard::setCaseKeys(const presentation::CaseKeys &keys)
{
    m_caseKeys = keys;
    refresh();
}

/// What is named stands behind how the call is, the rest behind a link.
void CallCard::refreshCaseData(const model::Call &call)
{
    const presentation::CaseData data = presentation::caseData(call, m_caseKeys.named, m_caseKeys.hidden);
    m_hasData = !data.isEmpty();
    m_ui->data->setVisible(m_hasData && !m_isShort);
    QStringList parts{m_ui->summary->text()};
    for (const presentation::CaseLine &line : data.named)
        parts += presentation::caseLineText(line);
    if (parts.size() > 1)
        m_ui->summary->showText(parts.join(u" · "_s));
}

QString CallCard::noteOn(const model::Call &call) const
{
    if (!m_desk.calls.isCertain(call))
        return presentation::obstacleText(model::Obstacle::NotCertain, CallAction::PauseRecording, call,
                                          m_desk.calls.isCertain());
    if (call.pendingRecording && call.pendingRecording->slow)
        return tr("Waiting for SIP Server…");
    if (const auto count = m_desk.guard.countOf(m_id); count && count->resumesAt)
        return presentation::resumesBriefly(*count->resumesAt, m_desk.clock.now());
    if (!isInConsultation(m_desk, call))
        return {};
    const QString outlook = presentation::transferOutlookText(m_desk.control.transferOutlook(call));
    const model::Call *const first = m_desk.calls.find(call.consultationOf);
    return first && !outlook.isEmpty()
               ? tr("%1: %2", "a party, and what becomes of the recording of the call with it")
                     .arg(partiesOf(*first), outlook)
               : outlook;
}

void CallCard::refreshFile(const model::Call &call)
{
    const bool hasFile = !call.recording.fileName.isEmpty();
    const QString note = noteOn(call);
    const QString file = hasFile          ? presentation::plainText(call.recording.fileText())
                         : call.startSeen ? tr("No file yet")
                                          : tr("No file known");
    const bool showsFile = hasFile && note.isEmpty();
    m_ui->file->setElideMode(showsFile ? Qt::ElideMiddle : Qt::ElideRight); // both ends tell files apart
    m_ui->file->showText(note.isEmpty() ? file : note);
    const bool resumes = isAboutToResume();
    m_ui->fileLine->setVisible(!m_isShort || resumes);
    m_ui->keepPaused->setVisible(resumes);
    m_ui->copy->setVisible(!resumes);
    setSpokenName(*m_ui->file, showsFile ? tr("File of the recording: %1").arg(file)
                               : resumes ? tr("The recording resumes by itself soon")
                                         : m_ui->file->text());
    setStyleProperty(*m_ui->file, "kind", QByteArray(note.isEmpty() ? "quiet" : "note"));
    m_ui->copy->setEnabled(hasFile);
    m_ui->copy->setToolTip(hasFile ? tr("Copy the file name of the recording")
                                   : tr("There is no file name to copy yet."));
    setSpokenDescription(*m_ui->copy, m_ui->copy->toolTip());
}

QString CallCard::partiesOf(const model::Call &call) const
{
    return presentation::partiesText(m_desk.views.view(call), call.type);
}

void CallCard::refreshParties(const model::Call &call)
{
    const model::CallView seen = m_desk.views.view(call);
    const QString parties = presentation::partiesText(seen, call.type);
    const model::Call *const first = m_desk.calls.find(call.consultationOf);
    QStringList summary{presentation::callSummary(call.type, seen)};
    if (first)
        summary += tr("about the call with %1").arg(partiesOf(*first));
    if (m_desk.registry.dns().size() > 1) // else it is clear whose call it is
        summary += presentation::plainText(seen.dn.toString(), 40);
    m_ui->party->showText(parties);
    m_ui->summary->showText(summary.join(u" · "_s));
    setSpokenName(*this,
                  first ? tr("Consultation with %1 about the call with %2").arg(parties, partiesOf(*first))
                        : tr("Call with %1").arg(parties));
}

void CallCard::refreshControls(const model::Call &call)
{
    m_ui->controls->refresh();
    const model::CallPhase phase = m_desk.views.view(call).phase;
    const bool isConsulting = isInConsultation(m_desk, call);
    const bool rings = m_desk.views.isOwn(call) && phase == model::CallPhase::Ringing;
    showControl(*m_ui->hold,
                rings                             ? CallAction::Redirect
                : isConsulting                    ? CallAction::CompleteConference
                : phase == model::CallPhase::Held ? CallAction::Retrieve
                                                  : CallAction::Hold,
                call);
    showControl(*m_ui->transfer, isConsulting ? CallAction::CompleteTransfer : CallAction::Transfer, call,
                presentation::transferOutlookText(m_desk.control.transferOutlook(call)));
    showControl(*m_ui->release, rings ? CallAction::Reject : CallAction::Release, call);
    // Beside Answer stands what else the server can do with a call that rings, and nothing that cannot be
    // done.
    const auto isKnown = [&](CallAction action) {
        return m_desk.rules.obstacle(action, call) != model::Obstacle::NotSupported;
    };
    m_ui->hold->setVisible(!rings || isKnown(CallAction::Redirect));
    m_ui->transfer->setVisible(!rings);
    m_ui->release->setVisible(!rings || isKnown(CallAction::Reject));
    for (ActionButton *button : {m_ui->hold, m_ui->transfer})
        setStyleProperty(*button, "kind", QByteArray(isConsulting ? "offer" : "step"));
}

QString CallCard::releaseLabel(const model::Call &call) const
{
    if (isInConsultation(m_desk, call) && !call.consultationOf.isNull())
        return tr("Re&lease colleague", "the one who is consulted");
    return {};
}

void CallCard::showControl(ActionButton &button, CallAction action, const model::Call &call,
                           const QString &outlook)
{
    const QString why = m_starter.whyNot(call, action);
    button.mean(action, m_desk.clock, action == CallAction::Release ? releaseLabel(call) : QString());
    button.setEnabled(why.isEmpty());
    QStringList purpose{presentation::actionPurpose(action), outlook};
    purpose.removeAll(QString());
    button.setToolTip(why.isEmpty() ? purpose.join(u' ') : why);
    setSpokenDescription(button, button.toolTip());
}

void CallCard::copyFileName()
{
    if (const model::Call *call = m_desk.calls.find(m_id))
        QGuiApplication::clipboard()->setText(call->recording.fileText());
}

} // namespace widgets

#include "moc_callcard.cpp"
