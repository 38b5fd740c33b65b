#include "backends/logreplay/loglink.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace logreplay {

namespace {

using tlib::LinkState;
using tlib::MessageType;

// The event loop waits for one stretch at most: whatever of both comes first.
constexpr core::Duration Stretch = 8ms;
constexpr core::Duration Glance = 250ms;    ///< so often is time brought up to date
constexpr core::Duration LongSilence = 60s; ///< between two files: something may be missing
constexpr qint64 StretchBytes = 1024 * 1024;
constexpr qsizetype Piece = 64 * 1024;

/// How a client is received that has just come: it says nothing to those who were there.
bool isGreeting(const tlib::Event &event)
{
    return !event.referenceId.isNull() && (event.type == MessageType::EventLinkConnected ||
                                           event.type == MessageType::EventLinkDisconnected);
}

} // namespace

LogLink::LogLink(LogSource source, core::SteppedClock &time, core::Clock &pace, double speed, QObject *parent)
    : tlib::Link(parent)
    , m_source(std::move(source))
    , m_time(time)
    , m_pace(pace)
    , m_speed(speed)
    , m_due(pace.alarm([this] { turn(); }))
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &LogLink::turn);
}

template <class What>
void LogLink::later(What what)
{
    QMetaObject::invokeMethod(
        this,
        [this, opening = m_opening, what = std::move(what)] {
            if (opening == m_opening)
                what();
        },
        Qt::QueuedConnection);
}

void LogLink::say(LinkState state)
{
    // What open() and close() did is said whatever comes after, so every beginning has its end.
    QMetaObject::invokeMethod(
        this, [this, state] { Q_EMIT stateChanged(state, std::nullopt); }, Qt::QueuedConnection);
}

void LogLink::open(const tlib::Endpoint &)
{
    close();
    m_state = LinkState::Opening;
    say(LinkState::Opening);
    later([this] { begin(); });
}

void LogLink::close()
{
    if (m_state == LinkState::Closed)
        return;
    ++m_opening;
    m_turn.stop();
    m_due->stop();
    m_feed.close();
    m_state = LinkState::Closed;
    say(LinkState::Closed);
}

core::Result<tlib::ReferenceId> LogLink::send(const tlib::Request &)
{
    return core::Error{.kind = core::ErrorKind::NotConnected, .text = u"a log answers nothing"_s};
}

void LogLink::begin()
{
    if (const auto opened = m_feed.open(m_source); !opened)
        return fail(opened.error());
    m_piece.resize(Piece);
    m_reader = LogReader(m_source.recordingKey);
    m_reader.setFilter(m_feed.series().filter);
    m_stamps = LogTime();
    m_met = CallsMet();
    m_stamps.setFirstDay(m_feed.part().day);
    m_nextPart = 0;
    m_hasNext = m_isRead = m_isFinished = false;
    turn();
}

/// Goes on reading, from the event loop.
void LogLink::turn()
{
    m_stretchEnds = m_pace.now() + Stretch;
    m_stretchBytes = 0;
    if (m_state == LinkState::Open)
        play();
    else if (const Step step = readOn(); step == Step::Event)
        start();
    else if (step == Step::NotYet)
        m_turn.start();
    else if (step == Step::Wait)
        wait();
    else if (step == Step::End)
        fail(holdsNoEvent(m_feed.series().name()));
}

/// The log has an event: from here on it is one.
void LogLink::start()
{
    const quint32 opening = m_opening;
    m_state = LinkState::Open;
    m_shown = m_nextTime;
    m_toWall = m_stamps.toWall();
    m_time.setWallTime(wallTime());
    m_anchorTime = m_shown;
    m_anchorPace = m_pace.now();
    Q_EMIT stateChanged(LinkState::Open, std::nullopt);
    if (opening == m_opening &&
        emitEvent({.type = MessageType::EventLinkConnected, .serverRole = tlib::ServerRole::Primary}))
        play();
}

