#pragma once

#include "core/clock.h"

#include <QLabel>

#include <QPointer>

#include <memory>

namespace widgets {

/// Where something of this size stands beside a window, within the screen's room: below it, above it or at
/// its sides, where none of `taken` is covered, as lights may burn there; else in the window, as low as none
/// of its `controls` is covered.
QRect hintPlace(const QSize &size, const QRect &beside, const QRect &room, const QList<QRect> &taken,
                const QList<QRect> &controls = {});

/// A sentence that answers a key, shown beside a window for a while. It takes no focus and no click, covers
/// no other window of the program, also when one comes, moves or grows meanwhile, and is heard.
class Hint : public QLabel
{
    Q_OBJECT

public:
    static constexpr core::Duration Lasts = std::chrono::seconds(6);

    explicit Hint(core::Clock &clock);

    /// Beside this window, which must be visible.
    void tell(const QString &sentence, const QWidget &beside);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void place();

    std::unique_ptr<core::Alarm> m_end;
    QPointer<const QWidget> m_beside;
};

} // namespace widgets
