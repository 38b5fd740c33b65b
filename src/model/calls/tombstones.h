#pragma once

#include "core/clock.h"
#include "model/calls/call.h"

#include <QHash>

namespace model {

/// The legs that have ended: for a minute, what is still said of them (duplicates, what was on its way)
/// brings none of them back. A grave is one DN's in one call, so that a call which ends at one DN may begin
/// at another, whichever of the two is heard of first.
class Tombstones
{
public:
    static constexpr core::Duration Lifetime = std::chrono::seconds(60);

    explicit Tombstones(const core::Clock &clock)
        : m_clock(clock)
    {
    }

    /// `sequence` is the number of the event that ended the leg, 0 when the server did not number it.
    void bury(CallId id, const Dn &dn, Epoch epoch, qint64 sequence);
    /// The call is gone with its last leg. `silentSince` is the epoch from whose start on nothing was said of
    /// its recording, None when something was, or may have been.
    void close(CallId id, Epoch silentSince);
    /// Something was said of its recording after its end.
    void breakSilence(CallId id);
    Epoch silentSince(CallId id) const;
    void remove(CallId id, const Dn &dn); ///< this leg has begun anew

    qsizetype size() const { return m_plots.size(); } ///< calls, those whose graves are old included
    bool covers(CallId id) const;                     ///< some leg of it has ended
    bool covers(CallId id, const Dn &dn) const;
    /// Covered still, for something that could begin the leg anew: unless its number, or its epoch, shows
    /// that it was said after the end.
    bool coversNewStart(CallId id, const Dn &dn, Epoch epoch, qint64 sequence) const;

private:
    struct Grave
    {
        Dn dn = {};
        core::Instant dug = {};
        Epoch epoch = Epoch::None;
        qint64 sequence = 0;
    };
    struct Plot ///< of one call
    {
        QVarLengthArray<Grave, 1> graves = {};
        Epoch silentSince = Epoch::None;
    };
    bool isOld(const Grave &grave) const { return m_clock.now() - grave.dug >= Lifetime; }
    const Grave *find(CallId id, const Dn &dn) const; ///< nullptr when it is old
    void clear();

    const core::Clock &m_clock;
    QHash<CallId, Plot> m_plots;
    qsizetype m_clearAt = 64; ///< at this size the old ones go; it grows with what stays
};

} // namespace model
