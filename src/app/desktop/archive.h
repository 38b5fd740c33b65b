#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

struct ArchivedFile
{
    QString name = {}; ///< with / between folders
    QByteArray content = {};
};

/// Writes a ZIP archive with these files, which only its owner may read: all of it, or nothing. Io with one
/// sentence.
core::Result<core::Done> writeArchive(const QString &path, const QList<ArchivedFile> &files,
                                      const QDateTime &when);

} // namespace app
