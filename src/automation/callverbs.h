#pragma once

#include "core/result.h"
#include "model/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <functional>

namespace automation {

/// The verbs that act on a call: the same path as the buttons, answered when the outcome is certain.
class CallVerbs : public QObject
{
    Q_OBJECT

public:
    /// {"call": ConnID} when the server's data shows what was asked for; else why not, in one sentence. After
    /// a consult also "consultation", the ConnID of the call to whoever is consulted.
    using Reply = std::function<void(const core::Result<QJsonObject> &)>;

    explicit CallVerbs(model::Desk &desk, QObject *parent = nullptr);

    /// `reply` is called exactly once, at once or later; not at all once `context` is gone.
    void run(model::CallAction action, const QJsonObject &params, QObject *context, const Reply &reply);

private:
    struct Waiting
    {
        model::CallId call = {};
        model::CallAction action = model::CallAction::Answer;
        QPointer<QObject> context = {};
        Reply reply = {};
    };

    core::Result<model::CallId> callFor(model::CallAction action, const QJsonObject &params) const;
    core::Error whyNone(model::CallAction action) const;
    void onSettled(model::CallId call, model::CallAction action, const core::Result<core::Done> &outcome);

    model::Desk &m_desk;
    QList<Waiting> m_waiting;
};

} // namespace automation
