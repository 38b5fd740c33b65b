#pragma once

#include "model/settings/preferences.h"

#include <QWidget>

#include <memory>

namespace model {
class Profile;
class TypedSettings;
} // namespace model

namespace widgets {

namespace Ui {
class PersonFields;
}
class FieldRows;

/// Who sits here: in the assistant and in the settings.
class PersonFields : public QWidget
{
    Q_OBJECT

public:
    explicit PersonFields(QWidget *parent = nullptr);
    ~PersonFields() override;

    /// Fills the fields from `shown`, which may differ from what the profile has.
    void showPreferences(const model::Profile &profile, const model::Preferences &shown);
    /// The preferences with what stands in the fields; InvalidInput while something is wrong.
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const;
    FieldRows &rows() const { return *m_rows; }
    model::Role role() const;
    void setRole(model::Role role);
    /// A DN has to be given here.
    void setRequired() { m_isRequired = true; }

private:
    model::TypedSettings typed(const model::Preferences &before) const;
    QString flaw(const QString &key) const;

    std::unique_ptr<Ui::PersonFields> m_ui;
    FieldRows *m_rows;
    model::Preferences m_shown;
    bool m_isRequired = false;
};

} // namespace widgets
