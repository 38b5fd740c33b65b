#include "widgets/desk/programbutton.h"

#include "widgets/parts/shapes.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace widgets {

ProgramButton::ProgramButton(const presentation::Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setObjectName(u"program"_s);
    setProperty("kind", QByteArray("bare"));
    setIconSize({16, 16});
    setToolTip(tr("Menu"));
    setAccessibleName(tr("Menu of the program"));
    setMenu(new QMenu(this));
    connect(&theme, &presentation::Theme::changed, this, &ProgramButton::takeTones);
    takeTones();
    hide();
}

QAction *ProgramButton::addEntry(const QString &label, const std::function<void()> &act)
{
    show();
    return menu()->addAction(label, this, act);
}

void ProgramButton::takeTones()
{
    setIcon(shapeIcon(presentation::Shape::Dots, m_theme.tones().quiet, m_theme.tones().disabledText));
}

} // namespace widgets

#include "moc_programbutton.cpp"
