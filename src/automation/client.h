#pragma once

#include "automation/jsonrpc.h"
#include "automation/linebuffer.h"

#include <QLocalSocket>
#include <QObject>

namespace automation {

/// The other end of the socket: what tallylightctl and a second start of the desktop are.
class Client : public QObject
{
    Q_OBJECT

public:
    /// Of an answer: the state of a supervisor's desktop has some 400 bytes a call.
    static constexpr qsizetype MaximumAnswer = 64 * 1'048'576;

    explicit Client(QObject *parent = nullptr);
    ~Client() override;

    /// Connects and sends the request as soon as that is possible.
    void ask(const QString &path, const QString &method, const QJsonObject &params = {});
    /// Whether somebody was there, even if no longer.
    bool hasConnected() const { return m_hasConnected; }

Q_SIGNALS:
    void answered(const automation::RpcAnswer &answer);
    void notified(const QJsonObject &state); ///< after `watch`: the state has changed
    void ended();                            ///< nobody is there (any more)

private:
    void read();

    QLocalSocket m_socket;
    LineBuffer m_lines{MaximumAnswer};
    bool m_hasConnected = false;
};

} // namespace automation
