#pragma once

#include "core/result.h"
#include "model/settings/preferences.h"
#include "tlib/endpoint.h"

#include <QHash>
#include <QStringList>

#include <variant>

namespace app {

inline const QString DesktopProgram = QStringLiteral("tallylight");

inline const QString StandardInput = QStringLiteral("-");

/// A log in place of a server.
struct ReplayOptions
{
    static constexpr double AtOnce = 0; ///< a speed: as fast as it can be read

    QStringList paths = {};   ///< files and folders, absolute; "-" alone: standard input
    QString shownAs = {};     ///< to people, in place of the path
    bool takesSeries = false; ///< and what the server wrote before and after
    bool follows = false;     ///< the last file grows
    double speed = 1;         ///< so many of the log's seconds in one of ours
    bool isSummary = false;   ///< printed, a line for each call; no window
};

/// The command line of the desktop: only what was given. Everything in here is right by itself.
struct Options
{
    QStringList servers = {}; ///< addresses that tlib::Endpoint takes: the primary, then its backup
    std::optional<model::Role> role = {};
    QStringList dns = {}; ///< the first one is the person's own; a supervisor's others may be ranges
    std::optional<QString> dnFile = {}; ///< absolute
    QStringList routingPoints = {};
    std::optional<QString> agentId = {};
    std::optional<QString> queue = {};
    QString instance = {};
    std::optional<QString> configFile = {};
    std::optional<QString> language = {};
    /// Settings by their keys for this run alone: no option, but what the assistant could not save.
    QHash<QString, QStringList> unsaved = {};
    bool isDemo = false;
    std::optional<ReplayOptions> replay = {};
};

/// A text to print in place of doing anything: --help, --version.
struct OptionsText
{
    QString text = {};
};

/// `arguments` begins with the program's name; `languages` are those that the program speaks. InvalidInput
/// with one sentence when something is wrong.
core::Result<std::variant<Options, OptionsText>> optionsFrom(const QStringList &arguments,
                                                             const QStringList &languages);

} // namespace app
