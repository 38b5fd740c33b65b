#include "model/settings/preferences.h"

#include "model/settings/dnrange.h"
#include "tlib/endpoint.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using Outcome = core::Result<core::Done>;

core::Error wrongValue(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// A comma parts the texts of a list in the file; a plain text may contain one.
QString asText(const QStringList &value)
{
    return value.join(u", "_s).trimmed();
}

QStringList asList(const QStringList &value)
{
    QStringList list;
    for (const QString &part : value) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            list.append(trimmed);
    }
    return list;
}

Outcome assignServers(QStringList &servers, const QStringList &value)
{
    const QStringList given = asList(value);
    if (given.size() > 2)
        return wrongValue(
            u"there can be two servers, the primary and its backup, not %1"_s.arg(given.size()));
    for (const QString &url : given) {
        if (const auto endpoint = tlib::Endpoint::fromUrl(url); !endpoint)
            return wrongValue(endpoint.error().text);
    }
    servers = given;
    return core::Done{};
}

Outcome assignDns(QStringList &dns, const QStringList &value)
{
    const QStringList given = asList(value);
    if (const auto checked = checkDns(given); !checked)
        return checked.error();
    dns = given;
    dns.removeDuplicates();
    return core::Done{};
}

/// A relative path would mean another file from each folder that the program is started in.
Outcome assignPath(QString &path, const QStringList &value)
{
    const QString given = asText(value);
    if (!given.isEmpty() && !QDir::isAbsolutePath(given))
        return wrongValue(u"\"%1\" is not a path from the root on"_s.arg(given));
    path = given;
    return core::Done{};
}

/// "sha256/" and 44 characters of base64, as curl and browsers write them.
Outcome assignPins(QList<QByteArray> &pins, const QStringList &value)
{
    constexpr qsizetype DigestSize = 32;
    const QString prefix = u"sha256/"_s;
    const QStringList given = asList(value);
    QList<QByteArray> read;
    for (const QString &pin : given) {
        const auto digest = QByteArray::fromBase64Encoding(pin.mid(prefix.size()).toLatin1(),
                                                           QByteArray::Base64Encoding |
                                                               QByteArray::AbortOnBase64DecodingErrors);
        if (!pin.startsWith(prefix) || !digest || digest.decoded.size() != DigestSize)
            return wrongValue(u"\"%1\" is not a pin like sha256/ and 44 characters of base64"_s.arg(pin));
        read.append(digest.decoded);
    }
    pins = read;
    return core::Done{};
}

Outcome assignWord(QString &word, const QStringList &value)
{
    const QString given = asText(value);
    if (!isOneWord(given))
        return wrongValue(u"\"%1\" is not one word of at most 255 bytes"_s.arg(given));
    word = given;
    return core::Done{};
}

Outcome assignBytes(QByteArray &bytes, const QStringList &value)
{
    const QString given = asText(value);
    if (given.isEmpty())
        return wrongValue(u"it is empty; leave the line out for the default"_s);
    bytes = given.toUtf8();
    return core::Done{};
}

Outcome assignNumber(int &number, const QStringList &value, NumberRange range)
{
    bool isNumber = false;
    const QString given = asText(value);
    const int parsed = given.toInt(&isNumber);
    if (!isNumber || parsed < range.least || parsed > range.most)
        return wrongValue(
            u"\"%1\" is not a number from %2 to %3"_s.arg(given).arg(range.least).arg(range.most));
    number = parsed;
    return core::Done{};
}

Outcome assignSeconds(core::Duration &duration, const QStringList &value, NumberRange range)
{
    int seconds = 0;
    const Outcome outcome = assignNumber(seconds, value, range);
    if (outcome)
        duration = std::chrono::seconds(seconds);
    return outcome;
}

template <class Choice>
Outcome assignChoice(Choice &choice, const QStringList &value,
                     const std::initializer_list<std::pair<QStringView, Choice>> &known)
{
    const QString given = asText(value);
    QStringList names;
    for (const auto &[name, meaning] : known) {
        if (given.compare(name, Qt::CaseInsensitive) == 0) {
            choice = meaning;
            return core::Done{};
        }
        names.append(name.toString());
    }
    return wrongValue(u"\"%1\" is none of %2"_s.arg(given, names.join(u", "_s)));
}

