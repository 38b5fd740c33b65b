#pragma once

#include "presentation/words/securitytext.h"

#include <QWidget>

#include <memory>

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class ConnectionStatus;
}
class SecondTick;

/// A line for a footer: how the connection is; and where, and what is wrong, while something is. It only
/// watches.
class ConnectionStatus : public QWidget
{
    Q_OBJECT

public:
    ConnectionStatus(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
                     QWidget *parent = nullptr);
    ~ConnectionStatus() override;

private:
    void refresh();
    void showSecurity(const std::optional<presentation::SecurityLook> &look);
    void setLoud(bool loud);

    std::unique_ptr<Ui::ConnectionStatus> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    SecondTick &m_tick;
};

} // namespace widgets
