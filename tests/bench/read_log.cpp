// Reads the sample log N times over, for counting instructions (see README.md).
#include "backends/logreplay/logreader.h"
#include "bench/biglog.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    const long times = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1;
    const QByteArray log = bench::bigLog(1);
    logreplay::LogReader reader;
    logreplay::LogMessage message;
    long events = 0;
    for (long i = 0; i < times; ++i) {
        reader.feed(log);
        while (reader.next(message))
            ++events;
    }
    std::printf("%lld bytes a turn, %.1f events\n", qlonglong(log.size()), double(events) / double(times));
    return reader.statistics().flaws() == 0 ? 0 : 1;
}
