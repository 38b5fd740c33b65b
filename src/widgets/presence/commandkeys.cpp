#include "widgets/presence/commandkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QKeySequenceEdit>
#include <QWidget>

using model::Command;

namespace widgets {

namespace {

/// What a person who answers a dialog may want all the same: the customer begins to read the card's number.
bool worksInDialogs(Command command)
{
    switch (command) {
    case Command::PauseOrResume:
    case Command::Pause:
    case Command::Resume:
    case Command::KeepPaused:
    case Command::SayState:
    case Command::Answer:
    case Command::HoldOrRetrieve: return true;
    case Command::MakeCall:
    case Command::ShowWindow:
    case Command::CompactBar:
    case Command::Today:
    case Command::Messages:
    case Command::Settings:
    case Command::Help:
    case Command::Menu:
    case Command::Quit: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

CommandKeys::CommandKeys(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

/// Of two commands with the same key the first has it.
void CommandKeys::setKeys(const model::KeyTable &keys)
{
    m_commands.clear();
    for (const Command command : model::AllCommands) {
        const QKeySequence sequence(keys.of(command), QKeySequence::PortableText);
        if (sequence.count() == 1 && !m_commands.contains(sequence[0].toCombined()))
            m_commands.insert(sequence[0].toCombined(), command);
    }
}

/// A field that is being typed in claims keys beforehand (ShortcutOverride): commands have no key that types,
/// and where one is a key of editing it goes to the command, as people were told.
bool CommandKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    if (!watched->isWidgetType() || qobject_cast<QKeySequenceEdit *>(QApplication::focusWidget()))
        return false; // where keys are chosen each is meant as itself
    const auto &press = *static_cast<const QKeyEvent *>(event);
    const auto found = m_commands.constFind(int(press.modifiers() & ~Qt::KeypadModifier) | press.key());
    if (found == m_commands.constEnd() || QApplication::activePopupWidget())
        return false;
    if (QApplication::activeModalWidget() && !worksInDialogs(*found))
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // it comes again as a press, past all shortcuts
        return true;
    }
    if (!press.isAutoRepeat())
        Q_EMIT commanded(*found);
    return true;
}

} // namespace widgets

#include "moc_commandkeys.cpp"
