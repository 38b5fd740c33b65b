#include "backends/simulator/recording/mediaserver.h"

#include "backends/simulator/switch/refusal.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

/// What may stand in a file name everywhere; the rest becomes "-".
QString cleaned(QString text)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9+._-]"_s);
    return text.replace(unsafe, u"-"_s);
}

/// Which state leads where: a recording that is off can only be started, one that is not can only not be
/// started.
bool canMove(RecorderState from, RecorderState to, bool starts)
{
    return from != to && starts == (from == RecorderState::Off);
}

core::Error wrongState(const QString &verb, RecorderState is, RecorderState to)
{
    if (is == to) {
        return refusal(tlib::errorcode::AlreadyInState,
                       u"Cannot %1: the recording is %2 already"_s.arg(verb, stateWord(is)));
    }
    return refusal(tlib::errorcode::WrongState, u"Cannot %1: the recording is %2"_s.arg(verb, stateWord(is)));
}

bool add(tlib::KvList &list, const tlib::KvList &more)
{
    return std::all_of(more.begin(), more.end(),
                       [&list](const tlib::KvList::Pair &pair) { return list.set(pair.key, pair.value); });
}

core::Result<Remarks> joined(Remarks remarks, const Remarks &more)
{
    if (add(remarks.params, more.params) && add(remarks.reasons, more.reasons))
        return remarks;
    return refusal(tlib::errorcode::InvalidAttribute,
                   u"The Params or Reasons of this recording would exceed 65535 bytes or 8 levels"_s);
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

core::Result<core::Done> MediaServer::start(const RecordingOrder &order)
{
    if (const auto healthy = checkFault(); !healthy)
        return healthy;
    if (const RecorderState state = wantedState(order.call); !canMove(state, RecorderState::On, true))
        return wrongState(u"start"_s, state, RecorderState::On);
    if (!order.id.isEmpty() && isIdInUse(order.id)) {
        return refusal(tlib::errorcode::InvalidAttribute,
                       u"Cannot start: the Id %1 belongs to a recording that has not ended"_s.arg(order.id));
    }
    if (m_config.fault == RecorderFault::Silent)
        return core::Done{};
    Tape &tape = m_tapes[order.call];
    begin(tape, order);
    tape.wanted = RecorderState::On;
    reportLater(order.call, tape);
    return core::Done{};
}

core::Result<core::Done> MediaServer::pause(tlib::ConnId call, const Remarks &remarks)
{
    return move(call, RecorderState::Paused, u"pause"_s, remarks);
}

core::Result<core::Done> MediaServer::resume(tlib::ConnId call, const Remarks &remarks)
{
    return move(call, RecorderState::On, u"resume"_s, remarks);
}

core::Result<core::Done> MediaServer::stop(tlib::ConnId call, const Remarks &remarks)
{
    return move(call, RecorderState::Off, u"stop"_s, remarks);
}

void MediaServer::end(tlib::ConnId call)
{
    if (wantedState(call) == RecorderState::Off)
        return;
    Tape &tape = m_tapes[call];
    tape.wanted = RecorderState::Off;
    reportLater(call, tape);
}

RecordingSession MediaServer::changeByItself(const RecordingOrder &order, RecorderState state)
{
    std::erase_if(m_due, [&order](const Due &due) { return due.call == order.call; });
    Tape &tape = m_tapes[order.call];
    if (tape.wanted == RecorderState::Off && state != RecorderState::Off)
        begin(tape, order);
    tape.wanted = state;
    show(tape, int(tape.sessions.size()) - 1, state);
    return reported(order.call);
}

void MediaServer::forget(tlib::ConnId call)
{
    for (const RecordingSession &session : m_tapes.take(call).sessions)
        m_files.remove(session.file);
    std::erase_if(m_due, [call](const Due &due) { return due.call == call; });
}

RecorderState MediaServer::wantedState(tlib::ConnId call) const
{
    const auto found = m_tapes.constFind(call);
    return found == m_tapes.constEnd() ? RecorderState::Off : found->wanted;
}

tlib::Dn MediaServer::recordedDn(tlib::ConnId call) const
{
    return wantedState(call) == RecorderState::Off ? tlib::Dn() : m_tapes.constFind(call)->sessions.back().dn;
}

bool MediaServer::isIdInUse(const QString &id) const
{
    return std::any_of(m_tapes.begin(), m_tapes.end(), [&id](const Tape &tape) {
        return tape.wanted != RecorderState::Off && tape.sessions.back().id == id;
    });
}

RecordingSession MediaServer::reported(tlib::ConnId call) const
{
    const auto found = m_tapes.constFind(call);
    return found == m_tapes.constEnd() || found->shown < 0 ? RecordingSession()
                                                           : upToNow(*found, found->shown);
}

std::vector<RecordingSession> MediaServer::recordingsOf(tlib::ConnId call) const
{
    std::vector<RecordingSession> recordings;
    if (const auto found = m_tapes.constFind(call); found != m_tapes.constEnd()) {
        for (int session = 0; session < int(found->sessions.size()); ++session)
            recordings.push_back(upToNow(*found, session));
    }
    return recordings;
}

const MediaServer::Tape *MediaServer::tapeOf(tlib::ConnId call) const
{
    const auto found = m_tapes.constFind(call);
    return found == m_tapes.constEnd() ? nullptr : &*found;
}

std::vector<MediaServer::Due> MediaServer::dueOf(tlib::ConnId call) const
{
    std::vector<Due> dues;
    std::copy_if(m_due.begin(), m_due.end(), std::back_inserter(dues),
                 [call](const Due &due) { return due.call == call; });
    return dues;
}

void MediaServer::put(tlib::ConnId call, const Tape &tape, const std::vector<Due> &dues)
{
    forget(call);
    m_tapes.insert(call, tape);
    for (const RecordingSession &session : tape.sessions)
        m_files.insert(session.file);
    for (const Due &due : dues) {
        const auto later = std::upper_bound(m_due.begin(), m_due.end(), due,
                                            [](const Due &one, const Due &two) { return one.at < two.at; });
        m_due.insert(later, due);
    }
}

void MediaServer::clear()
{
    m_tapes.clear();
    m_files.clear();
    m_due.clear();
}

void MediaServer::setRunning(bool running)
{
    m_running = running;
    m_alarm->stop();
    awaitNext();
}

core::Result<core::Done> MediaServer::move(tlib::ConnId call, RecorderState to, const QString &verb,
                                           const Remarks &remarks)
{
    if (const auto healthy = checkFault(); !healthy)
        return healthy;
    if (const RecorderState state = wantedState(call); !canMove(state, to, false))
        return wrongState(verb, state, to);
    Tape &tape = m_tapes[call];
    auto all = joined(tape.sessions.back().remarks, remarks);
    if (!all)
        return all.error();
    if (m_config.fault == RecorderFault::Silent)
        return core::Done{};
    tape.sessions.back().remarks = *std::move(all);
    tape.wanted = to;
    reportLater(call, tape);
    return core::Done{};
}

core::Result<core::Done> MediaServer::checkFault() const
{
    if (m_config.fault == RecorderFault::Refuse)
        return refusal(errorcode::ServiceUnavailable, u"The recorder is out of service"_s);
    return core::Done{};
}

void MediaServer::begin(Tape &tape, const RecordingOrder &order)
{
    const QString id = order.id.isEmpty() ? newId(order) : order.id;
    const QString file = fileName(order, id);
    QStringList destinations{order.dest.isEmpty() ? m_config.dest : order.dest,
                             order.dest2.isEmpty() ? m_config.dest2 : order.dest2};
    destinations.removeAll(QString());
    m_files.insert(file);
    tape.sessions.push_back(
        {.id = id, .file = file, .dn = order.dn, .destinations = destinations, .remarks = order.remarks});
}

void MediaServer::reportLater(tlib::ConnId call, const Tape &tape)
{
    m_due.push_back({.at = m_clock.now() + m_config.delay,
                     .call = call,
                     .session = int(tape.sessions.size()) - 1,
                     .state = tape.wanted});
    if (!m_alarm->isActive())
        awaitNext();
}

void MediaServer::awaitNext()
{
    if (m_running && !m_due.empty())
        m_alarm->start(std::max(m_due.front().at - m_clock.now(), core::Duration::zero()));
}

void MediaServer::reportDue()
{
    while (!m_due.empty() && m_due.front().at <= m_clock.now()) {
        const Due due = m_due.front();
        m_due.pop_front();
        show(m_tapes[due.call], due.session, due.state);
        m_report(due.call, reported(due.call));
    }
    awaitNext();
}

void MediaServer::show(Tape &tape, int session, RecorderState state) const
{
    if (tape.shown >= 0) {
        RecordingSession &before = tape.sessions[size_t(tape.shown)];
        before = upToNow(tape, tape.shown);
        before.state = RecorderState::Off;
    }
    tape.shown = session;
    tape.since = m_clock.now();
    if (session >= 0)
        tape.sessions[size_t(session)].state = state;
}

RecordingSession MediaServer::upToNow(const Tape &tape, int session) const
{
    RecordingSession recording = tape.sessions[size_t(session)];
    const core::Duration passed = session == tape.shown ? m_clock.now() - tape.since : core::Duration::zero();
    switch (recording.state) {
    case RecorderState::Off: break;
    case RecorderState::On: recording.recorded += passed; break;
    case RecorderState::Paused: recording.silence += passed; break;
    }
    return recording;
}

QString MediaServer::newId(const RecordingOrder &order)
{
    QString id;
    do {
        id = u"%1-%2"_s.arg(order.uuid.toString()).arg(++m_lastId);
    } while (isIdInUse(id));
    return id;
}

QString MediaServer::fileName(const RecordingOrder &order, const QString &id) const
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
    // Another recording is another file, even when its template says nothing that differs.
    QString unused = name;
    for (int n = 2; m_files.contains(unused); ++n)
        unused = u"%1_%2"_s.arg(name).arg(n);
    return unused;
}

} // namespace simulator
