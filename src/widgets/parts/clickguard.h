#pragma once

#include "core/clock.h"

#include <QObject>
#include <QPointer>
#include <QRegion>

#include <deque>
#include <optional>

class QContextMenuEvent;
class QDialog;
class QMouseEvent;
class QWidget;

namespace widgets {

/// Keeps clicks from what they were not aimed at. A press that comes within Settling of a move of what is
/// under it does nothing, nor does the first at a point that was clicked for something else before, while the
/// pointer has rested there; and one whose target moves, goes or comes to stand for something else before the
/// button is let go ends without a click. What moves inside the window is seen by itself; rows that change
/// places, and what comes to stand for another call, are told by moved(). The keyboard is never held up.
class ClickGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Duration Settling = std::chrono::milliseconds(400);

    ClickGuard(QWidget &window, const core::Clock &clock);

    /// This widget, or an area of it, shows something else than before. Ignored where no guard is.
    static void moved(QWidget &widget, const QRegion &area = {});
    /// Closes a dialog that nobody has closed: a click that was aimed at it is not for what lies below.
    static void closeByItself(QDialog &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Move
    {
        QPointer<QWidget> widget;
        QRegion area; ///< empty: all of it
        core::Instant at;
    };

    void note(QWidget &widget, const QRegion &area = {});
    static bool concerns(const Move &move, const QWidget &target, const QPoint &at);
    bool isSettled(const QWidget &target, const QPoint &at);
    bool isOvertaken(const QWidget &target, const QPoint &onScreen);
    void rest(const QPoint &onScreen);
    void forgetOld();
    bool onPress(QWidget &target, const QMouseEvent &event);
    bool onRelease(QWidget &target, const QMouseEvent &event);

    QWidget &m_window;
    const core::Clock &m_clock;
    std::deque<Move> m_moves; ///< of the last while, the oldest first
    // What a button was pressed on, until it is let go.
    QPointer<QWidget> m_target;
    QPoint m_at;
    bool m_isRefused = false; ///< the press, or all that follows it
    // Where the last click was, and what was there after it.
    std::optional<QPoint> m_clickedAt = {};
    QPointer<QWidget> m_restsOn;
};

} // namespace widgets
