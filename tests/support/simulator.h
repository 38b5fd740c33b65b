#pragma once

#include "support/program.h"

namespace support {

/// tallylight-sim as a process, with its commands.
class Simulator
{
public:
    explicit Simulator(const Home &home, quint16 port = 0, const QStringList &more = {})
        : m_program(home, QStringLiteral("tallylight-sim"),
                    QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)} + more)
    {
        m_port = m_program.line().split(':').last().toUShort();
    }

    bool isReady() const { return m_port != 0; }
    quint16 port() const { return m_port; }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString url() const { return QStringLiteral("tlib://") + address(); }

    /// The answer; its "ok" says whether it was done.
    QJsonObject command(const QByteArray &line)
    {
        m_program.write(line);
        return QJsonDocument::fromJson(m_program.line()).object();
    }
    bool done(const QByteArray &line) { return command(line)[QLatin1String("ok")].toBool(); }
    /// The ConnID of a new call; empty when there is none.
    QByteArray call(const QByteArray &from, const QByteArray &to)
    {
        return command(R"({"do":"call","from":")" + from + R"(","to":")" + to +
                       R"("})")[QLatin1String("connId")]
            .toString()
            .toLatin1();
    }
    bool recorder(const QByteArray &connId, const QByteArray &state)
    {
        return done(R"({"do":"recorder","connId":")" + connId + R"(","state":")" + state + R"("})");
    }
    /// SIGKILL, and gone.
    bool kill()
    {
        m_program.kill();
        return m_program.waitForEnd();
    }
    bool quit()
    {
        m_program.write(R"({"do":"quit"})");
        return m_program.waitForEnd();
    }

private:
    Program m_program;
    quint16 m_port = 0;
};

} // namespace support
