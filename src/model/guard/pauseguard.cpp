#include "model/guard/pauseguard.h"

#include "model/actions/actionrules.h"
#include "model/actions/callcontrol.h"
#include "model/dns/dnregistry.h"

#include <utility>

namespace model {

PauseGuard::PauseGuard(const Parts &parts, const PauseLimits &limits, QObject *parent)
    : QObject(parent)
    , m_calls(parts.calls)
    , m_views(parts.views)
    , m_rules(parts.rules)
    , m_control(parts.control)
    , m_clock(parts.clock)
    , m_limits(limits)
    , m_alarm(parts.clock.alarm([this] { onAlarm(); }))
{
    connect(&m_calls, &CallList::inserted, this, [this](CallId id) { review(id, CallChange::Recording); });
    connect(&m_calls, &CallList::changed, this, &PauseGuard::review);
    connect(&m_calls, &CallList::removed, this, &PauseGuard::forget);
    connect(&m_calls, &CallList::certaintyChanged, this, &PauseGuard::onCertainty);
    connect(&parts.registry, &DnRegistry::entriesChanged, this, &PauseGuard::reviewAll);
}

void PauseGuard::setLimits(const PauseLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    reviewAll();
}

std::optional<PauseCount> PauseGuard::countOf(CallId id) const
{
    const auto found = m_watched.find(id);
    const Call *const call = m_calls.find(id);
    if (found == m_watched.end() || !call)
        return std::nullopt;
    return PauseCount{.since = found->second.since,
                      .isWhole = call->recording.sinceSeen,
                      .limit = found->second.limitNow(),
                      .resumesAt = found->second.resumesAt};
}

bool PauseGuard::keepPaused(CallId id)
{
    const auto found = m_watched.find(id);
    if (found == m_watched.end())
        return false;
    Watched &watched = found->second;
    ++watched.extensions;
    watched.told[size_t(PauseStep::Limit)] = false;
    watched.resumesAt.reset();
    watched.isThrough = false;
    schedule(id);
    Q_EMIT changed(id);
    return true;
}

void PauseGuard::review(CallId id, CallChanges changes)
{
    if (!(changes &
          (CallChange::Recording | CallChange::Phase | CallChange::Certainty | CallChange::Pending)))
        return;
    const Call *const call = m_calls.find(id);
    const Leg *const own =
        call && call->recording.state == RecordingState::Paused ? m_views.ownLeg(*call) : nullptr;
    const core::Duration limit = own ? limitFor(m_limits, own->dn, call->queue) : core::Duration(0);
    if (limit == core::Duration(0))
        return forget(id);
    watch(*call, limit);
    act(id);
}

void PauseGuard::reviewAll()
{
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids)
        review(id, CallChange::Recording);
}

void PauseGuard::onCertainty()
{
    QList<CallId> ids;
    for (const auto &[id, watched] : m_watched)
        ids.append(id);
    for (const CallId id : std::as_const(ids))
        act(id);
}

void PauseGuard::watch(const Call &call, core::Duration limit)
{
    const auto [at, isNew] = m_watched.try_emplace(call.id);
    Watched &watched = at->second;
    const bool isAnother = isNew || watched.since != call.recording.since;
    if (!isAnother && watched.limit == limit)
        return;
    if (isAnother) {
        const auto due = watched.due;
        watched = Watched{.since = call.recording.since, .due = due};
    }
    watched.limit = limit;
    schedule(call.id);
    Q_EMIT changed(call.id);
}

void PauseGuard::forget(CallId id)
{
    const auto found = m_watched.find(id);
    if (found == m_watched.end())
        return;
    if (found->second.due)
        m_due.erase({*found->second.due, id});
    m_watched.erase(found);
    waitForNext();
    Q_EMIT changed(id);
}

/// All that is due now, one after the other: whoever is told may change everything.
void PauseGuard::act(CallId id)
{
    if (!isCertain(id)) {
        if (const auto found = m_watched.find(id); found != m_watched.end())
            found->second.resumesAt.reset(); // it is announced anew, as nobody knew whether it still held
        return schedule(id);
    }
    while (m_watched.contains(id) && isCertain(id) && (tellStep(id) || announce(id) || resume(id))) {
    }
    schedule(id);
}

