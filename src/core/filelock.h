#pragma once

namespace core {

enum class LockOutcome { Taken, TakenByAnother, Failed };

/// Locks the open file (its descriptor) against every other process, and never waits. The system takes the
/// lock back when the file is closed or the process ends, however it ends. Qt opens files so that programs
/// started from here do not inherit them.
LockOutcome tryLock(int file);

} // namespace core
