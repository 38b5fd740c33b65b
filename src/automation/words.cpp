#include "automation/words.h"

using namespace Qt::StringLiterals;

namespace automation {

QString wordFor(model::ConnectionState state)
{
    switch (state) {
    case model::ConnectionState::Offline: return u"offline"_s;
    case model::ConnectionState::Connecting: return u"connecting"_s;
    case model::ConnectionState::Registering: return u"registering"_s;
    case model::ConnectionState::Connected: return u"connected"_s;
    case model::ConnectionState::Waiting: return u"waiting"_s;
    case model::ConnectionState::Lost: return u"lost"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(model::ServerRole role)
{
    switch (role) {
    case model::ServerRole::Primary: return u"primary"_s;
    case model::ServerRole::Backup: return u"backup"_s;
    }
    return u"primary"_s; // the number came from outside
}

QString wordFor(model::AgentState state)
{
    switch (state) {
    case model::AgentState::Unknown: return u"unknown"_s;
    case model::AgentState::LoggedOut: return u"logged-out"_s;
    case model::AgentState::NotReady: return u"not-ready"_s;
    case model::AgentState::Ready: return u"ready"_s;
    case model::AgentState::AfterCallWork: return u"after-call-work"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(model::CallType type)
{
    switch (type) {
    case model::CallType::Unknown: return u"unknown"_s;
    case model::CallType::Internal: return u"internal"_s;
    case model::CallType::Inbound: return u"inbound"_s;
    case model::CallType::Outbound: return u"outbound"_s;
    case model::CallType::Consult: return u"consult"_s;
    }
    return u"unknown"_s; // the number came from outside
}

QString wordFor(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Warning: return u"warning"_s;
    case model::Severity::Error: return u"error"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(model::CallPhase phase)
{
    switch (phase) {
    case model::CallPhase::Dialing: return u"dialing"_s;
    case model::CallPhase::Ringing: return u"ringing"_s;
    case model::CallPhase::Talking: return u"talking"_s;
    case model::CallPhase::Held: return u"held"_s;
    case model::CallPhase::Released: return u"released"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(const model::Recording &recording)
{
    if (recording.isLegacy())
        return u"recorded"_s;
    switch (recording.state) {
    case model::RecordingState::Unknown: return u"unknown"_s;
    case model::RecordingState::Off: return u"off"_s;
    case model::RecordingState::On: return u"on"_s;
    case model::RecordingState::Paused: return u"paused"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(model::CallAction action)
{
    switch (action) {
    case model::CallAction::StartRecording: return u"start"_s;
    case model::CallAction::PauseRecording: return u"pause"_s;
    case model::CallAction::ResumeRecording: return u"resume"_s;
    case model::CallAction::StopRecording: return u"stop"_s;
    case model::CallAction::Answer: return u"answer"_s;
    case model::CallAction::Hold: return u"hold"_s;
    case model::CallAction::Retrieve: return u"retrieve"_s;
    case model::CallAction::Release: return u"release"_s;
    case model::CallAction::Consult: return u"consult"_s;
    case model::CallAction::Transfer: return u"transfer"_s;
    case model::CallAction::CompleteTransfer: return u"complete"_s;
    case model::CallAction::CompleteConference: return u"conference"_s;
    }
    Q_UNREACHABLE();
}

core::Error inWords(const core::Error &why)
{
    if (why.kind == core::ErrorKind::LinkLost)
        return {.kind = core::ErrorKind::TimedOut, .text = why.text + u"; the result is unknown"_s};
    if (why.kind != core::ErrorKind::Refused)
        return why;
    const QString text = u"SIP Server refused (%1)"_s.arg(why.serverCode);
    return {.kind = why.kind,
            .text = why.text.isEmpty() ? text : text + u": "_s + why.text,
            .serverCode = why.serverCode};
}

core::Error notDone(const core::Error &why, const QString &before)
{
    return {.kind = why.kind == core::ErrorKind::InvalidInput ? core::ErrorKind::NotAllowed : why.kind,
            .text = before + why.text};
}

} // namespace automation
