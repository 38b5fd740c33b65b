#pragma once

#include "fault/world/pipe.h"

#include <QString>

#include <map>
#include <vector>

namespace world {

/// Whoever has an end of a line in the hand.
class LineEnd
{
public:
    virtual ~LineEnd() = default;
    virtual void bytesCame(QByteArrayView bytes) = 0;
    virtual void lineEnded(bool byReset) = 0; ///< the line calls no more after that
    virtual void newsCame(quint32) {}
};

/// A TCP connection.
class Line
{
public:
    enum class Side { Client, Server };

    Line(core::Clock &clock, Dice &dice, const Pace &toClient, const Pace &toServer);

    void attach(Side side, LineEnd *end) { endOf(side) = end; }
    void send(Side from, const QByteArray &bytes);
    /// Nobody is told by a server that is gone.
    void sendNews(quint32 news)
    {
        if (m_server)
            m_toClient.sendNews(news);
    }
    /// FIN after all that was sent; this side hears nothing more.
    void finish(Side from);
    /// RST; `drops` what this side has sent and the other has not got yet.
    void reset(Side from, bool drops);
    /// This side's machine is gone without a word. When it is back, it answers what comes with RST.
    void die(Side side);
    void revive() { m_isServerDead = false; }

    Pipe &toClient() { return m_toClient; }
    Pipe &toServer() { return m_toServer; }
    bool isOver() const;

private:
    LineEnd *&endOf(Side side) { return side == Side::Client ? m_client : m_server; }
    Pipe &pipeFrom(Side side) { return side == Side::Client ? m_toServer : m_toClient; }
    void arrived(Side at, const Pipe::Item &item);

    LineEnd *m_client = nullptr;
    LineEnd *m_server = nullptr;
    bool m_isServerDead = false;
    bool m_isClosed = false; ///< a FIN or an RST has arrived at one side
    Pipe m_toClient;
    Pipe m_toServer;
};

/// What lies between the desktop and the servers, and what goes wrong there.
class Network
{
public:
    using Accept = std::function<void(const std::shared_ptr<Line> &)>;
    enum class Answer {
        Accepted,
        Refused,
        None, ///< nothing came back
    };

    Network(core::Clock &clock, Dice &dice)
        : m_clock(clock)
        , m_dice(dice)
    {
    }

    void listen(const QString &host, Accept accept) { m_hosts[host].accept = std::move(accept); }
    Answer connect(const QString &host, std::shared_ptr<Line> &line);
    core::Duration roundTrip() const { return m_toClient.latency + m_toServer.latency; }

    void setPace(const Pace &toClient, const Pace &toServer);
    const Pace &paceToClient() const { return m_toClient; }
    const Pace &paceToServer() const { return m_toServer; }
    void hold(bool toClient, bool toServer);
    bool isHeld() const { return m_holdsToClient || m_holdsToServer; }
    void refuse(const QString &host, bool refuses) { m_hosts[host].refuses = refuses; }
    void swallow(const QString &host, bool swallows) { m_hosts[host].swallows = swallows; }
    /// Nothing goes wrong any more; dead machines are back.
    void heal();
    void sendNews(quint32 news);
    /// Lines that are over go; not to be called from inside one.
    void sweep();

private:
    struct Host
    {
        Accept accept = {};
        bool refuses = false;
        bool swallows = false;
    };

    core::Clock &m_clock;
    Dice &m_dice;
    Pace m_toClient;
    Pace m_toServer;
    bool m_holdsToClient = false;
    bool m_holdsToServer = false;
    std::map<QString, Host> m_hosts;
    std::vector<std::shared_ptr<Line>> m_lines;
};

} // namespace world
