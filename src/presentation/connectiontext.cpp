#include "presentation/connectiontext.h"

#include "presentation/duration.h"
#include "presentation/plaintext.h"
#include "presentation/statetext.h"

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

class Words
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
    if (connection.isOverdue())
        return Words::tr("No sign of life");
    switch (connection.state()) {
    case ConnectionState::Offline: return Words::tr("Not connected");
    case ConnectionState::Connecting:
        if (!isRetrying(connection))
            return Words::tr("Connecting…");
        [[fallthrough]];
    case ConnectionState::Lost: return wasConnected ? Words::tr("Link lost") : Words::tr("No connection");
    case ConnectionState::Registering: return Words::tr("Registering…");
    case ConnectionState::Connected: return Words::tr("Connected");
    case ConnectionState::Waiting: return Words::tr("Waiting for SIP Server");
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

/// The server that the texts are about: with a trouble the one that it came from.
const tlib::Endpoint &serverOf(const model::ServerConnection &connection)
{
    return connection.trouble() ? connection.troubledServer() : connection.endpoint();
}

QString retryText(const model::ServerConnection &connection, core::Instant now)
{
    if (isRetrying(connection))
        return Words::tr("trying again…");
    const auto next = connection.nextAttempt();
    return next ? Words::tr("next try in %1 s").arg(secondsUntil(*next, now)) : QString();
}

QString roleText(const model::ServerConnection &connection)
{
    const QString role =
        connection.role() == model::ServerRole::Backup ? Words::tr("backup") : Words::tr("primary");
    const QString security = connection.endpoint().secure ? Words::tr("TLS") : Words::tr("not encrypted");
    return security + u" · "_s + role; // what matters more is elided last
}

QString listed(const QList<model::Dn> &dns)
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
        return Words::tr("%n DN(s) not monitored", nullptr, int(refused.size()));
    if (isRefused)
        return Words::tr("DN %1 is not monitored", nullptr, int(refused.size())).arg(listed(refused));
    if (all.size() > 3)
        return Words::tr("%n DN(s)", nullptr, int(all.size()));
    return all.isEmpty() ? Words::tr("no DN") : Words::tr("DN %1", nullptr, int(all.size())).arg(listed(all));
}

QString troubleSentence(core::ErrorKind kind)
{
    switch (kind) {
    case core::ErrorKind::Refused: return Words::tr("SIP Server refuses the connection.");
    case core::ErrorKind::TimedOut: return Words::tr("The server does not answer.");
    case core::ErrorKind::LinkLost: return Words::tr("The server closed the connection.");
    case core::ErrorKind::NotConnected: return Words::tr("There is no connection.");
    case core::ErrorKind::NotAllowed: return Words::tr("The connection is not allowed.");
    case core::ErrorKind::Malformed: return Words::tr("The server does not speak the expected protocol.");
    case core::ErrorKind::InvalidInput: return Words::tr("The server's address is not valid.");
    case core::ErrorKind::NotFound: return Words::tr("There is no server of this name.");
    case core::ErrorKind::Untrusted: return Words::tr("The server cannot prove who it is.");
    case core::ErrorKind::Unreachable: return Words::tr("The server cannot be reached.");
    case core::ErrorKind::Io: return Words::tr("The network connection failed.");
    }
    Q_UNREACHABLE();
}

QString lostText(const model::ServerConnection &connection, core::Instant now)
{
    QStringList lines{plainText(serverOf(connection).address(), 100)};
    if (connection.trouble())
        lines += troubleText(*connection.trouble(), true);
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
                .text =
                    Words::tr("SIP Server does not let this desktop watch it, so its calls cannot be shown. "
                              "Check the DN, or ask your administrator.")};
    const QString here = Words::tr("Calls on %1 will appear here.", "DN 7001").arg(dns);
    if (desk.agent.identity().dn.isEmpty())
        return {.title = Words::tr("No calls"), .text = here};
    switch (desk.agent.state()) {
    case AgentState::Unknown:
    case AgentState::Ready: return {.title = Words::tr("No calls"), .text = here};
    case AgentState::LoggedOut:
        return {.title = Words::tr("You are logged out"),
                .text = Words::tr("Log in to take calls."),
                .action = AgentAction::Login};
    case AgentState::NotReady:
        return {.title = Words::tr("You are not ready"),
                .text = Words::tr("Calls come once you are ready."),
                .action = AgentAction::Ready};
    case AgentState::AfterCallWork:
        return {.title = Words::tr("After-call work"),
                .text = Words::tr("Calls come once you are ready."),
                .action = AgentAction::Ready};
    }
    Q_UNREACHABLE();
}

} // namespace

