#pragma once

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
class EmptyState;
}

/// What stands where the calls would: how things are, and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(model::Desk &desk, const presentation::Theme &theme, QWidget *parent = nullptr);
    ~EmptyState() override;

    void refresh();

private:
    void takeTones();
    void act();

    std::unique_ptr<Ui::EmptyState> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
};

} // namespace widgets
