#pragma once

#include "presentation/look/theme.h"

#include <QPushButton>

#include <functional>

namespace widgets {

/// The button with what concerns the program and no call: it is there while its menu has an entry.
class ProgramButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ProgramButton(const presentation::Theme &theme, QWidget *parent = nullptr);

    /// Appends an entry; `label` with its mnemonic.
    QAction *addEntry(const QString &label, const std::function<void()> &act);

private:
    void takeTones();

    const presentation::Theme &m_theme;
};

} // namespace widgets
