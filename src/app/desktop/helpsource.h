#pragma once

#include "widgets/help/helpfacts.h"

namespace model {
class Profile;
}

namespace app {

class GlobalHotkeys;
struct Startup;

/// What the help tells of this process; it is asked while all of these live.
struct HelpOrigins
{
    const Startup &startup;
    const model::Profile &profile;
    const GlobalHotkeys &hotkeys;
    QString journalPath = {};
};
widgets::HelpSource helpSource(const HelpOrigins &origins);

/// What is inside this program and loaded by it, with the versions of what runs.
QList<widgets::ProgramPart> programParts();

} // namespace app
