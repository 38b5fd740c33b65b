#pragma once

#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/message.h"
#include "backends/wire/keepalive.h"
#include "fault/world/network.h"
#include "tlib/link.h"

#include <deque>

namespace world {

/// The desktop's end: a tlib::Link as backends/wire makes one, with its frames, codec, ADDP and limits, on a
/// simulated line in place of a socket.
class WorldLink final : public tlib::Link, private LineEnd
{
    Q_OBJECT

public:
    static constexpr core::Duration ConnectLimit = std::chrono::seconds(3);
    static constexpr core::Duration DoubtAfter{1500}; ///< from a poll

    WorldLink(core::Clock &clock, Network &network);

    void open(const tlib::Endpoint &endpoint) override;
    void close() override;
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override;

    // What the checker goes by.
    bool isOpen() const { return m_state == tlib::LinkState::Open; }
    core::Instant heardAt() const { return m_heardAt; }       ///< the latest sign of life, or the opening
    core::Instant lastWordAt() const { return m_lastWordAt; } ///< when bytes came last, on any connection
    quint32 news() const { return m_news; } ///< the truth that has come through, of any connection
    bool isOverdue() const { return m_isOverdue; }
    const Line *line() const { return m_line.get(); }

Q_SIGNALS:
    /// From inside send(): a request is on its way.
    void requestSent(const tlib::Request &request, tlib::ReferenceId id);
    void newsHeard();
    void stateTold(tlib::LinkState state); ///< after stateChanged

private:
    struct Announcement
    {
        tlib::LinkState state = tlib::LinkState::Closed;
        std::optional<core::Error> why = {};
    };

    void tryToConnect();
    void onConnected();
    void put(const wire::Message &message);
    void fail(const core::Error &why);
    void setState(tlib::LinkState state, const std::optional<core::Error> &why = {});
    void announce();
    void dropLine();
    void setOverdue(bool isOverdue);
    void take(const wire::Message &message);

    void bytesCame(QByteArrayView bytes) override;
    void lineEnded(bool byReset) override;
    void newsCame(quint32 news) override;

    core::Clock &m_clock;
    Network &m_network;
    tlib::Endpoint m_endpoint;
    tlib::LinkState m_state = tlib::LinkState::Closed;
    std::deque<Announcement> m_announcements;
    std::shared_ptr<Line> m_line;
    std::unique_ptr<wire::FrameReader> m_reader;
    wire::KeepAlive m_keepAlive;
    std::unique_ptr<core::Alarm> m_connectAlarm;
    std::unique_ptr<core::Alarm> m_attemptAlarm;
    std::unique_ptr<core::Alarm> m_announceAlarm;
    tlib::ReferenceId m_lastId;
    core::Instant m_heardAt = {};
    core::Instant m_lastWordAt = {};
    quint32 m_news = 0;
    bool m_isOverdue = false;
    wire::Message m_message;
};

} // namespace world
