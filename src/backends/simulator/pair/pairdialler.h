#pragma once

#include "core/clock.h"
#include "tlib/link.h"

#include <functional>

namespace simulator {

/// The connection that the server started as a backup makes to the other: opened, watched, and opened again
/// after a while when it could not be or has ended.
///
///    Resting --dial()--> Dialling --> Open        Dialling, Open --ended--> waiting --pause--> Dialling
///        ^-------rest()------'----------'
class PairDialler
{
public:
    /// Each from the event loop only.
    struct Ears
    {
        std::function<void()> opened = {};
        std::function<void(const tlib::Event &)> heard = {};
        std::function<void(const core::Error &why)> ended = {}; ///< or never opened
    };

    PairDialler(tlib::Link &link, tlib::Endpoint endpoint, core::Clock &clock, core::Duration pause,
                Ears ears);

    void dial();
    void dialLater(); ///< after the pause
    /// Ends the connection without a word, and makes no other.
    void rest();
    bool isOpen() const { return m_open; }
    QString address() const { return m_endpoint.address(); }
    void send(const tlib::KvList &part);

private:
    void onState(tlib::LinkState state, const std::optional<core::Error> &why);

    tlib::Link &m_link;
    tlib::Endpoint m_endpoint;
    core::Duration m_pause;
    Ears m_ears;
    bool m_dialling = false;
    bool m_open = false;
    quint64 m_lastPart = 0;
    std::unique_ptr<core::Alarm> m_alarm;
    QObject m_context; ///< nothing is heard after the end of this
};

} // namespace simulator
