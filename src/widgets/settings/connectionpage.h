#pragma once

#include "model/settings/connectiondraft.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace model {
class Profile;
}

namespace widgets {

namespace Ui {
class ConnectionPage;
}

/// The settings of the connection. What is wrong is said below a field once it has been left; what the
/// administrator has laid down is shown and cannot be changed.
class ConnectionPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionPage(QWidget *parent = nullptr);
    ~ConnectionPage() override;

    void showProfile(const model::Profile &profile);
    model::ConnectionDraft draft() const;
    /// Says everything that is wrong and moves the focus to the first of it. Whether there is nothing.
    bool check();

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        model::ConnectionField field = {};
        QList<QWidget *> fields = {}; ///< what is disabled when it is fixed; the first gets the focus
        QLabel *note = nullptr;
    };

    void connectRow(const Row &row);
    void leave(QWidget *from, const QWidget *to);
    void chooseFile(QLineEdit &field);
    model::ConnectionFlaw flawOf(const Row &row) const;
    void refresh();
    void refreshRow(const Row &row);
    void fitNumber(QLineEdit &edit) const;

    std::unique_ptr<Ui::ConnectionPage> m_ui;
    QList<Row> m_rows;
    const model::Profile *m_profile = nullptr;
    QSet<model::ConnectionField> m_left; ///< by the person: what is wrong with them is said
    model::ConnectionDraft m_shown;      ///< what was there: parts of it have no field
};

} // namespace widgets
