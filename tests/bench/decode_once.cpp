// Decodes the reference event N times, for counting instructions (see README.md).
#include "backends/wire/frames/codec.h"
#include "bench/referenceevent.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    const long times = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1;
    const QByteArray frame = bench::referenceEvent();
    wire::Message message;
    for (long i = 0; i < times; ++i) {
        if (!wire::decode(frame, message))
            return 1;
    }
    std::printf("%d pairs\n", message.userData.count());
    return 0;
}
