#pragma once

#include "model/settings/keys/command.h"

#include <QMenu>

#include <array>
#include <functional>
#include <optional>

namespace widgets {

/// What concerns the program and no call, in the order of the menu.
enum class MenuEntry : quint8 {
    MakeCall,
    Today,
    Messages,
    CompactBar,
    Settings,
    SetUp,
    Password,
    Connection,
    Trace,
    Bundle,
    Practice,
    Help,
    About,
    Quit,
};

/// The program's menu: its order and its words stand here alone. Each entry that has a key shows the one in
/// force. Entries are there once somebody has said what they do.
class ProgramMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ProgramMenu(QWidget *parent = nullptr);

    /// Puts the entry where it belongs; `act` in the place of what it did before.
    QAction *put(MenuEntry entry, const std::function<void()> &act);
    /// nullptr: nobody has put it.
    QAction *entry(MenuEntry entry) const { return m_actions[size_t(entry)]; }
    void setKeys(const model::KeyTable &keys);
    const model::KeyTable &keys() const { return m_keys; }

    /// The command whose key the entry shows.
    static std::optional<model::Command> commandOf(MenuEntry entry);
    /// With its mnemonic.
    static QString labelOf(MenuEntry entry);

Q_SIGNALS:
    void keysChanged();

private:
    static constexpr size_t Entries = size_t(MenuEntry::Quit) + 1;

    void name(MenuEntry entry);
    QAction *firstFrom(size_t place) const;

    std::array<QAction *, Entries> m_actions{};
    std::array<QAction *, Entries> m_separators{}; ///< before an entry that begins a group
    model::KeyTable m_keys;
};

} // namespace widgets
