#include "model/actions/serverabilities.h"

#include "model/link/serverconnection.h"

namespace model {

ServerAbilities::ServerAbilities(ServerConnection &connection, QObject *parent)
    : QObject(parent)
{
    connect(&connection, &ServerConnection::epochOpened, this, &ServerAbilities::forget);
}

void ServerAbilities::noteRefusal(CallAction action, int code)
{
    if (code != tlib::errorcode::UnsupportedOperation || !isOptional(action) || isUnsupported(action))
        return;
    m_unsupported |= action;
    Q_EMIT changed();
}

void ServerAbilities::forget()
{
    if (!m_unsupported)
        return;
    m_unsupported = {};
    Q_EMIT changed();
}

} // namespace model

#include "moc_serverabilities.cpp"
