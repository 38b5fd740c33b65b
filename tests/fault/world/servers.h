#pragma once

#include "backends/simulator/switch/switch.h"
#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/message.h"
#include "backends/wire/keepalive.h"
#include "fault/world/network.h"
#include "tlib/requests.h"

namespace world {

class Door;

/// A request that is never answered is given up by then.
inline constexpr core::Duration GivenUpAfter = std::chrono::seconds(5);

/// A client's connection at a server's end.
class Session final : private LineEnd
{
public:
    Session(Door &door, tlib::ClientId id, std::shared_ptr<Line> line);

    tlib::ClientId id() const { return m_id; }
    bool isRegistered() const { return m_isRegistered; }
    bool isOver() const { return !m_line; }
    /// Whoever waits for an answer waits in vain until this moment: something was not answered.
    core::Instant deafUntil() const { return m_deafUntil; }
    void setDeafUntil(core::Instant until) { m_deafUntil = std::max(m_deafUntil, until); }
    const tlib::RegisterClient &greeting() const { return m_greeting; }
    Line *line() const { return m_line.get(); }
    bool isGreeted() const { return m_isGreeted; }
    void setGreeted() { m_isGreeted = true; }

    void put(const wire::Message &message);
    void putBytes(const QByteArray &bytes) { m_line->send(Line::Side::Server, bytes); }
    void finish();
    void reset(bool drops);
    void die();

private:
    void bytesCame(QByteArrayView bytes) override;
    void lineEnded(bool byReset) override;
    void take(const wire::Message &message);
    void over();

    Door &m_door;
    tlib::ClientId m_id;
    std::shared_ptr<Line> m_line;
    std::unique_ptr<wire::FrameReader> m_reader;
    wire::KeepAlive m_keepAlive;
    tlib::RegisterClient m_greeting;
    bool m_isRegistered = false;
    bool m_isGreeted = false;
    core::Instant m_deafUntil = {};
};

class Servers;

/// One server of a pair: what a client connects to. What it knows is the switch's.
class Door
{
public:
    Door(Servers &servers, QString host, bool isPrimary, qint64 firstNumber);

    const QString &host() const { return m_host; }
    bool isPrimary() const { return m_isPrimary; }
    void setRole(bool isPrimary);
    bool deliver(tlib::ClientId client, tlib::Event event);

    // What goes wrong with it.
    void finishAll();
    void resetAll(bool drops);
    void dieAll();
    void sayGarbage(Dice &dice);
    void sayAgain(Dice &dice); ///< an event that was said before, as it was
    void unregister(const tlib::Dn &dn);
    void setSilent(bool isSilent) { m_isSilent = isSilent; }
    void swallow(int requests) { m_swallows = requests; }
    void answerLate(int answers, core::Duration by);
    void setSynchronised(bool isSynchronised) { m_isSynchronised = isSynchronised; }
    void heal();
    void finish(tlib::ClientId client);
    void sweep();
    /// A client at this line is being served, and will be answered.
    bool serves(const Line *line) const;

    // From its sessions.
    void accept(const std::shared_ptr<Line> &line);
    void take(Session &session, const tlib::Request &request, tlib::ReferenceId reference);
    void leave(const Session &session);
    Servers &servers() { return m_servers; }

private:
    struct Late
    {
        tlib::ClientId client = {};
        tlib::Event event = {};
        std::unique_ptr<core::Alarm> alarm = {};
    };

    void greet(Session &session);
    bool answerUnsynchronised(Session &session, const tlib::Request &request, tlib::ReferenceId reference);
    void say(Session &session, const tlib::Event &event);
    Session *find(tlib::ClientId client);
    std::vector<Session *> live();

    Servers &m_servers;
    QString m_host;
    bool m_isPrimary;
    qint64 m_firstNumber; ///< its events are numbered from here: numbers of two servers do not compare
    bool m_isSilent = false;
    bool m_isSynchronised = true;
    int m_swallows = 0;
    int m_lates = 0;
    core::Duration m_lateBy{0};
    std::vector<std::unique_ptr<Session>> m_sessions;
    std::vector<Late> m_late;
    std::deque<QByteArray> m_said; ///< in this epoch, to the client that spoke last
};

/// The switch, and the servers in front of it.
class Servers
{
public:
    /// Who is told what the servers are asked.
    struct Watch
    {
        std::function<void(const tlib::Request &, tlib::ReferenceId)> received = [](const auto &, auto) {};
        std::function<void()> touched = [] {};                              ///< the truth may have changed
        std::function<void(core::Duration)> misled = [](core::Duration) {}; ///< may miss calls for so long
        std::function<quint32()> news = [] { return 0U; };
    };

    Servers(const simulator::SwitchConfiguration &configuration, core::Clock &clock, Network &network,
            int doors, Dice &dice);

    simulator::Switch &sw() { return m_switch; }
    core::Clock &clock() { return m_clock; }
    Door &door(int index) { return *m_doors[size_t(index)]; }
    Door &primary();
    int count() const { return int(m_doors.size()); }
    void setWatch(Watch watch) { m_watch = std::move(watch); }
    const Watch &watch() const { return m_watch; }
    tlib::ClientId nextClient() { return tlib::ClientId(++m_lastClient); }
    void heal();
    void sweep();
    bool serve(const Line *line) { return line && primary().serves(line); }

private:
    core::Clock &m_clock;
    Watch m_watch;
    quint32 m_lastClient = 100; ///< below: clients that are no desktop of ours
    std::vector<std::unique_ptr<Door>> m_doors;
    simulator::Switch m_switch;
};

} // namespace world
