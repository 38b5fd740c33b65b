#include "automation/statereport.h"

#include "automation/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

QJsonObject linkReport(const model::Desk &desk)
{
    const auto &connection = desk.connection;
    const bool connected = connection.state() == model::ConnectionState::Connected;
    const bool hasServer = !connection.endpoint().host.isEmpty();
    return {{u"state"_s, wordFor(connection.state())},
            {u"certain"_s, connected && desk.calls.isCertain()},
            {u"server"_s, hasServer ? connection.endpoint().address() : QString()},
            {u"role"_s, wordFor(connection.role())},
            {u"secure"_s, connection.endpoint().secure}};
}

QJsonObject recordingReport(const model::Desk &desk, const model::Call &call)
{
    return {{u"state"_s, wordFor(call.recording)},
            {u"certain"_s, desk.calls.isCertain(call)},
            {u"pending"_s, call.pendingRecording ? wordFor(call.pendingRecording->action) : QString()},
            {u"file"_s, call.recording.fileText()},
            {u"everRecorded"_s, call.recording.everRecorded()}};
}

QJsonObject callReport(const model::Desk &desk, const model::Call &call)
{
    QJsonArray actions;
    const model::CallActions possible = desk.control.possible(call);
    for (const model::CallAction action : model::AllCallActions) {
        if (possible.testFlag(action))
            actions.append(wordFor(action));
    }
    return {{u"connId"_s, call.id.toString()},
            {u"callUuid"_s, call.uuid.toString()},
            {u"dn"_s, call.dn().toString()},
            {u"type"_s, wordFor(call.type)},
            {u"state"_s, wordFor(call.phase())},
            {u"otherParty"_s, call.otherParty.toString()},
            {u"recording"_s, recordingReport(desk, call)},
            {u"actions"_s, actions}};
}

QJsonObject toastReport(const model::Toast &toast, const ToastWords &words)
{
    return {{u"severity"_s, wordFor(toast.severity)},
            {u"code"_s, toast.code},
            {u"call"_s, toast.call.isNull() ? QString() : toast.call.toString()},
            {u"text"_s, words(toast)}};
}

} // namespace

QJsonObject stateReport(const model::Desk &desk, const ToastWords &words)
{
    const auto &identity = desk.agent.identity();
    QJsonArray calls;
    for (const model::CallId id : desk.calls.ids())
        calls.append(callReport(desk, *desk.calls.find(id)));
    QJsonArray toasts;
    for (const model::Toast &toast : desk.toasts.toasts())
        toasts.append(toastReport(toast, words));
    return {{u"link"_s, linkReport(desk)},
            {u"agent"_s, QJsonObject{{u"dn"_s, identity.dn.toString()},
                                     {u"state"_s, wordFor(desk.agent.state())},
                                     {u"agentId"_s, identity.agentId.toString()}}},
            {u"calls"_s, calls},
            {u"toasts"_s, toasts}};
}

} // namespace automation
