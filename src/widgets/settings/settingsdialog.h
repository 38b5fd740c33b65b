#pragma once

#include "model/settings/preferences.h"

#include <QDialog>

#include <memory>

namespace model {
class Desk;
class Profile;
} // namespace model

namespace widgets {

namespace Ui {
class SettingsDialog;
}

/// The settings, a page for each matter. Nothing is in force before it has been saved; what cannot be saved
/// stays in the fields, with the reason. It deletes itself.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `languages`: the codes of those that the program speaks.
    SettingsDialog(model::Desk &desk, model::Profile &profile, const QStringList &languages, QWidget *parent);
    ~SettingsDialog() override;

    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    core::Result<model::Preferences> wanted() const;
    void refresh();
    void save();
    void saveAfterAsking(const model::Preferences &wanted);
    void store(const model::Preferences &wanted);
    void onNotSaved(const QString &why);
    void showTrouble(const QString &sentence);

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    model::Desk &m_desk;
    model::Profile &m_profile;
    bool m_isSaving = false;
};

} // namespace widgets
