#pragma once

#include "widgets/dialogs/dialog.h"
#include "widgets/setup/connectiontrials.h"

#include <QHash>

namespace model {
class Desk;
class Profile;
} // namespace model
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class Assistant;
}

/// "Set up Tallylight": all that a first start needs, tested in place. Nothing is sent before Test, and
/// nothing is in force before Start, which saves. Whatever is typed stays when the test or the saving fails.
/// It deletes itself.
class Assistant : public Dialog
{
    Q_OBJECT

public:
    /// `languages`: the codes of those that the program speaks.
    Assistant(model::Desk &desk, model::Profile &profile, const QStringList &languages,
              const ConnectionTrials &trials, const presentation::Theme &theme, QWidget *parent);
    ~Assistant() override;

    /// What stands in the fields, by their names; never a password.
    using Entries = QHash<QString, QString>;
    Entries entries() const;
    void enter(const Entries &entries);

    /// Asks first, where something was entered.
    void reject() override;

Q_SIGNALS:
    /// All is saved: to be used from now on, with this password, where one was typed.
    void startRequested(const QString &password, bool keepPassword);
    /// Nothing can be saved, and this is to be used all the same, in this run.
    void startUnsavedRequested(const model::Preferences &wanted, const QString &password, bool keepPassword);
    void practiceRequested();
    /// Everything is to be said in this language from now on; closing takes it back.
    void languageChosen(const QString &language);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    core::Result<model::Preferences> wanted() const;
    bool check();
    void testOrCancel();
    void begin(const std::function<void(const model::Preferences &)> &with);
    void startUnsaved(const model::Preferences &wanted);
    void store(const model::Preferences &wanted);
    void showTrouble(const QString &sentence);
    void hideTrouble();
    void refresh();
    void showResults();
    void onChanged();
    void showBanner();
    bool isTouched() const;
    void askToDiscard();

    std::unique_ptr<Ui::Assistant> m_ui;
    model::Desk &m_desk;
    model::Profile &m_profile;
    const ConnectionTrials m_trials;
    Entries m_untouched;
    bool m_isSaving = false;
};

} // namespace widgets
