#include "model/actions/callcontrol.h"

#include "model/actions/destination.h"
#include "model/dns/dnregistry.h"
#include "model/link/serverconnection.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

const core::Seldom<PendingAction> &pendingOf(const Call &call, CallAction action)
{
    return recordingCommandOf(action) ? call.pendingRecording : call.pendingControl;
}

/// Why nothing is sent, for programs and logs.
QString sentenceForObstacle(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain: return u"nothing is sent while the call's state is not certain"_s;
    case Obstacle::RequestUnderWay: return u"another request for this call is under way"_s;
    case Obstacle::NotInThisState: return u"it makes no sense in the call's present state"_s;
    case Obstacle::NotPermitted: return u"your administrator does not permit it"_s;
    case Obstacle::NotOwnCall:
        return u"it is somebody else's call; only its recording can be moved from here"_s;
    case Obstacle::NoOwnDn:
        return u"it is somebody else's call, and this desktop has no DN of its own to ask on behalf of"_s;
    case Obstacle::OnlyLooking: return u"a log is being replayed, and there is nobody to ask"_s;
    }
    Q_UNREACHABLE();
}

core::Error invalid(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// What goes with the action, as a retry and a toast are to know it.
ActionDetails completed(const ActionDetails &given, CallAction action, const Dn &consulted)
{
    ActionDetails details = given;
    if (joinsCalls(action))
        details.destination = consulted;
    return details;
}

bool mayBeRecorded(const Call &call)
{
    const auto &pending = call.pendingRecording;
    return call.recording.state == RecordingState::On || call.recording.state == RecordingState::Paused ||
           (pending && pending->action == CallAction::StartRecording);
}

} // namespace

CallControl::CallControl(const Parts &parts, const Limits &limits, const Rules &rules, QObject *parent)
    : QObject(parent)
    , m_connection(parts.connection)
    , m_calls(parts.calls)
    , m_registry(parts.registry)
    , m_toasts(parts.toasts)
    , m_clock(parts.clock)
    , m_limits(limits)
    , m_rules(rules)
    , m_alarm(parts.clock.alarm([this] { onAlarm(); }))
{
    connect(&m_calls, &CallList::changed, this, &CallControl::onCallChanged);
    connect(&m_calls, &CallList::removed, this, &CallControl::onCallRemoved);
    connect(&m_connection, &ServerConnection::doubted, this, &CallControl::onDoubt);
}

const Leg *CallControl::ownLeg(const Call &call) const
{
    const Leg *const leg = ownLegOf(call, [this](const Dn &dn) { return m_registry.isOwn(dn); });
    // One that has left is no part in the call, unless the call is over for all.
    return leg && (leg->phase != CallPhase::Released || call.isOver()) ? leg : nullptr;
}

CallView CallControl::view(const Call &call) const
{
    const Leg *const own = ownLeg(call);
    if (!own && call.legs.isEmpty())
        return {};
    return call.seenFrom(own ? *own : call.leg());
}

QList<CallId> CallControl::openRecordings() const
{
    QList<CallId> open;
    for (const CallId id : m_calls.ids()) {
        if (const Call &call = *m_calls.find(id); isOwn(call) && mayBeRecorded(call))
            open.append(id);
    }
    return open;
}

Dn CallControl::actingDn(const Call &call) const
{
    const Leg *const leg = ownLeg(call);
    return leg ? leg->dn : m_registry.ownDn();
}

Standpoint CallControl::standpoint(const Call &call) const
{
    return {.certain = m_calls.isCertain(call),
            .ownLeg = ownLeg(call),
            .hasOwnDn = !m_registry.ownDn().isEmpty(),
            .isReplay = m_rules.isReplay};
}

const Call *CallControl::otherOf(const Call &call) const
{
    const CallId other = call.consultation.isNull() ? call.consultationOf : call.consultation;
    return other.isNull() ? nullptr : m_calls.find(other);
}

CallId CallControl::subject(CallAction action, const Call &call) const
{
    return joinsCalls(action) && !call.consultationOf.isNull() ? call.consultationOf : call.id;
}

