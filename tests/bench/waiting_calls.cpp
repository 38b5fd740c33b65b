// The supervisor's window while calls come to two routing points each and leave them: what a change costs the
// processor with a hundred such calls and with a thousand, and the longest that one change or the painting
// after it takes. The desk, the window and its route desk are the real ones; the server is played.

#include "presentation/look/theme.h"
#include "support/routingplace.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTabWidget>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using support::RoutingPlace;
using tlib::MessageType;

qint64 spentNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

struct Cost
{
    double change = 0;  ///< median, in nanoseconds of the processor
    double painted = 0; ///< likewise, with the painting after it
    double longest = 0; ///< of either
    double come = 0;    ///< as many more to one point at once, as its snapshot says
    double go = 0;      ///< all leave both, and as many more, at once
};

tlib::KvList snapshotOf(int from, int to)
{
    tlib::KvList list;
    for (int n = from; n <= to; ++n) {
        const QByteArray number = QByteArray::number(n - from + 1);
        list.append("conn-" + number, tlib::ConnId(quint64(n)).toString());
        list.append("ps-" + number, qint32(tlib::PartyState::Queued));
    }
    return list;
}

Cost costOf(int calls, int changes)
{
    RoutingPlace place;
    place.registerDns();
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SupervisorWindow window(place.desk, theme);
    window.resize(1000, 700);
    window.show();
    auto *pages = window.findChild<QTabWidget *>();
    pages->setCurrentIndex(pages->count() - 1);
    const tlib::Dn points[] = {RoutingPlace::RoutingPoint, RoutingPlace::OtherPoint};
    for (int n = 1; n <= calls; ++n) {
        for (const tlib::Dn &point : points)
            place.say(MessageType::EventRouteRequest, tlib::ConnId(quint64(n)), point);
    }
    QCoreApplication::processEvents();
    QRandomGenerator random(1);
    std::vector<double> bare;
    std::vector<double> painted;
    for (int i = 0; i < changes; ++i) {
        const tlib::ConnId call(quint64(1 + random.bounded(calls)));
        const tlib::Dn &point = points[random.bounded(2)];
        for (const MessageType type : {MessageType::EventDiverted, MessageType::EventRouteRequest}) {
            const qint64 begun = spentNanoseconds();
            place.say(type, call, point);
            const qint64 said = spentNanoseconds();
            place.clock.advance(core::Frame::Length);
            QCoreApplication::processEvents();
            bare.push_back(double(said - begun));
            painted.push_back(double(spentNanoseconds() - said));
        }
    }
    Cost cost;
    for (const std::vector<double> &times : {bare, painted})
        cost.longest = std::max(cost.longest, *std::max_element(times.begin(), times.end()));
    const auto medianOf = [](std::vector<double> &times) {
        std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(times.size() / 2), times.end());
        return times[times.size() / 2];
    };
    cost.change = medianOf(bare);
    cost.painted = medianOf(painted);
    while (!place.link.nothingSent())
        (void)place.link.take();
    const auto timeOf = [](auto what) {
        const qint64 begun = spentNanoseconds();
        what();
        return double(spentNanoseconds() - begun);
    };
    cost.come = timeOf([&] { place.connectAnew(points[0], snapshotOf(calls + 1, 2 * calls)); });
    cost.go = timeOf([&] { place.desk.registry.setDns(QList<model::DnEntry>()); });
    return cost;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("tallylight.*=false"));
    (void)costOf(100, 200); // warms up
    const Cost few = costOf(100, 2000);
    const Cost many = costOf(1000, 2000);
    std::printf("%-28s %12s %12s %8s\n", "calls on two points each", "100", "1,000", "ratio");
    std::printf("%-28s %9.1f us %9.1f us %8.2f\n", "a change", few.change / 1e3, many.change / 1e3,
                many.change / few.change);
    std::printf("%-28s %9.1f us %9.1f us %8.2f\n", "painting after it", few.painted / 1e3, many.painted / 1e3,
                many.painted / few.painted);
    std::printf("%-28s %9.2f ms %9.2f ms   goal 16.7 ms\n", "the longest handler", few.longest / 1e6,
                many.longest / 1e6);
    std::printf("%-28s %9.2f ms %9.2f ms\n", "all leave at once", few.go / 1e6, many.go / 1e6);
    std::printf("%-28s %9.2f ms %9.2f ms\n", "as many more come at once", few.come / 1e6, many.come / 1e6);
    return 0;
}
