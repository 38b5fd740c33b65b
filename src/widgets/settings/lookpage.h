#pragma once

#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class LookPage;
}

/// Theme and language of the windows; both change at once.
class LookPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit LookPage(QWidget *parent = nullptr);
    ~LookPage() override;

    QString title() const override { return tr("&Look and language"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;
    /// Codes of the languages that the program speaks.
    void offer(const QStringList &languages) { m_languages = languages; }

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    QStringList m_languages;
    std::unique_ptr<Ui::LookPage> m_ui;
};

} // namespace widgets
