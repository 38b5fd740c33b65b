#pragma once

#include <QPushButton>

namespace model {
class Desk;
enum class AgentAction;
} // namespace model

namespace widgets {

/// The agent's own state, and the menu that moves it. What is not possible now says why.
class AgentButton : public QPushButton
{
    Q_OBJECT

public:
    explicit AgentButton(model::Desk &desk, QWidget *parent = nullptr);

private:
    void refresh();
    void fillMenu();
    void perform(model::AgentAction action, const QString &reason = {});
    QAction *addEntry(QMenu &menu, model::AgentAction action);
    void addReasons(QMenu &menu);
    void askForReason();
    void addLogout(QMenu &menu);
    void logOut(const QString &reason);

    model::Desk &m_desk;
};

} // namespace widgets
