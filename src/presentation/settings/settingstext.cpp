#include "presentation/settings/settingstext.h"

#include "presentation/presence/commandtext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;
using model::ConnectionField;
using model::ConnectionFlaw;
using model::ServerPasswords;
using model::SettingSource;
using TypedFlaw = model::TypedSettings::Flaw;

namespace presentation {

namespace {

class SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::SettingsText)
};

struct NamedSetting
{
    const char *key;
    const char *name;
};
constexpr NamedSetting NamedSettings[] = {
    {"connection/servers", QT_TRANSLATE_NOOP("presentation::SettingsText", "SIP Server and backup")},
    {"connection/caFile", QT_TRANSLATE_NOOP("presentation::SettingsText", "Authorities")},
    {"connection/clientCertificate", QT_TRANSLATE_NOOP("presentation::SettingsText", "Client certificate")},
    {"connection/clientKey", QT_TRANSLATE_NOOP("presentation::SettingsText", "Key of the certificate")},
    {"connection/pins", QT_TRANSLATE_NOOP("presentation::SettingsText", "Key pins")},
    {"connection/addpTimeout",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "How often the server is asked")},
    {"connection/addpRemoteTimeout",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "How often the server asks")},
    {"requests/timeout", QT_TRANSLATE_NOOP("presentation::SettingsText", "Wait for an answer")},
    {"agent/dns", QT_TRANSLATE_NOOP("presentation::SettingsText", "Your DN")},
    {"agent/id", QT_TRANSLATE_NOOP("presentation::SettingsText", "Agent ID")},
    {"agent/queue", QT_TRANSLATE_NOOP("presentation::SettingsText", "Queue")},
    {"agent/role", QT_TRANSLATE_NOOP("presentation::SettingsText", "Agent or supervisor")},
    {"supervisor/dns", QT_TRANSLATE_NOOP("presentation::SettingsText", "DNs to watch")},
    {"supervisor/dnFile", QT_TRANSLATE_NOOP("presentation::SettingsText", "File with DNs to watch")},
    {"supervisor/routingPoints", QT_TRANSLATE_NOOP("presentation::SettingsText", "Routing points")},
    {"look/language", QT_TRANSLATE_NOOP("presentation::SettingsText", "Language")},
    {"look/theme", QT_TRANSLATE_NOOP("presentation::SettingsText", "Theme")},
    {"recording/startService", QT_TRANSLATE_NOOP("presentation::SettingsText", "Number for start")},
    {"recording/stopService", QT_TRANSLATE_NOOP("presentation::SettingsText", "Number for stop")},
    {"recording/pauseService", QT_TRANSLATE_NOOP("presentation::SettingsText", "Number for pause")},
    {"recording/resumeService", QT_TRANSLATE_NOOP("presentation::SettingsText", "Number for resume")},
    {"recording/stateKey", QT_TRANSLATE_NOOP("presentation::SettingsText", "Key of the state")},
    {"recording/fileKey", QT_TRANSLATE_NOOP("presentation::SettingsText", "Key of the file")},
    {"recording/onWord", QT_TRANSLATE_NOOP("presentation::SettingsText", "Word for recording")},
    {"recording/offWord", QT_TRANSLATE_NOOP("presentation::SettingsText", "Word for not recording")},
    {"recording/pausedWord", QT_TRANSLATE_NOOP("presentation::SettingsText", "Word for paused")},
    {"recording/atTransfer", QT_TRANSLATE_NOOP("presentation::SettingsText", "Recording at a transfer")},
    {"agent/notReadyReasons", QT_TRANSLATE_NOOP("presentation::SettingsText", "Reasons for not ready")},
    {"agent/logoutReasons", QT_TRANSLATE_NOOP("presentation::SettingsText", "Reasons for logging out")},
    {"agent/freeReasons", QT_TRANSLATE_NOOP("presentation::SettingsText", "Reasons of one's own")},
    {"pauseGuard/limit", QT_TRANSLATE_NOOP("presentation::SettingsText", "Limit of a pause")},
    {"pauseGuard/limits", QT_TRANSLATE_NOOP("presentation::SettingsText", "Limits for some DNs and queues")},
    {"window/opensAs", QT_TRANSLATE_NOOP("presentation::SettingsText", "Opens as")},
    {"window/closingMeans", QT_TRANSLATE_NOOP("presentation::SettingsText", "Closing the window")},
    {"tray/shown", QT_TRANSLATE_NOOP("presentation::SettingsText", "Light in the tray")},
    {"notifications/ringing", QT_TRANSLATE_NOOP("presentation::SettingsText", "Tell calls that ring")},
    {"notifications/refusals",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "Tell what could not be done")},
    {"notifications/doubt",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "Tell that it is not certain what is recorded")},
    {"notifications/pauseGuard",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "Tell that a recording stays paused")},
    {"notifications/parties",
     QT_TRANSLATE_NOOP("presentation::SettingsText", "Tell the other party's number")},
    {"keys/speaks", QT_TRANSLATE_NOOP("presentation::SettingsText", "Speak the state")},
    {"calls/caseKeys", QT_TRANSLATE_NOOP("presentation::SettingsText", "Case data on the card")},
    {"journal/keepDays", QT_TRANSLATE_NOOP("presentation::SettingsText", "How long the journal is kept")},
};

