#include "app/desktop/archive.h"

#include <QFileInfo>
#include <QSaveFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace app {

namespace {

core::Error failed(const QString &path, const QString &why)
{
    return {.kind = core::ErrorKind::Io, .text = u"%1: it cannot be written: %2"_s.arg(path, why)};
}

la_ssize_t writeTo(archive *, void *device, const void *bytes, size_t size)
{
    return static_cast<QIODevice *>(device)->write(static_cast<const char *>(bytes), qint64(size));
}

bool append(archive *zip, const ArchivedFile &file, const QDateTime &when)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(),
                                                                          &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), file.name.toUtf8().constData());
    archive_entry_set_size(entry.get(), file.content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_mtime(entry.get(), when.toSecsSinceEpoch(), 0);
    const auto size = size_t(file.content.size());
    return archive_write_header(zip, entry.get()) == ARCHIVE_OK &&
           archive_write_data(zip, file.content.constData(), size) == la_ssize_t(size);
}

} // namespace

core::Result<core::Done> writeArchive(const QString &path, const QList<ArchivedFile> &files,
                                      const QDateTime &when)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return failed(path, target.errorString());
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const std::unique_ptr<archive, int (*)(archive *)> zip(archive_write_new(), &archive_write_free);
    const auto trouble = [&] {
        return failed(path, target.error() == QFileDevice::NoError
                                ? QString::fromUtf8(archive_error_string(zip.get()))
                                : target.errorString());
    };
    archive_write_set_format_zip(zip.get());
    if (archive_write_open(zip.get(), &target, nullptr, &writeTo, nullptr) != ARCHIVE_OK)
        return trouble();
    for (const ArchivedFile &file : files) {
        if (!append(zip.get(), file, when))
            return trouble();
    }
    if (archive_write_close(zip.get()) != ARCHIVE_OK || !target.flush() || !target.commit())
        return trouble();
    return core::Done{};
}

} // namespace app
