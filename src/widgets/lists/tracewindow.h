#pragma once

#include "presentation/look/theme.h"
#include "presentation/tables/tracemodel.h"

#include <QWidget>

#include <memory>

namespace widgets {

namespace Ui {
class TraceWindow;
}

/// The messages to and from the server, as they come: masked, to be filtered, halted and copied. A window of
/// its own that deletes itself when it is closed.
class TraceWindow : public QWidget
{
    Q_OBJECT

public:
    TraceWindow(model::MessageTrace &trace, core::Clock &clock, presentation::Theme &theme,
                QWidget *parent = nullptr);
    ~TraceWindow() override;

private:
    void copyChosen();
    void refreshCounts();
    void followEnd();

    std::unique_ptr<Ui::TraceWindow> m_ui;
    presentation::TraceModel m_model;
    bool m_isAtEnd = true; ///< who looks at the latest goes on seeing the latest
};

} // namespace widgets
