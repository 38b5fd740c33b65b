#pragma once

#include "backends/wire/connection.h"
#include "backends/wire/serverport.h"

namespace wire {

/// One client of a ServerPort: lets requests in once it has registered.
///
///    Unregistered --RegisterClient--> Registered --> Gone
///         '--time is up, any other message--------------^
class ClientSession final : public QObject
{
    Q_OBJECT

public:
    ClientSession(tlib::ClientId id, std::unique_ptr<QTcpSocket> socket, core::Clock &clock,
                  const ServerPortLimits &limits, QObject *parent);

    tlib::ClientId id() const { return m_id; }
    bool hasRegistered() const { return m_registered; }
    const Connection &connection() const { return m_connection; }
    void send(const tlib::Event &event);
    void finish();
    void abort() { m_connection.abort(); }

Q_SIGNALS:
    void requestReceived(const tlib::Request &request, tlib::ReferenceId referenceId);
    void gone(); ///< once, the last signal

private:
    void take(const Message &message);
    void refuse(const Message &message, const core::Error &why);
    void onClosed(const core::Error &why);

    tlib::ClientId m_id;
    core::Clock &m_clock;
    bool m_registered = false;
    bool m_sentAway = false;
    Connection m_connection;
    std::unique_ptr<core::Alarm> m_registrationAlarm;
};

} // namespace wire
