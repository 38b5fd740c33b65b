#include "presentation/presence/commandtext.h"

#include <QCoreApplication>
#include <QKeySequence>

using model::Command;

namespace presentation {

namespace {

class CommandTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::CommandText)
};

} // namespace

QString commandText(Command command)
{
    switch (command) {
    case Command::PauseOrResume: return CommandTextWords::tr("Pause or resume the recording");
    case Command::Pause: return CommandTextWords::tr("Pause the recording");
    case Command::Resume: return CommandTextWords::tr("Resume the recording");
    case Command::KeepPaused: return CommandTextWords::tr("Keep the recording paused");
    case Command::SayState: return CommandTextWords::tr("Say what is recorded");
    case Command::Answer: return CommandTextWords::tr("Answer the call that rings");
    case Command::HoldOrRetrieve: return CommandTextWords::tr("Hold or retrieve the call");
    case Command::MakeCall: return CommandTextWords::tr("Call a number");
    case Command::ShowWindow: return CommandTextWords::tr("Show the window");
    case Command::CompactBar: return CommandTextWords::tr("Show or hide the compact bar");
    case Command::Today: return CommandTextWords::tr("Show the calls of today");
    case Command::Messages: return CommandTextWords::tr("Show all messages");
    case Command::Settings: return CommandTextWords::tr("Open the settings");
    case Command::Help: return CommandTextWords::tr("Open the help");
    case Command::Menu: return CommandTextWords::tr("Open the menu");
    case Command::Quit: return CommandTextWords::tr("Quit Tallylight");
    }
    Q_UNREACHABLE();
}

QString keyText(const QString &key)
{
    return QKeySequence(key, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

QString keyFlawText(model::KeyFlaw flaw, const QString &key)
{
    switch (flaw) {
    case model::KeyFlaw::None: return {};
    case model::KeyFlaw::NeedsModifier:
        return CommandTextWords::tr(
                   "%1 alone is needed for typing: press it together with Ctrl, Alt or Meta.")
            .arg(keyText(key));
    case model::KeyFlaw::Mnemonic:
        return CommandTextWords::tr("%1 presses the button with that letter underlined: add Ctrl or Meta.")
            .arg(keyText(key));
    }
    Q_UNREACHABLE();
}

QString keyConflictText(const model::KeyConflict &conflict)
{
    return CommandTextWords::tr("%1 is the key of “%2” already.")
        .arg(keyText(conflict.key), commandText(conflict.first));
}

} // namespace presentation
