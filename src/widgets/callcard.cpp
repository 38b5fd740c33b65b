#include "widgets/callcard.h"

#include "ui_callcard.h"

#include "model/desk.h"
#include "presentation/duration.h"
#include "presentation/plaintext.h"
#include "presentation/recordinglook.h"
#include "presentation/statetext.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace widgets {

namespace {

core::Duration talkTime(const model::Call &call, core::Instant now)
{
    return now - call.answeredAt.value_or(call.startedAt);
}

/// The DN, where this desktop watches more than one.
QString summaryOf(const model::Desk &desk, const model::Call &call)
{
    const QString summary = presentation::callSummary(call);
    return desk.registry.dns().size() < 2
               ? summary
               : summary + u" · "_s + presentation::plainText(call.dn().toString(), 40);
}

} // namespace

CallCard::CallCard(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::CallCard>())
    , m_desk(desk)
    , m_theme(theme)
    , m_id(id)
{
    m_ui->setupUi(this);
    m_ui->badge->setTheme(theme);
    m_ui->strip->setTheme(theme);
    m_ui->controls->follow(desk, theme, id, m_ui->badge);
    connect(m_ui->copy, &QPushButton::clicked, this, &CallCard::copyFileName);
    connect(m_ui->hold, &QPushButton::clicked, this, [this] {
        const model::Call *call = m_desk.calls.find(m_id);
        const bool isHeld = call && call->phase() == model::CallPhase::Held;
        (void)m_desk.control.perform(m_id, isHeld ? CallAction::Retrieve : CallAction::Hold);
    });
    connect(m_ui->release, &QPushButton::clicked, this,
            [this] { (void)m_desk.control.perform(m_id, CallAction::Release); });
    connect(&desk.timeline, &model::RecordingTimeline::changed, this, [this](model::CallId changed) {
        if (changed == m_id)
            refreshTimeline();
    });
    refresh();
}

CallCard::~CallCard() = default;

void CallCard::refresh()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call)
        return;
    refreshBadge(*call);
    m_ui->party->showText(presentation::partyText(call->otherParty, call->type));
    m_ui->summary->showText(summaryOf(m_desk, *call));
    setAccessibleName(tr("Call with %1").arg(m_ui->party->text()));
    refreshFile(*call);
    refreshControls(*call);
    refreshTimes();
}

void CallCard::refreshTimes()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call)
        return;
    refreshBadge(*call);
    refreshTimeline();
    m_ui->duration->setText(presentation::clockText(talkTime(*call, m_desk.clock.now())));
}

void CallCard::refreshBadge(const model::Call &call)
{
    const QList<model::TimelineSegment> segments = m_desk.timeline.segments(m_id);
    presentation::LookTime time{.now = m_desk.clock.now(), .wall = m_desk.clock.wallTime()};
    if (!segments.isEmpty() && !segments.last().certain)
        time.doubtedAt = segments.last().from;
    m_ui->badge->setLook(presentation::recordingLook(call, m_desk.calls.isCertain(call), time));
}

void CallCard::refreshTimeline()
{
    const model::Call *call = m_desk.calls.find(m_id);
    m_ui->strip->setContent({.segments = m_desk.timeline.segments(m_id),
                             .end = m_desk.clock.now(),
                             .wall = m_desk.clock.wallTime(),
                             .isLegacy = call && call->recording.isLegacy()});
}

void CallCard::refreshFile(const model::Call &call)
{
    const bool hasFile = !call.recording.fileName.isEmpty();
    m_ui->file->setElideMode(Qt::ElideRight);
    if (!m_desk.calls.isCertain(call)) {
        m_ui->file->showText(presentation::obstacleText(
            model::Obstacle::NotCertain, CallAction::PauseRecording, call, m_desk.calls.isCertain()));
    } else if (call.pendingRecording && call.pendingRecording->slow) {
        m_ui->file->showText(tr("Waiting for SIP Server…"));
    } else {
        m_ui->file->setElideMode(hasFile ? Qt::ElideMiddle : Qt::ElideRight); // both ends tell files apart
        m_ui->file->showText(hasFile ? presentation::plainText(call.recording.fileText())
                                     : tr("No file yet"));
    }
    m_ui->copy->setEnabled(hasFile);
    m_ui->copy->setToolTip(hasFile ? tr("Copy the file name of the recording")
                                   : tr("There is no file name to copy yet."));
    m_ui->copy->setAccessibleDescription(m_ui->copy->toolTip());
}

void CallCard::refreshControls(const model::Call &call)
{
    m_ui->controls->refresh();
    const bool isHeld = call.phase() == model::CallPhase::Held;
    showControl(*m_ui->hold, isHeld ? CallAction::Retrieve : CallAction::Hold, call);
    showControl(*m_ui->release, CallAction::Release, call);
}

void CallCard::showControl(QPushButton &button, CallAction action, const model::Call &call)
{
    const QString why = presentation::obstacleText(m_desk.control.obstacle(action, call), action, call,
                                                   m_desk.calls.isCertain());
    button.setText(presentation::actionLabel(action));
    button.setEnabled(why.isEmpty());
    button.setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    button.setAccessibleDescription(button.toolTip());
}

void CallCard::copyFileName()
{
    if (const model::Call *call = m_desk.calls.find(m_id))
        QGuiApplication::clipboard()->setText(call->recording.fileText());
}

} // namespace widgets

#include "moc_callcard.cpp"
