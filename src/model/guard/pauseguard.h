#pragma once

#include "core/clock.h"
#include "model/calls/calllist.h"
#include "model/settings/agent/pauselimits.h"

#include <QObject>

#include <array>
#include <map>
#include <set>

namespace model {

class ActionRules;
class CallControl;
class CallViews;
class DnRegistry;

/// How long a call has been paused, against its limit.
struct PauseCount
{
    core::Instant since = {};
    bool isWhole = false;                        ///< its beginning was seen; else it is at least so long
    core::Duration limit = {};                   ///< from `since` on, with what it was extended by
    std::optional<core::Instant> resumesAt = {}; ///< announced: the recording is asked to go on then
};

/// Reminds of own recordings that stay paused, and, only where the administrator wants it, asks for them to
/// go on. It counts beside the badge and never moves it: the state is the server's, and so is the effect of
/// what it asks for. While a call is not certain it says and asks nothing; the steps that were reached
/// meanwhile come once it is certain again. One alarm for all; only calls that are paused cost anything.
class PauseGuard : public QObject
{
    Q_OBJECT

public:
    /// From the announcement to the request, whatever the limit.
    static constexpr core::Duration Warning = std::chrono::seconds(20);

    struct Parts
    {
        const CallList &calls;
        const DnRegistry &registry;
        const CallViews &views;
        const ActionRules &rules;
        CallControl &control;
        core::Clock &clock;
    };

    PauseGuard(const Parts &parts, const PauseLimits &limits, QObject *parent = nullptr);

    /// At once, also for pauses that have begun.
    void setLimits(const PauseLimits &limits);
    /// Nothing for a call that is not an own one, not paused, or has no limit. Whether the pause is certain,
    /// the call list says.
    std::optional<PauseCount> countOf(CallId id) const;
    /// A person wants it to stay paused: the limit is put off by itself once, and what was announced is off.
    /// False when there is no such pause.
    bool keepPaused(CallId id);

Q_SIGNALS:
    /// Once for each step of a pause, and again for a limit that was put off. Never while it is not certain.
    void reminded(model::CallId id, model::PauseStep step);
    /// The recording is asked to go on at `at`, unless keepPaused() is called before.
    void aboutToResume(model::CallId id, core::Instant at);
    void changed(model::CallId id); ///< countOf()

private:
    struct Watched
    {
        core::Instant since = {};
        core::Duration limit = {}; ///< as it was set
        int extensions = 0;
        std::array<bool, std::size(AllPauseSteps)> told = {}; ///< by step
        std::optional<core::Instant> resumesAt = {};
        bool isThrough = false;                ///< it was asked to go on, or never can be
        std::optional<core::Instant> due = {}; ///< as it stands in m_due

        core::Duration limitNow() const { return limit * (1 + extensions); }
    };

    void review(CallId id, CallChanges changes);
    void reviewAll();
    void onCertainty();
    void watch(const Call &call, core::Duration limit);
    void forget(CallId id);
    void act(CallId id);
    bool tellStep(CallId id);
    bool announce(CallId id);
    bool resume(CallId id);
    void schedule(CallId id);
    void waitForNext();
    void onAlarm();
    bool isCertain(CallId id) const;
    std::optional<core::Instant> nextOf(const Watched &watched) const;

    const CallList &m_calls;
    const CallViews &m_views;
    const ActionRules &m_rules;
    CallControl &m_control;
    core::Clock &m_clock;
    PauseLimits m_limits;
    std::unique_ptr<core::Alarm> m_alarm;
    std::map<CallId, Watched> m_watched;
    std::set<std::pair<core::Instant, CallId>> m_due;
};

} // namespace model
