#pragma once

#include "widgets/settings/settingspage.h"
#include "widgets/setup/connectiontrials.h"

#include <memory>

namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class ConnectionPage;
}

/// Where the servers are; they can be tried in place.
class ConnectionPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ConnectionPage(QWidget *parent = nullptr);
    ~ConnectionPage() override;

    QString title() const override { return tr("&Connection"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;
    /// `wanted`: what is tried, with what the other pages say.
    void offerTest(const ConnectionTrials &trials, const presentation::Theme &theme,
                   const std::function<core::Result<model::Preferences>()> &wanted);

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    void testOrCancel();
    void refreshTest();

    std::function<core::Result<model::Preferences>()> m_wanted;
    std::unique_ptr<Ui::ConnectionPage> m_ui;
};

} // namespace widgets
