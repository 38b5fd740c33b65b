#pragma once

#include "model/settings/preferences.h"
#include "widgets/dialogs/dialog.h"
#include "widgets/settings/hotkeynews.h"
#include "widgets/setup/connectiontrials.h"

namespace model {
class Desk;
class Profile;
} // namespace model
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class SettingsDialog;
}
class SettingsPage;

/// The settings, a page for each matter. Nothing is in force before it has been saved; what cannot be saved
/// stays in the fields, with the reason. It deletes itself.
class SettingsDialog : public Dialog
{
    Q_OBJECT

public:
    /// `languages`: the codes of those that the program speaks.
    SettingsDialog(model::Desk &desk, model::Profile &profile, const QStringList &languages,
                   const ConnectionTrials &trials, const HotkeyNews &hotkeys,
                   const presentation::Theme &theme, QWidget *parent);
    ~SettingsDialog() override;

    void reject() override;

private:
    void addPages(const QStringList &languages, const presentation::Theme &theme);
    void addPage(SettingsPage *page);
    void showPreferences(const model::Preferences &shown);
    core::Result<model::Preferences> wanted() const;
    bool check();
    void refresh();
    QString effectText() const;
    void save();
    void store(const model::Preferences &wanted);
    void onNotSaved(const QString &why);
    void showTrouble(const QString &sentence);
    void offerTransfer();
    void importSettings();
    void askToTake(const QString &path, const model::Preferences &imported);
    void exportSettings();

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    model::Desk &m_desk;
    model::Profile &m_profile;
    const ConnectionTrials m_trials;
    const HotkeyNews m_hotkeys;
    QList<SettingsPage *> m_pages;
    bool m_isSaving = false;
};

} // namespace widgets
