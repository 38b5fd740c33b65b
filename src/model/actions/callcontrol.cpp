#include "model/actions/callcontrol.h"

#include "model/actions/actionrequest.h"
#include "model/actions/actionrules.h"
#include "model/actions/serverabilities.h"
#include "model/dns/dnregistry.h"
#include "model/link/serverconnection.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// What goes with the action, as a retry and a toast are to know it.
ActionDetails completed(const ActionDetails &given, CallAction action, const Dn &consulted)
{
    ActionDetails details = given;
    if (joinsCalls(action))
        details.destination = consulted;
    return details;
}

/// Somebody else has done it already.
bool isForestalled(const Toast &toast, const core::Error &why)
{
    return toast.callAction && recordingCommandOf(*toast.callAction) &&
           why.serverCode == tlib::errorcode::AlreadyInState;
}

} // namespace

CallControl::CallControl(const Parts &parts, const Limits &limits, AtTransfer atTransfer, QObject *parent)
    : QObject(parent)
    , m_connection(parts.connection)
    , m_calls(parts.calls)
    , m_registry(parts.registry)
    , m_views(parts.views)
    , m_rules(parts.rules)
    , m_abilities(parts.abilities)
    , m_toasts(parts.toasts)
    , m_clock(parts.clock)
    , m_limits(limits)
    , m_atTransfer(atTransfer)
    , m_alarm(parts.clock.alarm([this] { onAlarm(); }))
{
    connect(&m_calls, &CallList::changed, this, &CallControl::onCallChanged);
    connect(&m_calls, &CallList::certaintyChanged, this, &CallControl::forgetReached);
    connect(&m_calls, &CallList::removed, this, &CallControl::onCallRemoved);
    connect(&m_connection, &ServerConnection::doubted, this, &CallControl::onDoubt);
}

TransferOutlook CallControl::transferOutlook(const Call &call) const
{
    const Call *const first = call.consultationOf.isNull() ? &call : m_calls.find(call.consultationOf);
    const Call &handedOn = first ? *first : call;
    return model::transferOutlook(handedOn, m_calls.isCertain(handedOn), m_atTransfer,
                                  m_othersSide.contains(handedOn.id));
}

core::Result<core::Done> CallControl::perform(CallId id, CallAction action, const ActionDetails &details,
                                              Asker asker)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no such call"_s};
    if (const auto why = m_rules.whyNot(action, *call, details))
        return core::Error{.kind = kindOf(*why)};
    call = m_calls.find(m_rules.subject(action, *call));
    const PendingAction pending{.serial = ++m_lastSerial,
                                .action = action,
                                .asker = asker,
                                .from = m_views.actingDn(*call),
                                .since = m_clock.now(),
                                .fileBefore = call->recording.fileName,
                                .partiesBefore = call->moreParties.size(),
                                .party = details.party};
    id = call->id;
    send(*call, pending, details); // first: whoever hears of the mark may end it at once
    m_waiting.insert(id);
    const Call *const other = m_views.partnerOf(*call);
    m_asked.insert(pending.serial,
                   toastFor(*call, action,
                            completed(details, action, other ? m_views.view(*other).otherParty() : Dn())));
    Q_EMIT asked(id, action, asker);
    m_calls.update(id, [&](Call &changed) {
        changed.pendingFor(action) = pending;
        return CallChange::Pending;
    });
    scheduleAlarm();
    return core::Done{};
}

void CallControl::send(const Call &call, const PendingAction &pending, const ActionDetails &details)
{
    using Outcome = core::Result<core::Done>;
    const auto ask = [this, id = call.id, pending]<class Request>(const Request &request) {
        m_connection.request(request, this,
                             [this, id, pending](const core::Result<typename Request::Reply> &answer) {
                                 onAnswer(id, pending, answer ? Outcome(core::Done{}) : answer.error());
                             });
    };
    const Call *const talking = pending.action == CallAction::Alternate ? m_views.alternateOf(call) : nullptr;
    std::visit(ask, requestFor(pending.action, call, m_views.actingDn(call), details,
                               talking ? talking->id : CallId()));
}

void CallControl::onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer)
{
    if (!answer) // first: whoever hears of the end looks at what can be done
        m_abilities.noteRefusal(asked.action, answer.error().serverCode);
    const Call *call = m_calls.find(id);
    if (!call || m_handedOver.contains(asked.serial)) // it went, and may have come back since
        return onAnswerWithoutCall(id, asked, answer);
    const auto &pending = call->pendingFor(asked.action);
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
    Q_EMIT accepted(id, asked.action);
}

void CallControl::onAnswerWithoutCall(CallId id, const PendingAction &asked,
                                      const core::Result<core::Done> &answer)
{
    const auto handedOver = m_handedOver.constFind(asked.serial);
    if (handedOver == m_handedOver.constEnd())
        return; // it ended when the call did
    const Toast toast = *handedOver;
    m_handedOver.erase(handedOver);
    Q_EMIT settled(id, asked.action, answer);
    if (!answer)
        post(toast, toastKindOf(answer.error()), answer.error());
}

