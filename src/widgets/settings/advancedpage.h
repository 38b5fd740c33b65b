#pragma once

#include "model/settings/edit/connectiondraft.h"
#include "widgets/settings/settingspage.h"

#include <memory>

namespace widgets {

namespace Ui {
class AdvancedPage;
}

/// What is right as it is on most computers.
class AdvancedPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AdvancedPage(QWidget *parent = nullptr);
    ~AdvancedPage() override;

    QString title() const override { return tr("&Advanced"); }
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const override;

protected:
    void show(const model::Profile &profile, const model::Preferences &shown) override;

private:
    void addConnectionRow(model::ConnectionField field, const QList<QWidget *> &fields, QLabel &note);
    model::ConnectionDraft draft(const model::Preferences &preferences) const;

    model::Preferences m_before;
    std::unique_ptr<Ui::AdvancedPage> m_ui;
};

} // namespace widgets