void LogLink::play()
{
    const quint32 opening = m_opening;
    Step step = Step::Event;
    while (m_hasNext || (step = readOn()) == Step::Event) {
        if (!isDue()) {
            step = Step::Stop;
            break;
        }
        if (!deliverNext())
            return;
        if (m_pace.now() >= m_stretchEnds || m_stretchBytes >= StretchBytes) {
            step = Step::NotYet;
            break;
        }
    }
    if (step == Step::NotYet)
        m_turn.start();
    if (step == Step::Wait)
        wait();
    if (opening == m_opening && m_feed.isOpen())
        Q_EMIT progress(m_feed.consumed(), m_feed.size());
    if (step == Step::End && opening == m_opening)
        end();
}

/// Until the next message has been read, or the stretch is over.
LogLink::Step LogLink::readOn()
{
    for (;;) {
        if (m_reader.next(m_next)) {
            if (m_state != LinkState::Open && m_next.trust == Trust::Lost)
                continue; // there is no call yet that it could be about
            m_hasNext = true;
            takeTime();
            return Step::Event;
        }
        if (m_stretchBytes >= StretchBytes || m_pace.now() >= m_stretchEnds)
            return Step::NotYet;
        if (const Step step = readPiece(); step != Step::Event)
            return step;
    }
}

/// Step::Event: there may be one in it.
LogLink::Step LogLink::readPiece()
{
    if (m_isRead)
        return Step::End;
    qint64 size = m_piece.size();
    switch (m_feed.read(m_piece.data(), size)) {
    case LogFeed::Piece::Text:
        m_grewAt = m_pace.now();
        m_stretchBytes += size;
        m_reader.feed({m_piece.constData(), size});
        break;
    case LogFeed::Piece::NewPart: m_reader.beginPart(); break;
    case LogFeed::Piece::Nothing: return Step::Wait;
    case LogFeed::Piece::End:
        m_reader.finish();
        m_isRead = true;
        break;
    case LogFeed::Piece::Trouble: fail(m_feed.trouble()); return Step::Stop;
    }
    return Step::Event;
}

/// Until the log has grown. Time goes on meanwhile, a little late, so that what comes then is not late.
void LogLink::wait()
{
    constexpr core::Duration Late = 1s;
    m_due->start(Glance);
    if (m_state == LinkState::Open && m_speed != AtOnce)
        moveTime(std::max(m_shown, m_stamps.latest() + (m_pace.now() - m_grewAt) - Late));
}

void LogLink::takeTime()
{
    // What stands without a head may be of any time since the message before.
    if (m_next.trust == Trust::Lost) {
        m_nextCourse = Course::On;
        return;
    }
    const tlib::Event &event = m_next.event;
    const Moment moment = momentOf(m_next);
    const bool isOfNewPart = std::exchange(m_nextPart, m_next.part) != m_next.part;
    const bool follows = m_stamps.follows(moment);
    const core::Duration before = m_stamps.latest();
    m_nextCourse = m_stamps.take(moment);
    m_nextTime = m_stamps.latest();
    m_isAfterGap = isOfNewPart && !follows && m_nextTime - before > LongSilence;
    if (m_isAfterGap)
        m_reader.remark(Skip::Gap, m_next, QByteArray::number(qint64((m_nextTime - before) / 1s)));
    if (m_nextCourse == Course::NotKnown && isAboutACall(event.type))
        m_reader.remark(Skip::NoTime, m_next, tlib::messageName(event.type).toLatin1());
    if (m_nextCourse == Course::SetBack || m_nextCourse == Course::Older)
        m_reader.remark(Skip::TimeGoesBack, m_next,
                        QByteArray::number(qint64(m_stamps.wentBack().count() / 1000)));
}

/// Otherwise an alarm has been set for it.
bool LogLink::isDue()
{
    if (m_speed == AtOnce || m_source.follows)
        return true;
    const auto waiting = core::Duration(qint64(double((m_nextTime - m_anchorTime).count()) / m_speed));
    const core::Instant when = m_anchorPace + waiting;
    const core::Instant now = m_pace.now();
    if (when <= now)
        return true;
    m_due->start(std::min<core::Duration>(when - now, Glance)); // first: whom time rings may close the link
    // Time goes on between the messages, too: whoever watches sees it run.
    const auto passed = core::Duration(qint64(double((now - m_anchorPace).count()) * m_speed));
    moveTime(std::min(m_anchorTime + passed, m_nextTime));
    return false;
}

