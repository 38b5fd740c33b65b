#pragma once

#include "core/clock.h"
#include "model/call.h"
#include "model/callactions.h"
#include "presentation/theme.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QPushButton;

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class RecordingControls;
}
class StopQuestion;

/// The row that moves a recording: one filled button for the most probable next step, Stop… which asks, and a
/// menu with everything. A control that is not possible now says why.
class RecordingControls : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingControls(QWidget *parent = nullptr);
    ~RecordingControls() override;

    /// `refuge` takes the focus while the button that had it is not possible: else it would wander to Stop….
    void follow(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *refuge);
    void refresh();

    /// A click that comes sooner after the button has changed its meaning was aimed at the old one.
    static constexpr core::Duration Settling = std::chrono::milliseconds(400);

private:
    void fillMenu();
    void perform(model::CallAction action);
    void pressPrimary();
    void askToStop();
    void refreshPrimary(const model::Call &call);
    void takeTones();
    void setPossible(QPushButton &button, const QString &why);

    std::unique_ptr<Ui::RecordingControls> m_ui;
    model::Desk *m_desk = nullptr;
    const presentation::Theme *m_theme = nullptr;
    model::CallId m_id;
    QPointer<QWidget> m_refuge;
    QPointer<QPushButton> m_exile; ///< the button whose focus the refuge keeps
    QPointer<StopQuestion> m_question;
    std::optional<model::CallAction> m_primary;
    core::Instant m_primarySince;
};

} // namespace widgets