CallActions CallControl::possible(const Call &call) const
{
    CallActions actions;
    for (const CallAction action : AllCallActions)
        actions.setFlag(action, obstacle(action, call) == Obstacle::None);
    return actions;
}

Obstacle CallControl::obstacle(CallAction action, const Call &call) const
{
    const Obstacle here = obstacleTo(action, call, standpoint(call), m_rules.permissions);
    if (here != Obstacle::None || recordingCommandOf(action))
        return here;
    return obstacleBeside(action, call);
}

Obstacle CallControl::obstacleBeside(CallAction action, const Call &call) const
{
    const Call *const other = otherOf(call);
    if (joinsCalls(action)) {
        // Whoever is consulted sees one of the two calls, or has no part in the other.
        const Leg *const leg = other ? other->findLeg(actingDn(call)) : nullptr;
        if (!leg || leg->phase == CallPhase::Released)
            return Obstacle::NotInThisState;
        return obstacleTo(action, *other, standpoint(*other), m_rules.permissions);
    }
    // A join that is under way on the one moves the other, too.
    const bool isJoining = other && other->pendingControl && joinsCalls(other->pendingControl->action);
    return isJoining ? Obstacle::RequestUnderWay : Obstacle::None;
}

TransferOutlook CallControl::transferOutlook(const Call &call) const
{
    const Call *const first = call.consultationOf.isNull() ? &call : m_calls.find(call.consultationOf);
    const Call &handedOn = first ? *first : call;
    return model::transferOutlook(handedOn, m_calls.isCertain(handedOn), m_rules.atTransfer,
                                  m_othersSide.contains(handedOn.id));
}

core::Result<core::Done> CallControl::check(CallAction action, const Call &call,
                                            const ActionDetails &details) const
{
    if (const Obstacle why = obstacle(action, call); why != Obstacle::None)
        return core::Error{.kind = core::ErrorKind::NotAllowed, .text = sentenceForObstacle(why)};
    if (const auto command = recordingCommandOf(action)) {
        if (const OptionsFlaw flaw = flawIn(details.recording, *command); flaw != OptionsFlaw::None)
            return invalid(model::sentenceFor(flaw));
    }
    if (needsDestination(action)) {
        const DestinationFlaw flaw = flawIn(details.destination, actingDn(call));
        if (flaw != DestinationFlaw::None)
            return invalid(model::sentenceFor(flaw, details.destination));
    }
    return core::Done{};
}

core::Result<core::Done> CallControl::perform(CallId id, CallAction action, const ActionDetails &details)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no such call"_s};
    if (const auto checked = check(action, *call, details); !checked)
        return checked;
    call = m_calls.find(subject(action, *call));
    const PendingAction pending{.serial = ++m_lastSerial,
                                .action = action,
                                .since = m_clock.now(),
                                .fileBefore = call->recording.fileName,
                                .partiesBefore = call->moreParties.size()};
    id = call->id;
    send(*call, pending, details); // first: whoever hears of the mark may end it at once
    m_waiting.insert(id);
    const Call *const other = otherOf(*call);
    m_details.insert(pending.serial, completed(details, action, other ? view(*other).otherParty() : Dn()));
    Q_EMIT asked(id, action);
    m_calls.update(id, [&](Call &changed) {
        changed.pendingFor(action) = pending;
        return CallChange::Pending;
    });
    scheduleAlarm();
    return core::Done{};
}

void CallControl::send(const Call &call, const PendingAction &pending, const ActionDetails &details)
{
    const Dn dn = actingDn(call);
    const CallId id = call.id;
    switch (pending.action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: {
        tlib::RecordingService service{
            .command = recordingCommandOf(pending.action).value(), .dn = dn, .call = id};
        service.extensions = extensionsFrom(service.command, details.recording);
        service.reasons = reasonsFrom(details.recording);
        return sendRequest(id, service, pending);
    }
    case CallAction::Answer: return sendRequest(id, tlib::AnswerCall{.dn = dn, .call = id}, pending);
    case CallAction::Hold: return sendRequest(id, tlib::HoldCall{.dn = dn, .call = id}, pending);
    case CallAction::Retrieve: return sendRequest(id, tlib::RetrieveCall{.dn = dn, .call = id}, pending);
    case CallAction::Release: return sendRequest(id, tlib::ReleaseCall{.dn = dn, .call = id}, pending);
    case CallAction::Consult:
        return sendRequest(
            id, tlib::InitiateTransfer{.dn = dn, .call = id, .destination = details.destination}, pending);
    case CallAction::Transfer:
        return sendRequest(
            id, tlib::SingleStepTransfer{.dn = dn, .call = id, .destination = details.destination}, pending);
    case CallAction::CompleteTransfer: return sendJoin<tlib::CompleteTransfer>(call, pending);
    case CallAction::CompleteConference: return sendJoin<tlib::CompleteConference>(call, pending);
    }
}

