#include "model/settings/settingvalues.h"

#include "model/settings/dnrange.h"
#include "model/settings/keys/keytext.h"
#include "tlib/endpoint.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model::settingvalue {

namespace {

constexpr QStringView NoKey = u"none";

core::Error wrongValue(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
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

} // namespace

/// A comma parts the texts of a list in the file; a plain text may contain one.
QString asText(const QStringList &value)
{
    return value.join(u", "_s).trimmed();
}

core::Error noneOf(const QStringList &value, const QStringList &words)
{
    return wrongValue(u"\"%1\" is none of %2"_s.arg(asText(value), words.join(u", "_s)));
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

Outcome assignPath(QString &path, const QStringList &value)
{
    const QString given = asText(value);
    if (!given.isEmpty() && !QDir::isAbsolutePath(given))
        return wrongValue(u"\"%1\" is not a path from the root on"_s.arg(given));
    path = given;
    return core::Done{};
}

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

Outcome assignReasons(QList<AgentReason> &reasons, const QStringList &value)
{
    constexpr qsizetype LongestCode = 64;
    const QStringList given = asList(value);
    QList<AgentReason> read;
    for (const QString &text : given) {
        const qsizetype equals = text.indexOf(u'=');
        const AgentReason reason{.code = text.left(equals).trimmed(),
                                 .words = equals < 0 ? QString() : text.sliced(equals + 1).trimmed()};
        if (reason.code.isEmpty() || reason.code.size() > LongestCode)
            return wrongValue(
                u"\"%1\" is no reason like lunch=Lunch: a code of 1 to %2 characters, and how it "
                "reads"_s.arg(text)
                    .arg(LongestCode));
        if (contains(read, reason.code))
            return wrongValue(u"the reason \"%1\" stands there twice"_s.arg(reason.code));
        read.append(reason);
    }
    reasons = read;
    return core::Done{};
}

Outcome assignNames(QStringList &names, const QStringList &value)
{
    constexpr qsizetype MostNames = 20;
    constexpr qsizetype LongestName = 64;
    QStringList given = asList(value);
    given.removeDuplicates();
    if (given.size() > MostNames)
        return wrongValue(u"there can be %1 names, not %2"_s.arg(MostNames).arg(given.size()));
    for (const QString &name : std::as_const(given)) {
        if (name.size() > LongestName)
            return wrongValue(u"\"%1…\" is longer than %2 characters"_s.arg(name.left(20)).arg(LongestName));
    }
    names = given;
    return core::Done{};
}

Outcome assignPauseLimit(core::Duration &limit, const QStringList &value)
{
    int seconds = 0;
    if (assignNumber(seconds, value, {0, PauseSeconds.most}) &&
        (seconds == 0 || seconds >= PauseSeconds.least)) {
        limit = std::chrono::seconds(seconds);
        return core::Done{};
    }
    return wrongValue(u"\"%1\" is neither 0 nor a number from %2 to %3"_s.arg(asText(value))
                          .arg(PauseSeconds.least)
                          .arg(PauseSeconds.most));
}

Outcome assignPauseLimits(QList<PauseLimit> &limits, const QStringList &value)
{
    const QStringList given = asList(value);
    QList<PauseLimit> read;
    for (const QString &text : given) {
        const qsizetype equals = text.lastIndexOf(u'=');
        PauseLimit limit{.dn = tlib::Dn(text.left(equals).trimmed())};
        if (equals < 1 || !isOneWord(limit.dn.toString()))
            return wrongValue(u"\"%1\" is no limit like 7001=90: a DN or a queue, and seconds"_s.arg(text));
        if (const auto assigned = assignPauseLimit(limit.limit, {text.sliced(equals + 1)}); !assigned)
            return assigned.error();
        if (std::any_of(read.begin(), read.end(), [&](const PauseLimit &one) { return one.dn == limit.dn; }))
            return wrongValue(u"there are two limits for %1"_s.arg(limit.dn.toString()));
        read.append(limit);
    }
    limits = read;
    return core::Done{};
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

Outcome assignYesNo(bool &isYes, const QStringList &value)
{
    const QString word = asText(value).toLower();
    const bool yes = word == u"yes" || word == u"true" || word == u"1";
    if (!yes && word != u"no" && word != u"false" && word != u"0")
        return wrongValue(u"\"%1\" is neither yes nor no"_s.arg(asText(value)));
    isYes = yes;
    return core::Done{};
}

Outcome assignKey(KeyTable &keys, Command command, const QStringList &value)
{
    const QString given = value.join(u','); // which is a key, too
    if (given.compare(NoKey, Qt::CaseInsensitive) == 0) {
        keys.set(command, {});
        return core::Done{};
    }
    const auto key = normalKey(given);
    if (!key)
        return key.error();
    keys.set(command, *key);
    return core::Done{};
}

QStringList listed(const QList<AgentReason> &reasons)
{
    QStringList list;
    for (const AgentReason &reason : reasons)
        list.append(reason.words.isEmpty() ? reason.code : reason.code + u'=' + reason.words);
    return list;
}

QStringList listed(const QList<PauseLimit> &limits)
{
    QStringList list;
    for (const PauseLimit &limit : limits)
        list.append(limit.dn.toString() + u'=' + listed(limit.limit).first());
    return list;
}

QStringList listed(bool isYes)
{
    return {isYes ? u"yes"_s : u"no"_s};
}

QStringList listed(const KeyTable &keys, Command command)
{
    const QString &key = keys.of(command);
    return {key.isEmpty() ? NoKey.toString() : key};
}

} // namespace model::settingvalue
