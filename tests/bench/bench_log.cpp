// Reading T-Server log text: throughput beside the least that any reader does, which is to find the lines.
#include "backends/logreplay/loglink.h"
#include "bench/biglog.h"
#include "model/desk.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstring>

namespace {

constexpr qsizetype Size = 64 * 1024 * 1024;
constexpr qsizetype Piece = 64 * 1024;

void splitLines(benchmark::State &state)
{
    const QByteArray log = bench::bigLog(Size);
    for (auto _ : state) {
        qint64 lines = 0;
        const char *at = log.constData(), *const end = at + log.size();
        while (const void *found = std::memchr(at, '\n', std::size_t(end - at))) {
            at = static_cast<const char *>(found) + 1;
            ++lines;
        }
        benchmark::DoNotOptimize(lines);
    }
    state.SetBytesProcessed(state.iterations() * log.size());
}
BENCHMARK(splitLines)->Unit(benchmark::kMillisecond);

void readLog(benchmark::State &state)
{
    const QByteArray log = bench::bigLog(Size);
    qint64 events = 0;
    for (auto _ : state) {
        logreplay::LogReader reader;
        logreplay::LogMessage message;
        for (qsizetype at = 0; at < log.size(); at += Piece) {
            reader.feed(QByteArrayView(log).sliced(at, std::min(Piece, log.size() - at)));
            while (reader.next(message))
                ++events;
        }
        if (reader.statistics().flaws() > 0)
            qFatal("the sample is not read whole");
    }
    state.SetBytesProcessed(state.iterations() * log.size());
    state.SetItemsProcessed(events);
}
BENCHMARK(readLog)->Unit(benchmark::kMillisecond);

/// A file through the link into a desk without a window, as fast as it goes.
void replayIntoModel(benchmark::State &state)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("big.log")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bench::bigLog(Size)) < Size || !file.flush())
        qFatal("the log cannot be written");
    for (auto _ : state) {
        core::SteppedClock time{QDateTime::currentDateTimeUtc()};
        core::SystemClock pace;
        logreplay::LogLink link(file.fileName(), time, pace, logreplay::LogLink::AtOnce);
        model::Desk desk(link, time, {});
        desk.registry.watchEverybody();
        QEventLoop loop;
        QObject::connect(&link, &logreplay::LogLink::finished, &loop, &QEventLoop::quit);
        desk.connection.open({});
        loop.exec();
    }
    state.SetBytesProcessed(state.iterations() * file.size());
}
BENCHMARK(replayIntoModel)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
