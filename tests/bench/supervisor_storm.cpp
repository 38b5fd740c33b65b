// The supervisor's window while events pour in: what it costs the processor, how long the event loop is busy
// at a stretch, and how long a recording's change takes to its painted row. The window, the model and the
// decoding are the real ones; the server is a list of frames. Needs no display (offscreen), and is nearer to
// the truth with one (xvfb-run).

#include "backends/wire/frames/codec.h"
#include "bench/referenceevent.h"
#include "model/desk.h"
#include "presentation/look/theme.h"
#include "widgets/supervisor/boardview.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>
#include <time.h>

#include <cstdio>
#include <vector>

namespace {

using tlib::MessageType;

struct Load
{
    int dns = 1000;
    int calls = 200;
    int perSecond = 500;
    int seconds = 10;
    int column = presentation::BoardModel::AgentColumn;
};

qint64 cpuNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// User and system time of the whole process, in seconds.
double processSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// A server that registers every DN, and says what it is told to.
class FeedLink final : public tlib::Link
{
public:
    void open(const tlib::Endpoint &) override
    {
        soon([this] { say({.type = MessageType::EventLinkConnected}); });
    }
    void close() override {}
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override
    {
        m_last = m_last.next();
        if (const auto *asked = std::get_if<tlib::RegisterAddress>(&request)) {
            soon([this, dn = asked->dn, id = m_last] {
                say({.type = MessageType::EventRegistered, .referenceId = id, .thisDn = dn});
            });
        }
        return m_last;
    }
    void say(const tlib::Event &event) { Q_EMIT eventReceived(event); }

private:
    template <class What>
    void soon(What what)
    {
        QMetaObject::invokeMethod(this, what, Qt::QueuedConnection);
    }
    tlib::ReferenceId m_last;
};

/// One call after the other on one DN, as frames.
struct Line
{
    tlib::Dn dn;
    quint64 call = 0;
    int step = 0;
    bool isPaused = false;
};

/// Says events of all lines in turn: of ten that a line gets, seven change its user data alone, one its
/// recording, one holds or retrieves; with the tenth the call ends, and the next one rings and is answered.
class Feed
{
public:
    Feed(FeedLink &link, const Load &load)
        : m_link(link)
    {
        wire::Message reference;
        if (!wire::decode(bench::referenceEvent(), reference))
            qFatal("the reference event cannot be decoded");
        reference.referenceId = {};
        m_template = reference;
        for (int i = 0; i < load.calls; ++i) {
            m_lines.push_back({.dn = dnAt(i), .step = i});
            begin(m_lines.back());
        }
    }
    static tlib::Dn dnAt(int i) { return tlib::Dn(QString::number(100000 + i)); }

    void sayNext()
    {
        Line &line = m_lines[m_next];
        m_next = (m_next + 1) % m_lines.size();
        switch (++line.step % 10) {
        case 3: return changeRecording(line);
        case 5: return say(line, MessageType::EventHeld);
        case 6: return say(line, MessageType::EventRetrieved);
        case 9: say(line, MessageType::EventReleased); return begin(line);
        default: return say(line, MessageType::EventAttachedDataChanged);
        }
    }
    Line &line(size_t at) { return m_lines[at]; }
    size_t size() const { return m_lines.size(); }
    void changeRecording(Line &line)
    {
        line.isPaused = !line.isPaused;
        say(line, MessageType::EventAttachedDataChanged);
    }
    qint64 said() const { return m_said; }

private:
    void begin(Line &line)
    {
        line.call = ++m_calls;
        say(line, MessageType::EventRinging);
        say(line, MessageType::EventEstablished);
    }
    void say(const Line &line, MessageType type)
    {
        wire::Message message = m_template;
        message.type = type;
        message.connId = tlib::ConnId(line.call);
        message.thisDn = line.dn;
        message.sequenceNumber = ++m_said;
        message.userData.set("GSIP_RECORD", line.isPaused ? u"PAUSED" : u"ON");
        message.userData.set("CaseId", QString::number(m_said));
        const auto frame = wire::encode(message);
        wire::Message decoded;
        if (!frame || !wire::decode(QByteArrayView(*frame).sliced(4), decoded))
            qFatal("an event cannot be encoded");
        m_link.say(decoded);
    }

