#pragma once

#include "app/simulator/simulatorserver.h"
#include "model/desk.h"
#include "model/settings/choices.h"
#include "widgets/practice/practice.h"

#include <QSet>

#include <memory>
#include <vector>

namespace app {

/// What `tallylight --demo` has inside: a primary and its backup behind ports of this machine, the script
/// that is played on them, and what a person lets happen beside it. What the script presses is pressed only
/// when it was said some seconds before.
class PracticeGround final : public widgets::Practice
{
    Q_OBJECT

public:
    /// So long before it is pressed it is said, as long as the script runs,
    static constexpr core::Duration Ahead = std::chrono::seconds(8);
    /// and so long it has to have been said.
    static constexpr core::Duration Said = std::chrono::seconds(3);

    PracticeGround(model::Desk &desk, core::Clock &clock);
    ~PracticeGround() override;

    /// Listens, and plays the script of this role; the two servers, the primary first. One sentence
    /// otherwise.
    core::Result<QList<tlib::Endpoint>> start(model::Role role);

    widgets::PracticeScene scene() const override;
    bool isPossible(Choice choice) const override;
    bool choose(Choice choice, int code) override;
    void setSpeed(double speed) override;
    void setHalted(bool halted) override;
    void forbidPress() override;
    void setSeen(bool seen) override;

    const simulator::ScriptPlayer *player() const { return m_player.get(); }

private:
    /// A press that was said.
    struct SaidPress
    {
        qsizetype step = 0;
        core::Instant at = {};
        bool isForbidden = false;
    };

    core::Result<QList<tlib::Endpoint>> listen();
    SimulatorServer &primary() const;
    core::Result<QJsonObject> carry(const QJsonObject &command);
    bool done(const QJsonObject &command);
    bool callIn(int howMany);
    bool hangUp();
    bool changeRecorder(const QString &from, const QString &to);
    bool refuseNext(int code);
    bool setLink(bool isUp);
    bool switchOver();
    void takeRefusalsBack();
    const model::Call *callWith(model::RecordingState state) const;
    const model::Call *callInHand() const;
    void readSteps();
    model::CallId callOf(qsizetype step) const;
    bool isOvertaken(qsizetype step) const;
    std::optional<presentation::PracticeStep> happened() const;
    std::optional<qsizetype> stepFrom(qsizetype first, bool isPress) const;
    void followScript();
    core::Result<core::Done> press(model::CallId call, const QString &button);

    model::Desk &m_desk;
    core::Clock &m_clock;
    std::unique_ptr<SimulatorServer> m_first;
    std::unique_ptr<SimulatorServer> m_second;
    std::unique_ptr<simulator::ScriptPlayer> m_player;
    std::vector<presentation::PracticeStep> m_steps; ///< of the script, in words
    QSet<model::CallId> m_seen;                      ///< the calls that have been in the window
    std::optional<qsizetype> m_now;
    std::optional<SaidPress> m_said;
    std::unique_ptr<core::Alarm> m_ahead; ///< until the next press is to be said
    bool m_isSeen = false;
    bool m_isLinkLost = false;
    bool m_refusesNext = false;
    int m_calls = 0; ///< that a person has let come in
};

} // namespace app
