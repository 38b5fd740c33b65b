#pragma once

#include "backends/simulator/script/commands.h"
#include "backends/simulator/switchconversation.h"

#include <QJsonObject>

namespace simulatortest {

using namespace Qt::StringLiterals;

/// A small switch with a trunk, and somebody who gives it commands: "@" in one stands for a ConnID.
struct CommandDesk : Conversation
{
    CommandDesk()
        : Conversation(withTrunk())
    {
    }
    QJsonObject run(const QByteArray &command) { return commands.runLine(command); }
    bool does(QByteArray command, const QString &connId = {})
    {
        command.replace("@", connId.toLatin1());
        const QJsonObject answer = run(command);
        if (!answer.value(u"ok"_s).toBool())
            qWarning("%s", qPrintable(answer.value(u"error"_s).toString()));
        return answer == QJsonObject{{u"ok"_s, true}};
    }
    QString call(const QByteArray &from, const QByteArray &to)
    {
        return run(R"({"do":"call","from":")" + from + R"(","to":")" + to + R"("})")
            .value(u"connId"_s)
            .toString();
    }
    const simulator::SwitchCall *find(const QString &connId)
    {
        return sw.book().find(*tlib::ConnId::fromString(connId));
    }

    simulator::Commands commands{sw, clock};

private:
    static simulator::SwitchConfiguration withTrunk()
    {
        simulator::SwitchConfiguration configuration = smallSwitch();
        configuration.dns.append(
            {.dn = tlib::Dn(u"T1"_s), .kind = simulator::DnKind::Trunk, .prefix = u"+"_s});
        return configuration;
    }
};

} // namespace simulatortest
