#pragma once

#include <QObject>
#include <QRect>
#include <QString>

#include <optional>

class QWidget;

namespace model {
class Remembered;
}

namespace widgets {

/// Where a frame of this size and place is whole in what screens leave free: in the room that it is in most
/// (the first where it is in none), no larger than that, and moved no further than needed.
QRect placeWithin(const QRect &frame, const QList<QRect> &rooms);

/// Keeps a window's place and size from one start to the next, and its place, to the pixel, while it is
/// hidden: what has been is placed anew by many a window manager. Never beyond what a screen leaves free:
/// also when the screen has gone meanwhile, or goes while the window is shown.
class WindowPlace : public QObject
{
    Q_OBJECT

public:
    /// Before the window is shown for the first time. `key`: what is remembered stands under it.
    WindowPlace(QWidget &window, model::Remembered &remembered, const QString &key);

    /// Wholly into what a screen leaves free, while it is shown.
    void comeBack();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void save();
    void putBack();

    QWidget &m_window;
    model::Remembered &m_remembered;
    const QString m_key;
    std::optional<QPoint> m_hiddenAt; ///< with its frame
};

} // namespace widgets