model::NumberRange rangeOf(ConnectionField field)
{
    return field == ConnectionField::RequestTimeout ? model::RequestSeconds : model::AddpSeconds;
}

} // namespace

QString connectionFlawText(ConnectionFlaw flaw, ConnectionField field)
{
    switch (flaw) {
    case ConnectionFlaw::None: return {};
    case ConnectionFlaw::NoHost: return SettingsWords::tr("Give the server's name or address, too.");
    case ConnectionFlaw::BadHost:
        return SettingsWords::tr(
            "Give a name like sip-server.example or an address like 192.0.2.7, and nothing else.");
    case ConnectionFlaw::BadPort:
        return SettingsWords::tr("Give the server's port, a number from 1 to 65535.");
    case ConnectionFlaw::BackupAlone: return SettingsWords::tr("A backup needs a primary server before it.");
    case ConnectionFlaw::SameServer:
        return SettingsWords::tr("Primary and backup are the same server: give another backup.");
    case ConnectionFlaw::EncryptionDiffers:
        return SettingsWords::tr("Encrypt both servers or neither: a backup must not end the encryption.");
    case ConnectionFlaw::NotAPath:
        return SettingsWords::tr("Give the whole path of the file, from the root on.");
    case ConnectionFlaw::NoFile: return SettingsWords::tr("There is no such file, or you may not read it.");
    case ConnectionFlaw::KeyWithoutCertificate:
        return SettingsWords::tr("A key needs its certificate: give the certificate's file above.");
    case ConnectionFlaw::BadPin:
        return SettingsWords::tr("A pin is sha256/ and 44 characters of base64; put commas between several.");
    case ConnectionFlaw::BadSeconds:
        return SettingsWords::tr("Give a whole number of seconds from %1 to %2.")
            .arg(rangeOf(field).least)
            .arg(rangeOf(field).most);
    }
    Q_UNREACHABLE();
}

QString settingSourceText(SettingSource source)
{
    switch (source) {
    case SettingSource::Settings: return {};
    case SettingSource::CommandLine:
        return SettingsWords::tr("Given for this run alone, on the command line or at the set-up. What you "
                                 "save here applies to later runs without it.");
    case SettingSource::Policy:
        return SettingsWords::tr("Set by your administrator; it cannot be changed here.");
    case SettingSource::Practice:
        return SettingsWords::tr("Practice has a server of its own; it cannot be changed here.");
    }
    Q_UNREACHABLE();
}

