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
    const QStringList known = preferenceKeys();
    for (auto value = values->keyBegin(); value != values->keyEnd(); ++value) {
        if (!known.contains(*value))
            flaws.append(u"%1: %2: there is no such setting"_s.arg(m_path, *value));
    }
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
