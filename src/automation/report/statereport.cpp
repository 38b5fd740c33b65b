#include "automation/report/statereport.h"

#include "automation/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

QJsonObject linkReport(const model::Desk &desk)
{
    const auto &connection = desk.connection;
    const bool hasServer = !connection.endpoint().host.isEmpty();
    QJsonObject report{{u"state"_s, wordFor(connection.state())},
                       {u"certain"_s, connection.isReliable() && desk.calls.isCertain()},
                       {u"server"_s, hasServer ? connection.endpoint().address() : QString()},
                       {u"role"_s, wordFor(connection.role())}};
    if (const auto security = connection.security())
        report.insert(u"secure"_s, security->isEncrypted);
    if (const auto &trouble = connection.trouble()) {
        report.insert(u"why"_s, trouble->text);
        report.insert(u"whyServer"_s, connection.troubledServer().address());
    }
    return report;
}

QJsonObject agentReport(const model::AgentSession &session)
{
    const model::Agent agent = session.agent();
    QJsonObject report{{u"dn"_s, session.identity().dn.toString()},
                       {u"state"_s, wordFor(agent.state)},
                       {u"agentId"_s, session.identity().agentId.toString()}};
    if (!agent.reason.isEmpty())
        report.insert(u"reason"_s, agent.reason);
    if (agent.state != model::AgentState::Unknown) {
        report.insert(u"since"_s, agent.sinceWall.toUTC().toString(Qt::ISODate));
        report.insert(u"sinceSeen"_s, agent.sinceSeen);
    }
    return report;
}

QJsonObject recordingReport(const model::Desk &desk, const model::Call &call)
{
    QJsonObject report{
        {u"state"_s, wordFor(call.recording)},
        {u"certain"_s, desk.calls.isCertain(call)},
        {u"pending"_s, call.pendingRecording ? wordFor(call.pendingRecording->action) : QString()},
        {u"file"_s, call.recording.fileText()},
        {u"everRecorded"_s, call.recording.everRecorded()}};
    if (const auto heard = desk.timeline.lastKnown(call.id))
        report.insert(u"heardAgoMs"_s, qint64((desk.clock.now() - *heard).count()));
    return report;
}

QJsonArray actionsReport(const model::Desk &desk, const model::Call &call)
{
    QJsonArray actions;
    const model::CallActions possible = desk.rules.possible(call);
    for (const model::CallAction action : model::AllCallActions) {
        if (possible.testFlag(action))
            actions.append(wordFor(action));
    }
    return actions;
}

QJsonArray partiesReport(const model::CallView &seen)
{
    QJsonArray parties;
    for (const model::Dn &party : seen.parties)
        parties.append(party.toString());
    return parties;
}

QJsonArray waitingReport(const model::WaitingCalls &waiting)
{
    QJsonArray report;
    for (const model::WaitingCall &call : waiting.rows())
        report.append(QJsonObject{{u"connId"_s, call.id.toString()},
                                  {u"routingPoint"_s, call.routingPoint.toString()},
                                  {u"from"_s, call.caller.toString()},
                                  {u"type"_s, wordFor(call.type)},
                                  {u"certain"_s, call.certain}});
    return report;
}

/// Whether somebody watches others here.
bool isSupervisor(const model::Desk &desk)
{
    const auto &entries = desk.registry.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const model::DnEntry &entry) { return entry.use == model::DnUse::Watched; });
}

QJsonObject boardReport(const model::BoardCounts &counts)
{
    return {{u"calls"_s, counts.calls}, {u"on"_s, counts.on},         {u"paused"_s, counts.paused},
            {u"off"_s, counts.off},     {u"legacy"_s, counts.legacy}, {u"unknown"_s, counts.unknown}};
}

QJsonObject toastReport(const model::Toast &toast, const ToastWords &words)
{
    return {{u"severity"_s, wordFor(toast.severity)},
            {u"code"_s, toast.code},
            {u"call"_s, toast.call.isNull() ? QString() : toast.call.toString()},
            {u"text"_s, words(toast)}};
}

} // namespace

QJsonObject callReport(const model::Desk &desk, const model::Call &call)
{
    const model::CallView seen = desk.views.view(call);
    QJsonObject report{{u"connId"_s, call.id.toString()},
                       {u"callUuid"_s, call.uuid.toString()},
                       {u"dn"_s, seen.dn.toString()},
                       {u"own"_s, desk.views.isOwn(call)},
                       {u"type"_s, wordFor(call.type)},
                       {u"state"_s, wordFor(seen.phase)},
                       {u"seenFromStart"_s, call.startSeen},
                       {u"otherParty"_s, seen.otherParty().toString()},
                       {u"parties"_s, partiesReport(seen)},
                       {u"recording"_s, recordingReport(desk, call)},
                       {u"actions"_s, actionsReport(desk, call)}};
    if (!call.consultation.isNull())
        report.insert(u"consultation"_s, call.consultation.toString());
    if (!call.consultationOf.isNull())
        report.insert(u"consultationOf"_s, call.consultationOf.toString());
    return report;
}

QJsonObject reportWithoutCalls(const model::Desk &desk, const ToastWords &words)
{
    QJsonArray toasts;
    for (const model::Toast &toast : desk.toasts.toasts())
        toasts.append(toastReport(toast, words));
    QJsonObject report{{u"link"_s, linkReport(desk)},
                       {u"agent"_s, agentReport(desk.agent)},
                       {u"calls"_s, QJsonArray()},
                       {u"waiting"_s, waitingReport(desk.waiting)},
                       {u"toasts"_s, toasts}};
    if (isSupervisor(desk))
        report.insert(u"board"_s, boardReport(desk.board.counts()));
    return report;
}

QJsonObject stateReport(const model::Desk &desk, const ToastWords &words)
{
    QJsonArray calls;
    for (const model::CallId id : desk.calls.ids())
        calls.append(callReport(desk, *desk.calls.find(id)));
    QJsonObject report = reportWithoutCalls(desk, words);
    report.insert(u"calls"_s, calls);
    return report;
}

} // namespace automation
