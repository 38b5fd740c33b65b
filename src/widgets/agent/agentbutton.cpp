#include "widgets/agent/agentbutton.h"

#include "model/desk.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/plaintext.h"
#include "widgets/actions/lightsquestion.h"
#include "widgets/agent/reasondialog.h"
#include "widgets/parts/spokentext.h"

#include <QMenu>

#include <algorithm>

using model::AgentAction;

namespace widgets {

AgentButton::AgentButton(model::Desk &desk, QWidget *parent)
    : QPushButton(parent)
    , m_desk(desk)
{
    setProperty("kind", QByteArray("menu"));
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &AgentButton::fillMenu);
    setMenu(menu);
    connect(&desk.agent, &model::AgentSession::changed, this, &AgentButton::refresh);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &AgentButton::refresh);
    refresh();
}

void AgentButton::refresh()
{
    setVisible(!m_desk.agent.identity().dn.isEmpty());
    const QString state = presentation::agentStateText(m_desk.agent);
    setText(m_desk.agent.state() == model::AgentState::Unknown ? tr("Agent")
                                                               : presentation::plainLabel(state));
    setSpokenName(*this, tr("Agent state: %1").arg(state));
    const bool isConnected = m_desk.connection.isReliable();
    setEnabled(isConnected);
    setToolTip(isConnected
                   ? tr("Your state as an agent")
                   : presentation::agentObstacleText(AgentAction::Ready, m_desk.agent, m_desk.connection));
    setSpokenDescription(*this, toolTip());
}

void AgentButton::fillMenu()
{
    menu()->clear();
    addEntry(*menu(), AgentAction::Login);
    addEntry(*menu(), AgentAction::Ready);
    QMenu *reasons = menu()->addMenu(presentation::agentActionLabel(AgentAction::NotReady));
    reasons->setEnabled(m_desk.agent.can(AgentAction::NotReady));
    reasons->menuAction()->setToolTip(
        presentation::agentObstacleText(AgentAction::NotReady, m_desk.agent, m_desk.connection));
    addReasons(*reasons);
    addEntry(*menu(), AgentAction::AfterCallWork);
    menu()->addSeparator();
    addLogout(*menu());
}

QAction *AgentButton::addEntry(QMenu &menu, AgentAction action)
{
    QAction *entry =
        menu.addAction(presentation::agentActionLabel(action), this, [this, action] { perform(action); });
    entry->setEnabled(m_desk.agent.can(action));
    entry->setToolTip(presentation::agentObstacleText(action, m_desk.agent, m_desk.connection));
    return entry;
}

void AgentButton::addReasons(QMenu &menu)
{
    menu.addAction(tr("&Without a reason"), this, [this] { perform(AgentAction::NotReady); });
    menu.addSeparator();
    for (const model::AgentReason &reason : presentation::notReadyReasons(m_desk.agent.reasons()))
        menu.addAction(presentation::plainLabel(reason.words), this,
                       [this, code = reason.code] { perform(AgentAction::NotReady, code); });
    if (!m_desk.agent.reasons().areFree)
        return;
    menu.addSeparator();
    menu.addAction(tr("&Other…"), this, &AgentButton::askForReason);
}

void AgentButton::addLogout(QMenu &menu)
{
    const QList<model::AgentReason> reasons = presentation::logoutReasons(m_desk.agent.reasons());
    const QString label = presentation::agentActionLabel(AgentAction::Logout);
    QAction *const entry = reasons.isEmpty() ? menu.addAction(label, this, [this] { logOut({}); })
                                             : menu.addMenu(label)->menuAction();
    entry->setEnabled(m_desk.agent.can(AgentAction::Logout));
    entry->setToolTip(presentation::agentObstacleText(AgentAction::Logout, m_desk.agent, m_desk.connection));
    if (reasons.isEmpty())
        return;
    entry->menu()->addAction(tr("&Without a reason"), this, [this] { logOut({}); });
    entry->menu()->addSeparator();
    for (const model::AgentReason &reason : reasons)
        entry->menu()->addAction(presentation::plainLabel(reason.words), this,
                                 [this, code = reason.code] { logOut(code); });
}

void AgentButton::askForReason()
{
    auto *dialog = new ReasonDialog(this);
    connect(dialog, &ReasonDialog::given, this,
            [this](const QString &reason) { perform(AgentAction::NotReady, reason); });
    dialog->open();
}

void AgentButton::logOut(const QString &reason)
{
    if (m_desk.views.openRecordings().isEmpty())
        return perform(AgentAction::Logout, reason);
    const auto calls = [this] {
        return m_desk.agent.can(AgentAction::Logout) ? m_desk.views.openRecordings() : QList<model::CallId>();
    };
    auto *question = new LightsQuestion(m_desk, calls,
                                        {.title = tr("Log out?"),
                                         .text = tr("Log out all the same?"),
                                         .yes = tr("Log out"),
                                         .no = tr("Stay logged in")},
                                        this);
    connect(question, &Question::confirmed, this, [this, reason] { perform(AgentAction::Logout, reason); });
    question->open();
}

void AgentButton::perform(AgentAction action, const QString &reason)
{
    (void)m_desk.agent.perform(action, reason); // a failure is a toast, a success is the new state
}

} // namespace widgets

#include "moc_agentbutton.cpp"
