#pragma once

#include "backends/simulator/script/commands.h"
#include "backends/simulator/switch/switch.h"
#include "backends/wire/serverport.h"

#include <QHostAddress>

namespace support {

/// The machine's clock for everything that runs, and a wall clock that stands: what is said twice is said in
/// the same bytes.
class StandingWallClock final : public core::Clock
{
public:
    core::Instant now() const override { return m_clock.now(); }
    QDateTime wallTime() const override { return QDateTime(QDate(2026, 11, 22), QTime(14, 26, 23), Qt::UTC); }
    std::unique_ptr<core::Alarm> alarm(std::function<void()> ring) override
    {
        return m_clock.alarm(std::move(ring));
    }

private:
    core::SystemClock m_clock;
};

/// The simulated switch behind a real port, in the test's thread: what tallylight-sim is, and the test can
/// look into it.
class SwitchOnPort
{
public:
    explicit SwitchOnPort(const simulator::SwitchConfiguration &configuration,
                          const std::optional<wire::TlsFiles> &tls = {})
        : m_port(m_clock)
        , sw(configuration, m_clock,
             {.deliver =
                  [this](tlib::ClientId client, const tlib::Event &event) {
                      if (said)
                          said(event);
                      m_port.send(client, event);
                  },
              .disconnect = [this](tlib::ClientId client) { m_port.disconnectClient(client); },
              .dropAll = [this] { m_port.dropClients(); }})
        , commands(sw, m_clock)
    {
        QObject::connect(&m_port, &wire::ServerPort::requestReceived, &m_port,
                         [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId id) {
                             ++requests;
                             sw.handle(client, request, id);
                         });
        QObject::connect(&m_port, &wire::ServerPort::clientGone, &m_port,
                         [this](tlib::ClientId client) { sw.removeClient(client); });
        if (const auto encrypted = tls ? m_port.encrypt(*tls) : core::Done{}; !encrypted)
            qFatal("the switch cannot speak TLS: %s", qPrintable(encrypted.error().text));
        const auto port = m_port.listen(QHostAddress::LocalHost, 0);
        if (!port)
            qFatal("the switch cannot listen: %s", qPrintable(port.error().text));
        m_number = *port;
    }
    /// Extensions 7001 (recorded from the answer) and 7002, and a recorder that takes no time.
    static simulator::SwitchConfiguration smallSite()
    {
        simulator::SwitchConfiguration site;
        site.dns = {{.dn = tlib::Dn(QStringLiteral("7001")), .record = true},
                    {.dn = tlib::Dn(QStringLiteral("7002"))}};
        site.recorder.delay = core::Duration(0);
        return site;
    }

    quint16 port() const { return m_number; }
    /// One of the simulator's JSON commands; an empty answer when it was refused.
    QJsonObject command(const QByteArray &line)
    {
        const QJsonObject answer = commands.runLine(line);
        return answer[QLatin1String("ok")].toBool() ? answer : QJsonObject();
    }
    QByteArray call(const QByteArray &from, const QByteArray &to)
    {
        return command(R"({"do":"call","from":")" + from + R"(","to":")" + to +
                       R"("})")[QLatin1String("connId")]
            .toString()
            .toLatin1();
    }
    bool recorder(const QByteArray &connId, const QByteArray &state)
    {
        return !command(R"({"do":"recorder","connId":")" + connId + R"(","state":")" + state + R"("})")
                    .isEmpty();
    }

    int requests = 0;                                   ///< that have arrived whole
    std::function<void(const tlib::Event &)> said = {}; ///< to some client, just now

private:
    StandingWallClock m_clock;
    wire::ServerPort m_port;
    quint16 m_number = 0;

public:
    simulator::Switch sw; ///< after the port, which it speaks through
    simulator::Commands commands;
};

} // namespace support
