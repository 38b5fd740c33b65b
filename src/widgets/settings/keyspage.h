#pragma once

#include "widgets/settings/hotkeynews.h"
#include "widgets/settings/settingspage.h"

class QGridLayout;
class QKeySequenceEdit;

namespace widgets {

/// The keys of the commands: in the windows, and in every program. A key is chosen by pressing it.
class KeysPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit KeysPage(const HotkeyNews &hotkeys, QWidget *parent = nullptr);

    QString title() const override { return tr("&Keys"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    struct Key
    {
        model::Command command = {};
        QKeySequenceEdit *field = nullptr;
        QLabel *note = nullptr;
    };

    void addTitle(const QString &text);
    void addText(const QString &text);
    void addKey(model::Command command, bool everywhere);
    QString flawOf(const Key &key, bool everywhere) const;
    model::KeyTable tableOf(const QList<Key> &keys) const;

    const HotkeyNews m_hotkeys;
    QGridLayout *m_grid;
    QList<Key> m_inWindow;
    QList<Key> m_everywhere;
};

} // namespace widgets
