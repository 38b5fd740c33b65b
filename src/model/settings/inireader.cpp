#include "model/settings/inireader.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr qint64 MaximumSize = 1'048'576;

core::Error damaged(const QString &path, const QString &why)
{
    return {.kind = core::ErrorKind::Malformed, .text = u"%1 is damaged: %2"_s.arg(path, why)};
}

core::Error unreadableIniFile(const QString &path, const QString &why)
{
    return {.kind = core::ErrorKind::Io, .text = u"%1 cannot be read: %2"_s.arg(path, why)};
}

} // namespace

core::Result<IniText> readIniFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"%1 is not there"_s.arg(path)};
    if (!info.isFile())
        return core::Error{.kind = core::ErrorKind::Io, .text = u"%1 is not a file"_s.arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableIniFile(path, file.errorString());
    if (file.size() > MaximumSize)
        return damaged(path, u"it has more than a megabyte"_s);
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unreadableIniFile(path, file.errorString());
    if (content.contains('\0')) // a block that a crash left empty
        return damaged(path, u"it contains zero bytes"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(content); // only now it knows
    if (decoder.hasError())
        return damaged(path, u"it is not text in UTF-8"_s);
    IniText ini(content);
    if (const auto flaw = ini.flaw())
        return damaged(path, *flaw);
    return ini;
}

} // namespace model
