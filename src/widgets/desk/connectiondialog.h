#pragma once

#include "widgets/dialogs/dialog.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class ConnectionDialog;
}
class SecondTick;

/// All that is known of the connection, as it changes; and "Try now", where one is being waited for. It
/// stands beside the window and does not hold it up. Deletes itself.
class ConnectionDialog : public Dialog
{
    Q_OBJECT

public:
    /// `since`: says when the present state was entered; null: not known.
    ConnectionDialog(model::Desk &desk, SecondTick &tick, const std::function<QDateTime()> &since,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

private:
    void refresh();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    model::Desk &m_desk;
    const std::function<QDateTime()> m_since;
};

} // namespace widgets
