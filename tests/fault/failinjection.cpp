// Preloaded into a program (LD_PRELOAD): counts its calls to the system that may fail, and lets one of them
// fail.
//
//   TALLYLIGHT_FAIL_AT     the number of that call, from 1; 0 or nothing: none
//   TALLYLIGHT_FAIL_UNDER  files count that lie in this folder; others (fonts, plug-ins) are the system's
//   TALLYLIGHT_FAIL_NOTE   a file that gets, when the program ends, how many calls there were, and which one
//   failed
//
// Counted are calls on sockets and on those files, and none on standard input, output and error. Pipes and
// events are between threads of one program and do not fail.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<int> calls{0};
std::atomic<const char *> failed{nullptr};

void note();

template <class Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

int failAt()
{
    static const int number = [] {
        const char *text = std::getenv("TALLYLIGHT_FAIL_AT");
        return text ? std::atoi(text) : 0;
    }();
    return number;
}

bool isWatched(const char *path)
{
    static const char *const folder = std::getenv("TALLYLIGHT_FAIL_UNDER");
    return path && folder && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

enum class Kind { Other, Socket, File };

Kind kindOf(int descriptor)
{
    struct stat status
    {
    };
    if (descriptor <= STDERR_FILENO || fstat(descriptor, &status) != 0)
        return Kind::Other;
    if (S_ISSOCK(status.st_mode))
        return Kind::Socket;
    if (!S_ISREG(status.st_mode))
        return Kind::Other;
    char link[32];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    path[size < 0 ? 0 : size] = '\0';
    return isWatched(path) ? Kind::File : Kind::Other;
}

/// Whether this call is the one. Sets errno then.
bool fails(const char *name, int error)
{
    if (++calls != failAt())
        return false;
    failed = name;
    note(); // the program may not live to its end
    errno = error;
    return true;
}

bool failsOn(int descriptor, const char *name, int onSocket, int onFile)
{
    const int before = errno;
    const Kind kind = kindOf(descriptor);
    errno = before;
    return kind != Kind::Other && fails(name, kind == Kind::Socket ? onSocket : onFile);
}

__attribute__((destructor)) void note()
{
    const char *path = std::getenv("TALLYLIGHT_FAIL_NOTE");
    if (!path)
        return;
    const char *which = failed;
    char text[64];
    const int size = std::snprintf(text, sizeof text, "%d %s\n", calls.load(), which ? which : "none");
    // Past the functions below, which count.
    const long file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    if (syscall(SYS_write, file, text, size) != size)
        std::abort();
    syscall(SYS_close, file);
}

mode_t modeIn(int flags, va_list list)
{
    return flags & (O_CREAT | O_TMPFILE) ? mode_t(va_arg(list, int)) : 0;
}

} // namespace

#define EXPORT extern "C" __attribute__((visibility("default")))

EXPORT ssize_t write(int descriptor, const void *bytes, size_t size)
{
    if (failsOn(descriptor, "write", EPIPE, ENOSPC))
        return -1;
    return next<decltype(&write)>("write")(descriptor, bytes, size);
}

EXPORT ssize_t writev(int descriptor, const iovec *parts, int count)
{
    if (failsOn(descriptor, "writev", ECONNRESET, ENOSPC))
        return -1;
    return next<decltype(&writev)>("writev")(descriptor, parts, count);
}

EXPORT ssize_t read(int descriptor, void *bytes, size_t size)
{
    if (failsOn(descriptor, "read", ECONNRESET, EIO))
        return -1;
    return next<decltype(&read)>("read")(descriptor, bytes, size);
}

EXPORT ssize_t send(int descriptor, const void *bytes, size_t size, int flags)
{
    if (failsOn(descriptor, "send", EPIPE, EIO))
        return -1;
    return next<decltype(&send)>("send")(descriptor, bytes, size, flags);
}

EXPORT ssize_t sendmsg(int descriptor, const msghdr *message, int flags)
{
    if (failsOn(descriptor, "sendmsg", ECONNRESET, EIO))
        return -1;
    return next<decltype(&sendmsg)>("sendmsg")(descriptor, message, flags);
}

EXPORT ssize_t recv(int descriptor, void *bytes, size_t size, int flags)
{
    if (failsOn(descriptor, "recv", ECONNRESET, EIO))
        return -1;
    return next<decltype(&recv)>("recv")(descriptor, bytes, size, flags);
}

EXPORT ssize_t recvmsg(int descriptor, msghdr *message, int flags)
{
    if (failsOn(descriptor, "recvmsg", ECONNRESET, EIO))
        return -1;
    return next<decltype(&recvmsg)>("recvmsg")(descriptor, message, flags);
}

EXPORT int connect(int descriptor, const sockaddr *address, socklen_t size)
{
    if (failsOn(descriptor, "connect", ENETUNREACH, EIO))
        return -1;
    return next<decltype(&connect)>("connect")(descriptor, address, size);
}

EXPORT int socket(int domain, int type, int protocol) noexcept
{
    if (fails("socket", EMFILE))
        return -1;
    return next<decltype(&socket)>("socket")(domain, type, protocol);
}

EXPORT int accept4(int descriptor, sockaddr *address, socklen_t *size, int flags)
{
    if (failsOn(descriptor, "accept4", EMFILE, EIO))
        return -1;
    return next<decltype(&accept4)>("accept4")(descriptor, address, size, flags);
}

EXPORT int fsync(int descriptor)
{
    if (failsOn(descriptor, "fsync", EIO, EIO))
        return -1;
    return next<decltype(&fsync)>("fsync")(descriptor);
}

EXPORT int fdatasync(int descriptor)
{
    if (failsOn(descriptor, "fdatasync", EIO, EIO))
        return -1;
    return next<decltype(&fdatasync)>("fdatasync")(descriptor);
}

/// The descriptor is gone all the same, as on Linux.
EXPORT int close(int descriptor)
{
    const bool isBad = failsOn(descriptor, "close", EIO, EIO);
    const int outcome = next<decltype(&close)>("close")(descriptor);
    if (!isBad)
        return outcome;
    errno = EIO;
    return -1;
}

EXPORT int rename(const char *from, const char *to) noexcept
{
    if (isWatched(to) && fails("rename", EIO))
        return -1;
    return next<decltype(&rename)>("rename")(from, to);
}

EXPORT int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    if (isWatched(to) && fails("renameat2", EIO))
        return -1;
    return next<decltype(&renameat2)>("renameat2")(fromFolder, from, toFolder, to, flags);
}

#define OPEN(name)                                                                                           \
    EXPORT int name(const char *path, int flags, ...)                                                        \
    {                                                                                                        \
        va_list list;                                                                                        \
        va_start(list, flags);                                                                               \
        const mode_t mode = modeIn(flags, list);                                                             \
        va_end(list);                                                                                        \
        if (isWatched(path) && fails(#name, EMFILE))                                                         \
            return -1;                                                                                       \
        return next<int (*)(const char *, int, ...)>(#name)(path, flags, mode);                              \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                         \
    EXPORT int name(int folder, const char *path, int flags, ...)                                            \
    {                                                                                                        \
        va_list list;                                                                                        \
        va_start(list, flags);                                                                               \
        const mode_t mode = modeIn(flags, list);                                                             \
        va_end(list);                                                                                        \
        if (isWatched(path) && fails(#name, EMFILE))                                                         \
            return -1;                                                                                       \
        return next<int (*)(int, const char *, int, ...)>(#name)(folder, path, flags, mode);                 \
    }
OPENAT(openat)
OPENAT(openat64)
