// Preloaded into a program, this makes the disk stand: as long as the file that TALLYLIGHT_STANDING_DISK
// names is there, fsync and fdatasync take as many milliseconds as it says, as on a file server that is out
// of breath.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>

namespace {

long delay()
{
    const char *path = std::getenv("TALLYLIGHT_STANDING_DISK");
    std::FILE *file = path ? std::fopen(path, "re") : nullptr;
    if (!file)
        return 0;
    long milliseconds = 0;
    if (std::fscanf(file, "%ld", &milliseconds) != 1)
        milliseconds = 0;
    std::fclose(file);
    return milliseconds;
}

int afterAWhile(const char *name, int descriptor)
{
    const long milliseconds = delay();
    const timespec time{milliseconds / 1000, milliseconds % 1000 * 1'000'000};
    nanosleep(&time, nullptr);
    using Sync = int (*)(int);
    return reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name))(descriptor);
}

} // namespace

#define EXPORT extern "C" __attribute__((visibility("default")))

EXPORT int fsync(int descriptor)
{
    return afterAWhile("fsync", descriptor);
}

EXPORT int fdatasync(int descriptor)
{
    return afterAWhile("fdatasync", descriptor);
}
