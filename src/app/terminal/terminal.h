#pragma once

#include <QStringList>

#include <cstdio>
#include <optional>

class QCommandLineParser;

namespace app {

/// What every program of this project returns.
enum class ExitCode {
    Done = 0,
    Refused = 1,     ///< or failed; the reason is on stderr
    WrongUsage = 2,  ///< the command line
    NobodyThere = 3, ///< nothing to talk to
    TimedOut = 4,
};

/// A line, at once: whoever started us may wait for it. False when it was not taken whole, errno saying why:
/// the disk is full, or nobody reads any more (which ends no program of ours by a signal).
bool print(FILE *to, const QByteArray &line);
/// The sentence for it; right after print().
QString cannotPrint();
/// A line of what was asked for, on standard output. Refused when it was not taken, after the sentence that
/// says so: whoever reads the output must not take a part for the whole.
ExitCode answer(const QString &program, const QByteArray &line);
/// "program: sentence" on stderr.
void warn(const QString &program, const QString &sentence);
/// The same, when it is the reason to end.
ExitCode fail(ExitCode code, const QString &program, const QString &sentence);

/// Reads the command line: "-platform" names one option, not eight. One sentence when it is wrong, which
/// lacks only the remedy.
std::optional<QString> parseTrouble(QCommandLineParser &parser, const QStringList &arguments);

} // namespace app
