#include "automation/server.h"

#include "automation/peer.h"
#include "automation/verbs.h"
#include "automation/words.h"
#include "core/logging.h"
#include "core/masking.h"

#include <QSocketNotifier>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

constexpr core::Duration ListenAgainAfter = std::chrono::seconds(1);

RpcCode codeFor(const core::Error &error)
{
    switch (error.kind) {
    case core::ErrorKind::InvalidInput: return RpcCode::InvalidParams;
    case core::ErrorKind::TimedOut: return RpcCode::TimedOut;
    case core::ErrorKind::Refused:
    case core::ErrorKind::LinkLost:
    case core::ErrorKind::NotConnected:
    case core::ErrorKind::NotAllowed:
    case core::ErrorKind::Malformed:
    case core::ErrorKind::NotFound:
    case core::ErrorKind::Untrusted:
    case core::ErrorKind::Unreachable:
    case core::ErrorKind::Io: return RpcCode::Refused;
    }
    Q_UNREACHABLE();
}

} // namespace

Server::Server(model::Desk &desk, model::AutomationAccess access, ToastWords words, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_access(access)
    , m_words(std::move(words))
    , m_callVerbs(desk)
    , m_agentVerbs(desk)
    , m_makeVerb(desk)
    , m_routeVerb(desk)
    , m_feed(desk)
    , m_text(desk, m_words)
    , m_listenAlarm(desk.clock.alarm([this] { listenAgain(); }))
{
    connect(&m_server, &QLocalServer::newConnection, this, &Server::acceptSessions);
    connect(&m_feed, &StateFeed::changed, this, &Server::tellWatchers);
}

Server::~Server()
{
    qDeleteAll(m_sessions);
}

core::Result<core::Done> Server::listen(const QString &path)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        return core::Error{
            .kind = core::ErrorKind::Io,
            .text = u"the automation socket %1 cannot be made: %2"_s.arg(path, m_server.errorString())};
    }
    m_path = path;
    watchListening();
    return core::Done{};
}

/// Qt's server closes itself when it cannot accept a program (no descriptor is left), and tells nobody. What
/// wakes it wakes us after it; that is an object inside of it, which another Qt may not have.
void Server::watchListening()
{
    auto *notifier = m_server.findChild<QSocketNotifier *>();
    const bool isSocket = m_server.socketDescriptor() != -1; // a named pipe does not close itself
    if (notifier)
        connect(notifier, &QSocketNotifier::activated, this, &Server::listenAgain, Qt::QueuedConnection);
    else if (isSocket)
        qCWarning(core::automationLog)
            << "this Qt does not show when its socket closes: should the program run "
               "out of descriptors, it cannot be automated until it is restarted";
}

void Server::listenAgain()
{
    if (m_server.isListening())
        return;
    qCWarning(core::automationLog).noquote() << "the automation socket has closed:" << m_server.errorString();
    if (!listen(m_path))
        m_listenAlarm->start(ListenAgainAfter);
}

void Server::acceptSessions()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (!isSameUser(*socket)) {
            qCWarning(core::automationLog) << "another user's program wants to automate";
            delete socket;
            continue;
        }
        auto *session = new Session(socket, this);
        connect(session, &Session::ended, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
        });
        makeRoom();
        if (m_sessions.size() >= MaximumSessions) {
            qCWarning(core::automationLog) << "more than" << MaximumSessions << "programs want to automate";
            session->answer({.error = RpcError{RpcCode::Refused, u"too many programs are connected"_s}});
            session->close();
            continue;
        }
        m_sessions.append(session);
        connect(session, &Session::requested, this,
                [this, session](const RpcRequest &request) { handle(session, request); });
    }
}

/// Programs that connect and say nothing must not keep out those that have something to say.
void Server::makeRoom()
{
    if (m_sessions.size() < MaximumSessions)
        return;
    const auto silent = std::find_if(m_sessions.cbegin(), m_sessions.cend(),
                                     [](const Session *session) { return !session->hasAsked(); });
    if (silent == m_sessions.cend())
        return;
    Session *const session = *silent;
    m_sessions.erase(silent);
    session->deleteLater();
}

bool Server::permits(const Verb &verb) const
{
    return m_access == model::AutomationAccess::Full || verb.onlyLooks;
}

void Server::handle(Session *session, const RpcRequest &request)
{
    qCDebug(core::automationLog) << "asked for" << core::maskedText(request.method).left(32);
    const Verb *const verb = verbNamed(request.method);
    if (!verb) {
        if (!request.id.isUndefined())
            session->answer({.id = request.id,
                             .error = RpcError{RpcCode::MethodNotFound,
                                               u"there is no \"%1\""_s.arg(request.method.left(32))}});
        return;
    }
    if (!permits(*verb))
        return reply(
            session, request.id,
            core::Error{.kind = core::ErrorKind::NotAllowed,
                        .text = u"your administrator permits looking only, not %1"_s.arg(verb->name)});
    perform(*verb, session, request);
}

void Server::perform(const Verb &verb, Session *session, const RpcRequest &request)
{
    const auto answer = [this, session, id = request.id](const core::Result<QJsonObject> &result) {
        reply(session, id, result);
    };
    switch (verb.job) {
    case Verb::Job::State: return answer(stateReport(m_desk, m_words));
    case Verb::Job::Watch:
        return session->watch(request.id, stateReport(m_desk, m_words), Session::changedLine(m_text.text()));
    case Verb::Job::Act: return m_callVerbs.run(verb.action.value(), request.params, session, answer);
    case Verb::Job::Agent: return m_agentVerbs.run(verb.agentAction.value(), request.params, session, answer);
    case Verb::Job::Make: return m_makeVerb.run(request.params, session, answer);
    case Verb::Job::Route: return m_routeVerb.run(request.params, session, answer);
    case Verb::Job::Show: {
        Q_EMIT showRequested();
        return answer(QJsonObject());
    }
    case Verb::Job::Quit: return quit(session, request);
    }
}

/// One report for all.
void Server::tellWatchers()
{
    if (std::none_of(m_sessions.cbegin(), m_sessions.cend(), std::mem_fn(&Session::isWatching)))
        return;
    const QByteArray line = Session::changedLine(m_text.text());
    for (Session *session : std::as_const(m_sessions))
        session->tell(line);
}

void Server::quit(Session *session, const RpcRequest &request)
{
    QStringList open;
    for (const model::CallId id : m_desk.views.openRecordings())
        open.append(id.toString());
    const bool forced = request.params.value("force"_L1) == true;
    if (!open.isEmpty() && !forced) {
        return reply(
            session, request.id,
            core::Error{.kind = core::ErrorKind::NotAllowed,
                        .text = u"a recording is open (%1); quit with force leaves it to SIP Server"_s.arg(
                            listed(open))});
    }
    reply(session, request.id, QJsonObject());
    session->flush();
    Q_EMIT quitRequested();
}

void Server::reply(Session *session, const QJsonValue &id, const core::Result<QJsonObject> &result)
{
    if (id.isUndefined())
        return; // nobody waits for it
    if (result)
        session->answer({.id = id, .result = *result});
    else
        session->answer({.id = id, .error = RpcError{codeFor(result.error()), result.error().text}});
}

} // namespace automation

#include "moc_server.cpp"
