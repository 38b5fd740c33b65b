#include "model/settings/inireader.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <filesystem>

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

/// Not being there is the same as saying nothing; so a folder that nobody may look into, or a link that leads
/// nowhere, must not look like it.
core::Result<bool> isThere(const QString &path)
{
    std::error_code why;
    const auto entry = std::filesystem::symlink_status(path.toStdString(), why);
    if (entry.type() == std::filesystem::file_type::not_found)
        return false;
    if (entry.type() == std::filesystem::file_type::symlink) {
        if (std::filesystem::status(path.toStdString(), why).type() == std::filesystem::file_type::not_found)
            return unreadableIniFile(path, u"it is a link that leads nowhere"_s);
    }
    if (why)
        return unreadableIniFile(path, QString::fromLocal8Bit(why.message().c_str()));
    return true;
}

} // namespace

core::Result<IniText> readIniFile(const QString &path)
{
    if (const auto there = isThere(path); !there)
        return there.error();
    else if (!*there)
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"%1 is not there"_s.arg(path)};
    if (!QFileInfo(path).isFile())
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
