#pragma once

#include "backends/simulator/link/localserver.h"
#include "tlib/link.h"

namespace simulator {

/// The simulated switch in this process, behind the seam: a request reaches it at once, everything that comes
/// back goes through the event loop, as the Link contract says.
class SimLink final : public tlib::Link
{
    Q_OBJECT

public:
    /// The server that is found at an endpoint; nullptr: nobody answers there.
    using Find = std::function<LocalServer *(const tlib::Endpoint &)>;

    /// Finds this server everywhere.
    explicit SimLink(LocalServer &server, QObject *parent = nullptr);
    explicit SimLink(Find find, QObject *parent = nullptr);
    ~SimLink() override;

    void open(const tlib::Endpoint &endpoint) override;
    void close() override;
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override;

    // From the server.
    void deliver(const tlib::Event &event);
    void closedByServer();

private:
    /// Runs `what` from the event loop, unless the link was closed or opened anew meanwhile.
    template <class What>
    void later(What what);
    void say(tlib::LinkState state);
    void connectToServer(const tlib::Endpoint &endpoint);
    void leave();
    void endWith(const std::optional<core::Error> &why);

    Find m_find;
    LocalServer *m_server = nullptr; ///< while m_client is set
    tlib::LinkState m_state = tlib::LinkState::Closed;
    std::optional<tlib::ClientId> m_client; ///< set while the server knows this link
    tlib::ReferenceId m_lastReference;
    quint32 m_opening = 0; ///< counts open() and close(): what was queued under another number is void
};

} // namespace simulator