bool PauseGuard::tellStep(CallId id)
{
    Watched &watched = m_watched.at(id);
    for (const PauseStep step : AllPauseSteps) {
        const core::Duration limit = step == PauseStep::Limit ? watched.limitNow() : watched.limit;
        if (watched.told[size_t(step)] || stepAt(step, watched.since, limit) > m_clock.now())
            continue;
        watched.told[size_t(step)] = true;
        Q_EMIT reminded(id, step);
        return true;
    }
    return false;
}

bool PauseGuard::announce(CallId id)
{
    Watched &watched = m_watched.at(id);
    const core::Instant limitAt = watched.since + watched.limitNow();
    const bool isUnderWay = m_calls.find(id)->pendingRecording.has_value();
    if (!m_limits.resumes || watched.isThrough || watched.resumesAt || isUnderWay ||
        m_clock.now() < limitAt - Warning)
        return false;
    const core::Instant at = std::max(limitAt, m_clock.now() + Warning);
    watched.resumesAt = at;
    Q_EMIT aboutToResume(id, at);
    Q_EMIT changed(id);
    return true;
}

/// The request of a button: what comes of it is the server's to say. It is made once, and repeated by nobody.
bool PauseGuard::resume(CallId id)
{
    Watched &watched = m_watched.at(id);
    if (!watched.resumesAt || m_clock.now() < *watched.resumesAt)
        return false;
    watched.resumesAt.reset();
    const Obstacle obstacle = m_rules.obstacle(CallAction::ResumeRecording, *m_calls.find(id));
    if (obstacle == Obstacle::RequestUnderWay)
        return false; // announced anew once that is settled
    watched.isThrough = true;
    if (obstacle == Obstacle::None)
        std::ignore = m_control.perform(id, CallAction::ResumeRecording, {}, Asker::PauseGuard);
    Q_EMIT changed(id);
    return true;
}

bool PauseGuard::isCertain(CallId id) const
{
    const Call *const call = m_calls.find(id);
    return call && m_calls.isCertain(*call);
}

std::optional<core::Instant> PauseGuard::nextOf(const Watched &watched) const
{
    std::optional<core::Instant> next;
    const auto consider = [&next](core::Instant when) { next = next ? std::min(*next, when) : when; };
    for (const PauseStep step : AllPauseSteps) {
        if (!watched.told[size_t(step)])
            consider(
                stepAt(step, watched.since, step == PauseStep::Limit ? watched.limitNow() : watched.limit));
    }
    if (watched.resumesAt)
        consider(*watched.resumesAt);
    else if (m_limits.resumes && !watched.isThrough)
        consider(watched.since + watched.limitNow() - Warning);
    return next;
}

void PauseGuard::schedule(CallId id)
{
    const auto found = m_watched.find(id);
    if (found == m_watched.end())
        return;
    Watched &watched = found->second;
    const Call *const call = m_calls.find(id);
    // What waits for certainty, or for the end of a request, is looked at when that comes.
    const bool isWaiting = !isCertain(id) || (call->pendingRecording && !watched.resumesAt);
    std::optional<core::Instant> next = nextOf(watched);
    if (!isCertain(id) || (isWaiting && next && *next <= m_clock.now()))
        next.reset();
    if (watched.due != next) {
        if (watched.due)
            m_due.erase({*watched.due, id});
        if (next)
            m_due.insert({*next, id});
        watched.due = next;
    }
    waitForNext();
}

void PauseGuard::waitForNext()
{
    if (m_due.empty())
        return m_alarm->stop();
    m_alarm->start(std::max(core::Duration(0), m_due.begin()->first - m_clock.now()));
}

void PauseGuard::onAlarm()
{
    while (!m_due.empty() && m_due.begin()->first <= m_clock.now()) {
        const CallId id = m_due.begin()->second;
        m_watched.at(id).due.reset();
        m_due.erase(m_due.begin());
        act(id);
    }
    waitForNext();
}

} // namespace model

#include "moc_pauseguard.cpp"
