#include "backends/simulator/mediaserver.h"

#include "backends/simulator/refusal.h"

#include <QRegularExpression>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

/// What may stand in a file name everywhere; the rest becomes "-".
QString cleaned(QString text)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9+._-]"_s);
    return text.replace(unsafe, u"-"_s);
}

core::Error wrongState(const QString &verb, RecorderState state)
{
    const QString is = state == RecorderState::On    ? u"is on"_s
                       : state == RecorderState::Off ? u"is off"_s
                                                     : u"is paused"_s;
    return refusal(tlib::errorcode::WrongState, u"Cannot %1: the recording %2"_s.arg(verb, is));
}

} // namespace

QString stateWord(RecorderState state)
{
    switch (state) {
    case RecorderState::Off: return u"off"_s;
    case RecorderState::On: return u"on"_s;
    case RecorderState::Paused: return u"paused"_s;
    }
    Q_UNREACHABLE();
}

MediaServer::MediaServer(core::Clock &clock, RecorderConfig config, Report report)
    : m_clock(clock)
    , m_config(std::move(config))
    , m_report(std::move(report))
    , m_alarm(clock.alarm([this] { reportDue(); }))
{
}

core::Result<core::Done> MediaServer::start(RecordingOrder order)
{
    if (const auto healthy = checkFault(); !healthy)
        return healthy;
    if (const RecorderState state = wantedState(order.call); state != RecorderState::Off)
        return wrongState(u"start"_s, state);
    if (!order.id.isEmpty() && isIdInUse(order.id)) {
        return refusal(tlib::errorcode::InvalidAttribute,
                       u"Cannot start: the Id %1 belongs to a recording that has not ended"_s.arg(order.id));
    }
    if (m_config.fault == RecorderFault::Silent)
        return core::Done{};
    Session &session = m_sessions[order.call];
    begin(session, order);
    reportLater(order.call, session.wanted);
    return core::Done{};
}

core::Result<core::Done> MediaServer::pause(tlib::ConnId call)
{
    return move(call, RecorderState::On, RecorderState::Paused, u"pause"_s);
}

core::Result<core::Done> MediaServer::resume(tlib::ConnId call)
{
    return move(call, RecorderState::Paused, RecorderState::On, u"resume"_s);
}

core::Result<core::Done> MediaServer::stop(tlib::ConnId call)
{
    const RecorderState state = wantedState(call);
    return move(call, state == RecorderState::Paused ? state : RecorderState::On, RecorderState::Off,
                u"stop"_s);
}

Recording MediaServer::changeByItself(const RecordingOrder &order, RecorderState state)
{
    std::erase_if(m_due, [&order](const Due &due) { return due.call == order.call; });
    Session &session = m_sessions[order.call];
    if (session.wanted.state == RecorderState::Off && state != RecorderState::Off)
        begin(session, order);
    session.wanted.state = state;
    session.shown = session.wanted;
    return session.shown;
}

void MediaServer::forget(tlib::ConnId call)
{
    m_sessions.remove(call);
    std::erase_if(m_due, [call](const Due &due) { return due.call == call; });
}

RecorderState MediaServer::wantedState(tlib::ConnId call) const
{
    const auto found = m_sessions.constFind(call);
    return found == m_sessions.constEnd() ? RecorderState::Off : found->wanted.state;
}

Recording MediaServer::reported(tlib::ConnId call) const
{
    return m_sessions.value(call).shown;
}

core::Result<core::Done> MediaServer::move(tlib::ConnId call, RecorderState from, RecorderState to,
                                           const QString &verb)
{
    if (const auto healthy = checkFault(); !healthy)
        return healthy;
    if (const RecorderState state = wantedState(call); state != from)
        return wrongState(verb, state);
    if (m_config.fault == RecorderFault::Silent)
        return core::Done{};
    Session &session = m_sessions[call];
    session.wanted.state = to;
    reportLater(call, session.wanted);
    return core::Done{};
}

core::Result<core::Done> MediaServer::checkFault() const
{
    if (m_config.fault == RecorderFault::Refuse)
        return refusal(errorcode::ServiceUnavailable, u"The recorder is out of service"_s);
    return core::Done{};
}

void MediaServer::begin(Session &session, const RecordingOrder &order)
{
    const QString id = order.id.isEmpty() ? u"%1-%2"_s.arg(order.uuid.toString()).arg(++m_lastId) : order.id;
    const QString file = fileName(session, order, id);
    session.files.insert(file);
    session.wanted = {.state = RecorderState::On,
                      .id = id,
                      .file = file,
                      .dn = order.dn,
                      .dest = order.dest,
                      .dest2 = order.dest2};
}

void MediaServer::reportLater(tlib::ConnId call, const Recording &recording)
{
    m_due.push_back({.at = m_clock.now() + m_config.delay, .call = call, .recording = recording});
    if (!m_alarm->isActive())
        m_alarm->start(m_config.delay);
}

void MediaServer::reportDue()
{
    while (!m_due.empty() && m_due.front().at <= m_clock.now()) {
        const Due due = m_due.front();
        m_due.pop_front();
        m_sessions[due.call].shown = due.recording;
        m_report(due.call, due.recording);
    }
    if (!m_due.empty())
        m_alarm->start(m_due.front().at - m_clock.now());
}

QString MediaServer::fileName(const Session &session, const RecordingOrder &order, const QString &id) const
{
    const QDateTime now = m_clock.wallTime();
    QString name = m_config.fileTemplate;
    name.replace(u"{uuid}"_s, order.uuid.toString())
        .replace(u"{dn}"_s, order.dn.toString())
        .replace(u"{party}"_s, order.party.toString())
        .replace(u"{ani}"_s, order.ani.toString())
        .replace(u"{dnis}"_s, order.dnis.toString())
        .replace(u"{date}"_s, now.toString(u"yyyy-MM-dd"))
        .replace(u"{time}"_s, now.toString(u"HH-mm-ss"))
        .replace(u"{id}"_s, id);
    name = cleaned(name);
    // A second recording in one call is a second file, even when its template says nothing that differs.
    QString unused = name;
    for (int n = 2; session.files.contains(unused); ++n)
        unused = u"%1_%2"_s.arg(name).arg(n);
    return unused;
}

bool MediaServer::isIdInUse(const QString &id) const
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [&id](const Session &session) {
        return session.wanted.state != RecorderState::Off && session.wanted.id == id;
    });
}

} // namespace simulator
