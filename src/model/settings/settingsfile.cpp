#include "model/settings/settingsfile.h"

#include "core/listed.h"
#include "core/logging.h"
#include "model/settings/disksync.h"
#include "model/settings/inireader.h"
#include "model/settings/settingnames.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// "file, line 3: section/name: why".
QString lineText(const IniText &ini, const QString &path, const QString &name, const QString &why)
{
    return u"%1, line %2: %3: %4"_s.arg(path, QString::number(ini.lineOf(name)), name, why);
}

/// What is known is taken; each flaw is handed to `flawed` as a sentence.
template <class Flawed>
Preferences preferencesFrom(const IniText &ini, const QString &path, Flawed flawed)
{
    Preferences preferences;
    const IniValues values = ini.values();
    const QStringList keys = preferenceKeys();
    for (const QString &key : keys) {
        const auto name = nameIn(ini, key);
        if (!name)
            continue;
        if (const auto done = assign(preferences, key, values.value(*name)); !done)
            flawed(lineText(ini, path, *name, done.error().text));
    }
    if (ini.contains(settingsVersionKey()) && versionOf(ini) < 1)
        flawed(lineText(ini, path, settingsVersionKey(), u"it is not a number from 1 on"_s));
    if (const auto contradiction = contradictionIn(preferences)) {
        flawed(u"%1: %2"_s.arg(path, *contradiction));
        preferences.services = {};
        preferences.keys = {};
    }
    return preferences;
}

/// Names that mean nothing here, sorted: a typing error, or a setting of another version.
QStringList unknownIn(const IniText &ini)
{
    QStringList unknown = ini.values().keys();
    const QStringList known = preferenceKeys() + QStringList{settingsVersionKey()};
    unknown.removeIf([&](const QString &name) { return known.contains(name) || successorOf(name); });
    unknown.sort();
    return unknown;
}

constexpr qsizetype SettingsNamed = 8; // a file of another kind may have thousands

core::Error unwritten(const QString &path, const QString &why, const QString &remedy)
{
    return {.kind = core::ErrorKind::Io,
            .text =
                u"%1 could not be written and is as it was (%2): %3, and try again"_s.arg(path, why, remedy)};
}

/// Nobody can say what stands there, so nobody may replace it.
core::Error unread(const QString &why)
{
    return {.kind = core::ErrorKind::Io,
            .text = why + u", so nothing was saved: make it a file that you may read and write"_s};
}

/// The disk takes no more.
core::Error full(const QString &path, const QString &why)
{
    return unwritten(path, why, u"make room on its disk"_s);
}

/// The folder takes nothing.
core::Error closed(const QString &path, const QString &why)
{
    return unwritten(path, why,
                     u"make sure that you may write in %1 and that its disk has room"_s.arg(
                         QFileInfo(path).absolutePath()));
}

} // namespace

SettingsFile::SettingsFile(const QString &path, const core::Clock &clock)
    : m_path(path)
    , m_clock(clock)
{
}

QString SettingsFile::pathOf(const QString &instance)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tallylight/"_s +
           instance + u".ini"_s;
}

SettingsFile::Reading SettingsFile::readOrDefaults() const
{
    const auto ini = readIniFile(m_path);
    if (ini) {
        if (const auto newer = newerText(*ini, m_path))
            return {.remarks = {*newer + u"; it stays as it is, and the defaults are used"_s}};
        Reading reading;
        reading.preferences = preferencesFrom(*ini, m_path, [&reading](const QString &flaw) {
            reading.remarks.append(flaw + u"; the default is used"_s);
        });
        for (const DoubledSetting &doubled : doubledIn(*ini))
            reading.remarks.append(lineText(*ini, m_path, doubled.name, doubled.why) + u"; "_s +
                                   doubled.counts);
        const QStringList unknown = unknownIn(*ini);
        if (!unknown.isEmpty())
            reading.remarks.append(u"%1: %2: there is no such setting, so it is not heeded"_s.arg(
                m_path, core::listed(unknown, SettingsNamed)));
        return reading;
    }
    const core::Error &why = ini.error();
    if (why.kind == core::ErrorKind::NotFound)
        return {};
    if (why.kind == core::ErrorKind::Malformed) {
        const auto aside = keepAside();
        const QString fate = aside ? u"it was kept as %1"_s.arg(*aside) : aside.error().text;
        return {.remarks = {u"%1; %2, and the defaults are used"_s.arg(why.text, fate)}};
    }
    return {.remarks = {why.text + u"; the defaults are used"_s}};
}

