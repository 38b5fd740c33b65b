#pragma once

#include "core/clock.h"
#include "model/actions/actionrules.h"
#include "model/settings/keys/command.h"

#include <QObject>

namespace model {

class CallControl;
class CallsInHand;

/// What is asked for without naming a call, by key, bar or tray: the recording of the call that talks, the
/// call that rings, the call that is held. As nobody has pointed at a call, it never goes to one that has
/// come to be meant a moment ago, and a key that is held or pressed twice is one request.
class HandControl : public QObject
{
    Q_OBJECT

public:
    /// So long after the last press of its key a press is the same one: longer than keys wait to repeat.
    static constexpr core::Duration OnePress = std::chrono::milliseconds(800);
    /// So long a call has to have been meant.
    static constexpr core::Duration Settling = std::chrono::milliseconds(400);

    enum class Answer {
        Sent,        ///< what becomes of it is seen at the call, or told by a toast
        Repeated,    ///< it is the same press
        NoCall,      ///< none talks, rings or is held
        JustChanged, ///< another call has come to be meant
        Obstructed,
    };
    struct Outcome
    {
        Command command = {};
        Answer answer = Answer::NoCall;
        CallId call = {};
        CallAction action = {};
        Obstacle obstacle = Obstacle::None;
    };
    struct Parts
    {
        const CallList &calls;
        const CallsInHand &inHand;
        const CallViews &views;
        const ActionRules &rules;
        CallControl &control;
        core::Clock &clock;
    };

    explicit HandControl(const Parts &parts, QObject *parent = nullptr);

    /// The commands that move a call: PauseOrResume, Pause, Resume, Answer, HoldOrRetrieve.
    static bool isFor(Command command);
    /// Sends what the command means for the call that it means.
    Outcome press(Command command);
    /// What the command means now; null: there is no call for it. Whether it is possible, the rules say.
    std::optional<std::pair<CallId, CallAction>> meaningOf(Command command) const;

Q_SIGNALS:
    void answered(const model::HandControl::Outcome &outcome);

private:
    struct Meant
    {
        CallId call = {};
        core::Instant since = {};
    };

    Outcome outcomeOf(Command command);
    void follow();

    const Parts m_parts;
    std::array<Meant, 3> m_meant; ///< that talks, rings, is held
    std::array<std::optional<core::Instant>, AllCommands.size()> m_pressed;
};

} // namespace model