    FeedLink &m_link;
    wire::Message m_template;
    std::vector<Line> m_lines;
    size_t m_next = 0;
    quint64 m_calls = 0;
    qint64 m_said = 0;
};

/// Notes how long the loop stays with one thing, and when the frame with an awaited row has been shown.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const auto type = event->type();
        if (type == QEvent::Paint && receiver == viewport) {
            const QRect painted = static_cast<QPaintEvent *>(event)->rect();
            ++paints;
            rows += painted.height() / presentation::measure::RowHeight;
            m_isPainted = m_isPainted || (isAwaited && painted.contains(awaited));
        }
        if (m_depth++ == 0)
            m_began = cpuNanoseconds();
        const bool done = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            longest = std::max(longest, cpuNanoseconds() - m_began);
        if (type == QEvent::UpdateRequest && m_isPainted) {
            m_isPainted = isAwaited = false;
            times.push_back(sinceChange.nsecsElapsed() / 1000);
        }
        return done;
    }
    void await(const QRect &row)
    {
        awaited = row;
        isAwaited = true;
        m_isPainted = false;
        sinceChange.start();
    }

    QObject *viewport = nullptr;
    QRect awaited;
    QElapsedTimer sinceChange;
    QList<qint64> times; ///< us
    qint64 longest = 0;  ///< ns of the processor
    qint64 paints = 0;
    qint64 rows = 0;
    bool isAwaited = false;

private:
    int m_depth = 0;
    qint64 m_began = 0;
    bool m_isPainted = false;
};

void report(const WatchedApplication &application, const Load &load, double busy, double wall, qint64 said,
            qint64 latest)
{
    QList<qint64> times = application.times;
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times.isEmpty() ? -1 : times[qsizetype(double(times.size() - 1) * share)];
    };
    std::printf("%d DNs, %d calls, %.0f events/s for %.1f s\n", load.dns, load.calls, double(said) / wall,
                wall);
    std::printf("processor: %.1f %% of a core, %.0f us an event\n", 100 * busy / wall,
                1e6 * busy / double(said));
    std::printf("longest handler: %.1f ms of the processor; latest heartbeat: %lld ms late\n",
                double(application.longest) / 1e6, latest);
    std::printf("recording change to painted row, %d changes: median %lld us, p99 %lld us, worst %lld us\n",
                int(times.size()), at(0.5), at(0.99), at(1));
    std::printf("%.0f paints a second of %.1f rows\n", double(application.paints) / wall,
                application.paints ? double(application.rows) / double(application.paints) : 0.0);
}

Load loadFrom(int argc, char **argv)
{
    Load load;
    int *const numbers[] = {&load.dns, &load.calls, &load.perSecond, &load.seconds, &load.column};
    for (int i = 1; i < argc && i <= 5; ++i)
        *numbers[i - 1] = std::atoi(argv[i]);
    return load;
}

} // namespace

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    const Load load = loadFrom(argc, argv);
    core::SystemClock clock;
    FeedLink link;
    model::Desk desk(link, clock);
    presentation::Theme theme;
    QList<model::DnEntry> entries;
    for (int i = 0; i < load.dns; ++i) {
        entries.append(
            {.dn = Feed::dnAt(i), .use = model::DnUse::Watched, .name = QStringLiteral("Agent %1").arg(i)});
    }
    desk.registry.setDns(entries);
    widgets::SupervisorWindow window(desk, theme);
    window.resize(1280, 800);
    window.show();
    auto *board = window.findChild<widgets::BoardView *>();
    board->sortByColumn(load.column, Qt::AscendingOrder);
    desk.connection.open({});
    const auto last = [&] { return desk.registry.stateOf(entries.last().dn); };
    if (!QTest::qWaitFor([&] { return last() == model::MonitorState::Monitored; }, 20000))
        qFatal("the DNs were not registered");
    Feed feed(link, load);
    QTest::qWait(1500);

    application.viewport = board->viewport();
    application.longest = 0;
    QElapsedTimer running;
    running.start();
    const double before = processSeconds();
    const qint64 saidBefore = feed.said();
    QTimer gust; // a socket brings together what came while the loop was away
    gust.setTimerType(Qt::PreciseTimer);
    QObject::connect(&gust, &QTimer::timeout, &gust, [&] {
        const qint64 due = running.elapsed() * load.perSecond / 1000;
        while (feed.said() - saidBefore < due)
            feed.sayNext();
    });
    gust.start(10);
    qint64 latest = 0;
    QElapsedTimer beat;
    beat.start();
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, &heart,
                     [&] { latest = std::max(latest, beat.restart() - 5); });
    heart.start(5);
    size_t next = 0;
    QTimer probe;
    QObject::connect(&probe, &QTimer::timeout, &probe, [&] {
        if (application.isAwaited)
            return;
        const auto *rows = qobject_cast<presentation::BoardModel *>(board->model());
        for (size_t tried = 0; tried < feed.size(); ++tried) {
            next = (next + 1) % feed.size();
            const int row = rows->rowOf(feed.line(next).dn);
            const QRect where =
                row < 0 ? QRect()
                        : board->visualRect(rows->index(row, presentation::BoardModel::RecordingColumn));
            if (where.isEmpty() || !board->viewport()->rect().contains(where))
                continue;
            application.await(where);
            return feed.changeRecording(feed.line(next));
        }
    });
    probe.start(23);
    QTest::qWait(load.seconds * 1000);
    const double busy = processSeconds() - before;
    report(application, load, busy, double(running.elapsed()) / 1000, feed.said() - saidBefore, latest);
    return 0;
}
