#pragma once

/// What some of the preferences are chosen from.
namespace model {

enum class Role { Agent, Supervisor };

enum class ThemeChoice { System, Light, Dark };

/// What the site does with the recording of an agent who hands the call on (preference recording/atTransfer).
enum class AtTransfer { Ends, Continues };

/// What the program shows of itself when it starts.
enum class OpensAs { Window, Bar, Tray };

/// What the button does that closes the window.
enum class ClosingMeans { Quit, Tray };

/// What is told by the system's notifications while the window is not in front.
struct TellingChoice
{
    bool ringing = true;
    bool refusals = true;
    bool doubt = true;
    bool pauseGuard = true;
    bool parties = true; ///< with the other party's number, which others may read on the screen

    bool operator==(const TellingChoice &) const = default;
};

} // namespace model
