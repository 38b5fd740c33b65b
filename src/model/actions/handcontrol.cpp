#include "model/actions/handcontrol.h"

#include "model/actions/callcontrol.h"
#include "model/actions/callsinhand.h"

#include <algorithm>

namespace model {

namespace {

using Kind = CallsInHand::Kind;
constexpr std::array KindsMeant{Kind::Talking, Kind::Ringing, Kind::Held};

} // namespace

HandControl::HandControl(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.inHand, &CallsInHand::changed, this, &HandControl::follow);
}

bool HandControl::isFor(Command command)
{
    switch (command) {
    case Command::PauseOrResume:
    case Command::Pause:
    case Command::Resume:
    case Command::Answer:
    case Command::HoldOrRetrieve: return true;
    case Command::KeepPaused:
    case Command::SayState:
    case Command::MakeCall:
    case Command::ShowWindow:
    case Command::CompactBar:
    case Command::Today:
    case Command::Messages:
    case Command::Settings:
    case Command::Help:
    case Command::Menu:
    case Command::Quit: return false;
    }
    Q_UNREACHABLE();
}

void HandControl::follow()
{
    for (size_t i = 0; i < KindsMeant.size(); ++i) {
        if (const CallId id = m_parts.inHand.first(KindsMeant[i]); id != m_meant[i].call)
            m_meant[i] = {.call = id, .since = m_parts.clock.now()};
    }
}

std::optional<std::pair<CallId, CallAction>> HandControl::meaningOf(Command command) const
{
    const auto meaning = [](CallId id, CallAction action) {
        return id.isNull() ? std::nullopt : std::optional(std::pair(id, action));
    };
    const CallId talking = m_meant[0].call;
    switch (command) {
    case Command::PauseOrResume: {
        const Call *const call = m_parts.calls.find(talking);
        const bool isPaused = call && call->recording.state == RecordingState::Paused;
        return meaning(talking, isPaused ? CallAction::ResumeRecording : CallAction::PauseRecording);
    }
    case Command::Pause: return meaning(talking, CallAction::PauseRecording);
    case Command::Resume: return meaning(talking, CallAction::ResumeRecording);
    case Command::Answer: return meaning(m_meant[1].call, CallAction::Answer);
    case Command::HoldOrRetrieve:
        return talking.isNull() ? meaning(m_meant[2].call, CallAction::Retrieve)
                                : meaning(talking, CallAction::Hold);
    case Command::KeepPaused:
    case Command::SayState:
    case Command::MakeCall:
    case Command::ShowWindow:
    case Command::CompactBar:
    case Command::Today:
    case Command::Messages:
    case Command::Settings:
    case Command::Help:
    case Command::Menu:
    case Command::Quit: return std::nullopt;
    }
    Q_UNREACHABLE();
}

HandControl::Outcome HandControl::press(Command command)
{
    const core::Instant now = m_parts.clock.now();
    auto &pressed = m_pressed[size_t(command)];
    const bool isRepeated = pressed && now - *pressed < OnePress;
    pressed = now;
    if (isRepeated)
        return {.command = command, .answer = Answer::Repeated};
    const Outcome outcome = outcomeOf(command);
    Q_EMIT answered(outcome);
    return outcome;
}

HandControl::Outcome HandControl::outcomeOf(Command command)
{
    const auto meaning = meaningOf(command);
    if (!meaning)
        return {.command = command, .answer = Answer::NoCall};
    const auto [id, action] = *meaning;
    Outcome outcome{.command = command, .answer = Answer::Obstructed, .call = id, .action = action};
    const auto meant = std::find_if(m_meant.begin(), m_meant.end(),
                                    [id = id](const Meant &each) { return each.call == id; });
    if (m_parts.clock.now() - meant->since < Settling) {
        outcome.answer = Answer::JustChanged;
        return outcome;
    }
    const Call *const call = m_parts.calls.find(id);
    outcome.obstacle = call ? m_parts.rules.obstacle(action, *call) : Obstacle::NotInThisState;
    if (outcome.obstacle == Obstacle::None) {
        outcome.answer = Answer::Sent;
        std::ignore = m_parts.control.perform(id, action); // a failure is a toast
    }
    return outcome;
}

} // namespace model

#include "moc_handcontrol.cpp"
