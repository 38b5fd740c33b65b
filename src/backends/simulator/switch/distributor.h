#pragma once

#include "backends/simulator/switch/clients.h"
#include "core/clock.h"
#include "tlib/event.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace simulator {

/// Where the switch speaks to. Each may be called at any time from inside the switch.
struct Sink
{
    std::function<void(tlib::ClientId, const tlib::Event &)> deliver = {};
    std::function<void(tlib::ClientId)> disconnect = {}; ///< after what was delivered before
    std::function<void()> dropAll = {};                  ///< cuts every connection, as a broken network does
    std::function<void(const tlib::Event &)> log = {};   ///< each event once, however many clients have it
};

/// Whose request is being carried out; its reference id goes into that client's copies of the events alone.
struct Asker
{
    tlib::ClientId client = {};
    tlib::ReferenceId reference = {};
};
using Asking = std::optional<Asker>; ///< nullopt: nobody asked, it happens by itself

/// Stamps events with time and sequence number and hands each to those who are to have it.
class Distributor
{
public:
    static constexpr int GenerationBits = 32; ///< no server says so many events in its time

    Distributor(core::Clock &clock, const Clients &clients, Sink sink);

    void toClient(tlib::ClientId client, tlib::Event event);
    void reply(const Asker &asker, tlib::Event event);
    void refuse(const Asker &asker, const core::Error &why, const tlib::Dn &dn = {}, tlib::ConnId call = {});
    /// To every client that has registered `dn`, unless the switch link is down: says whether the asker was
    /// one.
    bool toDn(const tlib::Dn &dn, tlib::Event event, const Asking &asking = {});
    void disconnect(tlib::ClientId client) { m_sink.disconnect(client); }
    void dropAll() { m_sink.dropAll(); }

    /// Whether the clients of a DN are told. While the switch link is down the switch goes on, and is silent.
    void setTelling(bool telling) { m_telling = telling; }
    /// The numbers of a generation of the pair are higher than those of all before it.
    void setGeneration(int generation)
    {
        m_sequence = std::max(m_sequence, qint64(generation - 1) << GenerationBits);
    }

private:
    void stamp(tlib::Event &event);
    void log(const tlib::Event &event);

    core::Clock &m_clock;
    const Clients &m_clients;
    Sink m_sink;
    qint64 m_sequence = 0;
    bool m_telling = true;
};

} // namespace simulator
