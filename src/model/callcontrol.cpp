#include "model/callcontrol.h"

#include "model/dnregistry.h"
#include "model/serverconnection.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

const std::optional<PendingAction> &pendingOf(const Call &call, CallAction action)
{
    return recordingCommandOf(action) ? call.pendingRecording : call.pendingControl;
}

} // namespace

CallControl::CallControl(const Parts &parts, const Limits &limits, const Permissions &permissions,
                         QObject *parent)
    : QObject(parent)
    , m_connection(parts.connection)
    , m_calls(parts.calls)
    , m_registry(parts.registry)
    , m_toasts(parts.toasts)
    , m_clock(parts.clock)
    , m_limits(limits)
    , m_permissions(permissions)
    , m_alarm(parts.clock.alarm([this] { onAlarm(); }))
{
    connect(&m_calls, &CallList::changed, this, &CallControl::onCallChanged);
    connect(&m_calls, &CallList::removed, this, &CallControl::onCallRemoved);
    connect(&m_connection, &ServerConnection::doubted, this, &CallControl::onDoubt);
}

CallActions CallControl::possible(const Call &call) const
{
    return possibleActions(call, m_calls.isCertain(call), m_permissions);
}

Obstacle CallControl::obstacle(CallAction action, const Call &call) const
{
    return obstacleTo(action, call, m_calls.isCertain(call), m_permissions);
}

core::Result<core::Done> CallControl::perform(CallId id, CallAction action, const ActionDetails &details)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no such call"_s};
    switch (obstacle(action, *call)) {
    case Obstacle::None: break;
    case Obstacle::NotCertain:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"nothing is sent while the call's state is not certain"_s};
    case Obstacle::RequestUnderWay:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"another request for this call is under way"_s};
    case Obstacle::NotInThisState:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"it makes no sense in the call's present state"_s};
    case Obstacle::NotPermitted:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"your administrator does not permit it"_s};
    case Obstacle::NotOwnCall:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text =
                               u"it is somebody else's call; only its recording can be moved from here"_s};
    case Obstacle::OnlyLooking:
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"a log is being replayed, and there is nobody to ask"_s};
    }
    const PendingAction pending{.serial = ++m_lastSerial,
                                .action = action,
                                .since = m_clock.now(),
                                .fileBefore = call->recording.fileName};
    send(*call, pending, details); // first: whoever hears of the mark may end it at once
    m_waiting.insert(id);
    m_details.insert(pending.serial, details);
    m_calls.update(id, [&](Call &changed) {
        changed.pendingFor(action) = pending;
        return CallChange::Pending;
    });
    scheduleAlarm();
    return core::Done{};
}

void CallControl::send(const Call &call, const PendingAction &pending, const ActionDetails &details)
{
    const Dn dn = call.dn();
    switch (pending.action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: {
        tlib::RecordingService service{
            .command = recordingCommandOf(pending.action).value(), .dn = dn, .call = call.id};
        service.extensions = extensionsFrom(service.command, details.recording);
        service.reasons = reasonsFrom(details.recording);
        return sendRequest(service, pending);
    }
    case CallAction::Answer: return sendRequest(tlib::AnswerCall{.dn = dn, .call = call.id}, pending);
    case CallAction::Hold: return sendRequest(tlib::HoldCall{.dn = dn, .call = call.id}, pending);
    case CallAction::Retrieve: return sendRequest(tlib::RetrieveCall{.dn = dn, .call = call.id}, pending);
    case CallAction::Release: return sendRequest(tlib::ReleaseCall{.dn = dn, .call = call.id}, pending);
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return; // TODO
    }
}

template <class Request>
void CallControl::sendRequest(const Request &request, const PendingAction &pending)
{
    m_connection.request(request, this,
                         [this, id = request.call, pending](const core::Result<core::Done> &answer) {
                             onAnswer(id, pending, answer);
                         });
}

void CallControl::onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return; // it ended when the call did
    const auto &pending = pendingOf(*call, asked.action);
    if (!pending || pending->serial != asked.serial)
        return; // a late answer changes nothing
    if (!answer)
        return fail(id, asked.action, toastKindOf(answer.error()), answer.error());
    if (!recordingCommandOf(asked.action))
        return end(id, asked.action, core::Done{});
    m_calls.update(id, [&](Call &changed) {
        changed.pendingRecording->accepted = true;
        return CallChange::Pending;
    });
}

void CallControl::onCallChanged(CallId id, CallChanges changes)
{
    if (!(changes & (CallChange::Recording | CallChange::Phase)))
        return;
    const auto certainCall = [this, id] {
        const Call *const call = m_calls.find(id); // whoever is told below may have moved it
        return call && m_calls.isCertain(*call) ? call : nullptr;
    };
    if (changes.testFlag(CallChange::Recording)) {
        if (const Call *const call = certainCall())
            endIfReached(*call, call->pendingRecording);
    }
    if (changes.testFlag(CallChange::Phase)) {
        if (const Call *const call = certainCall())
            endIfReached(*call, call->pendingControl);
    }
    if (const Call *const call = certainCall()) {
        m_toasts.dismissIf([id, call](const Toast &toast) {
            return toast.call == id && toast.callAction && isReached(*toast.callAction, *call);
        });
    }
}

