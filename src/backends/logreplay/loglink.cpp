#include "backends/logreplay/loglink.h"

#include "backends/logreplay/eventsof.h"

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

} // namespace

LogLink::LogLink(LogSource source, core::SteppedClock &time, core::Clock &pace, double speed, QObject *parent)
    : tlib::Link(parent)
    , m_source(std::move(source))
    , m_time(time)
    , m_clock(pace)
    , m_pace(pace, speed)
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
    m_shown = m_begin = core::Duration(0);
    m_hasNext = m_isRead = m_isFinished = m_isWaiting = false;
    turn();
}

/// Goes on reading, from the event loop.
void LogLink::turn()
{
    m_stretchEnds = m_clock.now() + Stretch;
    m_stretchBytes = 0;
    if (m_state == LinkState::Open)
        play();
    else if (const Step step = readOn(); step == Step::Event)
        start();
    else if (step == Step::NotYet)
        stretch();
    else if (step == Step::Wait)
        wait();
    else if (step == Step::End)
        fail(holdsNoEvent(m_feed.series().name()));
}

/// What comes next takes another turn.
void LogLink::stretch()
{
    m_turn.start();
    Q_EMIT progress(m_feed.consumed(), m_feed.size());
}

/// The log has an event: from here on it is one.
void LogLink::start()
{
    const quint32 opening = m_opening;
    m_state = LinkState::Open;
    m_shown = m_begin = m_nextTime;
    m_toWall = m_stamps.toWall();
    m_time.setWallTime(wallTime());
    m_pace.goOnFrom(position());
    Q_EMIT stateChanged(LinkState::Open, std::nullopt);
    if (opening == m_opening &&
        emitEvent({.type = MessageType::EventLinkConnected, .serverRole = tlib::ServerRole::Primary}))
        play();
}

void LogLink::play()
{
    const quint32 opening = m_opening;
    Step step = Step::Event;
    while (!m_pace.isHeld() && (m_hasNext || (step = readOn()) == Step::Event)) {
        if (!isDue()) {
            step = Step::Stop;
            break;
        }
        if (!deliverNext())
            return;
        if (m_clock.now() >= m_stretchEnds || m_stretchBytes >= StretchBytes) {
            step = Step::NotYet;
            break;
        }
    }
    if (step == Step::NotYet)
        m_turn.start();
    m_isWaiting = step == Step::Wait;
    if (m_isWaiting)
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
        if (m_stretchBytes >= StretchBytes || m_clock.now() >= m_stretchEnds)
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
        m_grewAt = m_clock.now();
        m_stretchBytes += size;
        m_reader.feed({m_piece.constData(), size});
        break;
    case LogFeed::Piece::NewPart: m_reader.beginPart(); break;
    case LogFeed::Piece::Replaced: m_reader.beginReplacement(); break;
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
    const quint32 opening = m_opening;
    m_due->start(Glance);
    if (m_pace.arrive())
        Q_EMIT arrived();
    if (opening == m_opening && m_state == LinkState::Open && !m_pace.isHeld() && m_pace.speed() != AtOnce)
        moveTime(std::max(m_shown, m_stamps.latest() + (m_clock.now() - m_grewAt) - Late));
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

/// Otherwise an alarm has been set for it, or it is held.
bool LogLink::isDue()
{
    const core::Duration next = m_nextTime - m_begin;
    if (m_pace.skips(next))
        return true;
    if (const auto place = m_pace.arrive(); place && !arriveAt(*place))
        return false;
    if (m_pace.isHeld())
        return false;
    const auto wait = m_source.follows ? std::nullopt : m_pace.waitFor(next);
    if (!wait)
        return true;
    m_due->start(std::min<core::Duration>(*wait, Glance)); // first: whom time rings may close the link
    // Time goes on between the messages, too: whoever watches sees it run.
    moveTime(std::min(m_begin + m_pace.place(), m_nextTime));
    return false;
}

/// False when the link was closed or opened anew meanwhile.
bool LogLink::arriveAt(core::Duration place)
{
    const quint32 opening = m_opening;
    moveTime(m_begin + place);
    m_pace.goOnFrom(position());
    if (opening == m_opening)
        Q_EMIT arrived();
    return opening == m_opening;
}

void LogLink::setPaused(bool isPaused)
{
    m_due->stop();
    m_pace.setPaused(isPaused);
    m_grewAt = m_clock.now(); // nobody has looked meanwhile
    goOn();
}

void LogLink::setSpeed(double speed)
{
    m_pace.setSpeed(speed);
    goOn();
}

void LogLink::skipTo(core::Duration place)
{
    m_pace.skipTo(place);
    goOn();
}

void LogLink::goOn()
{
    m_pace.goOnFrom(position());
    if (m_state == LinkState::Open && !m_isFinished)
        m_turn.start();
}

/// False when the link was closed or opened anew meanwhile.
bool LogLink::deliverNext()
{
    const quint32 opening = m_opening;
    m_hasNext = false;
    if (std::exchange(m_isAfterGap, false) && !emitEvent(doubtOf({}, {})))
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
    case Course::Older: Q_EMIT timeIsMissing(); return opening == m_opening && emitEvent(doubtOf({}, {}));
    }
    return opening == m_opening;
}

bool LogLink::deliver()
{
    m_next.event.referenceId = {}; // of a request that this link did not send
    for (const tlib::Event &event : eventsOf(std::move(m_next), m_met)) {
        if (!emitEvent(event))
            return false;
    }
    return true;
}

bool LogLink::emitEvent(const tlib::Event &event)
{
    const quint32 opening = m_opening;
    Q_EMIT eventReceived(event);
    return opening == m_opening;
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
    const quint32 opening = m_opening;
    if (m_pace.arrive())
        Q_EMIT arrived();
    if (opening == m_opening)
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
