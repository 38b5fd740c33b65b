#include "app/desktop/desktop.h"
#include "model/settings/policypath.h"

int main(int argc, char *argv[])
{
    return app::runDesktop(argc, argv, model::systemPolicyPath());
}
