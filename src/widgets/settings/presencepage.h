#pragma once

#include "widgets/settings/hotkeynews.h"
#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class PresencePage;
}

/// What of the program is seen and told beside other programs.
class PresencePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit PresencePage(const HotkeyNews &system = {}, QWidget *parent = nullptr);
    ~PresencePage() override;

    QString title() const override { return tr("&Notifications and tray"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    std::unique_ptr<Ui::PresencePage> m_ui;
};

} // namespace widgets
