#include "model/settings/keys/command.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

QString nameOf(Command command)
{
    switch (command) {
    case Command::PauseOrResume: return u"pauseOrResume"_s;
    case Command::Pause: return u"pause"_s;
    case Command::Resume: return u"resume"_s;
    case Command::KeepPaused: return u"keepPaused"_s;
    case Command::SayState: return u"sayState"_s;
    case Command::Answer: return u"answer"_s;
    case Command::HoldOrRetrieve: return u"holdOrRetrieve"_s;
    case Command::MakeCall: return u"makeCall"_s;
    case Command::ShowWindow: return u"showWindow"_s;
    case Command::CompactBar: return u"compactBar"_s;
    case Command::Today: return u"today"_s;
    case Command::Messages: return u"messages"_s;
    case Command::Settings: return u"settings"_s;
    case Command::Help: return u"help"_s;
    case Command::Menu: return u"menu"_s;
    case Command::Quit: return u"quit"_s;
    }
    Q_UNREACHABLE();
}

KeyTable KeyTable::inWindow()
{
    KeyTable table;
    table.set(Command::PauseOrResume, u"F7"_s);
    table.set(Command::KeepPaused, u"Shift+F7"_s);
    table.set(Command::SayState, u"F8"_s);
    table.set(Command::Answer, u"F9"_s);
    table.set(Command::HoldOrRetrieve, u"F6"_s);
    table.set(Command::MakeCall, u"Ctrl+N"_s);
    table.set(Command::CompactBar, u"Ctrl+M"_s);
    table.set(Command::Today, u"Ctrl+T"_s);
    table.set(Command::Messages, u"Ctrl+Shift+M"_s);
    table.set(Command::Settings, u"Ctrl+,"_s);
    table.set(Command::Help, u"F1"_s);
    table.set(Command::Menu, u"F10"_s);
    table.set(Command::Quit, u"Ctrl+Q"_s);
    return table;
}

KeyTable KeyTable::everywhere()
{
    return {};
}

QList<KeyConflict> conflictsIn(const KeyTable &inWindow, const KeyTable &everywhere)
{
    QList<KeyConflict> conflicts;
    QHash<QString, Command> taken;
    for (const KeyTable *const table : {&everywhere, &inWindow}) {
        for (const Command command : AllCommands) {
            const QString &key = table->of(command);
            if (key.isEmpty())
                continue;
            const auto known = taken.constFind(key);
            if (known == taken.constEnd())
                taken.insert(key, command);
            else if (*known != command)
                conflicts.append({.first = *known, .second = command, .key = key});
        }
    }
    return conflicts;
}

} // namespace model
