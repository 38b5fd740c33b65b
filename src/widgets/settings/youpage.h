#pragma once

#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class YouPage;
}

/// Who sits here, and what a supervisor sees.
class YouPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit YouPage(QWidget *parent = nullptr);
    ~YouPage() override;

    QString title() const override { return tr("&You"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    void followRole();

    std::unique_ptr<Ui::YouPage> m_ui;
};

} // namespace widgets
