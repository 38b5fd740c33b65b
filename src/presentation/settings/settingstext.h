#pragma once

#include "model/link/serverpasswords.h"
#include "model/settings/edit/connectiondraft.h"
#include "model/settings/edit/typedsettings.h"
#include "model/settings/profile.h"

#include <QString>

namespace presentation {

/// What is wrong with a field of the connection's settings and what would be right; empty: nothing.
QString connectionFlawText(model::ConnectionFlaw flaw, model::ConnectionField field);

/// Why a setting is not what the settings file says, and whether it can be changed; empty where it comes from
/// there.
QString settingSourceText(model::SettingSource source);

/// What is wrong with a field that is typed, and what would be right; empty: nothing.
QString typedFlawText(const model::TypedSettings &typed, const QString &key);

/// What others have laid down of a page's settings, whose names these are.
QString fixedSettingsText(model::SettingSource source, const QStringList &names);

/// What people call a setting.
QString settingName(const QString &key);
/// What a file of settings would change here; `fixed`: so many it cannot.
QString importText(const QString &path, const QStringList &names, qsizetype fixed);

/// What is said below the settings while they are being saved,
QString savingText();
/// and before.
QString settingEffectText(bool reconnects, bool waitsForNextStart);

/// What the person is asked for, for which server.
QString passwordTitle(const model::ServerPasswords::Question &question);
QString passwordReason(const model::ServerPasswords::Question &question);
/// Whether it can be kept, where not why; empty when it can.
QString keychainText(model::ServerPasswords::Keychain keychain);

} // namespace presentation
