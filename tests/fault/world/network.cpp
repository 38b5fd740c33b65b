#include "fault/world/network.h"

namespace world {

Line::Line(core::Clock &clock, Dice &dice, const Pace &toClient, const Pace &toServer)
    : m_toClient(clock, dice, toClient, [this](const Pipe::Item &item) { arrived(Side::Client, item); })
    , m_toServer(clock, dice, toServer, [this](const Pipe::Item &item) { arrived(Side::Server, item); })
{
}

void Line::send(Side from, const QByteArray &bytes)
{
    pipeFrom(from).send(bytes);
}

void Line::finish(Side from)
{
    endOf(from) = nullptr;
    pipeFrom(from).sendEnd(Pipe::Kind::End);
}

void Line::reset(Side from, bool drops)
{
    endOf(from) = nullptr;
    if (drops)
        pipeFrom(from).drop();
    pipeFrom(from).sendEnd(Pipe::Kind::Reset);
}

void Line::die(Side side)
{
    endOf(side) = nullptr;
    pipeFrom(side).drop();
    m_isServerDead = m_isServerDead || side == Side::Server;
}

bool Line::isOver() const
{
    return !m_client && !m_server && (m_isClosed || (m_toClient.isEmpty() && m_toServer.isEmpty()));
}

void Line::arrived(Side at, const Pipe::Item &item)
{
    LineEnd *&end = endOf(at);
    switch (item.kind) {
    case Pipe::Kind::Bytes:
        if (end)
            end->bytesCame(item.bytes);
        else if (at == Side::Server && !m_isServerDead)
            m_toClient.sendEnd(Pipe::Kind::Reset); // nobody has this connection any more
        return;
    case Pipe::Kind::News:
        if (end)
            end->newsCame(item.news);
        return;
    case Pipe::Kind::End:
    case Pipe::Kind::Reset:
        if (at == Side::Server && m_isServerDead)
            return;
        m_isClosed = true;
        if (LineEnd *const told = std::exchange(end, nullptr))
            told->lineEnded(item.kind == Pipe::Kind::Reset);
        return;
    }
}

Network::Answer Network::connect(const QString &host, std::shared_ptr<Line> &line)
{
    const auto found = m_hosts.find(host);
    if (found == m_hosts.end() || found->second.swallows || isHeld())
        return Answer::None;
    if (found->second.refuses)
        return Answer::Refused;
    line = std::make_shared<Line>(m_clock, m_dice, m_toClient, m_toServer);
    m_lines.push_back(line);
    found->second.accept(line);
    return Answer::Accepted;
}

void Network::setPace(const Pace &toClient, const Pace &toServer)
{
    m_toClient = toClient;
    m_toServer = toServer;
    for (const auto &line : m_lines) {
        line->toClient().setPace(toClient);
        line->toServer().setPace(toServer);
    }
}

void Network::hold(bool toClient, bool toServer)
{
    m_holdsToClient = toClient;
    m_holdsToServer = toServer;
    for (const auto &line : m_lines) {
        line->toClient().hold(toClient);
        line->toServer().hold(toServer);
    }
}

void Network::heal()
{
    hold(false, false);
    for (auto &[name, host] : m_hosts)
        host.refuses = host.swallows = false;
    for (const auto &line : m_lines)
        line->revive();
}

void Network::sendNews(quint32 news)
{
    for (const auto &line : m_lines)
        line->sendNews(news);
}

void Network::sweep()
{
    std::erase_if(m_lines, [](const auto &line) { return line->isOver(); });
}

} // namespace world
