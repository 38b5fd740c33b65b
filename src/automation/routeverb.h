#pragma once

#include "core/result.h"
#include "model/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <functional>

namespace automation {

/// The verb that sends a waiting call on from its routing point: the path of the route desk, answered when
/// the call waits no more.
class RouteVerb : public QObject
{
    Q_OBJECT

public:
    /// {"call": ConnID}; else why not, in one sentence.
    using Reply = std::function<void(const core::Result<QJsonObject> &)>;

    explicit RouteVerb(model::Desk &desk, QObject *parent = nullptr);

    /// `reply` is called exactly once, at once or later; not at all once `context` is gone.
    void run(const QJsonObject &params, QObject *context, const Reply &reply);

private:
    struct Waiting
    {
        model::CallId call = {};
        model::Dn routingPoint = {};
        QPointer<QObject> context = {};
        Reply reply = {};
    };

    void onSettled(model::CallId call, const model::Dn &routingPoint,
                   const core::Result<core::Done> &outcome);

    model::Desk &m_desk;
    QList<Waiting> m_waiting;
};

} // namespace automation
