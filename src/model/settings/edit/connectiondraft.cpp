#include "model/settings/edit/connectiondraft.h"

#include "tlib/endpoint.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace model {

namespace {

ServerDraft draftOf(const QString &url)
{
    const auto endpoint = tlib::Endpoint::fromUrl(url);
    if (!endpoint)
        return {};
    return {.host = endpoint->host,
            .port = QString::number(endpoint->port),
            .isSecure = endpoint->secure,
            .caFile = endpoint->caFile};
}

bool isEmpty(const ServerDraft &server)
{
    return server.host.trimmed().isEmpty() && server.port.trimmed().isEmpty();
}

QString urlOf(const ServerDraft &server)
{
    QString host = server.host.trimmed();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    QString url = (server.isSecure ? u"tlibs://"_s : u"tlib://"_s) + host + u':' + server.port.trimmed();
    if (server.isSecure && !server.caFile.isEmpty())
        url += u"?ca="_s + QString::fromLatin1(QUrl::toPercentEncoding(server.caFile, "/"));
    return url;
}

QStringList urlsOf(const ConnectionDraft &draft)
{
    QStringList urls;
    for (const ServerDraft &server : {draft.primary, draft.backup}) {
        if (!isEmpty(server))
            urls.append(urlOf(server));
    }
    return urls;
}

QStringList pinsOf(const QString &typed)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return typed.split(between, Qt::SkipEmptyParts);
}

QStringList valueIn(const ConnectionDraft &draft, ConnectionField field)
{
    switch (field) {
    case ConnectionField::Primary:
    case ConnectionField::Backup: return urlsOf(draft);
    case ConnectionField::CaFile: return {draft.caFile};
    case ConnectionField::ClientCertificate: return {draft.clientCertificate};
    case ConnectionField::ClientKey: return {draft.clientKey};
    case ConnectionField::Pins: return pinsOf(draft.pins);
    case ConnectionField::RequestTimeout: return {draft.requestTimeout};
    case ConnectionField::AddpTimeout: return {draft.addpTimeout};
    case ConnectionField::AddpRemoteTimeout: return {draft.addpRemoteTimeout};
    }
    Q_UNREACHABLE();
}

bool isTaken(const ConnectionDraft &draft, ConnectionField field)
{
    Preferences trial;
    return assign(trial, keyOf(field), valueIn(draft, field)).has_value();
}

ConnectionFlaw flawOf(const ServerDraft &server)
{
    if (isEmpty(server))
        return ConnectionFlaw::None;
    if (server.host.trimmed().isEmpty())
        return ConnectionFlaw::NoHost;
    bool isNumber = false;
    const int port = server.port.trimmed().toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return ConnectionFlaw::BadPort;
    return tlib::Endpoint::fromUrl(urlOf(server)) ? ConnectionFlaw::None : ConnectionFlaw::BadHost;
}

ConnectionFlaw flawOfBackup(const ConnectionDraft &draft)
{
    const ConnectionFlaw own = flawOf(draft.backup);
    if (own != ConnectionFlaw::None || isEmpty(draft.backup))
        return own;
    if (isEmpty(draft.primary))
        return ConnectionFlaw::BackupAlone;
    const auto primary = tlib::Endpoint::fromUrl(urlOf(draft.primary));
    const auto backup = tlib::Endpoint::fromUrl(urlOf(draft.backup));
    if (primary && backup && primary->isSameServer(*backup))
        return ConnectionFlaw::SameServer;
    return draft.primary.isSecure == draft.backup.isSecure ? ConnectionFlaw::None
                                                           : ConnectionFlaw::EncryptionDiffers;
}

ConnectionFlaw flawOfFile(const ConnectionDraft &draft, ConnectionField field)
{
    const QString path = valueIn(draft, field).join(QString()).trimmed();
    if (path.isEmpty())
        return ConnectionFlaw::None;
    if (!isTaken(draft, field))
        return ConnectionFlaw::NotAPath;
    const QFileInfo info(path);
    return info.isFile() && info.isReadable() ? ConnectionFlaw::None : ConnectionFlaw::NoFile;
}

} // namespace

