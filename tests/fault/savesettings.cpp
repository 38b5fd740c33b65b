// What a desktop does with its settings from its start to "Apply", without its windows, so that calls to the
// system can be made to fail under it: savesettings FILE reads the file, prints the agent's ID that stands
// there, changes the theme and saves it.
//
// Ends with 0 when it is saved, with 1 and a sentence when it is not, and with 3 and a sentence when it could
// not be read.

#include "model/settings/settingsfile.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const core::SystemClock clock;
    const model::SettingsFile settings(application.arguments().value(1), clock);
    const auto stored = settings.readStrictly();
    if (!stored) {
        std::fprintf(stderr, "%s\n", qPrintable(stored.error().text));
        return 3;
    }
    std::printf("%s\n", qPrintable(stored->agentId));
    model::Preferences wanted = *stored;
    wanted.theme = model::ThemeChoice::Dark;
    const auto saved = settings.write(wanted, *stored);
    if (!saved)
        std::fprintf(stderr, "%s\n", qPrintable(saved.error().text));
    return saved ? 0 : 1;
}
