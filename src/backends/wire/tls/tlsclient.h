#pragma once

#include "backends/wire/tls/tlscheck.h"
#include "core/clock.h"
#include "tlib/endpoint.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace wire {

/// The client's side of TLS on one socket: what is set up before, the handshake in its time, and the check of
/// who answers, before a byte of ours goes out. Lives as long as the connection, because a server may refuse
/// our certificate when for us the handshake is long over (TLS 1.3).
class TlsClient final : public QObject
{
    Q_OBJECT

public:
    /// Reads the endpoint's files. Untrusted with CaFile or OwnCertificate when they cannot be used, with
    /// Other when there is no TLS on this machine.
    static core::Result<std::unique_ptr<TlsClient>> make(const tlib::Endpoint &endpoint, core::Clock &clock,
                                                         core::Duration limit);

    /// Begins on a socket that is connected. Ends in one of the signals.
    void start(QSslSocket &socket);
    /// What is to be shown of the connection; after passed().
    tlib::LinkSecurity security() const { return m_security; }
    /// The true reason of an end of the connection, where TLS knows a better one.
    core::Error explained(const core::Error &why) const;

Q_SIGNALS:
    void passed();
    void failed(const core::Error &why); ///< nothing of ours was sent, the socket is of no use

private:
    TlsClient(const tlib::Endpoint &endpoint, core::Clock &clock, core::Duration limit);

    core::Result<core::Done> prepare();
    void judge();
    void onSocketError(const QSslSocket &socket);
    core::Error handshakeError(const QSslSocket &socket) const;
    std::optional<core::Error> ownRefused() const;
    void end(const std::optional<core::Error> &why);

    tlib::Endpoint m_endpoint;
    core::Clock &m_clock;
    core::Duration m_limit;
    QSslConfiguration m_configuration;
    TlsExpectations m_expected;
    tlib::LinkSecurity m_security;
    QSslSocket *m_socket = nullptr; ///< during the handshake
    std::optional<QSsl::AlertType> m_alert;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace wire
