#include "model/link/serverrounds.h"

#include <QRandomGenerator>

#include <algorithm>

namespace model {

namespace {

core::Duration doubled(core::Duration before, core::Duration first, core::Duration last)
{
    return before.count() == 0 ? first : std::min(2 * before, last);
}

} // namespace

ServerRounds::ServerRounds(const core::Clock &clock, const Limits &limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

void ServerRounds::begin(const QList<tlib::Endpoint> &servers)
{
    Q_ASSERT(!servers.isEmpty());
    m_servers = servers;
    m_notes = QList<Server>(servers.size());
    m_wait = core::Duration(0);
    m_stay = core::Duration(0);
    take(0);
}

bool ServerRounds::isLeftOut(qsizetype index) const
{
    const auto &errors = m_notes[index].protocolErrors;
    const auto isRecent = [this](core::Instant error) {
        return m_clock.now() - error < m_limits.protocolErrorsWithin;
    };
    return std::count_if(errors.begin(), errors.end(), isRecent) >= m_limits.protocolErrors;
}

/// After the current one, in the order of the list; the current one itself is the last that is asked.
template <class Predicate>
std::optional<qsizetype> ServerRounds::nextWhere(Predicate holds) const
{
    for (qsizetype step = 1; step <= m_servers.size(); ++step) {
        const qsizetype index = (m_current + step) % m_servers.size();
        if (!isLeftOut(index) && holds(index))
            return index;
    }
    return std::nullopt;
}

std::optional<qsizetype> ServerRounds::nextUntried() const
{
    return nextWhere([this](qsizetype index) { return !m_notes[index].isTried; });
}

bool ServerRounds::hasOther() const
{
    return nextWhere([this](qsizetype index) { return index != m_current; }).has_value();
}

void ServerRounds::take(qsizetype index)
{
    m_current = index;
    m_notes[index].isTried = true;
    m_notes[index].isWaiting = false;
}

void ServerRounds::beginRound()
{
    for (Server &server : m_notes)
        server.isTried = server.isWaiting = false;
}

std::optional<core::Duration> ServerRounds::moveOn()
{
    if (const auto untried = nextUntried()) {
        take(*untried);
        return core::Duration(0);
    }
    const auto isWaiting = [this](qsizetype index) { return index != m_current && m_notes[index].isWaiting; };
    if (const auto waiting = nextWhere(isWaiting)) {
        take(*waiting);
        return core::Duration(0);
    }
    const auto any = nextWhere([](qsizetype) { return true; });
    if (!any)
        return std::nullopt;
    beginRound();
    take(*any);
    m_wait = doubled(m_wait, m_limits.firstRetry, m_limits.lastRetry);
    return jittered(m_wait, m_limits.lastRetry);
}

void ServerRounds::lookElsewhere()
{
    if (!isOtherUntried()) {
        beginRound();
        m_notes[m_current].isTried = true;
    }
    m_notes[m_current].isWaiting = true;
    if (const auto next = nextUntried())
        take(*next);
}

core::Duration ServerRounds::nextStay()
{
    m_stay = doubled(m_stay, m_limits.firstStay, m_limits.lastStay);
    return jittered(m_stay, m_limits.lastStay);
}

core::Duration ServerRounds::probe() const
{
    return 2 * std::max(m_stay, m_limits.firstStay);
}

void ServerRounds::noteProtocolError()
{
    auto &errors = m_notes[m_current].protocolErrors;
    if (errors.size() >= m_limits.protocolErrors)
        errors.removeFirst();
    errors.append(m_clock.now());
}

void ServerRounds::prove()
{
    beginRound();
    m_notes[m_current].isTried = true;
    m_wait = core::Duration(0);
    m_stay = core::Duration(0);
}

/// The longest wait is a promise, so there the jitter only shortens.
core::Duration ServerRounds::jittered(core::Duration middle, core::Duration most) const
{
    const double centre = std::min(double(middle.count()), double(most.count()) / (1 + m_limits.jitter));
    const double chance = m_limits.chance ? m_limits.chance() : QRandomGenerator::global()->generateDouble();
    const double factor = 1 + m_limits.jitter * (2 * chance - 1);
    return core::Duration(qint64(centre * factor));
}

} // namespace model
