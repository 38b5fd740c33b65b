#include "app/terminal/terminal.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {

void print(FILE *to, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
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
