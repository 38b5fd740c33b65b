#pragma once

#include <QJsonObject>

#include <optional>
#include <variant>

/// JSON-RPC 2.0, one message a line. No batches: a line holds one request.
namespace automation {

enum class RpcCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    Refused = -32000,  ///< ours: it was not done, the message says why
    TimedOut = -32001, ///< ours: nobody can say whether it was done
};

struct RpcError
{
    RpcCode code = RpcCode::Refused;
    QString message = {};
};

struct RpcRequest
{
    QJsonValue id = QJsonValue(QJsonValue::Undefined); ///< undefined: nobody waits for an answer
    QString method = {};
    QJsonObject params = {};
};

struct RpcAnswer
{
    QJsonValue id = {};
    QJsonObject result = {};
    std::optional<RpcError> error = {};
};

/// What a server reads: a request, or the answer that its sender deserves.
std::variant<RpcRequest, RpcAnswer> requestFrom(const QByteArray &line);
/// What a client reads: an answer, or a notification (a request without id); none when it is neither.
std::optional<std::variant<RpcRequest, RpcAnswer>> messageFrom(const QByteArray &line);

// Whole lines, with their end.
QByteArray toLine(const RpcRequest &request);
QByteArray toLine(const RpcAnswer &answer);

} // namespace automation
