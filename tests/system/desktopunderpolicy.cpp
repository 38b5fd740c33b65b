#include "app/desktop/desktop.h"

#include <QString>

/// The desktop with a policy file of the test's, in place of the machine's that a test cannot write.
int main(int argc, char *argv[])
{
    return app::runDesktop(argc, argv, qEnvironmentVariable("TALLYLIGHT_POLICY"));
}