Outcome assignLanguage(QString &language, const QStringList &value)
{
    static const QRegularExpression form(u"^([a-z]{2,3}([_-][A-Za-z]{2,4})?)?$"_s);
    const QString given = asText(value);
    if (!form.match(given).hasMatch())
        return wrongValue(u"\"%1\" is not a language code like de"_s.arg(given));
    language = given;
    return core::Done{};
}

constexpr NumberRange ServiceNumbers{1, std::numeric_limits<int>::max()};

QStringList listed(const QString &text)
{
    return text.isEmpty() ? QStringList() : QStringList{text};
}

QStringList listed(const QByteArray &bytes)
{
    return listed(QString::fromUtf8(bytes));
}

QStringList listed(int number)
{
    return {QString::number(number)};
}

QStringList listed(core::Duration duration)
{
    return listed(int(std::chrono::duration_cast<std::chrono::seconds>(duration).count()));
}

QStringList listed(const QList<QByteArray> &pins)
{
    QStringList list;
    for (const QByteArray &pin : pins)
        list.append(u"sha256/"_s + QString::fromLatin1(pin.toBase64()));
    return list;
}

QStringList listed(Role role)
{
    switch (role) {
    case Role::Agent: return {u"agent"_s};
    case Role::Supervisor: return {u"supervisor"_s};
    }
    Q_UNREACHABLE();
}

QStringList listed(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System: return {u"system"_s};
    case ThemeChoice::Light: return {u"light"_s};
    case ThemeChoice::Dark: return {u"dark"_s};
    }
    Q_UNREACHABLE();
}

QStringList listed(AtTransfer atTransfer)
{
    switch (atTransfer) {
    case AtTransfer::Ends: return {u"ends"_s};
    case AtTransfer::Continues: return {u"continues"_s};
    }
    Q_UNREACHABLE();
}

struct Entry
{
    const char *key;
    Outcome (*assign)(Preferences &, const QStringList &);
    QStringList (*value)(const Preferences &);
};

