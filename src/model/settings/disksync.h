#pragma once

#include <QString>

namespace model {

/// Whether what was written to this open file (its descriptor) is on the disk; errno says why it is not.
/// QFile would not say that the disk is full.
bool isOnDisk(int file);

/// The names in this folder, too: a crash must not bring a file back that was replaced.
void syncFolder(const QString &folder);

} // namespace model
