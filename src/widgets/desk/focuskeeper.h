#pragma once

#include "model/calls/call.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

class QMainWindow;

namespace widgets {

/// A part of a window that is about one call.
class AboutCall
{
public:
    virtual ~AboutCall() = default;
    virtual model::CallId aboutCall() const = 0;
};

/// Where the focus of a window goes. Tab follows the order in which people read. When the control that has
/// the focus goes, or is not possible now, nobody has pressed Tab: the focus stays with the call, in its
/// home, and never wanders to another call or to a menu; it comes back when the control is possible again and
/// the focus is still where it was put.
class FocusKeeper : public QObject
{
    Q_OBJECT

public:
    /// The home of a call's focus: what is there to be read, not pressed. A null id: of what concerns no
    /// call.
    using HomeOf = std::function<QWidget *(model::CallId)>;

    FocusKeeper(QMainWindow &window, HomeOf homeOf);

    /// For the window's focusNextPrevChild(), which Qt calls in either case.
    bool move(bool next);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool canKeep(const QWidget *widget) const;
    bool step(bool next);
    void bringHome(QWidget *from);
    void remember(QWidget *control);
    void giveBack();

    QMainWindow &m_window;
    const HomeOf m_homeOf;
    QPointer<QWidget> m_control; ///< that had the focus, and may have it back
    QPointer<QWidget> m_home;    ///< where it waits
};

} // namespace widgets