void CallControl::endIfReached(const Call &call, const std::optional<PendingAction> &pending)
{
    if (!pending)
        return;
    // A server that reports only file names can show a start, by a new one, and nothing else.
    const bool isStartShown = pending->action == CallAction::StartRecording && call.recording.isLegacy() &&
                              call.recording.fileName != pending->fileBefore;
    if (isStartShown || isReached(pending->action, call))
        end(call.id, pending->action, core::Done{});
}

void CallControl::onCallRemoved(CallId id)
{
    if (!m_waiting.remove(id))
        return;
    const Call *const call = m_calls.find(id);
    const auto ended = {call->pendingControl, call->pendingRecording};
    scheduleAlarm();
    for (const std::optional<PendingAction> &pending : ended) {
        if (!pending)
            continue;
        m_details.remove(pending->serial);
        if (pending->action == CallAction::Release)
            Q_EMIT settled(id, pending->action, core::Done{});
        else
            Q_EMIT settled(id, pending->action,
                           core::Error{.kind = core::ErrorKind::NotFound, .text = u"the call has ended"_s});
    }
}

void CallControl::onDoubt()
{
    const QSet<CallId> waiting = m_waiting;
    for (const CallId id : waiting)
        endAll(id, {.kind = core::ErrorKind::LinkLost,
                    .text = u"the link was lost before the server answered"_s});
}

void CallControl::endAll(CallId id, const core::Error &why)
{
    for (const CallAction kind : {CallAction::StartRecording, CallAction::Answer}) {
        const Call *call = m_calls.find(id);
        if (!call)
            return;
        if (const auto &pending = pendingOf(*call, kind))
            fail(id, pending->action, toastKindOf(why), why);
    }
}

void CallControl::onAlarm()
{
    const QSet<CallId> waiting = m_waiting;
    for (const CallId id : waiting) {
        for (const CallAction kind : {CallAction::StartRecording, CallAction::Answer}) {
            const Call *call = m_calls.find(id);
            if (!call || !pendingOf(*call, kind))
                continue;
            const PendingAction pending = *pendingOf(*call, kind);
            const core::Duration age = m_clock.now() - pending.since;
            if (age >= m_limits.confirm && recordingCommandOf(pending.action))
                giveUp(id, pending);
            else if (age >= m_limits.slow && !pending.slow)
                markSlow(id, pending.action);
        }
    }
    scheduleAlarm();
}

void CallControl::markSlow(CallId id, CallAction action)
{
    m_calls.update(id, [action](Call &call) {
        call.pendingFor(action)->slow = true;
        return CallChange::Pending;
    });
}

void CallControl::giveUp(CallId id, const PendingAction &pending)
{
    const core::Error why{.kind = core::ErrorKind::TimedOut,
                          .text = pending.accepted ? u"accepted, but the state did not change in time"_s
                                                   : u"the server did not answer in time"_s};
    fail(id, pending.action, pending.accepted ? ToastKind::NotConfirmed : ToastKind::NoAnswer, why);
}

void CallControl::scheduleAlarm()
{
    std::optional<core::Instant> next;
    const auto consider = [&](const std::optional<PendingAction> &pending) {
        if (!pending || (pending->slow && !recordingCommandOf(pending->action)))
            return;
        const core::Instant due =
            pending->since + (pending->slow ? m_limits.confirm : std::min(m_limits.slow, m_limits.confirm));
        next = next ? std::min(*next, due) : due;
    };
    for (const CallId id : std::as_const(m_waiting)) {
        const Call *const call = m_calls.find(id);
        consider(call->pendingRecording);
        consider(call->pendingControl);
    }
    if (next)
        m_alarm->start(std::max(core::Duration(0), *next - m_clock.now()));
    else
        m_alarm->stop();
}

void CallControl::end(CallId id, CallAction action, const core::Result<core::Done> &outcome)
{
    m_calls.update(id, [&](Call &call) {
        if (const auto &pending = call.pendingFor(action))
            m_details.remove(pending->serial);
        call.pendingFor(action).reset();
        return CallChange::Pending;
    });
    const Call *const call = m_calls.find(id);
    if (call && !call->pendingRecording && !call->pendingControl)
        m_waiting.remove(id);
    scheduleAlarm();
    Q_EMIT settled(id, action, outcome);
}

void CallControl::fail(CallId id, CallAction action, ToastKind kind, const core::Error &why)
{
    const Call &call = *m_calls.find(id);
    const Dn dn = call.dn();
    const auto &pending = pendingOf(call, action);
    const ActionDetails details = pending ? m_details.value(pending->serial) : ActionDetails();
    const Toast toast{.kind = kind,
                      .callAction = action,
                      .call = id,
                      .party = call.otherParty,
                      .dn = dn,
                      .code = why.serverCode,
                      .serverText = kind == ToastKind::Refused ? why.text : QString(),
                      .details = details};
    end(id, action, why);
    m_toasts.post(toast);
    if (kind == ToastKind::NoAnswer || kind == ToastKind::NotConfirmed)
        m_registry.ask(dn, id); // whatever has happened, the server's data will tell
}

} // namespace model

#include "moc_callcontrol.cpp"
