#include "model/settings/inireader.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStringDecoder>

#include <algorithm>

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

/// The content, when nothing is wrong with it that QSettings does not notice: a disk that cannot be read, a
/// block that a crash left empty, a file of another kind.
core::Result<QByteArray> checkedContent(const QString &path)
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
    if (content.contains('\0'))
        return damaged(path, u"it contains zero bytes"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(content); // only now it knows
    if (decoder.hasError())
        return damaged(path, u"it is not text in UTF-8"_s);
    return content;
}

bool hasValues(const QByteArray &content)
{
    const QList<QByteArray> lines = content.split('\n');
    return std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        const QByteArray text = line.trimmed();
        return text.indexOf('=') > 0 && !text.startsWith(';') && !text.startsWith('#') &&
               !text.startsWith('[');
    });
}

} // namespace

core::Result<IniValues> readIniFile(const QString &path)
{
    const auto content = checkedContent(path);
    if (!content)
        return content.error();
    const QSettings settings(path, QSettings::IniFormat);
    IniValues values;
    const QStringList keys = settings.allKeys(); // sections are parsed here, so the status comes after it
    for (const QString &key : keys)
        values.insert(key, settings.value(key));
    if (settings.status() == QSettings::FormatError)
        return damaged(path, u"a line is neither [section] nor name=value"_s);
    // It passes over a read that fails.
    if (settings.status() != QSettings::NoError || (values.isEmpty() && hasValues(*content)))
        return core::Error{.kind = core::ErrorKind::Io, .text = u"%1 cannot be read"_s.arg(path)};
    return values;
}

} // namespace model
