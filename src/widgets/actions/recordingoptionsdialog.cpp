#include "widgets/actions/recordingoptionsdialog.h"

#include "ui_recordingoptionsdialog.h"

#include "model/desk.h"
#include "presentation/words/actiontext.h"
#include "widgets/actions/actionquestion.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/styleproperty.h"

#include <QScreen>

#include <algorithm>

using model::CallAction;
using model::OptionsFlaw;

namespace widgets {

namespace {

constexpr int OptionsDialogWidth = 480;
constexpr int RowsOfStart = 9; ///< of the grid: what only a start can be given

QString titleOf(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return RecordingOptionsDialog::tr("Record with options");
    case CallAction::PauseRecording: return RecordingOptionsDialog::tr("Pause with options");
    case CallAction::ResumeRecording: return RecordingOptionsDialog::tr("Resume with options");
    case CallAction::StopRecording: return RecordingOptionsDialog::tr("Stop with options");
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: break; // they have other details
    }
    Q_UNREACHABLE();
}

} // namespace

RecordingOptionsDialog::RecordingOptionsDialog(model::Desk &desk, const presentation::Theme &theme,
                                               const model::Call &call, CallAction action, QWidget *parent)
    : Dialog(OptionsDialogWidth, parent)
    , m_ui(std::make_unique<Ui::RecordingOptionsDialog>())
    , m_desk(desk)
    , m_id(call.id)
    , m_action(action)
    , m_behalf(behalfOf(desk, call))
    , m_asks(ActionQuestion::isNeeded(desk, call, action))
{
    m_ui->setupUi(this);
    showWords(call);
    connectFields();
    const auto takeTones = [this, &theme] {
        m_ui->params->takeTones(theme.tones());
        m_ui->reasons->takeTones(theme.tones());
    };
    connect(&theme, &presentation::Theme::changed, this, takeTones);
    takeTones();
    connect(&desk.calls, &model::CallList::changed, this, &RecordingOptionsDialog::follow);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &RecordingOptionsDialog::follow);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, &RecordingOptionsDialog::follow);
    connect(&desk.calls, &model::CallList::removed, this, [this](model::CallId removed) {
        if (removed == m_id)
            ClickGuard::closeByItself(*this);
    });
    refresh();
}

RecordingOptionsDialog::~RecordingOptionsDialog() = default;

void RecordingOptionsDialog::showWords(const model::Call &call)
{
    const presentation::QuestionText question = presentation::questionText(m_action, call, m_behalf);
    setWindowTitle(titleOf(m_action));
    m_ui->title->setText(titleOf(m_action));
    m_ui->yes->setText(question.yes);
    m_ui->no->setText(m_asks ? question.no : tr("Cancel"));
    m_ui->params->setWords({.add = tr("Add a &parameter"),
                            .name = tr("Name of parameter %1"),
                            .value = tr("Value of parameter %1"),
                            .remove = tr("Remove parameter %1")});
    m_ui->reasons->setWords({.add = tr("Add a &reason"),
                             .name = tr("Name of reason %1"),
                             .value = tr("Value of reason %1"),
                             .remove = tr("Remove reason %1")});
    if (m_action != CallAction::StartRecording)
        hideFieldsOfStart();
    QPushButton *const likely = m_asks ? m_ui->no : m_ui->yes;
    setStyleProperty(*likely, "kind", QByteArray("primary"));
    m_ui->yes->setDefault(!m_asks);
    m_ui->no->setAutoDefault(m_asks);
    m_ui->no->setFocus();
    if (m_action == CallAction::StartRecording)
        m_ui->thisSide->setFocus();
}

