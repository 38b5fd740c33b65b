#include "widgets/desk/programbutton.h"

#include "presentation/presence/commandtext.h"
#include "widgets/parts/shapes.h"

using namespace Qt::StringLiterals;

namespace widgets {

ProgramButton::ProgramButton(const presentation::Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_menu(new ProgramMenu(this))
{
    setObjectName(u"program"_s);
    setProperty("kind", QByteArray("bare"));
    setIconSize({16, 16});
    setAccessibleName(tr("Menu"));
    setMenu(m_menu);
    connect(&theme, &presentation::Theme::changed, this, &ProgramButton::takeTones);
    connect(m_menu, &ProgramMenu::keysChanged, this, &ProgramButton::takeKeys);
    takeTones();
    takeKeys();
}

void ProgramButton::takeTones()
{
    setIcon(shapeIcon(presentation::Shape::Dots, m_theme.tones().quiet, m_theme.tones().disabledText));
}

void ProgramButton::takeKeys()
{
    const QString key = presentation::keyText(m_menu->keys().of(model::Command::Menu));
    setToolTip(key.isEmpty() ? tr("Menu") : tr("Menu (%1)", "a key").arg(key));
}

} // namespace widgets

#include "moc_programbutton.cpp"
