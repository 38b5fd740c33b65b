#pragma once

/// What some of the preferences are chosen from.
namespace model {

enum class Role { Agent, Supervisor };

enum class ThemeChoice { System, Light, Dark };

/// What the site does with the recording of an agent who hands the call on (preference recording/atTransfer).
enum class AtTransfer { Ends, Continues };

} // namespace model
