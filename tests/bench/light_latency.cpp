// From the server's write to the badge on the screen: a server double, the wire, the model and the real
// window in one process and one event loop, so that no other process's scheduling is measured. Needs a
// display (xvfb-run).

#include "backends/wire/wirelink.h"
#include "model/desk.h"
#include "presentation/look/theme.h"
#include "support/serverdouble.h"
#include "widgets/agent/mainwindow.h"
#include "widgets/parts/recordingbadge.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

namespace {

constexpr int Changes = 2000;
constexpr int ChangesInACall = 10;

/// Notes when the frame in which the badge was painted has been handed to the window system.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const auto type = event->type();
        const bool done = QApplication::notify(receiver, event);
        if (type == QEvent::Paint && qobject_cast<widgets::RecordingBadge *>(receiver))
            m_isPainted = true;
        if (type == QEvent::UpdateRequest && m_isPainted)
            m_isShown = true;
        return done;
    }
    void begin() { m_isPainted = m_isShown = false; }
    bool isShown() const { return m_isShown; }

private:
    bool m_isPainted = false;
    bool m_isShown = false;
};

qint64 percentile(QList<qint64> sorted, double share)
{
    return sorted[qsizetype(double(sorted.size() - 1) * share)] / 1000;
}

} // namespace

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    core::SystemClock clock;
    support::ServerDouble server;
    wire::WireLink link(clock);
    model::Desk desk(link, clock);
    presentation::Theme theme;
    widgets::MainWindow window(desk, theme);
    desk.registry.setDns({model::Dn(u"7001")});
    desk.connection.open(*tlib::Endpoint::fromUrl(server.url()));
    window.show();
    const auto waitFor = [](auto condition) {
        if (!QTest::qWaitFor(condition, 5000))
            qFatal("the desktop did not get there in time");
    };
    waitFor([&] { return desk.connection.state() == model::ConnectionState::Connected; });
    const auto talk = [&] {
        const auto id = server.ring(QStringLiteral("+493055501"), QStringLiteral("7001"));
        waitFor([&] { return desk.calls.find(id) != nullptr; });
        if (!desk.control.perform(id, model::CallAction::Answer))
            qFatal("the call cannot be answered");
        waitFor([&] { return desk.calls.find(id)->phase() == model::CallPhase::Talking; });
        return id;
    };

    QList<qint64> times;
    tlib::ConnId call;
    for (int i = 0; i < Changes; ++i) {
        if (i % ChangesInACall == 0) {
            if (!call.isNull())
                server.release(call);
            call = talk();
        }
        QCoreApplication::processEvents(); // what the change before has left
        application.begin();
        QElapsedTimer timer;
        timer.start();
        server.sayRecording(call, i % 2 ? QStringLiteral("PAUSED") : QStringLiteral("ON"));
        while (!application.isShown() && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.append(timer.nsecsElapsed());
    }
    std::sort(times.begin(), times.end());
    std::printf("wire to badge, %d changes: median %lld us, p99 %lld us, worst %lld us\n", Changes,
                percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1));
}
