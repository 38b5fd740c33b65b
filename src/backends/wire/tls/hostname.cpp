#include "backends/wire/tls/hostname.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

QString withoutTrailingDot(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

HostName::HostName(const QString &host)
    : m_address(host.section(u'%', 0, 0))
{
    m_text = isAddress() ? m_address.toString()
                         : withoutTrailingDot(QString::fromLatin1(QUrl::toAce(host))).toLower();
}

bool HostName::isNamedBy(const QSslCertificate &certificate) const
{
    const auto names = certificate.subjectAlternativeNames();
    const auto type = isAddress() ? QSsl::IpAddressEntry : QSsl::DnsEntry;
    const auto [begin, end] = names.equal_range(type);
    return std::any_of(begin, end, [this](const QString &name) {
        return isAddress() ? QHostAddress(name) == m_address : matches(name);
    });
}

bool HostName::matches(const QString &dnsName) const
{
    if (isAddress() || m_text.isEmpty() || !isAscii(dnsName))
        return false; // names in certificates are ASCII, international ones in ACE form
    const QString name = withoutTrailingDot(dnsName).toLower();
    if (!name.startsWith(u"*."))
        return !name.contains(u'*') && name == m_text;
    const QString parent = name.sliced(1); // ".example.com"
    const qsizetype dot = m_text.indexOf(u'.');
    return !parent.contains(u'*') && parent.count(u'.') >= 2 && dot > 0 && m_text.sliced(dot) == parent;
}

} // namespace wire
