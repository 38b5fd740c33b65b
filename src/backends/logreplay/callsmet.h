#pragma once

#include "tlib/event.h"

#include <QSet>

namespace logreplay {

/// Which calls a log has spoken of. Bounded: of very many the ones that were spoken of last are known.
class CallsMet
{
public:
    /// The event that shows a call as it was before the log spoke of it: somebody talked, and what this event
    /// says of it was so; nullopt when the log has told it from its start, or so far.
    std::optional<tlib::Event> before(const tlib::Event &event);

private:
    bool meet(tlib::ConnId call);

    static constexpr int Generation = 32768;

    QSet<tlib::ConnId> m_latest;
    QSet<tlib::ConnId> m_earlier;
};

} // namespace logreplay
