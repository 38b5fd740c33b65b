#pragma once

#include "automation/jsonrpc.h"
#include "automation/linebuffer.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <memory>

namespace automation {

/// One program on the other end of the socket. Reads no further while it does not take its answers, so that
/// neither side's memory grows.
class Session : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaximumBacklog = 1'048'576; ///< bytes that wait to be taken
    /// Lines that are read in one turn of the event loop: a flood of them must not hold the desktop up.
    static constexpr int LinesInATurn = 8;

    /// Takes the socket.
    Session(QLocalSocket *socket, QObject *parent = nullptr);
    ~Session() override;

    void answer(const RpcAnswer &answer);
    /// Sends the state, of which `changed` is the line, as the answer to `id`, and from now on each that it
    /// is told.
    void watch(const QJsonValue &id, const QJsonObject &state, const QByteArray &changed);
    bool isWatching() const { return m_isWatching; }
    /// A line of changedLine(), the same for all who watch. One that says nothing new is not sent; where
    /// there is no room the latest waits.
    void tell(const QByteArray &line);
    static QByteArray changedLine(const QByteArray &state); ///< in compact JSON
    /// Whether it has ever sent a request.
    bool hasAsked() const { return m_hasAsked; }
    /// Hands what was written to the system, for whoever ends the program next.
    void flush() { m_socket->flush(); }
    /// After what has been written, as far as the other side takes it.
    void close();

Q_SIGNALS:
    void requested(const automation::RpcRequest &request);
    void ended();

private:
    void read();
    void handleLine(const QByteArray &line);
    void refuseLine();
    bool hasRoom() const { return m_socket->bytesToWrite() < MaximumBacklog; }

    QLocalSocket *m_socket; ///< a child
    LineBuffer m_lines;
    bool m_isWatching = false;
    QByteArray m_lastLine;    ///< that was told
    QByteArray m_waitingLine; ///< for room
    bool m_hasAsked = false;
    bool m_isClosing = false;
    QTimer m_nextTurn; ///< of the event loop; a queued call would come in this one
};

} // namespace automation
