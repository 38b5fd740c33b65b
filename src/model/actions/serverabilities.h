#pragma once

#include "model/actions/callaction.h"

#include <QObject>

namespace model {

class ServerConnection;

/// What this server has said that it does not support (error 51). No document lists what a switch offers
/// beyond the basics, so it is learnt: one refusal, and the action is not offered again in this session. A
/// session ends with the link, as the server may be another one, or a later version, after that.
class ServerAbilities : public QObject
{
    Q_OBJECT

public:
    explicit ServerAbilities(ServerConnection &connection, QObject *parent = nullptr);

    bool isUnsupported(CallAction action) const { return m_unsupported.testFlag(action); }
    /// How the server has refused it. Only of actions that are optional (isOptional) it is remembered: a
    /// recording service may be refused so for one call, or until its number is set right.
    void noteRefusal(CallAction action, int code);

Q_SIGNALS:
    void changed();

private:
    void forget();

    CallActions m_unsupported;
};

} // namespace model
