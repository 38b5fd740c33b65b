#include "model/settings/settingnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

struct RenamedSetting
{
    const char *before;
    const char *today;
};

constexpr RenamedSetting RenamedSettings[] = {
    {"connection/requestTimeout", "requests/timeout"},
};

} // namespace

QString settingsVersionKey()
{
    return u"settings/version"_s;
}

int versionOf(const IniText &text)
{
    return text.contains(settingsVersionKey()) ? text.values().value(settingsVersionKey()).join(u',').toInt()
                                               : 1;
}

std::optional<QString> newerText(const IniText &text, const QString &path)
{
    if (versionOf(text) <= SettingsVersion)
        return std::nullopt;
    return u"%1 was written by a newer Tallylight, which this one may misunderstand"_s.arg(path);
}

std::optional<QString> successorOf(const QString &formerName)
{
    for (const RenamedSetting &renamed : RenamedSettings) {
        if (formerName == QLatin1StringView(renamed.before))
            return QString::fromLatin1(renamed.today);
    }
    return std::nullopt;
}

std::optional<QString> nameIn(const IniText &text, const QString &key)
{
    if (text.contains(key))
        return key;
    const QStringList names = text.keys();
    const auto former = std::find_if(names.begin(), names.end(),
                                     [&key](const QString &name) { return successorOf(name) == key; });
    return former == names.end() ? std::nullopt : std::optional(*former);
}

QList<DoubledSetting> doubledIn(const IniText &text)
{
    QList<DoubledSetting> doubled;
    QStringList names = text.keys();
    names.sort();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto today = successorOf(names[i]);
        const bool isFirst = i == 0 || names[i - 1] != names[i];
        const bool isTwice = i + 1 < names.size() && names[i + 1] == names[i];
        if (isFirst && isTwice)
            doubled.append(
                {.name = names[i], .why = u"it stands twice"_s, .counts = u"the last one counts"_s});
        if (isFirst && today && text.contains(*today))
            doubled.append({.name = names[i],
                            .why = u"it is an earlier name of %1, which stands there, too"_s.arg(*today),
                            .counts = u"the new one counts"_s});
    }
    return doubled;
}

void bringUpToDate(IniText &text)
{
    const IniValues values = text.values();
    const QStringList names = text.keys();
    for (const QString &name : names) {
        const auto today = successorOf(name);
        if (!today)
            continue;
        if (!text.contains(*today))
            text.set(*today, values.value(name));
        text.remove(name);
    }
    text.set(settingsVersionKey(), {QString::number(std::max(versionOf(text), SettingsVersion))});
}

} // namespace model