template <class Request>
void CallControl::sendJoin(const Call &first, const PendingAction &pending)
{
    sendRequest(first.id,
                Request{.dn = actingDn(first), .heldCall = first.id, .consultationCall = first.consultation},
                pending);
}

template <class Request>
void CallControl::sendRequest(CallId id, const Request &request, const PendingAction &pending)
{
    m_connection.request(request, this,
                         [this, id, pending](const core::Result<typename Request::Reply> &answer) {
                             if (answer)
                                 onAnswer(id, pending, core::Done{});
                             else
                                 onAnswer(id, pending, answer.error());
                         });
}

void CallControl::onAnswer(CallId id, const PendingAction &asked, const core::Result<core::Done> &answer)
{
    const Call *call = m_calls.find(id);
    if (!call || m_handedOver.contains(asked.serial)) // it went, and may have come back since
        return onAnswerWithoutCall(id, asked, answer);
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
    if (!(changes & (CallChange::Recording | CallChange::Phase | CallChange::Parties)))
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
        m_toasts.dismissIf([this, id, call](const Toast &toast) {
            return toast.call == id && toast.callAction && isReached(*toast.callAction, *call, ownLeg(*call));
        });
    }
}

void CallControl::endIfReached(const Call &call, const core::Seldom<PendingAction> &pending)
{
    if (pending && hasReached(call, *pending))
        end(call.id, pending->action, core::Done{});
}

bool CallControl::hasReached(const Call &call, const PendingAction &pending) const
{
    // A server that reports only file names can show a start, by a new one, and nothing else.
    if (pending.action == CallAction::StartRecording && call.recording.isLegacy() &&
        call.recording.fileName != pending.fileBefore)
        return true;
    // Where three have talked before, it takes a fourth; that the consultation is gone may have other
    // reasons.
    if (pending.action == CallAction::CompleteConference && call.moreParties.size() <= pending.partiesBefore)
        return false;
    return isReached(pending.action, call, ownLeg(call));
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
        const ActionDetails details = m_details.take(pending->serial);
        if (handsOver(pending->action))
            m_handedOver.insert(pending->serial, toastFor(*call, pending->action, details));
        else if (pending->action == CallAction::Release)
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
            const ActionDetails details = m_details.take(pending->serial);
            if (outcome && action == CallAction::StartRecording &&
                details.recording.record == RecordingOptions::Side::Destination)
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
    const auto &pending = pendingOf(call, action);
    const Toast toast = toastFor(call, action, pending ? m_details.value(pending->serial) : ActionDetails());
    end(id, action, why);
    post(toast, kind, why);
    if (kind == ToastKind::NoAnswer || kind == ToastKind::NotConfirmed)
        m_registry.ask(dn, id); // whatever has happened, the server's data will tell
}

Toast CallControl::toastFor(const Call &call, CallAction action, const ActionDetails &details) const
{
    const CallView seen = view(call);
    return {.callAction = action,
            .call = call.id,
            .party = seen.otherParty(),
            .dn = seen.dn,
            .isOthersCall = !isOwn(call),
            .details = details};
}

void CallControl::post(Toast toast, ToastKind kind, const core::Error &why)
{
    toast.kind = kind;
    toast.code = why.serverCode;
    toast.serverText = kind == ToastKind::Refused ? why.text : QString();
    m_toasts.post(toast);
}

} // namespace model

#include "moc_callcontrol.cpp"