QString troubleText(const core::Error &trouble, bool withDetail)
{
    QString text = troubleSentence(trouble.kind);
    const QString detail = plainText(trouble.text, 200);
    if (withDetail && !detail.isEmpty())
        text += u' ' + detail;
    return trouble.serverCode == 0
               ? text
               : Words::tr("%1 (%2)", "text, error number").arg(text).arg(trouble.serverCode);
}

ConnectionLook connectionLook(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    const ConnectionState state = connection.state();
    ConnectionLook look{.dot = dotOf(connection), .word = stateWord(connection)};
    if (state == ConnectionState::Connected || state == ConnectionState::Registering)
        look.note = roleText(connection);
    else if (state == ConnectionState::Lost || state == ConnectionState::Connecting)
        look.note = retryText(connection, now);

    // What is wrong comes first, where a narrow window still shows it.
    const QString server = plainText(serverOf(connection).address(), 100);
    const QString dns = dnText(desk.registry, look.isDnRefused);
    if (state == ConnectionState::Offline && !connection.trouble())
        look.where = dns;
    else if (connection.trouble())
        look.where = troubleText(*connection.trouble(), false) + u' ' + server;
    else
        look.where = look.isDnRefused ? dns + u" · "_s + server : server + u" · "_s + dns;

    look.full = look.word + u". "_s +
                (state == ConnectionState::Offline && !connection.trouble() ? QString() : server + u" · "_s) +
                dns + u'.';
    if (connection.trouble())
        look.full += u' ' + troubleText(*connection.trouble(), true);
    return look;
}

EmptyLook emptyLook(const model::Desk &desk, core::Instant now)
{
    const model::ServerConnection &connection = desk.connection;
    const QString server = plainText(connection.endpoint().address(), 100);
    const ConnectionState state = isRetrying(connection) ? ConnectionState::Lost : connection.state();
    switch (state) {
    case ConnectionState::Offline:
        if (connection.hasGivenUp())
            return {.title = stateWord(connection), .text = lostText(connection, now)};
        return {
            .title = Words::tr("Not connected"),
            .text = Words::tr(
                "Start Tallylight with --connect tlib://server:port and --dn with your DN, or with --demo "
                "to practise.")};
    case ConnectionState::Connecting:
    case ConnectionState::Registering:
        return {.title = Words::tr("Connecting…"),
                .text = Words::tr("Calls appear here as soon as %1 has answered.").arg(server)};
    case ConnectionState::Waiting:
        return {.title = Words::tr("SIP Server is not ready"),
                .text = Words::tr("It is there, but it has no link to its switch or is not the active one. "
                                  "Nothing is to be done here: "
                                  "Tallylight goes on by itself.")};
    case ConnectionState::Lost: return {.title = stateWord(connection), .text = lostText(connection, now)};
    case ConnectionState::Connected: break;
    }
    if (connection.isOverdue())
        return {.title = stateWord(connection),
                .text = Words::tr("%1 has not answered for a while. Nothing is certain until it does, and "
                                  "nothing is sent.")
                            .arg(server)};
    return connectedEmpty(desk);
}

QString callsSummary(const model::CallList &calls)
{
    const int count = int(calls.ids().size());
    if (count == 0)
        return Words::tr("No calls");
    int recording = 0, paused = 0, uncertain = 0;
    for (const model::CallId id : calls.ids()) {
        const model::Call &call = *calls.find(id);
        const bool certain = calls.isCertain(call);
        uncertain += certain ? 0 : 1;
        recording += certain && call.recording.state == RecordingState::On ? 1 : 0;
        paused += certain && call.recording.state == RecordingState::Paused ? 1 : 0;
    }
    QStringList parts{Words::tr("%n call(s)", nullptr, count)};
    if (uncertain == count) {
        parts += Words::tr("nothing certain");
    } else {
        if (recording > 0)
            parts += Words::tr("%n recording", "calls being recorded", recording);
        if (paused > 0)
            parts += Words::tr("%n paused", "calls whose recording is paused", paused);
        if (uncertain > 0)
            parts += Words::tr("%n not certain", "calls", uncertain);
    }
    return parts.join(u" · "_s);
}

} // namespace presentation
