#include "backends/simulator/script/storm.h"

#include "backends/simulator/switch/refusal.h"
#include "backends/simulator/switch/switch.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr core::Duration gust{10}; // events of this much time go out together

} // namespace

Storm::Storm(Switch &sw, core::Clock &clock)
    : m_switch(sw)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { blow(); }))
{
}

core::Result<core::Done> Storm::start(int events, int perSecond)
{
    if (m_switch.book().all().empty())
        return refusal(tlib::errorcode::WrongState, u"There is no call for a storm; make one first"_s);
    m_began = m_clock.now();
    m_wanted = events;
    m_sent = 0;
    m_perSecond = perSecond;
    m_alarm->start(gust);
    return core::Done{};
}

void Storm::blow()
{
    const qint64 passed = (m_clock.now() - m_began).count();
    const int due = int(std::min<qint64>(passed * m_perSecond / 1000, m_wanted));
    if (m_switch.role() == tlib::ServerRole::Backup) // the calls are another server's now
        m_sent = m_wanted;
    while (m_sent < due) {
        if (!sendOne())
            m_sent = m_wanted;
    }
    if (m_sent < m_wanted)
        m_alarm->start(gust);
}

bool Storm::sendOne()
{
    const auto &calls = m_switch.book().all();
    auto next = calls.upper_bound(m_last);
    if (next == calls.end())
        next = calls.begin();
    if (next == calls.end())
        return false;
    m_last = next->first;
    tlib::KvList pairs;
    pairs.append("Storm", ++m_sent);
    return m_switch.userData().update(m_last, pairs).has_value();
}

} // namespace simulator
