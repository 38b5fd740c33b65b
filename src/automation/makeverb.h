#pragma once

#include "core/result.h"
#include "model/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <functional>

namespace automation {

/// The verb that makes a call from the own DN, answered when SIP Server dials.
class MakeVerb : public QObject
{
    Q_OBJECT

public:
    /// {"call": ConnID}; else why not, in one sentence.
    using Reply = std::function<void(const core::Result<QJsonObject> &)>;

    explicit MakeVerb(model::Desk &desk, QObject *parent = nullptr);

    /// `reply` is called exactly once, at once or later; not at all once `context` is gone.
    void run(const QJsonObject &params, QObject *context, const Reply &reply);

private:
    void onSettled(const model::Dn &from, const core::Result<model::CallId> &outcome);

    model::Desk &m_desk;
    // Of the one request that is under way.
    QPointer<QObject> m_context;
    Reply m_reply;
};

} // namespace automation
