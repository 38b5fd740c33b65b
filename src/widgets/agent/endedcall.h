#pragma once

#include "widgets/agent/slidingcard.h"

namespace widgets {

/// Keeps the place of a call that has ended, without its light, as long as what is below may not move.
class EndedCall : public SlidingCard
{
    Q_OBJECT

public:
    /// As high as what it stands for.
    explicit EndedCall(int height, QWidget *parent = nullptr);
};

} // namespace widgets