void CallControl::onCallChanged(CallId id, CallChanges changes)
{
    if (!(changes &
          (CallChange::Recording | CallChange::Phase | CallChange::Parties | CallChange::Certainty)))
        return;
    const auto certainCall = [this, id] {
        const Call *const call = m_calls.find(id); // whoever is told below may have moved it
        return call && m_calls.isCertain(*call) ? call : nullptr;
    };
    if (changes.testFlag(CallChange::Recording)) {
        if (const Call *const call = m_calls.find(id))
            m_othersSide.review(*call);
        if (const Call *const call = certainCall())
            endIfReached(*call, call->pendingRecording);
    }
    if (changes & (CallChange::Phase | CallChange::Parties)) {
        if (const Call *const call = certainCall())
            endIfReached(*call, call->pendingControl);
    }
    if (const Call *const call = certainCall()) {
        m_toasts.dismissIf(id, [this, call](const Toast &toast) {
            return toast.callAction &&
                   isReached(*toast.callAction, *call, m_views.ownLeg(*call), toast.details.party);
        });
    }
}

/// What is certain again may be as it was asked for.
void CallControl::forgetReached()
{
    m_toasts.dismissIf([this](const Toast &toast) {
        const Call *const call = toast.callAction ? m_calls.find(toast.call) : nullptr;
        return call && m_calls.isCertain(*call) &&
               isReached(*toast.callAction, *call, m_views.ownLeg(*call), toast.details.party);
    });
}

void CallControl::endIfReached(const Call &call, const core::Seldom<PendingAction> &pending)
{
    if (pending && isReached(*pending, call, m_views.ownLeg(call)))
        end(call.id, pending->action, core::Done{});
}

void CallControl::onCallRemoved(CallId id)
{
    m_othersSide.forget(id);
    if (!m_waiting.remove(id))
        return;
    const Call *const call = m_calls.find(id);
    const auto ended = {call->pendingControl, call->pendingRecording};
    scheduleAlarm();
    for (const core::Seldom<PendingAction> &pending : ended) {
        if (!pending)
            continue;
        Toast asked = m_asked.take(pending->serial);
        asked.call = id; // it may have moved
        if (handsOver(pending->action))
            m_handedOver.insert(pending->serial, asked);
        else if (pending->action == CallAction::Release || pending->action == CallAction::Reject)
            Q_EMIT settled(id, pending->action, core::Done{});
        else
            Q_EMIT settled(id, pending->action,
                           core::Error{.kind = core::ErrorKind::NotFound, .text = u"the call has ended"_s});
    }
}

void CallControl::onDoubt()
{
    const core::Error why{.kind = core::ErrorKind::LinkLost,
                          .text = u"the link was lost before the server answered"_s};
    const QSet<CallId> waiting = m_waiting;
    for (const CallId id : waiting) {
        for (const CallAction kind : {CallAction::StartRecording, CallAction::Answer}) {
            const Call *const call = m_calls.find(id); // whoever was told may have moved it
            if (call && call->pendingFor(kind))
                fail(id, call->pendingFor(kind)->action, toastKindOf(why), why);
        }
    }
}

void CallControl::onAlarm()
{
    const QSet<CallId> waiting = m_waiting;
    for (const CallId id : waiting) {
        for (const CallAction kind : {CallAction::StartRecording, CallAction::Answer}) {
            const Call *call = m_calls.find(id);
            if (!call || !call->pendingFor(kind))
                continue;
            const PendingAction pending = *call->pendingFor(kind);
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
    const auto consider = [&](const core::Seldom<PendingAction> &pending) {
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
        if (const auto &pending = call.pendingFor(action)) {
            const Toast asked = m_asked.take(pending->serial);
            if (outcome && action == CallAction::StartRecording &&
                asked.details.recording.record == RecordingOptions::Side::Destination)
                m_othersSide.note(call, pending->fileBefore);
        }
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
    const auto &pending = call.pendingFor(action);
    Toast toast = pending ? m_asked.value(pending->serial) : toastFor(call, action, {});
    toast.call = id; // it may have moved
    end(id, action, why);
    post(toast, kind, why);
    if (kind == ToastKind::NoAnswer || kind == ToastKind::NotConfirmed || isForestalled(toast, why))
        m_registry.ask(dn, id); // whatever has happened, the server's data will tell
}

Toast CallControl::toastFor(const Call &call, CallAction action, const ActionDetails &details) const
{
    const CallView seen = m_views.view(call);
    return {.callAction = action,
            .call = call.id,
            .party = seen.otherParty(),
            .type = call.type,
            .dn = seen.dn,
            .isOthersCall = !m_views.isOwn(call),
            .details = details};
}

void CallControl::post(Toast toast, ToastKind kind, const core::Error &why)
{
    toast.kind = kind;
    toast.code = why.serverCode;
    toast.serverText = kind == ToastKind::Refused ? why.text : QString();
    if (isForestalled(toast, why)) {
        toast.severity = Severity::Warning; // it is as it was to be
        // What was said before of the call's recording is no longer how it is.
        m_toasts.dismissIf(toast.call, [&toast](const Toast &earlier) {
            return earlier.callAction && recordingCommandOf(*earlier.callAction) &&
                   !(earlier.code == toast.code && earlier.callAction == toast.callAction);
        });
    }
    m_toasts.post(toast);
}

} // namespace model

#include "moc_callcontrol.cpp"
