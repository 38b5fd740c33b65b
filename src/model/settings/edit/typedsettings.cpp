#include "model/settings/edit/typedsettings.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace model {

namespace {

enum class TypedKind { Word, Dns, Number, Limit, Limits, Path, Bytes, Other };

TypedKind typedKindOf(const QString &key)
{
    static const QHash<QString, TypedKind> kinds{
        {u"agent/id"_s, TypedKind::Word},
        {u"agent/queue"_s, TypedKind::Word},
        {u"agent/dns"_s, TypedKind::Dns},
        {u"supervisor/dns"_s, TypedKind::Dns},
        {u"supervisor/routingPoints"_s, TypedKind::Dns},
        {u"pauseGuard/limit"_s, TypedKind::Limit},
        {u"pauseGuard/limits"_s, TypedKind::Limits},
        {u"supervisor/dnFile"_s, TypedKind::Path},
        {u"recording/stateKey"_s, TypedKind::Bytes},
        {u"recording/fileKey"_s, TypedKind::Bytes},
        {u"recording/onWord"_s, TypedKind::Bytes},
        {u"recording/offWord"_s, TypedKind::Bytes},
        {u"recording/pausedWord"_s, TypedKind::Bytes},
    };
    const auto known = kinds.constFind(key);
    if (known != kinds.constEnd())
        return *known;
    return rangeOf(key).most > 0 ? TypedKind::Number : TypedKind::Other;
}

/// Those from which each must differ from each.
const QList<QStringList> &typedGroups()
{
    static const QList<QStringList> groups{
        {u"recording/startService"_s, u"recording/stopService"_s, u"recording/pauseService"_s,
         u"recording/resumeService"_s},
        {u"recording/onWord"_s, u"recording/offWord"_s, u"recording/pausedWord"_s},
        {u"recording/stateKey"_s, u"recording/fileKey"_s},
    };
    return groups;
}

} // namespace

NumberRange rangeOf(const QString &key)
{
    if (key == u"requests/timeout")
        return RequestSeconds;
    if (key == u"journal/keepDays")
        return JournalDays;
    if (key.startsWith(u"connection/addp"))
        return AddpSeconds;
    if (key.startsWith(u"recording/") && key.endsWith(u"Service"))
        return {1, std::numeric_limits<int>::max()};
    return {};
}

QString TypedSettings::shown(const Preferences &preferences, const QString &key)
{
    return valueOf(preferences, key).join(u", "_s);
}

core::Result<core::Done> TypedSettings::assignTo(Preferences &preferences, const QString &key) const
{
    static const QRegularExpression between(u"\\s*[,;]\\s*"_s); // a blank alone may be a slip of the hand
    const QString text = m_texts.value(key).trimmed();
    if (text == shown(m_before, key))
        return core::Done{}; // as it was written
    const bool isList = typedKindOf(key) == TypedKind::Dns || typedKindOf(key) == TypedKind::Limits;
    return assign(preferences, key, isList ? text.split(between, Qt::SkipEmptyParts) : QStringList{text});
}

TypedSettings::Flaw TypedSettings::flawIn(const QString &key) const
{
    Preferences trial = m_before;
    const bool isTaken = assignTo(trial, key).has_value();
    const bool clash = !clashOf(key).isEmpty();
    const QString text = typed(key);
    switch (typedKindOf(key)) {
    case TypedKind::Word: return isTaken ? Flaw::None : Flaw::NotOneWord;
    case TypedKind::Dns: return isTaken ? Flaw::None : Flaw::NotDns;
    case TypedKind::Limit: return isTaken ? Flaw::None : Flaw::NotALimit;
    case TypedKind::Limits: return isTaken ? Flaw::None : Flaw::NotLimits;
    case TypedKind::Number: return !isTaken ? Flaw::NotANumber : clash ? Flaw::Clash : Flaw::None;
    case TypedKind::Path:
        if (!isTaken)
            return Flaw::NotAPath;
        return text.isEmpty() || (QFileInfo(text).isFile() && QFileInfo(text).isReadable()) ? Flaw::None
                                                                                            : Flaw::NoFile;
    case TypedKind::Bytes:
        return text.isEmpty()                    ? Flaw::Empty
               : !isTaken                        ? Flaw::Other
               : clash                           ? Flaw::Clash
               : isWordOfAnotherState(key, text) ? Flaw::AnothersWord
                                                 : Flaw::None;
    case TypedKind::Other: return isTaken ? Flaw::None : Flaw::Other;
    }
    Q_UNREACHABLE();
}

QString TypedSettings::clashOf(const QString &key) const
{
    const auto textOf = [this](const QString &each) {
        return (m_texts.contains(each) ? m_texts.value(each).trimmed() : shown(m_before, each)).toLower();
    };
    for (const QStringList &group : typedGroups()) {
        for (const QString &other : group) {
            if (group.contains(key) && other != key && textOf(other) == textOf(key))
                return other;
        }
    }
    return {};
}

core::Result<Preferences> TypedSettings::applied() const
{
    Preferences result = m_before;
    for (auto text = m_texts.constBegin(); text != m_texts.constEnd(); ++text) {
        if (const auto assigned = assignTo(result, text.key()); !assigned)
            return assigned.error();
    }
    return result;
}

} // namespace model
