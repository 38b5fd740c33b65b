#pragma once

#include "model/calls/call.h"
#include "model/toastlist.h"
#include "presentation/look/theme.h"
#include "widgets/actions/actionstarter.h"

#include <QFrame>

#include <memory>
#include <optional>

class QMenu;

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class CompactBar;
}
class SecondTick;

/// The light of the call in hand beside all other programs: badge, time and the one button; where there are
/// more calls, or it only rings, a line says whose it is and what the others are. They stand behind an arrow,
/// a refusal is a line below. It is moved by its badge, and says what it cannot do.
class CompactBar : public QFrame
{
    Q_OBJECT

public:
    CompactBar(model::Desk &desk, const presentation::Theme &theme);
    ~CompactBar() override;

    static constexpr int LeastWidth = 300; ///< it is wider where its words need it

Q_SIGNALS:
    /// The window is wanted; with this call in it, unless it is null.
    void windowWanted(model::CallId call);
    void closeWanted();
    void stateWanted(); ///< to be said
    void moved();       ///< by the person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectDesk();
    void refresh();
    void refreshWhose(const model::Call *call);
    void refreshCall(const model::Call &call);
    void refreshNoCall();
    void refreshStep(const model::Call &call);
    void refreshMessage();
    void tryAgain();
    void fillMenu(QMenu &menu);
    void addCall(QMenu &menu, const model::Call &call);
    void takeTones();
    int neededWidth() const;
    void fit();

    std::unique_ptr<Ui::CompactBar> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    std::unique_ptr<SecondTick> m_tick;
    ActionStarter m_starter;
    model::CallId m_call;
    model::ToastId m_toast = {};       ///< that is shown
    std::optional<QPoint> m_pressedAt; ///< on the screen: it moves once the pointer has
    bool m_isAnnouncement = false;     ///< in its place: the recording is about to be resumed
};

} // namespace widgets
