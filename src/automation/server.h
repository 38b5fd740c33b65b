#pragma once

#include "automation/agentverbs.h"
#include "automation/callverbs.h"
#include "automation/makeverb.h"
#include "automation/report/statefeed.h"
#include "automation/report/statetext.h"
#include "automation/routeverb.h"
#include "automation/session.h"
#include "model/settings/policy.h"

#include <QLocalServer>

namespace automation {

struct Verb;

/// The desktop's end of the local socket: who may be the same user only, says what this desktop shows, and
/// does what its person could do. See README.md in this folder.
class Server : public QObject
{
    Q_OBJECT

public:
    /// At once. One that has never asked for anything gives its place to whoever comes when all are taken.
    static constexpr int MaximumSessions = 32;

    Server(model::Desk &desk, model::AutomationAccess access, ToastWords words, QObject *parent = nullptr);
    ~Server() override;

    /// Takes the place of a socket that is there already: the caller holds the instance's lock, so whoever
    /// made that one is gone. Io with one sentence.
    core::Result<core::Done> listen(const QString &path);

Q_SIGNALS:
    void showRequested();
    void quitRequested(); ///< the answer is on its way already

private:
    void watchListening();
    void listenAgain();
    void acceptSessions();
    void makeRoom();
    void handle(Session *session, const RpcRequest &request);
    void tellWatchers();
    void quit(Session *session, const RpcRequest &request);
    void perform(const Verb &verb, Session *session, const RpcRequest &request);
    bool permits(const Verb &verb) const;
    void reply(Session *session, const QJsonValue &id, const core::Result<QJsonObject> &result);

    model::Desk &m_desk;
    const model::AutomationAccess m_access;
    ToastWords m_words;
    CallVerbs m_callVerbs;
    AgentVerbs m_agentVerbs;
    MakeVerb m_makeVerb;
    RouteVerb m_routeVerb;
    StateFeed m_feed;
    StateText m_text;
    QLocalServer m_server;
    QString m_path;
    std::unique_ptr<core::Alarm> m_listenAlarm;
    QList<Session *> m_sessions; ///< children
};

} // namespace automation
