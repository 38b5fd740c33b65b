#pragma once

#include "model/settings/preferences.h"

#include <QWidget>

#include <memory>

class QRadioButton;

namespace model {
class Profile;
}

namespace widgets {

namespace Ui {
class GeneralPage;
}

/// The settings of the look: theme and language.
class GeneralPage : public QWidget
{
    Q_OBJECT

public:
    explicit GeneralPage(QWidget *parent = nullptr);
    ~GeneralPage() override;

    /// `languages`: the codes of those that the program speaks.
    void showProfile(const model::Profile &profile, const QStringList &languages);
    /// The preferences with what is chosen here.
    model::Preferences applied(model::Preferences preferences) const;

Q_SIGNALS:
    void changed();

private:
    void addLanguage(const QString &name, const QString &code, bool isChosen);

    std::unique_ptr<Ui::GeneralPage> m_ui;
    QList<QPair<QRadioButton *, QString>> m_languages; ///< with their codes
};

} // namespace widgets