void RecordingOptionsDialog::hideFieldsOfStart()
{
    for (int row = 0; row < RowsOfStart; ++row) {
        for (int column = 0; column < m_ui->fields->columnCount(); ++column) {
            QLayoutItem *const item = m_ui->fields->itemAtPosition(row, column);
            if (item && item->widget())
                item->widget()->hide();
            else if (item && item->spacerItem())
                item->spacerItem()->changeSize(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
        }
    }
}

void RecordingOptionsDialog::connectFields()
{
    for (const QLineEdit *field : {m_ui->id, m_ui->dest, m_ui->dest2})
        connect(field, &QLineEdit::textChanged, this, &RecordingOptionsDialog::refresh);
    for (const NamedValueRows *rows : {m_ui->params, m_ui->reasons}) {
        connect(rows, &NamedValueRows::changed, this, &RecordingOptionsDialog::refresh);
        connect(rows, &NamedValueRows::rowsChanged, this, &RecordingOptionsDialog::fit, Qt::QueuedConnection);
    }
    connect(m_ui->no, &QPushButton::clicked, this, &RecordingOptionsDialog::reject);
    connect(m_ui->yes, &QPushButton::clicked, this, &RecordingOptionsDialog::send);
}

model::RecordingOptions RecordingOptionsDialog::options() const
{
    model::RecordingOptions given{.params = m_ui->params->values(), .reasons = m_ui->reasons->values()};
    if (m_action == CallAction::StartRecording) {
        if (m_ui->otherSide->isChecked())
            given.record = model::RecordingOptions::Side::Destination;
        given.id = m_ui->id->text().trimmed();
        given.dest = m_ui->dest->text().trimmed();
        given.dest2 = m_ui->dest2->text().trimmed();
    }
    return given;
}

void RecordingOptionsDialog::follow()
{
    const model::Call *const call = m_desk.calls.find(m_id);
    if (!call || behalfOf(m_desk, *call) != m_behalf)
        return ClickGuard::closeByItself(*this); // what was confirmed would be about another call
    refresh();
}

void RecordingOptionsDialog::refresh()
{
    const model::Call *const call = m_desk.calls.find(m_id);
    if (!call)
        return;
    m_ui->subject->setText(m_asks ? presentation::questionText(m_action, *call, m_behalf).text
                                  : presentation::subjectText(*call, m_behalf));
    setAccessibleDescription(m_ui->subject->text());
    const OptionsFlaw flaw = model::flawIn(options(), *model::recordingCommandOf(m_action));
    showFlaw(flaw);
    const QString obstacle = presentation::obstacleText(m_desk.rules.obstacle(m_action, *call), m_action,
                                                        *call, m_desk.calls.isCertain());
    const QString why = obstacle.isEmpty() ? presentation::optionsFlawText(flaw) : obstacle;
    // A flaw stands under its field already; what has no field stands here.
    m_ui->why->setText(flaw == OptionsFlaw::TooLong ? why : obstacle);
    m_ui->yes->setEnabled(why.isEmpty());
    m_ui->yes->setToolTip(why.isEmpty() ? presentation::actionPurpose(m_action) : why);
    m_ui->yes->setAccessibleDescription(m_ui->yes->toolTip());
}

void RecordingOptionsDialog::showFlaw(OptionsFlaw flaw)
{
    const auto say = [&](QLabel &label, QWidget *field, std::initializer_list<OptionsFlaw> flaws) {
        const bool isHere = std::find(flaws.begin(), flaws.end(), flaw) != flaws.end();
        label.setText(isHere ? presentation::optionsFlawText(flaw) : QString());
        if (field) {
            setStyleProperty(*field, "flawed", isHere);
            field->setAccessibleDescription(isHere ? label.text() : field->toolTip());
        }
        return isHere;
    };
    say(*m_ui->destFlaw, m_ui->dest, {OptionsFlaw::DestIsNoSipUri});
    say(*m_ui->dest2Flaw, m_ui->dest2, {OptionsFlaw::Dest2IsNoSipUri, OptionsFlaw::SameDestTwice});
    m_ui->params->showFlaw(
        say(*m_ui->paramsFlaw, nullptr, {OptionsFlaw::EmptyParamName, OptionsFlaw::RepeatedParamName}));
    m_ui->reasons->showFlaw(
        say(*m_ui->reasonsFlaw, nullptr, {OptionsFlaw::EmptyReasonName, OptionsFlaw::RepeatedReasonName}));
}

void RecordingOptionsDialog::send()
{
    if (m_desk.control.perform(m_id, m_action, {.recording = options()}))
        accept();
    else
        refresh(); // it says why
}

void RecordingOptionsDialog::fitScroll()
{
    const int wide = std::max(OptionsDialogWidth, width());
    const QMargins margins = layout()->contentsMargins();
    m_ui->scroll->setFixedHeight(0);
    m_ui->body->layout()->activate();
    const int rest = layout()->totalHeightForWidth(wide);
    const int content = m_ui->body->layout()->totalHeightForWidth(wide - margins.left() - margins.right());
    const int most = screen()->availableGeometry().height() * 9 / 10 - rest;
    m_ui->scroll->setFixedHeight(std::clamp(content, 0, most));
    layout()->activate();
    resize(wide, layout()->totalHeightForWidth(wide));
}

void RecordingOptionsDialog::showEvent(QShowEvent *event)
{
    Dialog::showEvent(event);
    resize(OptionsDialogWidth, height());
    fitScroll();
}

} // namespace widgets

#include "moc_recordingoptionsdialog.cpp"
