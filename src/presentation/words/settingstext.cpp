#include "presentation/words/settingstext.h"

#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::ConnectionField;
using model::ConnectionFlaw;
using model::ServerPasswords;
using model::SettingSource;

namespace presentation {

namespace {

class SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::SettingsText)
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
        return SettingsWords::tr(
            "Given on the command line for this run. What you save here applies to later runs without it.");
    case SettingSource::Policy:
        return SettingsWords::tr("Set by your administrator; it cannot be changed here.");
    case SettingSource::Practice:
        return SettingsWords::tr("Practice has a server of its own; it cannot be changed here.");
    }
    Q_UNREACHABLE();
}

QString savingText()
{
    return SettingsWords::tr("Saving… You can close this window; saving goes on.");
}

QString settingEffectText(bool reconnects, bool needsRestart)
{
    if (reconnects && needsRestart)
        return SettingsWords::tr("Saving connects anew. Some of it applies from the next start on.");
    if (reconnects)
        return SettingsWords::tr("Saving connects anew.");
    return needsRestart ? SettingsWords::tr("It applies from the next start on.") : QString();
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
            "The keychain is locked or may not be used, so the password is asked for each time.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
