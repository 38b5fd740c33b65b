#pragma once

#include "presentation/look/theme.h"
#include "presentation/tables/messagemodel.h"

#include <QWidget>

#include <memory>

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class MessageWindow;
}

/// All messages of this session with their times, also those that have been closed: to be searched, read
/// whole and copied. A window of its own that deletes itself when it is closed.
class MessageWindow : public QWidget
{
    Q_OBJECT

public:
    MessageWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~MessageWindow() override;

private:
    void copyChosen();
    void showDetails();
    void refreshCounts();

    std::unique_ptr<Ui::MessageWindow> m_ui;
    model::Desk &m_desk;
    presentation::MessageModel m_model;
};

} // namespace widgets
