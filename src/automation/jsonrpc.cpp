#include "automation/jsonrpc.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

RpcAnswer invalid(const QJsonValue &id, const QString &why)
{
    return {.id = id, .error = RpcError{RpcCode::InvalidRequest, why}};
}

bool isId(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isNull();
}

} // namespace

std::variant<RpcRequest, RpcAnswer> requestFrom(const QByteArray &line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (fault.error != QJsonParseError::NoError)
        return RpcAnswer{.error = RpcError{RpcCode::ParseError, u"not JSON: "_s + fault.errorString()}};
    if (!document.isObject())
        return invalid({}, u"a request is one JSON object; there are no batches here"_s);
    const QJsonObject object = document.object();
    const QJsonValue id = object.value("id"_L1);
    if (!id.isUndefined() && !isId(id))
        return invalid({}, u"\"id\" is neither text nor number"_s);
    if (object.value("jsonrpc"_L1) != u"2.0"_s)
        return invalid(id, u"\"jsonrpc\" is not \"2.0\""_s);
    if (!object.value("method"_L1).isString())
        return invalid(id, u"\"method\" is missing"_s);
    const QJsonValue params = object.value("params"_L1);
    if (!params.isUndefined() && !params.isObject())
        return RpcAnswer{.id = id, .error = RpcError{RpcCode::InvalidParams, u"\"params\" is no object"_s}};
    return RpcRequest{.id = id, .method = object.value("method"_L1).toString(), .params = params.toObject()};
}

std::optional<std::variant<RpcRequest, RpcAnswer>> messageFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value("method"_L1).isString())
        return RpcRequest{.method = object.value("method"_L1).toString(),
                          .params = object.value("params"_L1).toObject()};
    RpcAnswer answer{.id = object.value("id"_L1), .result = object.value("result"_L1).toObject()};
    if (const QJsonValue error = object.value("error"_L1); error.isObject()) {
        answer.error =
            RpcError{RpcCode(error["code"_L1].toInt(int(RpcCode::Refused))), error["message"_L1].toString()};
        return answer;
    }
    if (object.value("result"_L1).isObject())
        return answer;
    return std::nullopt;
}

QByteArray toLine(const RpcRequest &request)
{
    QJsonObject object{
        {u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, request.method}, {u"params"_s, request.params}};
    if (!request.id.isUndefined())
        object.insert(u"id"_s, request.id);
    return lineOf(object);
}

QByteArray toLine(const RpcAnswer &answer)
{
    QJsonObject object{{u"jsonrpc"_s, u"2.0"_s},
                       {u"id"_s, answer.id.isUndefined() ? QJsonValue() : answer.id}};
    if (answer.error)
        object.insert(u"error"_s, QJsonObject{{u"code"_s, int(answer.error->code)},
                                              {u"message"_s, answer.error->message}});
    else
        object.insert(u"result"_s, answer.result);
    return lineOf(object);
}

} // namespace automation
