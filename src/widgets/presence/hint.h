#pragma once

#include "core/clock.h"

#include <QLabel>

#include <memory>

namespace widgets {

/// Where something of this size stands beside a window, within the screen's room: below it, above it or at
/// its sides, where none of `taken` is covered, as lights may burn there; else at the window's own end.
QRect hintPlace(const QSize &size, const QRect &beside, const QRect &room, const QList<QRect> &taken);

/// A sentence that answers a key, shown beside a window for a while. It takes no focus and no click, covers
/// no other window of the program, and is heard.
class Hint : public QLabel
{
    Q_OBJECT

public:
    static constexpr core::Duration Lasts = std::chrono::seconds(6);

    explicit Hint(core::Clock &clock);

    /// Beside this window, which must be visible.
    void tell(const QString &sentence, const QWidget &beside);

private:
    std::unique_ptr<core::Alarm> m_end;
};

} // namespace widgets
