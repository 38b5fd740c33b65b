#pragma once

#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class RecordingPage;
}

/// How this site's recorder is spoken to.
class RecordingPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit RecordingPage(QWidget *parent = nullptr);
    ~RecordingPage() override;

    QString title() const override { return tr("&Recording"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    std::unique_ptr<Ui::RecordingPage> m_ui;
};

} // namespace widgets