core::Result<Preferences> SettingsFile::readStrictly() const
{
    const auto ini = readIniFile(m_path);
    if (!ini)
        return ini.error();
    if (const auto newer = newerText(*ini, m_path))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = *newer};
    QStringList flaws;
    Preferences preferences =
        preferencesFrom(*ini, m_path, [&flaws](const QString &flaw) { flaws.append(flaw); });
    for (const DoubledSetting &doubled : doubledIn(*ini))
        flaws.append(
            lineText(*ini, m_path, doubled.name, doubled.why + u", so nobody knows which is meant"_s));
    const QStringList unknown = unknownIn(*ini);
    for (const QString &key : unknown)
        flaws.append(lineText(*ini, m_path, key, u"there is no such setting"_s));
    if (!flaws.isEmpty())
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = flaws.first()};
    return preferences;
}

core::Result<IniText> SettingsFile::present() const
{
    auto ini = readIniFile(m_path);
    if (ini) {
        if (const auto newer = newerText(*ini, m_path))
            return core::Error{.kind = core::ErrorKind::Io,
                               .text = *newer + u", so nothing was saved: move it away, and try again"_s};
        return ini;
    }
    if (ini.error().kind == core::ErrorKind::NotFound)
        return IniText({});
    if (ini.error().kind != core::ErrorKind::Malformed) // or what nobody could read would be lost
        return unread(ini.error().text);
    const auto aside = keepAside();
    if (!aside)
        return core::Error{
            .kind = core::ErrorKind::Io,
            .text = u"%1 is damaged, and %2, so nothing was saved: move it away, and try again"_s.arg(
                m_path, aside.error().text)};
    qCWarning(core::modelLog).noquote() << m_path << "was damaged and is kept as" << *aside;
    return IniText({});
}

core::Result<core::Done> SettingsFile::write(const Preferences &wanted, const Preferences &before) const
{
    auto text = present();
    if (!text)
        return text.error();
    const bool isNew = text->text().isEmpty();
    bringUpToDate(*text);
    const Preferences defaults;
    const QStringList changed = differenceOf(wanted, isNew ? defaults : before);
    for (const QString &key : changed) {
        const QStringList value = valueOf(wanted, key);
        if (value != valueOf(defaults, key) || text->contains(key))
            text->set(key, value);
    }
    return replace(text->text());
}

core::Result<core::Done> SettingsFile::replace(const QByteArray &text) const
{
    constexpr auto ownersAlone = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (const QString folder = QFileInfo(m_path).absolutePath(); !QDir().mkpath(folder))
        return core::Error{.kind = core::ErrorKind::Io,
                           .text =
                               u"the folder %1 could not be made, so nothing was saved: make sure that you "
                               "may write there and that its disk has room"_s.arg(folder)};
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return closed(m_path, file.errorString());
    const bool isWritten =
        file.setPermissions(ownersAlone) && file.write(text) == text.size() && file.flush();
    if (!isWritten)
        return full(m_path, file.errorString());
    if (!isOnDisk(file.handle()))
        return full(m_path, qt_error_string(errno));
    if (!file.commit())
        return closed(m_path, file.errorString());
    syncFolder(QFileInfo(m_path).absolutePath());
    return core::Done{};
}

core::Result<QString> SettingsFile::keepAside() const
{
    // The letter: fourteen digits in a row may look like a card number, which is masked.
    const QString stamp = m_clock.wallTime().toString(u"yyyyMMdd'T'HHmmss"_s);
    for (int copy = 1; copy < 100; ++copy) {
        const QString aside = m_path + u".corrupt-"_s + stamp + (copy > 1 ? u"-%1"_s.arg(copy) : QString());
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(m_path, aside))
            return aside;
        break;
    }
    return core::Error{.kind = core::ErrorKind::Io,
                       .text = u"it could not be renamed and stays where it is"_s};
}

} // namespace model
