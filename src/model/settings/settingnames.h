#pragma once

#include "model/settings/initext.h"

namespace model {

/// Of the names in a settings file. 1: there was no number. 2: requests/timeout, which was
/// connection/requestTimeout though it connects nothing anew.
inline constexpr int SettingsVersion = 2;

/// "settings/version", which says by which version's names a file was written last.
QString settingsVersionKey();

/// The number that stands there; 1 where none does, 0 for what is no number.
int versionOf(const IniText &text);

/// Of a file that a newer Tallylight has written: a sentence without an end that says so. Nothing is taken
/// from such a file, wherever it stands, as what it says may mean something else by now.
std::optional<QString> newerText(const IniText &text, const QString &path);

/// The name of today of a setting that had another one in an earlier version; nothing for all others.
std::optional<QString> successorOf(const QString &formerName);

/// Under which name the text has this setting, by its name of today: that one, else an earlier one; nothing
/// where it has none of them.
std::optional<QString> nameIn(const IniText &text, const QString &key);

/// A name that leaves open which value is meant.
struct DoubledSetting
{
    QString name = {};
    QString why = {};    ///< in words that follow "name: "
    QString counts = {}; ///< which one is taken where nothing better can be done, likewise
};
/// Names that stand more than once, and earlier ones beside that of today; sorted.
QList<DoubledSetting> doubledIn(const IniText &text);

/// Replaces the names of earlier versions by those of today, with their values, and brings the version up to
/// date: that of a newer program stays, as do its names.
void bringUpToDate(IniText &text);

} // namespace model
