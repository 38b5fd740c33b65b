#pragma once

#include "core/result.h"

namespace automation {

/// What an instance may be called: it becomes part of file names.
core::Result<core::Done> checkInstanceName(const QString &instance);

/// Where the instance's local socket is: a file in the user's own runtime folder, on Windows a pipe's name.
QString socketPath(const QString &instance);
/// The file whose lock says that the instance runs; beside the socket.
QString lockPath(const QString &instance);
/// Makes the folder of both, for this user only. Io with one sentence.
core::Result<core::Done> prepareFolder();

} // namespace automation
