#pragma once

#include "model/calls/call.h"

#include <QList>

#include <functional>

namespace model {

class CallList;
class DnRegistry;

/// Where this desktop stands towards a call: what decides on its actions beside the call itself.
struct Standpoint
{
    bool certain = false;        ///< the link is up and this call's values carry the current epoch
    const Leg *ownLeg = nullptr; ///< the own DN's part in the call (ownLegOf); none: only others take part
    bool hasOwnDn = true;        ///< there is one, in this call or not
};

/// Who has moved a recording. Nothing tells the recorder, or the server, from a client that is not named.
enum class Changer { NotKnown, ThisDesktop, PauseGuard, SomebodyElse };

/// The leg that acts: of the DNs that `isOwn` names, the one that rings, else talks, else any. It wins over
/// every other leg, so that a supervisor who takes part in an agent's call holds and releases his own part.
/// A leg that has left says so (Released).
const Leg *ownLegOf(const Call &call, const std::function<bool(const Dn &)> &isOwn);

/// Whose call it is, and as whom it is told of and acted on: an own DN that takes part in the call; for the
/// recording of a call among others, this desktop's own DN, which need not be a party. Never the DN of the
/// agent whose call it is.
class CallViews
{
public:
    CallViews(const CallList &calls, const DnRegistry &registry);

    /// The part of an own DN in the call, nullptr when only others take part. Valid until the call changes.
    const Leg *ownLeg(const Call &call) const;
    /// Whether an own DN takes part, so that the call itself can be moved from here.
    bool isOwn(const Call &call) const { return ownLeg(call) != nullptr; }
    /// On whose behalf an action on this call is asked for; empty: there is nobody.
    Dn actingDn(const Call &call) const;
    /// Valid until the call changes.
    Standpoint standpoint(const Call &call) const;
    /// The call as it is to be told of, everywhere: as the own DN sees it that takes part, else as the
    /// watched one does whose leg says most.
    CallView view(const Call &call) const;
    /// Who has moved the recording into its present state.
    Changer changerOf(const Recording &recording) const;
    /// The call on the other side of a consultation, as long as it is here; else nullptr.
    const Call *partnerOf(const Call &call) const;
    /// The own call that this one can be alternated with: where this one is on hold the call that talks at
    /// the same own DN; where it talks its consultation, or the first call of it, if that is on hold, else
    /// the only call that is. nullptr: there is none, or one of several would have to be guessed.
    const Call *alternateOf(const Call &call) const;
    /// The own calls that may be recorded now, certain or not: On, Paused, or a start is under way. Others'
    /// are not this desktop's to ask about before it goes: their light burns on their own desks.
    QList<CallId> openRecordings() const;

private:
    const CallList &m_calls;
    const DnRegistry &m_registry;
};

} // namespace model
