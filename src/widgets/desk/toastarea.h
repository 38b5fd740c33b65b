#pragma once

#include "core/frame.h"
#include "model/toastlist.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

class ElidedLabel;
class ToastView;

/// The failures that nobody has closed, newest first, in a band that stands below what they are about: the
/// newest few, the others behind a link that says how many; where there is little height one line in all.
/// Whoever places it decides which (setCompact) by the window's size alone.
class ToastArea : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Shown = 2;

    ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent = nullptr);

    void setCompact(bool isCompact);
    bool isCompact() const { return m_isCompact; }
    /// About how high it gets at most at this width, as the line alone or not.
    int mostHeight(int width, bool isCompact) const;

Q_SIGNALS:
    void listRequested(); ///< all messages are to be seen

private:
    void announce();
    void arrangeSoon(model::ToastId id);
    void refreshAll();
    void refreshCall(model::CallId id);
    void arrange();
    void showViews(qsizetype shown);
    void tell(qsizetype all, qsizetype shown);

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    QList<ToastView *> m_views; ///< of those that are shown, newest first
    QVBoxLayout *m_column;
    QPushButton *m_more;   ///< "2 more", or "3 messages"
    ElidedLabel *m_newest; ///< beside the latter
    core::Frame m_arranging;
    model::ToastId m_announced = {};
    bool m_isCompact = false;
};

} // namespace widgets
