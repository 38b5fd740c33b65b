#include "model/dns/dnlist.h"

#include "model/settings/dnrange.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace model {

namespace {

core::Error wrongLine(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

core::Error unreadableDnFile(const QString &path, const QString &why)
{
    return {.kind = core::ErrorKind::Io, .text = u"%1 %2"_s.arg(path, why)};
}

core::Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 MostBytes = 16 * 1024 * 1024;
    if (!QFileInfo::exists(path))
        return unreadableDnFile(path, u"is not there"_s);
    if (!QFileInfo(path).isFile())
        return unreadableDnFile(path, u"is not a file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableDnFile(path, u"cannot be read: "_s + file.errorString());
    if (file.size() > MostBytes)
        return unreadableDnFile(path, u"has more than 16 megabytes: it is no list of DNs"_s);
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unreadableDnFile(path, u"cannot be read: "_s + file.errorString());
    if (content.contains('\0'))
        return unreadableDnFile(path, u"is no text in UTF-8"_s);
    if (content.startsWith("\xef\xbb\xbf"))
        content.remove(0, 3);
    return content;
}

/// `#` within a word is part of it: some switches have DNs such as *72#.
QString withoutComment(const QString &line)
{
    static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
    return QString(line).remove(comment).trimmed();
}

/// Nothing for a line without a DN.
core::Result<QList<NamedDn>> entriesIn(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString line = decoder(bytes);
    if (decoder.hasError())
        return wrongLine(u"it is no text in UTF-8"_s);
    static const QRegularExpression separator(u"[,\\t]"_s);
    const QString text = withoutComment(line);
    const auto split = text.indexOf(separator);
    const QString dn = text.left(split).trimmed();
    const QString name = split < 0 ? QString() : text.mid(split + 1).simplified();
    if (text.isEmpty())
        return QList<NamedDn>();
    if (!name.isEmpty() && isDnRange(dn))
        return wrongLine(u"\"%1\" is a range, and a name belongs to a single DN"_s.arg(dn));
    const auto dns = dnsFrom(dn);
    if (!dns)
        return dns.error();
    QList<NamedDn> entries;
    for (const tlib::Dn &each : *dns)
        entries.append({.dn = each, .name = name});
    return entries;
}

} // namespace

core::Result<QList<NamedDn>> readDnFile(const QString &path)
{
    const auto content = contentOf(path);
    if (!content)
        return content.error();
    QList<NamedDn> all;
    const QList<QByteArray> lines = content->split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto entries = entriesIn(lines[i]);
        if (entries && all.size() + entries->size() > MostDns)
            entries = tooManyDns();
        if (!entries)
            return core::Error{.kind = core::ErrorKind::Malformed,
                               .text = u"%1, line %2: %3"_s.arg(path).arg(i + 1).arg(entries.error().text)};
        all += *entries;
    }
    return all;
}

} // namespace model