QString typedFlawText(const model::TypedSettings &typed, const QString &key)
{
    switch (typed.flawIn(key)) {
    case TypedFlaw::None: return {};
    case TypedFlaw::NotOneWord: return SettingsWords::tr("Give one word without spaces.");
    case TypedFlaw::NotDns:
        return SettingsWords::tr("Give DNs like 7001 or ranges like 7000-7099, with commas between them.");
    case TypedFlaw::NotANumber:
        return model::rangeOf(key).most == std::numeric_limits<int>::max()
                   ? SettingsWords::tr("Give a whole number above 0.")
                   : SettingsWords::tr("Give a whole number from %1 to %2.")
                         .arg(model::rangeOf(key).least)
                         .arg(model::rangeOf(key).most);
    case TypedFlaw::NotALimit:
        return SettingsWords::tr("Give 0 for none, or a whole number of seconds from %1 to %2.")
            .arg(model::PauseSeconds.least)
            .arg(model::PauseSeconds.most);
    case TypedFlaw::NotLimits:
        return SettingsWords::tr(
            "Give limits like 7001=90, a DN or queue and seconds, with commas between them.");
    case TypedFlaw::NotAPath: return SettingsWords::tr("Give the whole path of the file, from the root on.");
    case TypedFlaw::NoFile: return SettingsWords::tr("There is no such file, or you may not read it.");
    case TypedFlaw::Empty: return SettingsWords::tr("This must not be empty.");
    case TypedFlaw::Clash:
        return SettingsWords::tr("“%1” and “%2” must differ.", "two fields")
            .arg(settingName(key), settingName(typed.clashOf(key)));
    case TypedFlaw::AnothersWord:
        return SettingsWords::tr(
                   "“%1” usually stands for another state: give the word that your recorder writes.")
            .arg(plainText(typed.typed(key), 50));
    case TypedFlaw::Other: return SettingsWords::tr("This cannot be used.");
    }
    Q_UNREACHABLE();
}

QString fixedSettingsText(SettingSource source, const QStringList &names)
{
    const QString list = names.join(u", "_s);
    const int count = int(names.size());
    return source == SettingSource::Practice
               ? SettingsWords::tr(
                     "Practice has a server of its own: %n of these cannot be changed here (%1).", "settings",
                     count)
                     .arg(list)
               : SettingsWords::tr("%n of these are set by your administrator (%1).", "settings", count)
                     .arg(list);
}

QString settingName(const QString &key)
{
    for (const NamedSetting &named : NamedSettings) {
        if (key == QLatin1StringView(named.key))
            return SettingsWords::tr(named.name);
    }
    for (const model::Command command : model::AllCommands) {
        if (key == model::keySetting(command))
            return SettingsWords::tr("Key for “%1”").arg(commandText(command));
        if (key == model::hotkeySetting(command))
            return SettingsWords::tr("Key in every program for “%1”").arg(commandText(command));
    }
    return key;
}

QString importText(const QString &path, const QStringList &names, qsizetype fixed)
{
    const QString file = plainText(path, 200);
    QStringList lines{
        names.isEmpty()
            ? SettingsWords::tr("%1 says nothing that is not so already.", "a file").arg(file)
            : SettingsWords::tr("%1 changes %n setting(s): %2.", "a file, settings", int(names.size()))
                  .arg(file, names.join(u", "_s))};
    if (fixed > 0)
        lines +=
            SettingsWords::tr("%n setting(s) cannot be changed here and will stay.", "settings", int(fixed));
    if (!names.isEmpty())
        lines += SettingsWords::tr("Nothing is saved before you press Save.");
    return lines.join(u"\n\n"_s);
}

QString savingText()
{
    return SettingsWords::tr("Saving… You can close this window; saving goes on.");
}

QString settingEffectText(bool reconnects, bool waitsForNextStart)
{
    if (reconnects && waitsForNextStart)
        return SettingsWords::tr("Saving connects anew. Some of it applies from the next start on.");
    if (reconnects)
        return SettingsWords::tr("Saving connects anew.");
    return waitsForNextStart ? SettingsWords::tr("It applies from the next start on.") : QString();
}

QString passwordTitle(const ServerPasswords::Question &question)
{
    return SettingsWords::tr("Password for %1", "a server").arg(plainText(question.server, 100));
}

QString passwordReason(const ServerPasswords::Question &question)
{
    QStringList sentences{
        question.wasRefused
            ? SettingsWords::tr("The server has refused the password. Until it has the right one there "
                                "is no connection, and nothing is certain.")
            : SettingsWords::tr("The server wants a password. Until it has one there is no connection, "
                                "and nothing is certain.")};
    if (!question.isEncrypted)
        sentences += SettingsWords::tr(
            "The connection is not encrypted: others on the network can read what you enter.");
    return sentences.join(u"\n\n"_s);
}

QString keychainText(ServerPasswords::Keychain keychain)
{
    switch (keychain) {
    case ServerPasswords::Keychain::Usable: return {};
    case ServerPasswords::Keychain::Missing:
        return SettingsWords::tr(
            "There is no keychain on this computer, so the password is asked for each time.");
    case ServerPasswords::Keychain::Denied:
        return SettingsWords::tr(
            "The keychain is locked or may not be used, so the password is asked for each time: unlock it, "
            "and allow Tallylight to use it.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
