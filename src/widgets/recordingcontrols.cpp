#include "widgets/recordingcontrols.h"

#include "ui_recordingcontrols.h"

#include "model/desk.h"
#include "presentation/plaintext.h"
#include "presentation/recordinglook.h"
#include "presentation/statetext.h"
#include "widgets/shapes.h"
#include "widgets/stopquestion.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using model::CallAction;
using model::Obstacle;

namespace widgets {

namespace {

QString whyNot(const model::Desk &desk, const model::Call &call, CallAction action)
{
    return presentation::obstacleText(desk.control.obstacle(action, call), action, call,
                                      desk.calls.isCertain());
}

} // namespace

RecordingControls::RecordingControls(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RecordingControls>())
{
    m_ui->setupUi(this);
    m_ui->stop->setText(presentation::actionLabel(CallAction::StopRecording));
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &RecordingControls::fillMenu);
    m_ui->more->setMenu(menu);
    connect(m_ui->primary, &QPushButton::clicked, this, &RecordingControls::pressPrimary);
    connect(m_ui->stop, &QPushButton::clicked, this, &RecordingControls::askToStop);
}

RecordingControls::~RecordingControls() = default;

void RecordingControls::follow(model::Desk &desk, const presentation::Theme &theme, model::CallId id,
                               QWidget *refuge)
{
    m_desk = &desk;
    m_theme = &theme;
    m_id = id;
    m_refuge = refuge;
    connect(m_theme, &presentation::Theme::changed, this, &RecordingControls::takeTones);
    refresh();
    takeTones();
}

void RecordingControls::refresh()
{
    const model::Call *call = m_desk->calls.find(m_id);
    if (!call)
        return;
    refreshPrimary(*call);
    m_ui->stop->setToolTip(presentation::actionPurpose(CallAction::StopRecording));
    setPossible(*m_ui->stop, whyNot(*m_desk, *call, CallAction::StopRecording));
}

void RecordingControls::refreshPrimary(const model::Call &call)
{
    const CallAction action = presentation::nextStep(call);
    if (action != m_primary) {
        m_primary = action;
        m_primarySince = m_desk->clock.now();
        m_ui->primary->setText(presentation::actionLabel(action));
        m_ui->primary->setAccessibleName(presentation::actionName(action));
        takeTones();
    }
    m_ui->primary->setToolTip(presentation::actionPurpose(action));
    setPossible(*m_ui->primary, whyNot(*m_desk, call, action));
}

void RecordingControls::setPossible(QPushButton &button, const QString &why)
{
    const bool possible = why.isEmpty();
    if (!possible)
        button.setToolTip(why);
    button.setAccessibleDescription(button.toolTip());
    if (possible == button.isEnabled())
        return;
    if (!possible && button.hasFocus() && m_refuge) {
        m_exile = &button;
        m_refuge->setFocus(Qt::OtherFocusReason);
    }
    button.setEnabled(possible);
    if (possible && m_exile == &button && m_refuge && m_refuge->hasFocus())
        button.setFocus(Qt::OtherFocusReason);
}

void RecordingControls::takeTones()
{
    if (!m_primary)
        return;
    const presentation::Tones &tones = m_theme->tones();
    m_ui->primary->setIcon(shapeIcon(presentation::shapeOf(*m_primary), tones.onAccent, tones.disabledText));
    m_ui->stop->setIcon(shapeIcon(presentation::Shape::Square, tones.text, tones.disabledText));
    m_ui->more->setIcon(shapeIcon(presentation::Shape::Dots, tones.quiet, tones.disabledText));
}

void RecordingControls::pressPrimary()
{
    if (m_primary && m_desk->clock.now() - m_primarySince >= Settling)
        perform(*m_primary);
}

void RecordingControls::perform(CallAction action)
{
    if (action == CallAction::StopRecording)
        askToStop();
    else
        (void)m_desk->control.perform(m_id, action); // a failure is a toast, a success is visible in the call
}

void RecordingControls::askToStop()
{
    if (m_question)
        return;
    m_question = new StopQuestion(*m_desk, m_id, this);
    m_question->open();
}

void RecordingControls::fillMenu()
{
    QMenu &menu = *m_ui->more->menu();
    menu.clear();
    const model::Call *call = m_desk->calls.find(m_id);
    if (!call)
        return;
    for (const CallAction action : model::AllCallActions) {
        if (action == CallAction::Answer)
            menu.addSeparator();
        QAction *entry =
            menu.addAction(presentation::actionLabel(action), this, [this, action] { perform(action); });
        const QString why = whyNot(*m_desk, *call, action);
        entry->setEnabled(why.isEmpty());
        entry->setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    }
    menu.addSeparator();
    const QString number = call->otherParty.toString();
    menu.addAction(tr("Copy &number"), this, [number] { QGuiApplication::clipboard()->setText(number); })
        ->setEnabled(!number.isEmpty());
    const QString id = m_id.toString();
    menu.addAction(tr("Copy call &ID"), this, [id] { QGuiApplication::clipboard()->setText(id); });
}

} // namespace widgets

#include "moc_recordingcontrols.cpp"
