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

/// The header: how the connection is, to which server, for which DN; and what is wrong with it. It only
/// watches.
class ConnectionStatus : public QWidget
{
    Q_OBJECT

public:
    enum class Layout {
        TwoLines,
        OneLine, ///< for a footer: where, and what is wrong, stands beside the word while something is
    };

    ConnectionStatus(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
                     Layout layout = Layout::TwoLines, QWidget *parent = nullptr);
    ~ConnectionStatus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showSecurity(const std::optional<presentation::SecurityLook> &look);
    void fitSecurity();
    void setLoud(bool loud);

    std::unique_ptr<Ui::ConnectionStatus> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    SecondTick &m_tick;
    const Layout m_layout;
};

} // namespace widgets