/// False when the link was closed or opened anew meanwhile.
bool LogLink::deliverNext()
{
    const quint32 opening = m_opening;
    m_hasNext = false;
    if (std::exchange(m_isAfterGap, false) && !emitDoubt({}, {}))
        return false;
    moveTime(m_nextTime);
    if (opening != m_opening)
        return false;
    if (isGreeting(m_next.event))
        return true;
    const tlib::ConnId call = m_next.event.connId;
    const bool isUntimed = m_nextCourse == Course::NotKnown && isAboutACall(m_next.event.type);
    if (!sayTime() || !deliver())
        return false;
    if (isUntimed)
        Q_EMIT timeIsNotKnown(call); // and if it begins with this event
    return opening == m_opening;
}

/// What the time of the next event does to the calls that go on.
bool LogLink::sayTime()
{
    const quint32 opening = m_opening;
    switch (m_nextCourse) {
    case Course::On: break;
    case Course::NotKnown:
        if (isAboutACall(m_next.event.type))
            Q_EMIT timeIsNotKnown(m_next.event.connId);
        break;
    case Course::SetBack: Q_EMIT timeIsMissing(); break;
    case Course::Older: Q_EMIT timeIsMissing(); return opening == m_opening && emitDoubt({}, {});
    }
    return opening == m_opening;
}

bool LogLink::deliver()
{
    tlib::Event &event = m_next.event;
    event.referenceId = {}; // of a request that this link did not send
    const tlib::ConnId call = event.connId;
    const tlib::ConnId before = m_next.before;
    const tlib::ConnId other = m_next.other;
    const tlib::Dn dn = event.thisDn;
    if (m_next.trust < Trust::Mixed && isAboutACall(event.type)) {
        if (const auto earlier = m_met.before(event); earlier && !emitEvent(*earlier))
            return false;
    }
    switch (m_next.trust) {
    case Trust::Whole: return emitEvent(event);
    case Trust::Lost: return emitDoubt(call, dn);
    case Trust::Mixed:
        return emitDoubt(call, dn) && (before.isNull() || emitDoubt(before, {})) &&
               (other.isNull() || emitDoubt(other, {}));
    case Trust::Partial: break;
    }
    // Without its list it would say that the call has no user data.
    const bool isMute = event.type == MessageType::EventAttachedDataChanged && event.userData.isNull();
    if (!isMute && !emitEvent(event))
        return false;
    return !isAboutACall(event.type) || emitDoubt(call, dn);
}

bool LogLink::emitEvent(const tlib::Event &event)
{
    const quint32 opening = m_opening;
    Q_EMIT eventReceived(event);
    return opening == m_opening;
}

/// Something has been said about a call that cannot be read. The model puts in doubt what an event is about
/// that lacks its attributes: the call that an event about somebody's leg names without naming whose; all
/// calls of a DN, or all, for one that names no call.
bool LogLink::emitDoubt(tlib::ConnId call, const tlib::Dn &dn)
{
    if (!call.isNull())
        return emitEvent({.type = MessageType::EventRetrieved, .connId = call});
    return emitEvent({.type = MessageType::EventAttachedDataChanged, .thisDn = dn});
}

void LogLink::moveTime(core::Duration to)
{
    const core::Duration by = to - m_shown;
    if (by.count() > 0) { // at a high speed what has passed is rounded to before the latest stamp
        m_shown = to;
        m_time.advance(by);
    }
    if (std::exchange(m_toWall, m_stamps.toWall()) != m_stamps.toWall())
        m_time.setWallTime(wallTime());
}

/// What the log's clock shows.
QDateTime LogLink::wallTime() const
{
    return QDateTime::fromMSecsSinceEpoch((m_shown + m_toWall).count(), Qt::UTC);
}

void LogLink::end()
{
    if (statistics().lacksAttributes())
        return fail(holdsNoAttribute(m_feed.series().name()));
    m_isFinished = true;
    Q_EMIT finished(statistics());
}

void LogLink::fail(const core::Error &why)
{
    ++m_opening;
    m_turn.stop();
    m_due->stop();
    m_feed.close();
    m_state = LinkState::Closed;
    Q_EMIT stateChanged(LinkState::Closed, why);
}

} // namespace logreplay

#include "moc_loglink.cpp"
