#pragma once

#include "app/commandline/options.h"
#include "model/dns/dnregistry.h"
#include "model/settings/policy.h"
#include "model/settings/profile.h"
#include "model/settings/settingsfile.h"

namespace app {

/// Everything that is decided before the first window: settings, then the command line, then the policy.
struct Startup
{
    Options options = {}; ///< of the command line, less what was changed since
    QString instance = {};
    QString policyPath = {};
    bool isDemo = false;
    std::optional<ReplayOptions> replay = {}; ///< a log in place of a server
    model::Preferences preferences = {};
    QString settingsFile = {};                         ///< that was read, and is written
    model::Preferences stored = {};                    ///< as that file has them
    QHash<QString, model::SettingSource> sources = {}; ///< of the preferences that are not as stored
    model::Policy policy = {};
    QList<tlib::Endpoint> servers = {}; ///< the primary, then its backup; empty: nothing is configured
    QList<model::DnEntry> entries = {}; ///< what to register; the own DNs first
    QStringList remarks = {};           ///< what a person should be told, one sentence each
};

/// `languages` are those that the program speaks. InvalidInput, Io and the like with one sentence when it
/// cannot be started so.
core::Result<Startup> prepare(const Options &options, const QString &policyFile, const QStringList &languages,
                              const core::Clock &clock);

/// As the desktop begins anew by itself after these settings were changed: what the command line said of them
/// does not count any more. `isPractice`: with the simulator inside, else without.
core::Result<Startup> prepareAgain(const Startup &before, const QStringList &changed, bool isPractice,
                                   const QStringList &languages, const core::Clock &clock);

/// Nobody has said yet where the calls are, or whose.
bool needsSetUp(const Startup &startup);

/// The servers of the preferences, completed, the primary first. InvalidInput when one is no address, or they
/// do not go together.
core::Result<QList<tlib::Endpoint>> endpointsFrom(const model::Preferences &preferences);

/// The endpoint with what the settings say of every server: authorities, certificate, pins, sign of life.
tlib::Endpoint completed(tlib::Endpoint endpoint, const model::Preferences &preferences);

} // namespace app
