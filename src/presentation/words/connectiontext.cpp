#include "presentation/words/connectiontext.h"

#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::AgentAction;
using model::AgentState;
using model::ConnectionState;
using model::MonitorState;
using model::RecordingState;

namespace presentation {

namespace {

class ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ConnectionText)
};

/// An attempt after a failure looks like the failure that it tries to end: the header does not flicker.
bool isRetrying(const model::ServerConnection &connection)
{
    return connection.state() == ConnectionState::Connecting && connection.trouble();
}

QString stateWord(const model::ServerConnection &connection)
{
    const bool wasConnected = connection.wasConnected();
    switch (connection.state()) {
    case ConnectionState::Offline:
        return connection.hasGivenUp() ? ConnectionWords::tr("Offline")
                                       : ConnectionWords::tr("Not connected");
    case ConnectionState::Connecting:
        if (!isRetrying(connection))
            return ConnectionWords::tr("Connecting…");
        [[fallthrough]];
    case ConnectionState::Lost:
        return wasConnected ? ConnectionWords::tr("Link lost") : ConnectionWords::tr("No connection");
    case ConnectionState::Registering: return ConnectionWords::tr("Registering…");
    case ConnectionState::Connected:
        return connection.isOverdue() ? ConnectionWords::tr("No sign of life")
                                      : ConnectionWords::tr("Connected");
    case ConnectionState::Waiting: return ConnectionWords::tr("Waiting for SIP Server");
    }
    Q_UNREACHABLE();
}

ConnectionLook::Dot dotOf(const model::ServerConnection &connection)
{
    if (connection.isOverdue())
        return ConnectionLook::Dot::Trouble;
    switch (connection.state()) {
    case ConnectionState::Connected: return ConnectionLook::Dot::Good;
    case ConnectionState::Connecting:
        return isRetrying(connection) ? ConnectionLook::Dot::Trouble : ConnectionLook::Dot::Working;
    case ConnectionState::Registering: return ConnectionLook::Dot::Working;
    case ConnectionState::Offline:
    case ConnectionState::Waiting:
    case ConnectionState::Lost: return ConnectionLook::Dot::Trouble;
    }
    Q_UNREACHABLE();
}

/// What is being done about a connection that is not there.
QString retryText(const model::ServerConnection &connection, core::Instant now)
{
    if (isRetrying(connection)) {
        const bool isBackup = connection.endpoint() != connection.servers().first();
        return isBackup ? ConnectionWords::tr("trying the backup…") : ConnectionWords::tr("trying again…");
    }
    const auto next = connection.nextAttempt();
    if (!next)
        return {};
    const int seconds = secondsUntil(*next, now);
    return connection.state() == ConnectionState::Waiting
               ? ConnectionWords::tr("looking elsewhere in %1 s").arg(seconds)
               : ConnectionWords::tr("next try in %1 s").arg(seconds);
}

QString roleText(const model::ServerConnection &connection)
{
    return connection.role() == model::ServerRole::Backup ? ConnectionWords::tr("backup")
                                                          : ConnectionWords::tr("primary");
}

/// How far the registration is; of a single DN there is nothing to count.
QString progressText(const model::DnRegistry::Progress &progress)
{
    if (progress.total <= 1)
        return {};
    return ConnectionWords::tr("%1 of %n DN(s)", "so many have been answered", int(progress.total))
        .arg(progress.answered);
}

QString noteOf(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    if (connection.isOverdue())
        return ConnectionWords::tr("waiting for its answer…");
    switch (connection.state()) {
    case ConnectionState::Offline:
    case ConnectionState::Connected: return {};
    case ConnectionState::Registering: return progressText(desk.registry.progress());
    case ConnectionState::Connecting:
    case ConnectionState::Waiting:
    case ConnectionState::Lost: return retryText(connection, now);
    }
    Q_UNREACHABLE();
}

