#include "tlib/endpoint.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tlib {

namespace {

/// Somebody may have written a password there, and errors are shown and logged.
QString withoutUser(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return text;
    const qsizetype scheme = text.indexOf(u"://"_s);
    const QString before = scheme >= 0 && scheme < at ? text.first(scheme + 3) : QString();
    return before + u"…"_s + text.sliced(at);
}

/// An address of a link names the interface behind a %, as people and systems write it; a URL wants that as
/// %25.
QString withZone(QString text)
{
    const qsizetype close = text.indexOf(u']');
    const qsizetype zone = text.lastIndexOf(u'%', close);
    if (close > 0 && zone > text.indexOf(u'[') && text.indexOf(u'[') >= 0 &&
        !QStringView(text).sliced(zone).startsWith(u"%25"))
        text.insert(zone + 1, u"25"_s);
    return text;
}

/// Whether a port is there that is none.
bool hasWrongPort(const QString &text)
{
    static const QRegularExpression form(u"^[a-z]+://[^/?#]*?:([0-9]+)/?(\\?.*)?$"_s);
    const auto match = form.match(text);
    const qint64 port = match.hasMatch() ? match.captured(1).left(9).toLongLong() : 1;
    return port < 1 || port > 65535;
}

} // namespace

core::Result<Endpoint> Endpoint::fromUrl(const QString &text)
{
    const QString shown = withoutUser(text);
    const auto wrong = [&shown](const QString &why) {
        return core::Error{
            .kind = core::ErrorKind::InvalidInput,
            .text = u"\"%1\" is not a server address: %2. Write tlib://host:port or tlibs://host:port"_s.arg(
                shown, why)};
    };
    const QUrl url(withZone(text), QUrl::StrictMode);
    const bool secure = url.scheme() == u"tlibs";
    if (!secure && url.scheme() != u"tlib")
        return wrong(u"it does not begin with tlib:// or tlibs://"_s);
    if (hasWrongPort(text))
        return wrong(u"the port is not a number from 1 to 65535"_s);
    if (!url.isValid() || url.host().isEmpty())
        return wrong(u"the host is missing or not valid"_s);
    if (url.port() <= 0)
        return wrong(u"the port is missing"_s);
    if (!url.userInfo().isEmpty() || (url.path() != u"" && url.path() != u"/"))
        return wrong(u"there is more in it than host and port"_s);

    const QUrlQuery query(url);
    for (const auto &[key, value] : query.queryItems()) {
        if (key != u"ca" || !secure)
            return wrong(u"the option \"%1\" is not known here"_s.arg(key));
    }
    return Endpoint{.host = url.host(),
                    .port = quint16(url.port()),
                    .secure = secure,
                    .caFile = query.queryItemValue(u"ca"_s, QUrl::FullyDecoded)};
}

bool Endpoint::isSameServer(const Endpoint &other) const
{
    return port == other.port && host.compare(other.host, Qt::CaseInsensitive) == 0;
}

QString Endpoint::address() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

} // namespace tlib