// clang-format off: a table
using P = Preferences;
using V = QStringList;
constexpr Entry Entries[] = {
    {"connection/servers", [](P &p, const V &v) { return assignServers(p.servers, v); },
     [](const P &p) { return p.servers; }},
    {"connection/caFile", [](P &p, const V &v) { return assignPath(p.caFile, v); },
     [](const P &p) { return listed(p.caFile); }},
    {"connection/clientCertificate", [](P &p, const V &v) { return assignPath(p.clientCertificate, v); },
     [](const P &p) { return listed(p.clientCertificate); }},
    {"connection/clientKey", [](P &p, const V &v) { return assignPath(p.clientKey, v); },
     [](const P &p) { return listed(p.clientKey); }},
    {"connection/pins", [](P &p, const V &v) { return assignPins(p.pins, v); },
     [](const P &p) { return listed(p.pins); }},
    {"connection/addpTimeout", [](P &p, const V &v) { return assignNumber(p.addpTimeout, v, AddpSeconds); },
     [](const P &p) { return listed(p.addpTimeout); }},
    {"connection/addpRemoteTimeout",
     [](P &p, const V &v) { return assignNumber(p.addpRemoteTimeout, v, AddpSeconds); },
     [](const P &p) { return listed(p.addpRemoteTimeout); }},
    {"requests/timeout", [](P &p, const V &v) { return assignSeconds(p.requestTimeOut, v, RequestSeconds); },
     [](const P &p) { return listed(p.requestTimeOut); }},
    {"agent/dns", [](P &p, const V &v) { return assignDns(p.dns, v); }, [](const P &p) { return p.dns; }},
    {"agent/id", [](P &p, const V &v) { return assignWord(p.agentId, v); },
     [](const P &p) { return listed(p.agentId); }},
    {"agent/queue", [](P &p, const V &v) { return assignWord(p.queue, v); },
     [](const P &p) { return listed(p.queue); }},
    {"agent/role",
     [](P &p, const V &v) {
         return assignChoice(p.role, v, {{u"agent", Role::Agent}, {u"supervisor", Role::Supervisor}});
     },
     [](const P &p) { return listed(p.role); }},
    {"supervisor/dns", [](P &p, const V &v) { return assignDns(p.watchedDns, v); },
     [](const P &p) { return p.watchedDns; }},
    {"supervisor/dnFile", [](P &p, const V &v) { return assignPath(p.dnFile, v); },
     [](const P &p) { return listed(p.dnFile); }},
    {"supervisor/routingPoints", [](P &p, const V &v) { return assignDns(p.routingPoints, v); },
     [](const P &p) { return p.routingPoints; }},
    {"look/language", [](P &p, const V &v) { return assignLanguage(p.language, v); },
     [](const P &p) { return listed(p.language); }},
    {"look/theme",
     [](P &p, const V &v) {
         return assignChoice(p.theme, v,
                             {{u"system", ThemeChoice::System},
                              {u"light", ThemeChoice::Light},
                              {u"dark", ThemeChoice::Dark}});
     },
     [](const P &p) { return listed(p.theme); }},
    {"recording/startService",
     [](P &p, const V &v) { return assignNumber(p.services.start, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.start); }},
    {"recording/stopService",
     [](P &p, const V &v) { return assignNumber(p.services.stop, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.stop); }},
    {"recording/pauseService",
     [](P &p, const V &v) { return assignNumber(p.services.pause, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.pause); }},
    {"recording/resumeService",
     [](P &p, const V &v) { return assignNumber(p.services.resume, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.resume); }},
    {"recording/stateKey", [](P &p, const V &v) { return assignBytes(p.keys.state, v); },
     [](const P &p) { return listed(p.keys.state); }},
    {"recording/fileKey", [](P &p, const V &v) { return assignBytes(p.keys.file, v); },
     [](const P &p) { return listed(p.keys.file); }},
    {"recording/onWord", [](P &p, const V &v) { return assignBytes(p.keys.on, v); },
     [](const P &p) { return listed(p.keys.on); }},
    {"recording/offWord", [](P &p, const V &v) { return assignBytes(p.keys.off, v); },
     [](const P &p) { return listed(p.keys.off); }},
    {"recording/pausedWord", [](P &p, const V &v) { return assignBytes(p.keys.paused, v); },
     [](const P &p) { return listed(p.keys.paused); }},
    {"recording/atTransfer",
     [](P &p, const V &v) {
         return assignChoice(p.atTransfer, v,
                             {{u"ends", AtTransfer::Ends}, {u"continues", AtTransfer::Continues}});
     },
     [](const P &p) { return listed(p.atTransfer); }},
    {"journal/keepDays", [](P &p, const V &v) { return assignNumber(p.journalKeepDays, v, JournalDays); },
     [](const P &p) { return listed(p.journalKeepDays); }},
};
// clang-format on

} // namespace

QStringList preferenceKeys()
{
    QStringList keys;
    for (const Entry &entry : Entries)
        keys.append(QString::fromLatin1(entry.key));
    return keys;
}

core::Result<core::Done> assign(Preferences &preferences, const QString &key, const QStringList &value)
{
    for (const Entry &entry : Entries) {
        if (key == QLatin1StringView(entry.key))
            return entry.assign(preferences, value);
    }
    return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no such setting"_s};
}

QStringList valueOf(const Preferences &preferences, const QString &key)
{
    for (const Entry &entry : Entries) {
        if (key == QLatin1StringView(entry.key))
            return entry.value(preferences);
    }
    return {};
}

QStringList differenceOf(const Preferences &one, const Preferences &other)
{
    QStringList keys;
    for (const Entry &entry : Entries) {
        if (entry.value(one) != entry.value(other))
            keys.append(QString::fromLatin1(entry.key));
    }
    return keys;
}

std::optional<QString> contradictionIn(const Preferences &preferences)
{
    const auto &services = preferences.services;
    if (QSet<int>{services.start, services.stop, services.pause, services.resume}.size() != 4)
        return u"the four recording services need four different numbers (recording/startService and so on)"_s;
    const auto &keys = preferences.keys;
    const QSet<QByteArray> words{keys.on.toLower(), keys.off.toLower(), keys.paused.toLower()};
    if (words.size() != 3)
        return u"the words for on, off and paused must differ (recording/onWord and so on)"_s;
    if (keys.state == keys.file)
        return u"recording/stateKey and recording/fileKey must differ"_s;
    return std::nullopt;
}

} // namespace model
