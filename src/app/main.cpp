#include "app/desktop.h"
#include "model/policy.h"

int main(int argc, char *argv[])
{
    return app::runDesktop(argc, argv, model::Policy::systemPath());
}
