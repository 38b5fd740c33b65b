#pragma once

#include "core/frame.h"

#include <QObject>

namespace model {
class Desk;
}

namespace automation {

/// Says that the desk has changed, never from inside a change: at once where it was quiet, else once a frame,
/// however much happens.
class StateFeed : public QObject
{
    Q_OBJECT

public:
    /// A program that watches is in no more of a hurry, and the report of a floor is long.
    static constexpr core::Duration FrameLength = std::chrono::milliseconds(100);

    explicit StateFeed(model::Desk &desk, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void note();

    bool m_isNoted = false;
    core::Frame m_frame;
};

} // namespace automation
