#include "app/desktop/desktop.h"
#include "model/settings/policy.h"

int main(int argc, char *argv[])
{
    return app::runDesktop(argc, argv, model::Policy::systemPath());
}
