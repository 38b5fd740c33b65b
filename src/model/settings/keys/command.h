#pragma once

#include <QString>

#include <array>

namespace model {

/// What a key can do, in the desktop's windows or from every program.
enum class Command : quint8 {
    PauseOrResume, ///< of the call that talks
    Pause,
    Resume,
    KeepPaused, ///< although the limit of the pause comes
    SayState,
    Answer,
    HoldOrRetrieve,
    MakeCall,
    ShowWindow,
    CompactBar,
    Today,
    Messages,
    Settings,
    Help,
    Menu,
    Quit,
};

inline constexpr std::array AllCommands{
    Command::PauseOrResume, Command::Pause,      Command::Resume,         Command::KeepPaused,
    Command::SayState,      Command::Answer,     Command::HoldOrRetrieve, Command::MakeCall,
    Command::ShowWindow,    Command::CompactBar, Command::Today,          Command::Messages,
    Command::Settings,      Command::Help,       Command::Menu,           Command::Quit};

/// Those that may have a key that works in every program, too (hotkey).
inline constexpr std::array CommandsEverywhere{Command::PauseOrResume, Command::Pause,
                                               Command::Resume,        Command::KeepPaused,
                                               Command::SayState,      Command::ShowWindow};

/// The name of its settings, keys/<name> and hotkeys/<name>.
QString nameOf(Command command);

/// A key for each command as normalKey() writes it; empty: none.
class KeyTable
{
public:
    const QString &of(Command command) const { return m_keys[size_t(command)]; }
    void set(Command command, const QString &key) { m_keys[size_t(command)] = key; }

    bool operator==(const KeyTable &) const = default;

    static KeyTable inWindow();   ///< of a fresh installation
    static KeyTable everywhere(); ///< likewise: none, as each is taken from all other programs

private:
    std::array<QString, AllCommands.size()> m_keys;
};

/// Two commands that want the same key, so that the second does not get it.
struct KeyConflict
{
    Command first = {};
    Command second = {};
    QString key = {};
};
/// A key that works everywhere is taken from the windows, too: it may stand in both tables for the same
/// command.
QList<KeyConflict> conflictsIn(const KeyTable &inWindow, const KeyTable &everywhere);

} // namespace model