/// Why nothing is certain now, in a sentence; empty where all is well or the trouble says it.
QString doubtText(const model::ServerConnection &connection)
{
    if (connection.isOverdue())
        return ConnectionWords::tr(
            "The server has not answered for a moment; nothing is sent until it does.");
    if (connection.state() != ConnectionState::Waiting)
        return {};
    return connection.role() == model::ServerRole::Backup
               ? ConnectionWords::tr("This server is the backup and has not taken over.")
               : ConnectionWords::tr("SIP Server has lost the link to its switch.");
}

QString listOfDns(const QList<model::Dn> &dns)
{
    QStringList texts;
    for (const model::Dn &dn : dns)
        texts += plainText(dn.toString(), 40);
    return texts.join(u", "_s);
}

/// The DNs of this desktop, or those of them that the server does not let it watch.
QString dnText(const model::DnRegistry &registry, bool &isRefused)
{
    const QList<model::Dn> &all = registry.dns();
    QList<model::Dn> refused;
    std::copy_if(all.begin(), all.end(), std::back_inserter(refused),
                 [&](const model::Dn &dn) { return registry.stateOf(dn) == MonitorState::Refused; });
    isRefused = !refused.isEmpty();
    if (refused.size() > 3)
        return ConnectionWords::tr("%n DN(s) not monitored", nullptr, int(refused.size()));
    if (isRefused)
        return ConnectionWords::tr("DN %1 is not monitored", nullptr, int(refused.size()))
            .arg(listOfDns(refused));
    if (all.size() > 3)
        return ConnectionWords::tr("%n DN(s)", nullptr, int(all.size()));
    return all.isEmpty() ? ConnectionWords::tr("no DN")
                         : ConnectionWords::tr("DN %1", nullptr, int(all.size())).arg(listOfDns(all));
}

QString lossSentence(model::LinkLoss how)
{
    switch (how) {
    case model::LinkLoss::Closed: return ConnectionWords::tr("The server closed the connection.");
    case model::LinkLoss::Silent: return ConnectionWords::tr("The server has fallen silent.");
    case model::LinkLoss::NotTaking:
        return ConnectionWords::tr("The server does not take what this desktop sends.");
    case model::LinkLoss::Broken: return ConnectionWords::tr("The connection broke.");
    case model::LinkLoss::Other: break;
    }
    return ConnectionWords::tr("The connection ended.");
}

bool isNoSipServer(const core::Error &trouble)
{
    return trouble.kind == core::ErrorKind::TimedOut &&
           tlib::Unreached(trouble.reason) == tlib::Unreached::NoFirstWord;
}

/// Whether the error's text says no more than the sentence for it.
bool isAllSaid(const core::Error &trouble)
{
    switch (trouble.kind) {
    case core::ErrorKind::Untrusted: // what the system says of such a certificate is the same once more
        return model::TlsFlaw(trouble.reason) == model::TlsFlaw::SelfSigned;
    case core::ErrorKind::LinkLost:
        return model::LinkLoss(trouble.reason) == model::LinkLoss::Closed ||
               model::LinkLoss(trouble.reason) == model::LinkLoss::Silent;
    case core::ErrorKind::TimedOut: return isNoSipServer(trouble);
    case core::ErrorKind::Refused:
    case core::ErrorKind::NotConnected:
    case core::ErrorKind::NotAllowed:
    case core::ErrorKind::Malformed:
    case core::ErrorKind::InvalidInput:
    case core::ErrorKind::NotFound:
    case core::ErrorKind::Unreachable:
    case core::ErrorKind::Io: return false;
    }
    Q_UNREACHABLE();
}

