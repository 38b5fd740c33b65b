#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/settings/agent/agentreasons.h"
#include "model/settings/agent/pauselimits.h"
#include "model/settings/choices.h"
#include "model/settings/keys/command.h"
#include "model/settings/recordingkeys.h"
#include "tlib/recordingnumbers.h"

#include <QStringList>

namespace model {

/// What differs from person to person and from site to site, with the defaults of a fresh installation.
/// Settings file, command line and policy each set some of it, in this order.
struct Preferences
{
    QStringList servers = {}; ///< tlib:// or tlibs:// addresses: the primary, then the backup
    QString caFile = {}; ///< PEM, absolute: the only authorities trusted for tlibs://; empty: the system's
    QString clientCertificate = {}; ///< PEM, absolute: shown to a server that asks for one
    QString clientKey = {};         ///< PEM, absolute; empty: it stands in clientCertificate
    QList<QByteArray> pins = {};    ///< SHA-256 of the servers' public keys; empty: any that is certified
    QStringList dns = {}; ///< the first one is the person's own; the supervisor's others may be ranges
    QString agentId = {};
    QString queue = {};
    Role role = Role::Agent;
    AgentReasons agentReasons = {};
    QStringList watchedDns = {};    ///< by a supervisor: DNs and ranges
    QString dnFile = {};            ///< a file with more of them and their agents' names; absolute
    QStringList routingPoints = {}; ///< DNs and ranges on which calls wait for the supervisor to route them
    QString language = {};          ///< "de"; empty follows the system
    ThemeChoice theme = ThemeChoice::System;
    core::Duration requestTimeOut = std::chrono::seconds(5);
    tlib::RecordingNumbers services = {};
    RecordingKeys keys = {};
    AtTransfer atTransfer = AtTransfer::Ends; ///< of the recording of an agent who hands a call on
    QStringList caseKeys = {};                ///< of the calls' user data, to be shown on their cards
    PauseLimits pauseLimits = {};             ///< without `resumes`, which is the policy's
    int addpTimeout = 10; ///< seconds of silence after which this side polls; 0 switches it off
    int addpRemoteTimeout = 10;
    int journalKeepDays = 400; ///< older entries of the journal are taken out
    OpensAs opensAs = OpensAs::Window;
    ClosingMeans closingMeans = ClosingMeans::Quit;
    bool showsTray = true;
    TellingChoice telling = {};
    KeyTable keysInWindow = KeyTable::inWindow();
    KeyTable keysEverywhere = KeyTable::everywhere();
    bool speaks = true; ///< the state that is asked for by key is spoken, too, where a speech service answers

    bool operator==(const Preferences &) const = default;
};

struct NumberRange
{
    int least = 0;
    int most = 0;
};
inline constexpr NumberRange RequestSeconds{3, 30};
inline constexpr NumberRange AddpSeconds{0, 3600};
inline constexpr NumberRange PauseSeconds{10, 3600}; ///< and 0, for none
inline constexpr NumberRange JournalDays{1, 36500};

/// "connection/servers" and so on: section and name, as settings and policy files write them.
QStringList preferenceKeys();

/// "keys/pause": the setting of a command's key in the windows, and in every program.
QString keySetting(Command command);
QString hotkeySetting(Command command);

/// Sets the preference of this name from the value that a file gives. InvalidInput with a sentence that says
/// what would be right; NotFound when there is no such preference. Nothing is changed then.
core::Result<core::Done> assign(Preferences &preferences, const QString &key, const QStringList &value);

/// The value of this name as assign() takes it and a file writes it: one text, or the parts of a list; empty
/// when there is no such preference.
QStringList valueOf(const Preferences &preferences, const QString &key);

/// The names under which the two differ.
QStringList differenceOf(const Preferences &one, const Preferences &other);

/// Whether the word that this setting would get stands by default for another state of a recording, in any
/// case of letters: a light that took it would be wrong without a word.
bool isWordOfAnotherState(const QString &key, const QString &word);

/// One sentence when values that are right by themselves do not go together.
std::optional<QString> contradictionIn(const Preferences &preferences);

} // namespace model