ConnectionDraft ConnectionDraft::from(const Preferences &preferences)
{
    const auto text = [&](ConnectionField field) { return valueOf(preferences, keyOf(field)).join(u", "_s); };
    return {.primary = draftOf(preferences.servers.value(0)),
            .backup = draftOf(preferences.servers.value(1)),
            .caFile = preferences.caFile,
            .clientCertificate = preferences.clientCertificate,
            .clientKey = preferences.clientKey,
            .pins = text(ConnectionField::Pins),
            .requestTimeout = text(ConnectionField::RequestTimeout),
            .addpTimeout = text(ConnectionField::AddpTimeout),
            .addpRemoteTimeout = text(ConnectionField::AddpRemoteTimeout)};
}

ServerDraft parted(const ServerDraft &typed)
{
    // An IPv6 address without brackets has colons of its own.
    static const QRegularExpression address(u"^(tlibs?://)?(\\[[^\\]]+\\]|[^:/?\\[\\]]+)(?::([0-9]+))?/?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = address.match(typed.host.trimmed());
    const QString port = match.captured(3);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && port.isEmpty()))
        return typed;
    ServerDraft parts = typed;
    parts.host = match.captured(2);
    if (parts.host.startsWith(u'['))
        parts.host = parts.host.mid(1, parts.host.size() - 2);
    if (!port.isEmpty())
        parts.port = port;
    return parts;
}

QString keyOf(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Primary:
    case ConnectionField::Backup: return u"connection/servers"_s;
    case ConnectionField::CaFile: return u"connection/caFile"_s;
    case ConnectionField::ClientCertificate: return u"connection/clientCertificate"_s;
    case ConnectionField::ClientKey: return u"connection/clientKey"_s;
    case ConnectionField::Pins: return u"connection/pins"_s;
    case ConnectionField::RequestTimeout: return u"requests/timeout"_s;
    case ConnectionField::AddpTimeout: return u"connection/addpTimeout"_s;
    case ConnectionField::AddpRemoteTimeout: return u"connection/addpRemoteTimeout"_s;
    }
    Q_UNREACHABLE();
}

ConnectionFlaw flawIn(const ConnectionDraft &draft, ConnectionField field)
{
    switch (field) {
    case ConnectionField::Primary: return flawOf(draft.primary);
    case ConnectionField::Backup: return flawOfBackup(draft);
    case ConnectionField::ClientKey:
        if (draft.clientCertificate.trimmed().isEmpty() && !draft.clientKey.trimmed().isEmpty())
            return ConnectionFlaw::KeyWithoutCertificate;
        return flawOfFile(draft, field);
    case ConnectionField::CaFile:
    case ConnectionField::ClientCertificate: return flawOfFile(draft, field);
    case ConnectionField::Pins: return isTaken(draft, field) ? ConnectionFlaw::None : ConnectionFlaw::BadPin;
    case ConnectionField::RequestTimeout:
    case ConnectionField::AddpTimeout:
    case ConnectionField::AddpRemoteTimeout:
        return isTaken(draft, field) ? ConnectionFlaw::None : ConnectionFlaw::BadSeconds;
    }
    Q_UNREACHABLE();
}

core::Result<Preferences> applied(const ConnectionDraft &draft, const Preferences &preferences)
{
    Preferences result = preferences;
    const ConnectionDraft before = ConnectionDraft::from(preferences);
    for (const ConnectionField field : AllConnectionFields) {
        const bool isServer = field == ConnectionField::Primary || field == ConnectionField::Backup;
        if (isServer && draft.primary == before.primary && draft.backup == before.backup)
            continue; // an address stays as it was written
        if (const auto assigned = assign(result, keyOf(field), valueIn(draft, field)); !assigned)
            return assigned.error();
    }
    return result;
}

} // namespace model
