#pragma once

#include "core/frame.h"
#include "model/toastlist.h"
#include "widgets/parts/cardcolumn.h"

class QPushButton;

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

class ToastView;

/// The failures that nobody has closed, newest first. It stands above the calls and covers nothing; three are
/// shown, the others behind a button that says how many.
class ToastArea : public CardColumn
{
    Q_OBJECT

public:
    static constexpr int Shown = 3;
    static constexpr int MostShown = 50; ///< of those behind the button; the rest come as these are closed

    ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void announce();
    void arrangeSoon(model::ToastId id);
    void refreshAll();
    void refreshCall(model::CallId id);
    void arrange();
    void tellMore(int all);
    int moreHeight() const;
    void placeMore();

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    QList<ToastView *> m_views; ///< of those that are shown, newest first
    QPushButton *m_more;
    core::Frame m_arranging;
    model::ToastId m_announced = {};
    bool m_all = false;
};

} // namespace widgets
