#include "model/settings.h"

#include "model/inifile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What is known is taken; each flaw is handed to `flawed` as a sentence.
template <class Flawed>
Preferences preferencesFrom(const IniValues &values, const QString &path, Flawed flawed)
{
    Preferences preferences;
    const QStringList keys = preferenceKeys();
    for (const QString &key : keys) {
        if (!values.contains(key))
            continue;
        if (const auto done = assign(preferences, key, values.value(key)); !done)
            flawed(u"%1: %2: %3"_s.arg(path, key, done.error().text));
    }
    if (const auto contradiction = contradictionIn(preferences)) {
        flawed(u"%1: %2"_s.arg(path, *contradiction));
        preferences.services = {};
        preferences.keys = {};
    }
    return preferences;
}

/// Names that mean nothing here, sorted: a typing error, or a setting of another version.
QStringList unknownIn(const IniValues &values)
{
    QStringList unknown = values.keys();
    const QStringList known = preferenceKeys();
    unknown.removeIf([&known](const QString &key) { return known.contains(key); });
    unknown.sort();
    return unknown;
}

/// A file of another kind may have thousands.
QString firstOf(const QStringList &names)
{
    constexpr qsizetype Shown = 8;
    if (names.size() <= Shown)
        return names.join(u", "_s);
    return u"%1 and %2 more"_s.arg(names.first(Shown).join(u", "_s)).arg(names.size() - Shown);
}

} // namespace

Settings::Settings(const QString &path, const core::Clock &clock)
    : m_path(path)
    , m_clock(clock)
{
}

QString Settings::pathOf(const QString &instance)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tallylight/"_s +
           instance + u".ini"_s;
}

Settings::Reading Settings::readOrDefaults() const
{
    const auto values = readIniFile(m_path);
    if (values) {
        Reading reading;
        reading.preferences = preferencesFrom(*values, m_path, [&reading](const QString &flaw) {
            reading.remarks.append(flaw + u"; the default is used"_s);
        });
        if (const QStringList unknown = unknownIn(*values); !unknown.isEmpty())
            reading.remarks.append(
                u"%1: %2: there is no such setting, so it is not heeded"_s.arg(m_path, firstOf(unknown)));
        return reading;
    }
    const core::Error &why = values.error();
    if (why.kind == core::ErrorKind::NotFound)
        return {};
    if (why.kind == core::ErrorKind::Malformed)
        return {.remarks = {u"%1; %2, and the defaults are used"_s.arg(why.text, keepAside())}};
    return {.remarks = {why.text + u"; the defaults are used"_s}};
}

core::Result<Preferences> Settings::readStrictly() const
{
    const auto values = readIniFile(m_path);
    if (!values)
        return values.error();
    QStringList flaws;
    Preferences preferences =
        preferencesFrom(*values, m_path, [&flaws](const QString &flaw) { flaws.append(flaw); });
    const QStringList unknown = unknownIn(*values);
    for (const QString &key : unknown)
        flaws.append(u"%1: %2: there is no such setting"_s.arg(m_path, key));
    if (!flaws.isEmpty())
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = flaws.first()};
    return preferences;
}

QString Settings::keepAside() const
{
    const QString stamp = m_clock.wallTime().toString(u"yyyyMMdd-HHmmss"_s);
    for (int copy = 1; copy < 100; ++copy) {
        const QString aside = m_path + u".corrupt-"_s + stamp + (copy > 1 ? u"-%1"_s.arg(copy) : QString());
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(m_path, aside))
            return u"it was kept as %1"_s.arg(aside);
        break;
    }
    return u"it could not be renamed and stays where it is"_s;
}

} // namespace model
