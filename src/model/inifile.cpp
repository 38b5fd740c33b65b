#include "model/inifile.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr qint64 MaximumSize = 1'048'576;

core::Error damaged(const QString &path, const QString &why)
{
    return {.kind = core::ErrorKind::Malformed, .text = u"%1 is damaged: %2"_s.arg(path, why)};
}

/// What QSettings does not notice: a block that a crash left empty, or a file of another kind.
core::Result<core::Done> check(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"%1 is not there"_s.arg(path)};
    if (!info.isFile())
        return core::Error{.kind = core::ErrorKind::Io, .text = u"%1 is not a file"_s.arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1 cannot be read: %2"_s.arg(path, file.errorString())};
    if (file.size() > MaximumSize)
        return damaged(path, u"it has more than a megabyte"_s);
    const QByteArray content = file.readAll();
    if (content.contains('\0'))
        return damaged(path, u"it contains zero bytes"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(content); // only now it knows
    if (decoder.hasError())
        return damaged(path, u"it is not text in UTF-8"_s);
    return core::Done{};
}

} // namespace

core::Result<IniValues> readIniFile(const QString &path)
{
    if (const auto checked = check(path); !checked)
        return checked.error();
    const QSettings settings(path, QSettings::IniFormat);
    IniValues values;
    const QStringList keys = settings.allKeys(); // sections are parsed here, so the status comes after it
    for (const QString &key : keys)
        values.insert(key, settings.value(key));
    if (settings.status() == QSettings::FormatError)
        return damaged(path, u"a line is neither [section] nor name=value"_s);
    if (settings.status() != QSettings::NoError)
        return core::Error{.kind = core::ErrorKind::Io, .text = u"%1 cannot be read"_s.arg(path)};
    return values;
}

} // namespace model
