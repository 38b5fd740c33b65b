#include "fault/world/display.h"

#include "presentation/look/recordinglook.h"

namespace world {

namespace {

/// What somebody who looks at the badge takes for certain. Shape, tone and outline have to say the same.
Claim claimIn(const presentation::RecordingLook &look)
{
    using presentation::Shape;
    using presentation::ToneRole;
    if (look.tone == ToneRole::Uncertain || look.dashed)
        return Claim::None;
    if (look.tone == ToneRole::On && look.shape == Shape::Dot)
        return Claim::On;
    if (look.tone == ToneRole::Paused && look.shape == Shape::Bars)
        return Claim::Paused;
    if (look.tone == ToneRole::Off && look.shape == Shape::Ring)
        return Claim::Off;
    if (look.tone == ToneRole::Off && look.shape == Shape::Tick)
        return Claim::Recorded;
    qFatal("a badge contradicts itself: tone %d, shape %d", int(look.tone), int(look.shape));
}

} // namespace

std::vector<Badge> Display::badges()
{
    std::vector<Badge> shown;
    for (const model::CallId id : m_desk.calls.ids()) {
        const model::Call &call = *m_desk.calls.find(id);
        shown.push_back({.call = id,
                         .claim = claimOf(call, m_desk.calls.isCertain(call)),
                         .heardAt = m_desk.timeline.lastKnown(id)});
    }
    return shown;
}

Claim Display::claimOf(const model::Call &call, bool isCertain)
{
    const auto key = std::make_tuple(call.recording.state, call.recording.isLegacy(), isCertain);
    const auto known = m_claims.find(key);
    if (known != m_claims.end())
        return known->second;
    const presentation::LookTime time{.now = m_desk.clock.now()};
    const Claim claim = claimIn(presentation::recordingLook(call, isCertain, time));
    m_claims.emplace(key, claim);
    return claim;
}

} // namespace world