QString troubleSentence(const core::Error &trouble)
{
    switch (trouble.kind) {
    case core::ErrorKind::Refused: return ConnectionWords::tr("SIP Server refuses the connection.");
    case core::ErrorKind::TimedOut:
        return isNoSipServer(trouble)
                   ? ConnectionWords::tr("What answers there does not speak as SIP Server does: check host, "
                                         "port and encryption.")
                   : ConnectionWords::tr("The server does not answer.");
    case core::ErrorKind::LinkLost: return lossSentence(model::LinkLoss(trouble.reason));
    case core::ErrorKind::NotConnected: return ConnectionWords::tr("There is no connection.");
    case core::ErrorKind::NotAllowed: return ConnectionWords::tr("The connection is not allowed.");
    case core::ErrorKind::Malformed:
        return ConnectionWords::tr("The server does not speak the expected protocol.");
    case core::ErrorKind::InvalidInput: return ConnectionWords::tr("The server's address is not valid.");
    case core::ErrorKind::NotFound: return ConnectionWords::tr("There is no server of this name.");
    case core::ErrorKind::Untrusted: return untrustedSentence(model::TlsFlaw(trouble.reason));
    case core::ErrorKind::Unreachable: return ConnectionWords::tr("The server cannot be reached.");
    case core::ErrorKind::Io: return ConnectionWords::tr("The network connection failed.");
    }
    Q_UNREACHABLE();
}

/// The one that the trouble is about, else the one that is there.
QString serverText(const model::ServerConnection &connection)
{
    const auto &server = connection.trouble() ? connection.troubledServer() : connection.endpoint();
    return plainText(server.address(), 100);
}

QString lostText(const model::ServerConnection &connection, core::Instant now)
{
    QStringList lines{serverText(connection)};
    if (connection.trouble()) {
        lines += troubleText(*connection.trouble(), true);
        if (connection.trouble()->kind == core::ErrorKind::Untrusted)
            lines += untrustedAdvice(model::TlsFlaw(connection.trouble()->reason));
    }
    lines += retryText(connection, now);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

EmptyLook connectedEmpty(const model::Desk &desk)
{
    bool isRefused = false;
    const QString dns = dnText(desk.registry, isRefused);
    if (isRefused)
        return {.title = dns,
                .text = ConnectionWords::tr(
                    "SIP Server does not let this desktop watch it, so its calls cannot be shown. "
                    "Check the DN, or ask your administrator."),
                .picture = EmptyPicture::Unknown};
    const QString here = ConnectionWords::tr("Calls on %1 will appear here.", "DN 7001").arg(dns);
    if (desk.agent.identity().dn.isEmpty())
        return {.title = ConnectionWords::tr("No calls"), .text = here};
    switch (desk.agent.state()) {
    case AgentState::Unknown:
    case AgentState::Ready: return {.title = ConnectionWords::tr("No calls"), .text = here};
    case AgentState::LoggedOut:
        return {.title = ConnectionWords::tr("You are logged out"),
                .text = ConnectionWords::tr("Log in to take calls."),
                .action = AgentAction::Login};
    case AgentState::NotReady:
        return {.title = ConnectionWords::tr("You are not ready"),
                .text = ConnectionWords::tr("Calls come once you are ready."),
                .action = AgentAction::Ready};
    case AgentState::AfterCallWork:
        return {.title = ConnectionWords::tr("After-call work"),
                .text = ConnectionWords::tr("Calls come once you are ready."),
                .action = AgentAction::Ready};
    }
    Q_UNREACHABLE();
}

} // namespace

QString troubleText(const core::Error &trouble, bool withDetail)
{
    QString text = troubleSentence(trouble);
    const QString detail = plainSentence(trouble.text, 200);
    if (withDetail && !detail.isEmpty() && !isAllSaid(trouble))
        text += u' ' + detail;
    return trouble.serverCode == 0
               ? text
               : ConnectionWords::tr("%1 (%2)", "text, error number").arg(text).arg(trouble.serverCode);
}

