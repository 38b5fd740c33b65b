#include "model/settings/edit/settingstransfer.h"

#include "model/settings/inireader.h"
#include "model/settings/settingnames.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace model {

namespace {

core::Error notImported(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

constexpr qint64 LargestSettings = 1'000'000; // bytes; a file that somebody took for one may have any size

/// What makes the file one that nothing is taken from.
std::optional<core::Error> flawOfSettings(const IniText &ini, const QString &path)
{
    const QStringList known = preferenceKeys() + QStringList{settingsVersionKey()};
    const QStringList names = ini.keys();
    const auto isKnown = [&](const QString &name) { return known.contains(name) || successorOf(name); };
    if (std::none_of(names.begin(), names.end(), isKnown))
        return notImported(u"%1 holds no settings of Tallylight"_s.arg(path));
    if (const auto newer = newerText(ini, path))
        return notImported(*newer);
    for (const QString &name : names) {
        if (!isKnown(name))
            return notImported(
                u"%1, line %2: there is no setting %3"_s.arg(path, QString::number(ini.lineOf(name)), name));
    }
    for (const DoubledSetting &doubled : doubledIn(ini))
        return notImported(u"%1, line %2: %3: %4"_s.arg(path, QString::number(ini.lineOf(doubled.name)),
                                                        doubled.name, doubled.why));
    return std::nullopt;
}

} // namespace

QStringList personalSettings()
{
    return {u"agent/dns"_s, u"agent/id"_s, u"agent/queue"_s};
}

QByteArray exportedText(const Preferences &preferences, bool withPerson)
{
    IniText text(QByteArrayLiteral("; Settings of Tallylight, without passwords\n"));
    const QStringList keys = differenceOf(preferences, Preferences());
    for (const QString &key : keys) {
        if (withPerson || !personalSettings().contains(key))
            text.set(key, valueOf(preferences, key));
    }
    text.set(settingsVersionKey(), {QString::number(SettingsVersion)});
    return text.text();
}

core::Result<core::Done> exportTo(const QString &path, const Preferences &preferences, bool withPerson)
{
    QSaveFile file(path);
    const QByteArray text = exportedText(preferences, withPerson);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return core::Done{};
    return core::Error{
        .kind = core::ErrorKind::Io,
        .text = u"%1 could not be written (%2): choose another place, or make room on the disk"_s.arg(
            path, file.errorString())};
}

core::Result<Preferences> importedFrom(const QString &path, const Preferences &preferences)
{
    if (QFileInfo(path).size() > LargestSettings)
        return notImported(u"%1 holds no settings of Tallylight"_s.arg(path));
    const auto ini = readIniFile(path);
    if (!ini)
        return ini.error();
    if (const auto flaw = flawOfSettings(*ini, path))
        return *flaw;
    Preferences result = preferences;
    const IniValues values = ini->values();
    const QStringList keys = preferenceKeys();
    for (const QString &key : keys) {
        const auto name = nameIn(*ini, key);
        if (!name)
            continue;
        if (const auto done = assign(result, key, values.value(*name)); !done)
            return notImported(u"%1, line %2: %3: %4"_s.arg(path, QString::number(ini->lineOf(*name)), *name,
                                                            done.error().text));
    }
    if (const auto contradiction = contradictionIn(result))
        return notImported(u"%1: %2"_s.arg(path, *contradiction));
    return result;
}

} // namespace model
