#include "presentation/link/connectionfacts.h"

#include "presentation/words/connectiontext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using model::ConnectionState;

namespace presentation {

namespace {

class ConnectionFactWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ConnectionFacts)
};

QString serverLine(const model::ServerConnection &connection, qsizetype place, const ConnectionLook &look)
{
    const tlib::Endpoint &server = connection.servers().at(place);
    const QString address = plainText(server.address(), 100);
    const QString line = place == 0 ? ConnectionFactWords::tr("Server: %1").arg(address)
                                    : ConnectionFactWords::tr("Backup: %1").arg(address);
    const bool isHere = server.isSameServer(connection.endpoint()) && connection.security();
    if (!isHere)
        return line;
    return look.role.isEmpty()
               ? ConnectionFactWords::tr("%1 (connected)", "a server").arg(line)
               : ConnectionFactWords::tr("%1 (connected, %2)", "a server, its role").arg(line, look.role);
}

QString signsOfLife(const tlib::Endpoint &server)
{
    return server.addpTimeout > 0 ? ConnectionFactWords::tr("Signs of life (ADDP): every %n second(s)",
                                                            nullptr, server.addpTimeout)
                                  : ConnectionFactWords::tr("Signs of life (ADDP): not asked for");
}

} // namespace

std::optional<ConnectionNews> connectionNews(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    const ConnectionLook look = connectionLook(desk, now);
    if (look.dot != ConnectionLook::Dot::Good) {
        const bool isTrouble = look.dot == ConnectionLook::Dot::Trouble;
        return ConnectionNews{.shape = isTrouble ? Shape::Question : Shape::Hourglass,
                              .isTrouble = isTrouble,
                              .word = look.word,
                              .note = look.note};
    }
    if (look.isDnRefused)
        return ConnectionNews{.isTrouble = true, .word = ConnectionFactWords::tr("DN not monitored")};
    if (look.security && !look.security->isEncrypted)
        return ConnectionNews{.shape = Shape::OpenLock, .word = look.security->word};
    if (!connection.servers().isEmpty() && !connection.endpoint().isSameServer(connection.servers().first()))
        return ConnectionNews{.shape = Shape::Info, .word = ConnectionFactWords::tr("On the backup server")};
    return {};
}

QStringList connectionFacts(const model::Desk &desk, core::Instant now, const QDateTime &since)
{
    const model::ServerConnection &connection = desk.connection;
    const ConnectionLook look = connectionLook(desk, now);
    QStringList lines{look.note.isEmpty()
                          ? ConnectionFactWords::tr("State: %1").arg(look.word)
                          : ConnectionFactWords::tr("State: %1 (%2)", "a state, what is being done")
                                .arg(look.word, look.note)};
    if (since.isValid())
        lines += ConnectionFactWords::tr("Since: %1")
                     .arg(QLocale().toString(since.toLocalTime().time(), u"HH:mm:ss"_s));
    if (connection.trouble())
        lines += troubleText(*connection.trouble(), true);
    for (qsizetype place = 0; place < connection.servers().size(); ++place)
        lines += serverLine(connection, place, look);
    if (connection.servers().isEmpty())
        lines += ConnectionFactWords::tr("No server is given.");
    if (look.security)
        lines += look.security->full;
    if (!connection.servers().isEmpty())
        lines += signsOfLife(connection.endpoint());
    lines += look.dns;
    return lines;
}

} // namespace presentation
