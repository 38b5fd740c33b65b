#include "backends/simulator/script/scriptplayer.h"

#include "backends/simulator/script/commands.h"
#include "backends/simulator/switch/refusal.h"
#include "core/logging.h"
#include "tlib/enums.h"

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
    : m_script(std::move(script))
    , m_commands(commands)
    , m_clock(clock)
    , m_complain(std::move(complain))
    , m_alarm(clock.alarm([this] { playDue(); }))
{
}

void ScriptPlayer::start()
{
    beginRound();
}

void ScriptPlayer::playDue()
{
    if (m_next == m_script.steps.size()) { // the pause after the last step is over
        clearRound();
        return beginRound();
    }
    const core::Duration passed = m_clock.now() - m_began;
    while (m_next < m_script.steps.size() && m_script.steps.at(m_next).at <= passed)
        play(m_script.steps.at(m_next++));
    if (m_next < m_script.steps.size())
        m_alarm->start(m_script.steps.at(m_next).at - passed);
    else if (m_script.repeats)
        m_alarm->start(m_script.pause);
}

void ScriptPlayer::play(const Script::Step &step)
{
    QJsonObject command = step.command;
    if (!step.call.isEmpty()) {
        if (!m_calls.contains(step.call))
            return; // the step that was to make it was itself skipped
        command.insert(u"connId"_s, m_calls.value(step.call));
    }
    const auto answer = m_commands.carryOut(command);
    if (!step.as.isEmpty() && answer)
        m_calls.insert(step.as, answer->value(u"connId"_s).toString());
    if (answer)
        return;
    if (isOvertaken(answer.error()))
        qCDebug(core::simulatorLog, "%s skipped", qUtf8Printable(step.place));
    else
        m_complain(u"%1: %2"_s.arg(step.place, answer.error().text));
}

void ScriptPlayer::beginRound()
{
    m_began = m_clock.now();
    m_next = 0;
    m_alarm->start(m_script.steps.first().at);
}

void ScriptPlayer::clearRound()
{
    for (const QString &call : std::as_const(m_calls)) {
        // Most have ended already; of a conference one party leaves at a time.
        while (m_commands.carryOut({{u"do"_s, u"release"_s}, {u"connId"_s, call}})) {
        }
    }
    m_calls.clear();
}

} // namespace simulator
