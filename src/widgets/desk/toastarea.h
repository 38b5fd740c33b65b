#pragma once

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

    ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void insert(model::ToastId id);
    void remove(model::ToastId id);
    void refreshAll();
    void refreshCall(model::CallId id);
    void arrange();
    int moreHeight() const;
    void placeMore();

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    QList<ToastView *> m_views; ///< newest first
    QPushButton *m_more;
    bool m_all = false;
};

} // namespace widgets
