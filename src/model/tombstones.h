#pragma once

#include "core/clock.h"
#include "model/call.h"

#include <QHash>

namespace model {

/// The calls that have ended: for a minute, what is still said of them (duplicates, what was on its way)
/// brings none of them back.
class Tombstones
{
public:
    static constexpr core::Duration Lifetime = std::chrono::seconds(60);

    explicit Tombstones(const core::Clock &clock)
        : m_clock(clock)
    {
    }

    /// `sequence` is the number of the event that ended the call, 0 when the server did not number it.
    void bury(CallId id, Epoch epoch, qint64 sequence);
    void remove(CallId id) { m_graves.remove(id); }
    bool covers(CallId id) const;
    /// Covered still, for something that could begin the call anew: unless its number, or its epoch, shows
    /// that it was said after the end.
    bool coversNewStart(CallId id, Epoch epoch, qint64 sequence) const;

private:
    struct Grave
    {
        core::Instant dug = {};
        Epoch epoch = Epoch::None;
        qint64 sequence = 0;
    };
    bool isOld(const Grave &grave) const { return m_clock.now() - grave.dug >= Lifetime; }

    const core::Clock &m_clock;
    QHash<CallId, Grave> m_graves;
};

} // namespace model
