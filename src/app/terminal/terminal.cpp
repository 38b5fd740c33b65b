#include "app/terminal/terminal.h"

#include <QCommandLineParser>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace app {

bool print(FILE *to, const QByteArray &line)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
    const bool isTaken = std::fwrite(line.constData(), 1, size_t(line.size()), to) == size_t(line.size()) &&
                         std::fputc('\n', to) != EOF;
    return std::fflush(to) == 0 && isTaken;
}

QString cannotPrint()
{
    return u"standard output cannot be written, so what it has is not all: %1"_s.arg(qt_error_string(errno));
}

ExitCode answer(const QString &program, const QByteArray &line)
{
    return print(stdout, line) ? ExitCode::Done : fail(ExitCode::Refused, program, cannotPrint());
}

void warn(const QString &program, const QString &sentence)
{
    // One line, whatever a name or a message from outside contains.
    print(stderr, (program + u": "_s + sentence.simplified()).toLocal8Bit());
}

ExitCode fail(ExitCode code, const QString &program, const QString &sentence)
{
    warn(program, sentence);
    return code;
}

std::optional<QString> parseTrouble(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    if (parser.parse(arguments))
        return std::nullopt;
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return u"there is no option \"%1\""_s.arg(unknown.first());
    QString why = parser.errorText();
    if (why.endsWith(u'.'))
        why.chop(1);
    return why;
}

} // namespace app
