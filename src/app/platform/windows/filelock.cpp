#include "core/filelock.h"

#include <io.h>
#include <windows.h>

namespace core {

LockOutcome tryLock(int file)
{
    OVERLAPPED whole{};
    if (LockFileEx(HANDLE(_get_osfhandle(file)), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
                   &whole))
        return LockOutcome::Taken;
    return GetLastError() == ERROR_LOCK_VIOLATION ? LockOutcome::TakenByAnother : LockOutcome::Failed;
}

} // namespace core
