#include "backends/simulator/script/scriptplayer.h"

#include "backends/simulator/script/commands.h"
#include "backends/simulator/switch/refusal.h"
#include "core/logging.h"
#include "tlib/enums.h"

#include <cmath>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

/// Refused because of what has happened meanwhile, not because the step is wrong.
bool isOvertaken(const core::Error &why)
{
    if (why.kind == core::ErrorKind::NotAllowed)
        return true; // nobody can press that now
    return why.kind == core::ErrorKind::Refused &&
           (why.serverCode == tlib::errorcode::InvalidConnId ||
            why.serverCode == tlib::errorcode::WrongState || why.serverCode == errorcode::CallInWrongState ||
            why.serverCode == tlib::errorcode::PartyNotOnCall);
}

} // namespace

ScriptPlayer::ScriptPlayer(Script script, Commands &commands, core::Clock &clock, Complain complain)
    : ScriptPlayer(
          std::move(script), [&commands](const QJsonObject &command) { return commands.carryOut(command); },
          clock, std::move(complain))
{
}

ScriptPlayer::ScriptPlayer(Script script, Carry carry, core::Clock &clock, Complain complain, Played played)
    : m_script(std::move(script))
    , m_carry(std::move(carry))
    , m_clock(clock)
    , m_complain(std::move(complain))
    , m_played(std::move(played))
    , m_alarm(clock.alarm([this] { playDue(); }))
{
}

void ScriptPlayer::start()
{
    beginRound();
}

core::Duration ScriptPlayer::position() const
{
    if (m_isHalted)
        return m_position;
    const double passed = double((m_clock.now() - m_since).count()) * m_speed;
    return m_position + core::Duration(qint64(passed));
}

/// When the step is due, in the script's time; of the one after the last, when the next round begins.
core::Duration ScriptPlayer::placeOf(qsizetype step) const
{
    return step < m_script.steps.size() ? m_script.steps.at(step).at
                                        : m_script.steps.last().at + m_script.pause;
}

std::optional<core::Duration> ScriptPlayer::until(qsizetype step) const
{
    if (m_isHalted || m_isOver || step < m_next)
        return std::nullopt;
    const double left = double((placeOf(step) - position()).count()) / m_speed;
    return core::Duration(std::max<qint64>(0, qint64(std::ceil(left))));
}

void ScriptPlayer::setSpeed(double speed)
{
    hold(position());
    m_speed = speed;
    arm();
}

void ScriptPlayer::setHalted(bool halted)
{
    hold(position());
    m_isHalted = halted;
    arm();
}

void ScriptPlayer::hold(core::Duration position)
{
    m_position = position;
    m_since = m_clock.now();
}

void ScriptPlayer::arm()
{
    if (const auto left = until(m_next))
        m_alarm->start(*left);
    else
        m_alarm->stop();
}

void ScriptPlayer::playDue()
{
    if (m_next == m_script.steps.size()) { // the pause after the last step is over
        clearRound();
        return beginRound();
    }
    const core::Duration now = position();
    while (m_next < m_script.steps.size() && placeOf(m_next) <= now)
        play(m_next++);
    m_isOver = m_next == m_script.steps.size() && !m_script.repeats;
    arm();
}

void ScriptPlayer::play(qsizetype number)
{
    const Script::Step &step = m_script.steps.at(number);
    QJsonObject command = step.command;
    if (!step.call.isEmpty()) {
        if (!m_calls.contains(step.call))
            return; // the step that was to make it was itself skipped
        command.insert(u"connId"_s, m_calls.value(step.call));
    }
    const auto answer = m_carry(command);
    if (!step.as.isEmpty() && answer)
        m_calls.insert(step.as, answer->value(u"connId"_s).toString());
    if (answer) {
        if (m_played)
            m_played(number);
        return;
    }
    if (isOvertaken(answer.error()))
        qCDebug(core::simulatorLog, "%s skipped", qUtf8Printable(step.place));
    else
        m_complain(u"%1: %2"_s.arg(step.place, answer.error().text));
}

void ScriptPlayer::beginRound()
{
    hold({});
    m_next = 0;
    arm();
}

void ScriptPlayer::clearRound()
{
    for (const QString &call : std::as_const(m_calls)) {
        // Most have ended already; of a conference one party leaves at a time.
        while (m_carry({{u"do"_s, u"release"_s}, {u"connId"_s, call}})) {
        }
    }
    m_calls.clear();
}

} // namespace simulator
