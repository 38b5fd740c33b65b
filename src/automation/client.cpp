#include "automation/client.h"

using namespace Qt::StringLiterals;

namespace automation {

Client::Client(QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QLocalSocket::readyRead, this, &Client::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, &Client::ended, Qt::QueuedConnection);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        if (error != QLocalSocket::PeerClosedError)
            QMetaObject::invokeMethod(this, &Client::ended, Qt::QueuedConnection);
    });
}

Client::~Client()
{
    m_socket.disconnect(this);
}

void Client::ask(const QString &path, const QString &method, const QJsonObject &params)
{
    connect(&m_socket, &QLocalSocket::connected, this, [this, method, params] {
        m_hasConnected = true;
        m_socket.write(toLine(RpcRequest{.id = 1, .method = method, .params = params}));
    });
    m_socket.connectToServer(path);
}

void Client::read()
{
    m_lines.append(m_socket.readAll());
    while (const auto line = m_lines.take()) {
        const auto message = messageFrom(*line);
        if (!message)
            continue;
        if (const auto *answer = std::get_if<RpcAnswer>(&*message))
            Q_EMIT answered(*answer);
        else
            Q_EMIT notified(std::get<RpcRequest>(*message).params);
    }
}

} // namespace automation

#include "moc_client.cpp"
