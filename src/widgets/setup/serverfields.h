#pragma once

#include "model/settings/edit/connectiondraft.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace model {
class Profile;
}

namespace widgets {

namespace Ui {
class ServerFields;
}
class FieldRows;

/// Where the servers are and how the way there is protected: in the assistant and in the settings.
class ServerFields : public QWidget
{
    Q_OBJECT

public:
    explicit ServerFields(QWidget *parent = nullptr);
    ~ServerFields() override;

    /// Fills the fields from `shown`, which may differ from what the profile has.
    void showPreferences(const model::Profile &profile, const model::Preferences &shown);
    /// The preferences with what stands in the fields; InvalidInput while something is wrong.
    core::Result<model::Preferences> applied(const model::Preferences &preferences) const;
    FieldRows &rows() const { return *m_rows; }
    /// A server has to be named here.
    void setRequired() { m_isRequired = true; }

private:
    model::ConnectionDraft draft() const;
    QString flaw(model::ConnectionField field) const;
    void addServer(model::ConnectionField field, const QList<QWidget *> &fields, QLabel *note);
    void chooseFile();
    void showCaFile();

    std::unique_ptr<Ui::ServerFields> m_ui;
    FieldRows *m_rows;
    model::ConnectionDraft m_shown; ///< what was there: parts of it have no field
    bool m_isRequired = false;
};

} // namespace widgets
