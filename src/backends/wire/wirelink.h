#pragma once

#include "backends/wire/connection.h"
#include "backends/wire/tls/tlsclient.h"
#include "core/clock.h"
#include "tlib/link.h"
#include "tlib/recordingnumbers.h"

#include <QList>

#include <memory>

namespace wire {

struct WireLinkLimits
{
    core::Duration connect = std::chrono::seconds(3);    ///< for the name's look-up and TCP together
    core::Duration handshake = std::chrono::seconds(10); ///< for TLS, from there
    ConnectionLimits connection = {};
};

/// The client's end of the open T-Lib profile on TCP or TLS; see Link for the contract.
/// A server that is silent from the start is the model's to give up on; silence later is found by ADDP.
///
///    Closed --open()--> Opening: name, TCP, [TLS handshake, TlsClient's check] --RegisterClient--> Open
class WireLink final : public tlib::Link
{
    Q_OBJECT

public:
    explicit WireLink(core::Clock &clock, tlib::RecordingNumbers numbers = {}, WireLinkLimits limits = {},
                      QObject *parent = nullptr);
    ~WireLink() override;

    void open(const tlib::Endpoint &endpoint) override;
    void close() override;
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override;
    tlib::LinkSecurity security() const override;
    std::optional<core::Instant> lastHeard() const override;

private:
    struct Announcement
    {
        tlib::LinkState state = tlib::LinkState::Closed;
        std::optional<core::Error> why = {};
    };

    void connectSocket();
    void onConnectTimeout();
    void onConnected();
    void encrypt();
    void registerClient();
    void listen();
    void fail(const core::Error &why);
    void setState(tlib::LinkState state, const std::optional<core::Error> &why = std::nullopt);
    void announce();
    void dropTransport();

    core::Clock &m_clock;
    tlib::RecordingNumbers m_numbers;
    WireLinkLimits m_limits;
    tlib::Endpoint m_endpoint;
    tlib::LinkState m_state = tlib::LinkState::Closed;
    tlib::ReferenceId m_lastId;
    QList<Announcement> m_announcements; ///< states entered and not emitted yet
    std::unique_ptr<QSslSocket> m_connecting;
    std::unique_ptr<TlsClient> m_tls;           ///< of an endpoint that is secure
    Connection *m_connection = nullptr;         ///< a child; outlives its use by what still has to go out
    std::optional<core::Instant> m_heardBefore; ///< on the connections that are gone
    std::unique_ptr<core::Alarm> m_connectAlarm;
};

} // namespace wire
