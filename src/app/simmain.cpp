#include "app/platform/standardinput.h"
#include "app/simulator/simulatorserver.h"
#include "app/terminal/signals.h"
#include "app/terminal/terminal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>

namespace {

using namespace Qt::StringLiterals;

using app::ExitCode;

const QString Program = u"tallylight-sim"_s;

struct ListenAddress
{
    QHostAddress address = {};
    quint16 port = 0;
};

int fail(ExitCode code, const QString &sentence)
{
    return int(app::fail(code, Program, sentence));
}

std::optional<ListenAddress> listenAddressFrom(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address =
        host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (colon < 0 || !isNumber || address.isNull())
        return std::nullopt;
    return ListenAddress{address, port};
}

QString shown(const QHostAddress &address, quint16 port)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString()).arg(port);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A SIP Server simulator that speaks the open T-Lib profile on TCP or TLS.\n\n"
        "Prints \"listening on ADDR:PORT\", then takes commands on standard input, one JSON object a line, "
        "and\n"
        "answers each with a JSON line; end of input ends it.\n"
        "Exit codes: 0 done, 1 a file or the port cannot be used, 2 wrong usage."_s);
    parser.addOptions({
        {u"listen"_s, u"Where to listen; port 0 takes any free one (default 127.0.0.1:0)."_s, u"ADDR:PORT"_s,
         u"127.0.0.1:0"_s},
        {u"config"_s, u"The switch as a JSON file (default: a small one that is built in)."_s, u"FILE"_s,
         QString::fromLatin1(app::shippedSwitch)},
        {u"script"_s, u"Commands with times, as a JSON file."_s, u"FILE"_s},
        {u"backup-of"_s,
         u"Is the hot standby of the simulator there, which is told everything and takes over when that one "
         u"is "
         "lost."_s,
         u"ADDR:PORT"_s},
        {u"log"_s, u"Writes every event as T-Server log text, into a new file."_s, u"FILE"_s},
        {u"tls-cert"_s, u"Speaks TLS, and nothing else, with this certificate (PEM); needs --tls-key."_s,
         u"FILE"_s},
        {u"tls-key"_s, u"The key to --tls-cert (PEM, RSA or EC, without a passphrase)."_s, u"FILE"_s},
        {u"help"_s, u"Shows this and ends."_s},
        {u"version"_s, u"Shows the version and ends."_s},
    });
}

/// Answers the lines of standard input until they end or one says "quit".
void serveInput(app::StandardInput &input, simulator::Commands &commands)
{
    QObject::connect(&input, &app::StandardInput::ended, qApp, &QCoreApplication::quit);
    QObject::connect(&input, &app::StandardInput::lineReceived, qApp, [&commands](const QByteArray &line) {
        if (line.trimmed().isEmpty())
            return;
        const bool isLast = QJsonDocument::fromJson(line).object() == QJsonObject{{u"do"_s, u"quit"_s}};
        const QByteArray outcome = isLast
                                       ? QByteArray(R"({"ok":true})")
                                       : QJsonDocument(commands.runLine(line)).toJson(QJsonDocument::Compact);
        const ExitCode code = app::answer(Program, outcome);
        if (isLast || code != ExitCode::Done)
            QCoreApplication::exit(int(code));
    });
}

/// ADDR:PORT, or a URL as the desktop takes it.
core::Result<tlib::Endpoint> primaryFrom(const QString &text)
{
    if (text.contains(u"://"))
        return tlib::Endpoint::fromUrl(text);
    const auto where = listenAddressFrom(text);
    if (!where || where->port == 0) {
        return core::Error{.kind = core::ErrorKind::InvalidInput,
                           .text = u"\"%1\" is not ADDR:PORT, like 127.0.0.1:7007."_s.arg(text)};
    }
    return tlib::Endpoint{.host = where->address.toString(), .port = where->port};
}

int serve(const QCommandLineParser &options, const ListenAddress &where,
          const std::optional<tlib::Endpoint> &primary)
{
    auto configuration = simulator::SwitchConfiguration::fromFile(options.value(u"config"_s));
    if (!configuration)
        return fail(ExitCode::Refused, configuration.error().text);
    std::optional<simulator::Script> script;
    if (options.isSet(u"script"_s)) {
        auto read = simulator::Script::fromFile(options.value(u"script"_s));
        if (!read)
            return fail(ExitCode::Refused, read.error().text);
        script = *std::move(read);
    }

    core::SystemClock clock;
    app::SimulatorServer server(*configuration, clock);
    if (options.isSet(u"log"_s)) {
        if (const auto log = server.logTo(options.value(u"log"_s)); !log)
            return fail(ExitCode::Refused, log.error().text);
    }
    if (options.isSet(u"tls-cert"_s)) {
        const auto encrypted =
            server.encrypt({.certificate = options.value(u"tls-cert"_s), .key = options.value(u"tls-key"_s)});
        if (!encrypted)
            return fail(ExitCode::Refused, encrypted.error().text);
    }
    for (const auto failure : {&app::SimulatorServer::scriptFailed, &app::SimulatorServer::logFailed,
                               &app::SimulatorServer::pairChanged}) {
        QObject::connect(&server, failure, &server,
                         [](const QString &sentence) { app::warn(Program, sentence); });
    }
    if (primary)
        server.backUp(*primary);
    const auto port = server.listen(where.address, where.port);
    if (!port)
        return fail(ExitCode::Refused, port.error().text);
    const QByteArray place = "listening on " + shown(where.address, *port).toLatin1();
    if (const ExitCode code = app::answer(Program, place); code != ExitCode::Done)
        return int(code);
    if (script)
        server.play(*std::move(script));
    app::StandardInput input;
    serveInput(input, server.commands());
    const app::Signals signals;
    QObject::connect(&signals, &app::Signals::endRequested, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(Program);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYLIGHT_VERSION));

    QCommandLineParser options;
    describe(options);
    if (const auto trouble = app::parseTrouble(options, QCoreApplication::arguments()))
        return fail(ExitCode::WrongUsage, *trouble + u". See --help."_s);
    if (options.isSet(u"help"_s)) {
        return int(app::answer(Program, options.helpText().trimmed().toLocal8Bit()));
    }
    if (options.isSet(u"version"_s)) {
        return int(app::answer(Program, "tallylight-sim " TALLYLIGHT_VERSION));
    }
    if (const QStringList rest = options.positionalArguments(); !rest.isEmpty())
        return fail(ExitCode::WrongUsage, u"\"%1\" is not expected here. See --help."_s.arg(rest.first()));
    if (options.isSet(u"tls-cert"_s) != options.isSet(u"tls-key"_s))
        return fail(ExitCode::WrongUsage, u"--tls-cert and --tls-key go together: give both or neither."_s);
    const QString listen = options.value(u"listen"_s);
    const auto where = listenAddressFrom(listen);
    if (!where)
        return fail(ExitCode::WrongUsage,
                    u"--listen \"%1\" is not ADDR:PORT, like 127.0.0.1:7007."_s.arg(listen));
    std::optional<tlib::Endpoint> primary;
    if (options.isSet(u"backup-of"_s)) {
        auto read = primaryFrom(options.value(u"backup-of"_s));
        if (!read)
            return fail(ExitCode::WrongUsage, u"--backup-of "_s + read.error().text);
        primary = *std::move(read);
    }
    return serve(options, *where, primary);
}
