#include "widgets/actions/recordingcontrols.h"

#include "ui_recordingcontrols.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/parts/buttonflow.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using model::CallAction;

namespace widgets {

RecordingControls::RecordingControls(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RecordingControls>())
{
    m_ui->setupUi(this);
    auto *const row = new ButtonFlow(this);
    row->add(*m_ui->primary, 1);
    row->add(*m_ui->stop);
    row->add(*m_ui->more);
    QSizePolicy kept = m_ui->stop->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // while it rings: nothing moves with the answer
    m_ui->stop->setSizePolicy(kept);
    m_ui->primary->setMeanings({CallAction::StartRecording, CallAction::PauseRecording,
                                CallAction::ResumeRecording, CallAction::Answer});
    m_ui->stop->setText(presentation::actionLabel(CallAction::StopRecording));
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &RecordingControls::fillMenu);
    connect(menu, &QMenu::triggered, this, [this] {
        if (window()->focusWidget() == m_ui->more)
            Q_EMIT menuDone();
    });
    m_ui->more->setMenu(menu);
    connect(m_ui->primary, &ActionButton::pressedFor, this, &RecordingControls::start);
    connect(m_ui->stop, &QPushButton::clicked, this, [this] { start(CallAction::StopRecording); });
}

RecordingControls::~RecordingControls() = default;

void RecordingControls::setUp(model::Desk &desk, const presentation::Theme &theme, ActionStarter &starter)
{
    m_desk = &desk;
    m_theme = &theme;
    m_starter = &starter;
    connect(&theme, &presentation::Theme::changed, this, &RecordingControls::takeTones);
}

void RecordingControls::setMnemonics(bool has)
{
    const QString stop = presentation::actionLabel(CallAction::StopRecording);
    m_ui->primary->setMnemonic(has);
    m_ui->stop->setText(has ? stop : QString(stop).remove(u'&'));
}

void RecordingControls::follow(model::CallId id)
{
    if (id != m_id)
        ClickGuard::moved(*this); // each button is about another call now
    m_id = id;
    m_ui->primary->meanNothing(); // the next call's button has not been there before
    refresh();
    takeTones();
}

void RecordingControls::refresh()
{
    const model::Call *call = m_desk->calls.find(m_id);
    if (!call)
        return showNothing();
    refreshPrimary(*call);
    m_ui->stop->setToolTip(presentation::actionPurpose(CallAction::StopRecording));
    setPossible(*m_ui->stop, m_starter->whyNot(*call, CallAction::StopRecording));
    m_ui->more->setEnabled(true);
}

void RecordingControls::openMenu(const QPoint &globalPosition)
{
    if (m_ui->more->isEnabled())
        m_ui->more->menu()->popup(globalPosition);
}

void RecordingControls::showNothing()
{
    if (!m_ui->primary->meaning()) // else the word of the call before would stand beside another shape
        m_ui->primary->setText(presentation::actionLabel(CallAction::StartRecording));
    m_ui->stop->show();
    const QString why = tr("No call is selected.");
    setPossible(*m_ui->primary, why);
    setPossible(*m_ui->stop, why);
    m_ui->more->setEnabled(false);
}

void RecordingControls::refreshPrimary(const model::Call &call)
{
    const CallAction action = presentation::nextStep(call, m_desk->views.isOwn(call));
    if (m_ui->primary->mean(action, m_desk->clock))
        takeTones();
    m_ui->stop->setVisible(action != CallAction::Answer);
    m_ui->primary->setToolTip(presentation::actionPurpose(action));
    setPossible(*m_ui->primary, m_starter->whyNot(call, action));
}

void RecordingControls::setPossible(QPushButton &button, const QString &why)
{
    const bool possible = why.isEmpty();
    if (!possible)
        button.setToolTip(why);
    setSpokenDescription(button, button.toolTip());
    button.setEnabled(possible);
}

void RecordingControls::takeTones()
{
    const presentation::Tones &tones = m_theme->tones();
    const CallAction next = m_ui->primary->meaning().value_or(CallAction::StartRecording);
    m_ui->primary->setIcon(shapeIcon(presentation::shapeOf(next), tones.onAccent, tones.disabledText));
    m_ui->stop->setIcon(shapeIcon(presentation::Shape::Square, tones.text, tones.disabledText));
    m_ui->more->setIcon(shapeIcon(presentation::Shape::Dots, tones.quiet, tones.disabledText));
}

void RecordingControls::start(CallAction action)
{
    m_starter->start(m_id, action);
}

void RecordingControls::fillMenu()
{
    QMenu &menu = *m_ui->more->menu();
    menu.clear();
    const model::Call *call = m_desk->calls.find(m_id);
    if (!call)
        return;
    auto *options = new QMenu(tr("With &options"), &menu);
    options->setToolTipsVisible(true);
    for (const CallAction action : model::AllCallActions) {
        if (action == CallAction::Answer) {
            menu.addMenu(options);
            menu.addSeparator();
        }
        if (!model::needsParty(action) &&
            action != CallAction::Redirect) // they ask for more than a menu knows
            addEntry(menu, action, *call, false);
        if (model::recordingCommandOf(action))
            addEntry(*options, action, *call, true);
    }
    addParties(menu, *call);
    menu.addSeparator();
    const QString number = m_desk->views.view(*call).otherParty().toString();
    menu.addAction(tr("Copy n&umber"), this, [number] { QGuiApplication::clipboard()->setText(number); })
        ->setEnabled(!number.isEmpty());
    const QString id = m_id.toString();
    menu.addAction(tr("Copy call &ID"), this, [id] { QGuiApplication::clipboard()->setText(id); });
}

/// Whom to take out of a conference.
void RecordingControls::addParties(QMenu &menu, const model::Call &call)
{
    const model::CallView seen = m_desk->views.view(call);
    if (seen.parties.size() < 2)
        return;
    auto *const parties = menu.addMenu(tr("Drop from the con&ference"));
    parties->setToolTipsVisible(true);
    const QString why = m_starter->whyNot(call, CallAction::DropParty);
    for (const model::Dn &party : seen.parties) {
        QAction *const entry = parties->addAction(
            presentation::plainLabel(presentation::partyText(party, call.type)), this,
            [this, party, id = call.id] { m_starter->start(id, CallAction::DropParty, {.party = party}); });
        entry->setEnabled(why.isEmpty());
        entry->setToolTip(why);
    }
}

QAction *RecordingControls::addEntry(QMenu &menu, CallAction action, const model::Call &call, bool hasOptions)
{
    QString label = presentation::actionLabel(action);
    if (hasOptions && !label.endsWith(u'…'))
        label = tr("%1…", "an action that asks for more").arg(label);
    QAction *entry = menu.addAction(label, this, [this, action, hasOptions, id = call.id] {
        if (hasOptions)
            m_starter->startWithOptions(id, action); // the call that the menu was opened for
        else
            m_starter->start(id, action);
    });
    const QString why = m_starter->whyNot(call, action);
    entry->setEnabled(why.isEmpty());
    entry->setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    return entry;
}

} // namespace widgets

#include "moc_recordingcontrols.cpp"
