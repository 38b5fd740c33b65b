#pragma once

#include "presentation/look/theme.h"
#include "widgets/desk/programmenu.h"

#include <QPushButton>

namespace widgets {

/// The button with what concerns the program and no call.
class ProgramButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ProgramButton(const presentation::Theme &theme, QWidget *parent = nullptr);

    ProgramMenu &programMenu() const { return *m_menu; }

private:
    void takeTones();
    void takeKeys();

    const presentation::Theme &m_theme;
    ProgramMenu *m_menu;
};

} // namespace widgets
