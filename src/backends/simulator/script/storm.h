#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/ids.h"

#include <memory>

namespace simulator {

class Switch;

/// Load: user data changes on the calls in turn, at a steady rate, as many as asked for or until no call is
/// left. Only the pair "Storm", a running number, changes.
class Storm
{
public:
    Storm(Switch &sw, core::Clock &clock);

    /// Starts over when one is under way. Refused (93) when there is no call.
    core::Result<core::Done> start(int events, int perSecond);
    int left() const { return m_wanted - m_sent; }

private:
    void blow();
    bool sendOne();

    Switch &m_switch;
    core::Clock &m_clock;
    core::Instant m_began = {};
    int m_wanted = 0;
    int m_sent = 0;
    int m_perSecond = 1;
    tlib::ConnId m_last;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
