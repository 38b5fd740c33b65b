#include "backends/logreplay/replaylogfile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace logreplay {

namespace {

constexpr qsizetype LookedAt = 64 * 1024; ///< bytes that are searched for NUL before anything is believed

core::Error invalid(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

} // namespace

core::Result<std::shared_ptr<QFile>> openLog(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"There is no file %1."_s.arg(name)};
    if (info.isDir())
        return invalid(u"%1 is a directory; name the log file in it."_s.arg(name));
    if (!info.isFile()) // to open a pipe would wait for its other end
        return invalid(u"%1 is no regular file; copy the log into one."_s.arg(name));
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1 cannot be read: %2."_s.arg(name, file->errorString())};
    }
    QByteArray beginning(LookedAt, Qt::Uninitialized);
    const qint64 size = file->read(beginning.data(), beginning.size());
    if (size < 0 || !file->seek(0)) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1 cannot be read: %2."_s.arg(name, file->errorString())};
    }
    if (size == 0)
        return invalid(u"%1 is empty."_s.arg(name));
    if (QByteArrayView(beginning.constData(), size).contains('\0'))
        return invalid(
            u"%1 is not the text of a T-Server log: it is a binary file or in UTF-16."_s.arg(name));
    return file;
}

core::Error holdsNoEvent(const QString &path)
{
    return invalid(
        u"%1 is not the text of a T-Server log: no line in it is like \"message EventRinging\"."_s.arg(
            QDir::toNativeSeparators(path)));
}

} // namespace logreplay
