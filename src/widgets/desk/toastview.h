#pragma once

#include "model/toastlist.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/desk/focuskeeper.h"

#include <QFrame>

#include <memory>

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class ToastView;
}

/// One failure in two lines: what was tried on which call, and why it failed; all the rest stands in its
/// details. Plain text throughout: much of it comes from outside.
class ToastView : public QFrame, public AboutCall
{
    Q_OBJECT

public:
    ToastView(model::Desk &desk, const presentation::Theme &theme, model::ToastId id,
              QWidget *parent = nullptr);
    ~ToastView() override;

    model::ToastId id() const { return m_id; }
    model::CallId aboutCall() const override { return m_call; }
    /// The call or the connection may have changed: what is true now, and whether it can be tried again.
    void refresh();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit(int width);
    void refreshRetry(const model::Toast &toast);
    void tryAgain();
    void showDetails();
    void takeTones();

    std::unique_ptr<Ui::ToastView> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    const model::ToastId m_id;
    model::CallId m_call; ///< still known when the message has gone
    ActionStarter m_starter;
};

} // namespace widgets