ConnectionLook connectionLook(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    ConnectionLook look{.dot = dotOf(connection),
                        .word = stateWord(connection),
                        .note = noteOf(desk, now),
                        .offersRetry = connection.hasGivenUp()};
    const bool hasServer = !connection.servers().isEmpty();
    if (const auto security = connection.security())
        look.security = securityLook(*security);

    // What is wrong comes first, where a narrow window still shows it.
    if (connection.state() == ConnectionState::Connected)
        look.role = roleText(connection);
    const QString server =
        look.role.isEmpty() ? serverText(connection) : serverText(connection) + u" · "_s + look.role;
    const QString dns = dnText(desk.registry, look.isDnRefused);
    look.dns = dns;
    const QString doubt = doubtText(connection);
    if (!doubt.isEmpty())
        look.where = doubt + u' ' + server;
    else if (connection.trouble())
        look.where = troubleText(*connection.trouble(), false) + u' ' + server;
    else if (!hasServer)
        look.where = dns;
    else
        look.where = look.isDnRefused ? dns + u" · "_s + server : server + u" · "_s + dns;

    QStringList full{look.word + u'.', (hasServer ? server + u" · "_s : QString()) + dns + u'.', doubt};
    if (connection.trouble())
        full += troubleText(*connection.trouble(), true);
    full.removeAll(QString());
    look.full = full.join(u' ');
    return look;
}

namespace {

EmptyPicture pictureOf(const model::ServerConnection &connection)
{
    switch (dotOf(connection)) {
    case ConnectionLook::Dot::Good: return EmptyPicture::Quiet;
    case ConnectionLook::Dot::Working: return EmptyPicture::Working;
    case ConnectionLook::Dot::Trouble: return EmptyPicture::Unknown;
    }
    Q_UNREACHABLE();
}

EmptyLook emptyWords(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    const QString server = serverText(connection);
    const ConnectionState state = isRetrying(connection) ? ConnectionState::Lost : connection.state();
    switch (state) {
    case ConnectionState::Offline:
        if (connection.hasGivenUp())
            return {.title = stateWord(connection),
                    .text = ConnectionWords::tr(
                        "The server has broken the protocol again and again, so Tallylight "
                        "has stopped trying. Tell your administrator, or choose “Connection…” in the menu.")};
        if (!connection.servers().isEmpty()) // a password is awaited, which a notice says
            return {.title = ConnectionWords::tr("Not connected"),
                    .text =
                        ConnectionWords::tr("The connection to %1 was closed. The message below says why.")
                            .arg(server)};
        return {.title = ConnectionWords::tr("Where are your calls?"),
                .text = ConnectionWords::tr("Tallylight asks for the server and your DN, and tests them."),
                .offersSetUp = true};
    case ConnectionState::Connecting:
    case ConnectionState::Registering:
        return {.title = ConnectionWords::tr("Connecting…"),
                .text = ConnectionWords::tr("Calls appear here as soon as %1 has answered.").arg(server)};
    case ConnectionState::Waiting:
        return {.title = ConnectionWords::tr("SIP Server is not ready"),
                .text = doubtText(connection) + u' ' +
                        ConnectionWords::tr("There is nothing to do here: Tallylight goes on by itself.")};
    case ConnectionState::Lost: return {.title = stateWord(connection), .text = lostText(connection, now)};
    case ConnectionState::Connected:
        if (connection.isOverdue())
            return {.title = stateWord(connection), .text = doubtText(connection)};
        return connectedEmpty(desk);
    }
    Q_UNREACHABLE();
}

} // namespace

EmptyLook emptyLook(const model::Desk &desk, core::Instant now)
{
    EmptyLook look = emptyWords(desk, now);
    // What has never served may have been set up wrongly; what is lost later is not.
    const model::ServerConnection &connection = desk.connection;
    if (!connection.wasConnected() &&
        (connection.state() == ConnectionState::Lost || isRetrying(connection) || connection.hasGivenUp()))
        look.offersSetUp = true;
    if (look.picture == EmptyPicture::Quiet)
        look.picture = pictureOf(desk.connection);
    return look;
}

} // namespace presentation
