#include "widgets/desk/programmenu.h"

#include "presentation/presence/commandtext.h"

using model::Command;

namespace widgets {

namespace {

bool beginsGroup(MenuEntry entry)
{
    return entry == MenuEntry::Settings || entry == MenuEntry::Trace || entry == MenuEntry::Practice ||
           entry == MenuEntry::Quit;
}

} // namespace

ProgramMenu::ProgramMenu(QWidget *parent)
    : QMenu(parent)
    , m_keys(model::KeyTable::inWindow())
{
    setSeparatorsCollapsible(true); // a group may have nothing in it
    for (size_t place = 0; place < Entries; ++place) {
        if (beginsGroup(MenuEntry(place)))
            m_separators[place] = addSeparator();
    }
}

QAction *ProgramMenu::put(MenuEntry entry, const std::function<void()> &act)
{
    QAction *&action = m_actions[size_t(entry)];
    if (action) {
        removeAction(action);
        action->deleteLater();
    }
    action = new QAction(this);
    connect(action, &QAction::triggered, this, act);
    insertAction(firstFrom(size_t(entry) + 1), action);
    name(entry);
    return action;
}

/// What stands where this place or a later one begins; nullptr: the end.
QAction *ProgramMenu::firstFrom(size_t place) const
{
    for (; place < Entries; ++place) {
        if (m_separators[place])
            return m_separators[place];
        if (m_actions[place])
            return m_actions[place];
    }
    return nullptr;
}

void ProgramMenu::setKeys(const model::KeyTable &keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    for (size_t place = 0; place < Entries; ++place) {
        if (m_actions[place])
            name(MenuEntry(place));
    }
    Q_EMIT keysChanged();
}

void ProgramMenu::name(MenuEntry entry)
{
    const auto command = commandOf(entry);
    const QString key = command ? presentation::keyText(m_keys.of(*command)) : QString();
    m_actions[size_t(entry)]->setText(key.isEmpty() ? labelOf(entry) : labelOf(entry) + u'\t' + key);
}

std::optional<Command> ProgramMenu::commandOf(MenuEntry entry)
{
    switch (entry) {
    case MenuEntry::MakeCall: return Command::MakeCall;
    case MenuEntry::Today: return Command::Today;
    case MenuEntry::Messages: return Command::Messages;
    case MenuEntry::CompactBar: return Command::CompactBar;
    case MenuEntry::Settings: return Command::Settings;
    case MenuEntry::Help: return Command::Help;
    case MenuEntry::Quit: return Command::Quit;
    case MenuEntry::SetUp:
    case MenuEntry::Password:
    case MenuEntry::Connection:
    case MenuEntry::Trace:
    case MenuEntry::Bundle:
    case MenuEntry::Practice:
    case MenuEntry::About: return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString ProgramMenu::labelOf(MenuEntry entry)
{
    switch (entry) {
    case MenuEntry::MakeCall: return tr("&Call…");
    case MenuEntry::Today: return tr("&Today");
    case MenuEntry::Messages: return tr("&Messages");
    case MenuEntry::CompactBar: return tr("Compact &bar");
    case MenuEntry::Settings: return tr("&Settings…");
    case MenuEntry::SetUp: return tr("Set &up…");
    case MenuEntry::Password: return tr("Enter the &password…");
    case MenuEntry::Connection: return tr("Co&nnection…");
    case MenuEntry::Trace: return tr("Message t&race");
    case MenuEntry::Bundle: return tr("Save &diagnostic bundle…");
    case MenuEntry::Practice: return tr("Practice pane&l");
    case MenuEntry::Help: return tr("&Help");
    case MenuEntry::About: return tr("&About Tallylight");
    case MenuEntry::Quit: return tr("&Quit");
    }
    Q_UNREACHABLE();
}

} // namespace widgets

#include "moc_programmenu.cpp"
