#include "automation/session.h"

#include "core/logging.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace automation {

namespace {
constexpr qint64 ReadBuffer = 65536;
}

Session::Session(QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(ReadBuffer);
    connect(m_socket, &QLocalSocket::readyRead, this, &Session::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &Session::ended);
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &Session::read);
    connect(m_socket, &QLocalSocket::bytesWritten, this, [this] {
        if (!m_waitingLine.isEmpty() && hasRoom())
            tell(std::exchange(m_waitingLine, {}));
        read();
    });
}

Session::~Session()
{
    m_socket->disconnect(this);
}

void Session::read()
{
    if (m_nextTurn.isActive())
        return;
    int lines = 0;
    while (!m_isClosing && hasRoom()) {
        if (lines == LinesInATurn)
            return m_nextTurn.start(0);
        if (const auto line = m_lines.take()) {
            ++lines;
            handleLine(*line);
            continue;
        }
        if (m_lines.isOverlong())
            return refuseLine();
        const QByteArray bytes = m_socket->read(ReadBuffer);
        if (bytes.isEmpty())
            return;
        m_lines.append(bytes);
    }
}

void Session::handleLine(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const auto request = requestFrom(line);
    if (const auto *refusal = std::get_if<RpcAnswer>(&request))
        return answer(*refusal);
    m_hasAsked = true;
    Q_EMIT requested(std::get<RpcRequest>(request));
}

void Session::refuseLine()
{
    qCWarning(core::automationLog) << "a line of more than" << LineBuffer::MaximumLine << "bytes came";
    answer({.error = RpcError{RpcCode::InvalidRequest,
                              u"a line has at most %1 bytes"_s.arg(LineBuffer::MaximumLine)}});
    close();
}

void Session::answer(const RpcAnswer &answer)
{
    m_socket->write(toLine(answer));
}

void Session::watch(const QJsonValue &id, const QJsonObject &state, const QByteArray &changed)
{
    m_isWatching = true;
    m_lastLine = changed;
    m_waitingLine.clear();
    answer({.id = id, .result = state});
}

QByteArray Session::changedLine(const QByteArray &state)
{
    return R"({"jsonrpc":"2.0","method":"changed","params":)" + state + "}\n";
}

void Session::tell(const QByteArray &line)
{
    if (!m_isWatching)
        return;
    m_waitingLine.clear();
    if (line == m_lastLine)
        return;
    if (!hasRoom()) {
        m_waitingLine = line;
        return;
    }
    m_lastLine = line;
    m_socket->write(line);
}

void Session::close()
{
    m_isClosing = true;
    m_socket->disconnectFromServer();
}

} // namespace automation

#include "moc_session.cpp"
