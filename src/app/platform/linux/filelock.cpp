#include "core/filelock.h"

#include <cerrno>
#include <sys/file.h>

namespace core {

LockOutcome tryLock(int file)
{
    int outcome = 0;
    do
        outcome = flock(file, LOCK_EX | LOCK_NB);
    while (outcome != 0 && errno == EINTR);
    if (outcome == 0)
        return LockOutcome::Taken;
    return errno == EWOULDBLOCK ? LockOutcome::TakenByAnother : LockOutcome::Failed;
}

} // namespace core
