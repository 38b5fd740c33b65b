#pragma once

#include "fault/world/truth.h"
#include "model/desk.h"

#include <map>
#include <vector>

namespace world {

/// A light as it is seen.
struct Badge
{
    tlib::ConnId call = {};
    Claim claim = Claim::None;                 ///< None: it says that nothing is certain, or not known
    std::optional<core::Instant> heardAt = {}; ///< of one in doubt: since when it says so
};

/// What the person at the desktop sees: a card for each call, with the look that presentation gives it. Tests
/// derive displays that lie.
class Display
{
public:
    explicit Display(const model::Desk &desk)
        : m_desk(desk)
    {
    }
    virtual ~Display() = default;
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;

    virtual std::vector<Badge> badges();

protected:
    Claim claimOf(const model::Call &call, bool isCertain);

    const model::Desk &m_desk;

private:
    /// Claims by all that a look depends on: it is taken anew only when one of these has not been met yet.
    std::map<std::tuple<model::RecordingState, bool, bool>, Claim> m_claims;
};

} // namespace world
