#pragma once

#include "core/result.h"
#include "model/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <functional>

namespace automation {

/// The verbs that move the agent's own state: the path of the agent's menu, answered when the state is there.
class AgentVerbs : public QObject
{
    Q_OBJECT

public:
    /// {"state": word} when SIP Server says so; else why not, in one sentence.
    using Reply = std::function<void(const core::Result<QJsonObject> &)>;

    explicit AgentVerbs(model::Desk &desk, QObject *parent = nullptr);

    /// `reply` is called exactly once, at once or later; not at all once `context` is gone.
    void run(model::AgentAction action, const QJsonObject &params, QObject *context, const Reply &reply);

private:
    void onSettled(model::AgentAction action, const core::Result<core::Done> &outcome);
    QStringList openRecordings() const;
    core::Error whyNot(model::AgentAction action) const;

    model::Desk &m_desk;
    // Of the one request that is under way.
    QPointer<QObject> m_context;
    Reply m_reply;
};

} // namespace automation
