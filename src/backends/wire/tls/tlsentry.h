#pragma once

#include "core/clock.h"
#include "tlib/ids.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace wire {

/// A client at the server's door: its TLS handshake, in its time. A client that speaks plain text there, or
/// cannot prove who it is where it has to, does not come in.
class TlsEntry final : public QObject
{
    Q_OBJECT

public:
    TlsEntry(tlib::ClientId id, std::unique_ptr<QSslSocket> socket, const QSslConfiguration &configuration,
             core::Clock &clock, core::Duration limit, QObject *parent);

    tlib::ClientId id() const { return m_id; }
    /// After ended(true): the encrypted socket.
    std::unique_ptr<QSslSocket> takeSocket() { return std::move(m_socket); }

Q_SIGNALS:
    void ended(bool isEncrypted); ///< once, from the event loop

private:
    void refuse(const QString &why);

    tlib::ClientId m_id;
    std::unique_ptr<QSslSocket> m_socket;
    bool m_ended = false;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace wire
