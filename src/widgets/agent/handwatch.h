#pragma once

#include "core/clock.h"

#include <QObject>

#include <memory>
#include <optional>

class QWidget;

namespace widgets {

/// Whether a hand is about to click in an area: the pointer is over it, or a button is pressed that was
/// pressed there. A change of layout that would move something waits until it is not, but not for ever: a
/// hand that lies still for Still is not aiming, and after Longest the layout follows all the same; what
/// moved is guarded by ClickGuard then.
class HandWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Duration Still = std::chrono::seconds(2);
    static constexpr core::Duration Longest = std::chrono::seconds(10);

    HandWatch(QWidget &area, core::Clock &clock);

    /// Something that would move has to wait: free() says when it need no longer. False: it need not.
    bool mustWait();
    /// Nothing waits any more.
    void waitsNoMore();

Q_SIGNALS:
    void free();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isAiming() const;
    void stir(const QPoint &globalPosition);
    void follow();

    QWidget &m_area;
    core::Clock &m_clock;
    std::unique_ptr<core::Alarm> m_alarm;
    bool m_isOver = false;
    bool m_isPressed = false;
    core::Instant m_stirred = {};              ///< when the hand moved last
    std::optional<core::Instant> m_since = {}; ///< when the wait began
};

} // namespace widgets
