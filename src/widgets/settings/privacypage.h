#pragma once

#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class PrivacyPage;
}

/// What is kept where and for how long, and what leaves the machine.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit PrivacyPage(QWidget *parent = nullptr);
    ~PrivacyPage() override;

    QString title() const override { return tr("&Privacy"); }

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    std::unique_ptr<Ui::PrivacyPage> m_ui;
};

} // namespace widgets
