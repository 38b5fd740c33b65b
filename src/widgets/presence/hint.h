#pragma once

#include "core/clock.h"

#include <QLabel>

#include <memory>

namespace widgets {

/// A sentence that answers a key, shown below or above what it concerns for a while. It takes no focus,
/// covers nothing that is clicked, and is heard.
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
