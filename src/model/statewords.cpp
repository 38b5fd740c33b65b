#include "model/statewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

TraceEntry::Word tracedWordOf(const RecordingReport &report)
{
    if (report.word == RecordingReport::Word::Absent)
        return TraceEntry::Word::None;
    switch (report.state) {
    case RecordingState::On: return TraceEntry::Word::On;
    case RecordingState::Off: return TraceEntry::Word::Off;
    case RecordingState::Paused: return TraceEntry::Word::Paused;
    case RecordingState::Unknown: return TraceEntry::Word::NotUnderstood;
    }
    Q_UNREACHABLE();
}

} // namespace

QString wordFor(AgentState state)
{
    switch (state) {
    case AgentState::Unknown: return u"unknown"_s;
    case AgentState::LoggedOut: return u"logged-out"_s;
    case AgentState::NotReady: return u"not-ready"_s;
    case AgentState::Ready: return u"ready"_s;
    case AgentState::AfterCallWork: return u"after-call-work"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(CallType type)
{
    switch (type) {
    case CallType::Unknown: return u"unknown"_s;
    case CallType::Internal: return u"internal"_s;
    case CallType::Inbound: return u"inbound"_s;
    case CallType::Outbound: return u"outbound"_s;
    case CallType::Consult: return u"consult"_s;
    }
    return u"unknown"_s; // the number came from outside
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Warning: return u"warning"_s;
    case Severity::Error: return u"error"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Changer changer)
{
    switch (changer) {
    case Changer::NotKnown: return {};
    case Changer::ThisDesktop: return u"this-desktop"_s;
    case Changer::PauseGuard: return u"pause-guard"_s;
    case Changer::SomebodyElse: return u"somebody-else"_s;
    }
    Q_UNREACHABLE();
}

Changer changerNamed(const QString &word)
{
    for (const Changer changer : {Changer::ThisDesktop, Changer::PauseGuard, Changer::SomebodyElse}) {
        if (word == wordFor(changer))
            return changer;
    }
    return Changer::NotKnown;
}

QString wordFor(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Dialing: return u"dialing"_s;
    case CallPhase::Ringing: return u"ringing"_s;
    case CallPhase::Talking: return u"talking"_s;
    case CallPhase::Held: return u"held"_s;
    case CallPhase::Released: return u"released"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(const Recording &recording)
{
    if (recording.isLegacy())
        return u"recorded"_s;
    switch (recording.state) {
    case RecordingState::Unknown: return u"unknown"_s;
    case RecordingState::Off: return u"off"_s;
    case RecordingState::On: return u"on"_s;
    case RecordingState::Paused: return u"paused"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return u"start"_s;
    case CallAction::PauseRecording: return u"pause"_s;
    case CallAction::ResumeRecording: return u"resume"_s;
    case CallAction::StopRecording: return u"stop"_s;
    case CallAction::Answer: return u"answer"_s;
    case CallAction::Hold: return u"hold"_s;
    case CallAction::Retrieve: return u"retrieve"_s;
    case CallAction::Release: return u"release"_s;
    case CallAction::Consult: return u"consult"_s;
    case CallAction::Transfer: return u"transfer"_s;
    case CallAction::CompleteTransfer: return u"complete"_s;
    case CallAction::CompleteConference: return u"conference"_s;
    case CallAction::Alternate: return u"alternate"_s;
    case CallAction::DropParty: return u"drop"_s;
    case CallAction::Redirect: return u"redirect"_s;
    case CallAction::Reject: return u"reject"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CallAction> callActionFor(const QString &word)
{
    const auto found = std::find_if(std::begin(AllCallActions), std::end(AllCallActions),
                                    [&word](CallAction action) { return wordFor(action) == word; });
    return found == std::end(AllCallActions) ? std::nullopt : std::optional(*found);
}

QString wordFor(AgentAction action)
{
    switch (action) {
    case AgentAction::Login: return u"login"_s;
    case AgentAction::Logout: return u"logout"_s;
    case AgentAction::Ready: return u"ready"_s;
    case AgentAction::NotReady: return u"not-ready"_s;
    case AgentAction::AfterCallWork: return u"after-call-work"_s;
    }
    Q_UNREACHABLE();
}

MessageTrace::RecordingReader tracedRecording(const RecordingKeys &keys)
{
    return [keys](const tlib::KvList &userData) { return tracedWordOf(recordingFrom(userData, keys)); };
}

} // namespace model
