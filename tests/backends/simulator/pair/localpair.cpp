#include "backends/simulator/pair/localpair.h"

#include "backends/simulator/switch/refusal.h"

namespace simulatortest {

using namespace Qt::StringLiterals;
using namespace simulator;

struct LocalPair::Node
{
    Node(const SwitchConfiguration &configuration, core::Clock &clock,
         const std::function<void(const tlib::Event &)> &log, SimLink::Find find, HaPair::Setup setup)
        : link(std::move(find))
        , server(configuration, clock, log, std::move(setup))
        , commands(server.simulatedSwitch(), clock)
    {
        commands.setPair(server.pair());
    }

    SimLink link; ///< to the other
    LocalServer server;
    Commands commands;
};

LocalPair::LocalPair(SwitchConfiguration configuration, core::Clock &clock,
                     std::function<void(const tlib::Event &)> log)
    : m_configuration(std::move(configuration))
    , m_clock(clock)
    , m_log(std::move(log))
{
    start(Side::One, false);
    start(Side::Two, true);
}

LocalPair::~LocalPair() = default;

tlib::Endpoint LocalPair::endpointOf(Side side)
{
    return {.host = side == Side::One ? u"one"_s : u"two"_s, .port = 1};
}

SimLink::Find LocalPair::find()
{
    return [this](const tlib::Endpoint &endpoint) -> LocalServer * {
        for (const Side side : {Side::One, Side::Two}) {
            if (endpoint.host == endpointOf(side).host && node(side))
                return &node(side)->server;
        }
        return nullptr;
    };
}

Switch &LocalPair::simulatedSwitch(Side side)
{
    return node(side)->server.simulatedSwitch();
}

HaPair &LocalPair::pair(Side side)
{
    return node(side)->server.pair();
}

Commands &LocalPair::commands(Side side)
{
    return node(side)->commands;
}

std::optional<LocalPair::Side> LocalPair::primary() const
{
    std::optional<Side> found;
    for (const Side side : {Side::One, Side::Two}) {
        if (!node(side) || node(side)->server.pair().role() == tlib::ServerRole::Backup)
            continue;
        if (found)
            return std::nullopt;
        found = side;
    }
    return found;
}

void LocalPair::kill(Side side)
{
    m_nodes[std::size_t(side)].reset();
}

void LocalPair::revive(Side side)
{
    if (!isAlive(side))
        start(side, true);
}

core::Result<core::Done> LocalPair::switchOver()
{
    const auto serving = primary();
    if (!serving)
        return refusal(tlib::errorcode::WrongState, u"There is no primary, or there are two"_s);
    return pair(*serving).switchOver();
}

void LocalPair::setConnected(bool connected)
{
    m_connected = connected;
    for (const auto &node : m_nodes) {
        if (node && !connected)
            node->server.cutPartner();
    }
}

bool LocalPair::isSynchronised() const
{
    for (const auto &node : m_nodes) {
        if (!node || node->server.pair().peer().isEmpty() || !node->server.pair().isSynchronised())
            return false;
    }
    return primary().has_value();
}

void LocalPair::start(Side side, bool asBackup)
{
    const auto findOther = [this](const tlib::Endpoint &endpoint) {
        return m_connected ? find()(endpoint) : nullptr;
    };
    m_nodes[std::size_t(side)] = std::make_unique<Node>(
        m_configuration, m_clock, m_log, findOther,
        HaPair::Setup{.id = u"%1, start %2"_s.arg(endpointOf(side).host).arg(++m_starts),
                      .fingerprint = m_configuration.fingerprint,
                      .password = m_configuration.password,
                      .say = [this](const QString &sentence) { m_said.append(sentence); }});
    if (asBackup) {
        Node &node = *m_nodes[std::size_t(side)];
        node.server.pair().backUp(node.link, endpointOf(other(side)));
    }
}

} // namespace simulatortest
