#pragma once

#include "model/calls/calllist.h"

namespace model {

/// Which call is a consultation about which: Call::consultation and Call::consultationOf, kept true on both
/// sides. A link holds while one watched DN has a leg in both calls, as whoever consults has.
class Consultations
{
public:
    explicit Consultations(CallList &calls)
        : m_calls(calls)
    {
    }

    /// Before anything is known of the consultation but its leg: null when this DN has no part in `first`.
    CallId firstOf(CallId first, const Dn &dn) const;
    /// The server says that `consultation` is one about `first`. Ignored while no watched DN is in both.
    void link(CallId first, CallId consultation);
    /// Legs have come or gone: drops the link if it does not hold any more.
    void settle(CallId first, CallId consultation);

private:
    bool shareALeg(CallId first, CallId second) const;
    CallId latestAbout(CallId first) const;

    CallList &m_calls;
};

} // namespace model
