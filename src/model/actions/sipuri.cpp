#include "model/actions/sipuri.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace model {

namespace {

const QRegularExpression &form()
{
    // What may stand in a user, a password and a parameter, beside %XX.
    static const QString other = u"[A-Za-z0-9_.!~*'()&=+$,;?/\\-]|%[0-9A-Fa-f]{2}"_s;
    static const QString param = u"[A-Za-z0-9_.!~*'()\\[\\]/:&+$\\-]|%[0-9A-Fa-f]{2}"_s;
    static const QRegularExpression uri(
        u"\\A(?<scheme>sips?):((?<user>(%1)+(:(%1)*)?)@)?(\\[(?<ipv6>[0-9A-Fa-f:.]+)\\]|(?<host>[A-Za-z0-9._-"
        u"]+))"
        "(:(?<port>[0-9]{1,5}))?(?<params>(;(%2)+(=(%2)+)?)*)\\z"_s.arg(other, param),
        QRegularExpression::CaseInsensitiveOption);
    return uri;
}

bool isIpv4(const QStringList &labels)
{
    return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), [](const QString &label) {
               bool isNumber = false;
               return label.size() <= 3 && label.toUInt(&isNumber) <= 255 && isNumber;
           });
}

bool isHost(const QString &host)
{
    constexpr int LongestHost = 255;
    constexpr int LongestLabel = 63;
    QStringList labels = host.split(u'.');
    if (labels.size() > 1 && labels.last().isEmpty())
        labels.removeLast(); // a name from the root may end with a dot
    const bool isNumeric =
        std::all_of(host.begin(), host.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    if (isNumeric)
        return isIpv4(host.split(u'.'));
    return host.size() <= LongestHost && std::all_of(labels.begin(), labels.end(), [](const QString &label) {
               return !label.isEmpty() && label.size() <= LongestLabel && !label.startsWith(u'-') &&
                      !label.endsWith(u'-');
           });
}

/// How many groups of 16 bits stand there; none when one of them is no such group.
std::optional<qsizetype> groupsIn(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QStringList groups = text.split(u':');
    qsizetype count = groups.size();
    for (const QString &group : groups) {
        if (group.contains(u'.') && &group == &groups.last() && isIpv4(group.split(u'.')))
            ++count; // an IPv4 address at the end takes two
        else if (group.isEmpty() || group.size() > 4 || group.contains(u'.'))
            return std::nullopt;
    }
    return count;
}

bool isIpv6(const QString &address)
{
    constexpr qsizetype Groups = 8;
    const qsizetype gap = address.indexOf(u"::");
    if (gap < 0)
        return groupsIn(address) == Groups;
    const auto before = groupsIn(address.first(gap));
    const auto after = groupsIn(address.sliced(gap + 2));
    return before && after && !address.first(gap).contains(u'.') && *before + *after < Groups;
}

QString canonical(QStringView uri)
{
    const QRegularExpressionMatch match = form().match(uri.toString());
    const QString text = uri.toString();
    if (!match.hasMatch())
        return text;
    const qsizetype hostFrom = match.captured(u"user"_s).isNull() ? match.capturedEnd(u"scheme"_s) + 1
                                                                  : match.capturedEnd(u"user"_s);
    const qsizetype hostTo = match.capturedStart(u"params"_s);
    return match.captured(u"scheme"_s).toLower() + u':' + match.captured(u"user"_s) +
           text.sliced(hostFrom, hostTo - hostFrom).toLower() + text.sliced(hostTo);
}

} // namespace

bool isSipUri(QStringView text)
{
    constexpr uint HighestPort = 65535;
    const QRegularExpressionMatch match = form().match(text.toString());
    if (!match.hasMatch())
        return false;
    if (const QString port = match.captured(u"port"_s);
        !port.isNull() && (port.toUInt() == 0 || port.toUInt() > HighestPort))
        return false;
    const QString ipv6 = match.captured(u"ipv6"_s);
    return ipv6.isNull() ? isHost(match.captured(u"host"_s)) : isIpv6(ipv6);
}

bool isSameSipUri(QStringView one, QStringView other)
{
    return canonical(one) == canonical(other);
}

} // namespace model
