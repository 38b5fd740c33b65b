#include "widgets/settings/keyspage.h"

#include "model/settings/keys/keytext.h"
#include "presentation/presence/commandtext.h"
#include "widgets/parts/spokentext.h"
#include "widgets/setup/fieldrows.h"

#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using model::Command;

namespace widgets {

namespace {

constexpr int KeyWidth = 176;

/// As settings write it; what is no key for a command stays as Qt writes it, and is said to be none.
QString keyIn(const QKeySequenceEdit &field)
{
    const QString written = field.keySequence().toString(QKeySequence::PortableText);
    const auto key = model::normalKey(written);
    return key ? *key : written;
}

/// In the place of Qt's invitation, which does not fit and comes back with each change.
void sayNone(QKeySequenceEdit &field)
{
    if (auto *const shown = field.findChild<QLineEdit *>())
        shown->setPlaceholderText(KeysPage::tr("none", "no key"));
}

} // namespace

KeysPage::KeysPage(const HotkeyNews &hotkeys, QWidget *parent)
    : SettingsPage(parent)
    , m_hotkeys(hotkeys)
    , m_grid(new QGridLayout(&content()))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    addTitle(tr("In Tallylight's windows"));
    for (const Command command : model::AllCommands)
        addKey(command, false);
    addTitle(tr("In every program"));
    const QString obstacle = hotkeys.obstacle();
    addText(obstacle.isEmpty() ? tr("These keys are taken from all other programs while Tallylight runs.")
                               : obstacle);
    for (const Command command : model::CommandsEverywhere)
        addKey(command, true);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void KeysPage::addTitle(const QString &text)
{
    auto *const title = new QLabel(text, &content());
    title->setProperty("kind", QByteArray("strong"));
    title->setMinimumHeight(36);
    m_grid->addWidget(title, m_grid->rowCount(), 0, 1, 2);
}

void KeysPage::addText(const QString &text)
{
    auto *const label = new QLabel(text, &content());
    label->setProperty("kind", QByteArray("quiet"));
    label->setWordWrap(true);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
}

void KeysPage::addKey(Command command, bool everywhere)
{
    const int row = m_grid->rowCount();
    auto *const name = new QLabel(presentation::commandText(command), &content());
    name->setProperty("kind", QByteArray("field"));
    name->setWordWrap(true);
    const Key key{
        .command = command, .field = new QKeySequenceEdit(&content()), .note = new QLabel(&content())};
    const QString setting = everywhere ? model::hotkeySetting(command) : model::keySetting(command);
    key.field->setObjectName(setting);
    key.field->setClearButtonEnabled(true);
    key.field->setFixedWidth(KeyWidth);
    key.field->setAccessibleName(name->text());
    if (auto *const shown = key.field->findChild<QLineEdit *>()) { // which has the focus
        shown->setAccessibleName(name->text());
        nameClearButton(*shown);
    }
    name->setBuddy(key.field);
    key.note->setProperty("kind", QByteArray("quiet"));
    key.note->setTextFormat(Qt::PlainText);
    key.note->setWordWrap(true);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(key.field, row, 1);
    m_grid->addWidget(key.note, row + 1, 0, 1, 2);
    (everywhere ? m_everywhere : m_inWindow).append(key);
    connect(key.field, &QKeySequenceEdit::keySequenceChanged, this,
            [this, field = key.field](const QKeySequence &keys) {
                if (keys.count() > 1) // one key is one press
                    field->setKeySequence(QKeySequence(keys[0]));
                sayNone(*field);
                rows().refresh();
                Q_EMIT changed();
            });
    rows().add({.key = setting,
                .fields = {key.field},
                .note = key.note,
                .flaw = [this, key, everywhere] { return flawOf(key, everywhere); },
                .remark = [this, command,
                           everywhere] { return everywhere ? m_hotkeys.trouble(command) : QString(); },
                .label = name});
}

QString KeysPage::flawOf(const Key &key, bool everywhere) const
{
    const QString chosen = keyIn(*key.field);
    if (chosen.isEmpty())
        return {};
    if (!model::normalKey(chosen))
        return tr("%1 cannot be the key of a command.")
            .arg(key.field->keySequence().toString(QKeySequence::NativeText));
    const model::KeyFlaw flaw = model::flawInKey(chosen, everywhere);
    if (flaw != model::KeyFlaw::None)
        return presentation::keyFlawText(flaw, chosen);
    const QList<model::KeyConflict> conflicts =
        model::conflictsIn(tableOf(m_inWindow), tableOf(m_everywhere));
    for (const model::KeyConflict &conflict : conflicts) {
        if (conflict.second == key.command && conflict.key == chosen)
            return presentation::keyConflictText(conflict);
    }
    return {};
}

model::KeyTable KeysPage::tableOf(const QList<Key> &keys) const
{
    model::KeyTable table;
    for (const Key &key : keys)
        table.set(key.command, keyIn(*key.field));
    return table;
}

void KeysPage::show(const model::Profile &, const model::Preferences &shown)
{
    const auto fill = [](const QList<Key> &keys, const model::KeyTable &table) {
        for (const Key &key : keys) {
            key.field->setKeySequence(QKeySequence(table.of(key.command), QKeySequence::PortableText));
            sayNone(*key.field);
        }
    };
    fill(m_inWindow, shown.keysInWindow);
    fill(m_everywhere, shown.keysEverywhere);
}

core::Result<model::Preferences> KeysPage::applied(const model::Preferences &preferences) const
{
    model::Preferences all = preferences;
    for (const Key &key : m_inWindow) {
        const QString flaw = flawOf(key, false);
        if (!flaw.isEmpty())
            return core::Error{.kind = core::ErrorKind::InvalidInput, .text = flaw};
    }
    for (const Key &key : m_everywhere) {
        const QString flaw = flawOf(key, true);
        if (!flaw.isEmpty())
            return core::Error{.kind = core::ErrorKind::InvalidInput, .text = flaw};
    }
    all.keysInWindow = tableOf(m_inWindow);
    all.keysEverywhere = tableOf(m_everywhere);
    return all;
}

} // namespace widgets

#include "moc_keyspage.cpp"
