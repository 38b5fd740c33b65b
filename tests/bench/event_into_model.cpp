// Applies the reference event to an existing call N times, for counting instructions, and counts allocations
// and bytes by itself (see README.md).
#include "backends/wire/frames/codec.h"
#include "bench/referenceevent.h"
#include "model/desk.h"
#include "model/statewords.h"
#include "support/manualclock.h"

#include <malloc.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace {

long allocations = 0;
long bytesInUse = 0;

} // namespace

// What the program asks for, wherever it asks: operator new and Qt's containers both end here.
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

void *malloc(size_t size)
{
    void *const block = __libc_malloc(size);
    ++allocations;
    bytesInUse += long(malloc_usable_size(block));
    return block;
}

void *realloc(void *block, size_t size)
{
    bytesInUse -= long(malloc_usable_size(block));
    void *const moved = __libc_realloc(block, size);
    ++allocations;
    bytesInUse += long(malloc_usable_size(moved));
    return moved;
}

void free(void *block)
{
    bytesInUse -= long(malloc_usable_size(block));
    __libc_free(block);
}
}

namespace {

using tlib::MessageType;

class SilentLink final : public tlib::Link
{
public:
    void open(const tlib::Endpoint &) override {}
    void close() override {}
    core::Result<tlib::ReferenceId> send(const tlib::Request &) override { return m_last = m_last.next(); }

private:
    tlib::ReferenceId m_last;
};

/// A connected desk with one monitored DN.
struct Place
{
    support::ManualClock clock;
    SilentLink link;
    model::Desk desk{link, clock};

    explicit Place(const tlib::Dn &dn)
    {
        desk.registry.setDns({dn});
        desk.connection.open({});
        say({.type = MessageType::EventLinkConnected});
        say({.type = MessageType::EventRegistered, .referenceId = tlib::ReferenceId(1), .thisDn = dn});
    }
    void say(const tlib::Event &event) { Q_EMIT link.eventReceived(event); }
};

tlib::Event reference()
{
    wire::Message message;
    if (!wire::decode(bench::referenceEvent(), message))
        std::abort();
    message.referenceId = {};
    return message;
}

tlib::Event beginOf(const tlib::Event &event, const tlib::KvList &userData)
{
    tlib::Event begin = event;
    begin.type = MessageType::EventRinging;
    begin.userData = userData;
    begin.sequenceNumber = 1;
    return begin;
}

void apply(long times, bool toggles)
{
    const tlib::Event one = reference();
    tlib::Event other = one;
    other.userData.set(toggles ? "GSIP_RECORD" : "CaseId", toggles ? u"PAUSED" : u"C-2026-114478");
    Place place(one.thisDn);
    place.say(beginOf(one, other.userData));
    tlib::Event events[] = {one, other};
    qint64 number = 1;
    const long before = allocations;
    for (long i = 0; i < times; ++i) {
        tlib::Event &event = events[i % 2];
        event.sequenceNumber = ++number;
        place.clock.advance(std::chrono::milliseconds(1));
        place.say(event);
    }
    if (times > 0)
        std::printf("%.2f allocations an event\n", double(allocations - before) / double(times));
    if (!place.desk.calls.find(one.connId) || (times > 1 && number != times + 1))
        std::abort();
}

/// What the trace of the link adds to each event: alone, and while somebody looks.
void trace(long times, bool isLookedAt)
{
    const tlib::Event event = reference();
    support::ManualClock clock;
    model::MessageTrace trace(clock, model::tracedRecording());
    if (isLookedAt)
        trace.beginLooking();
    for (long i = 0; i < times; ++i)
        trace.noteEvent(event);
    if (trace.end() != times)
        std::abort();
}

/// A supervisor's desk: the events go round 200 calls of 1,000 watched DNs, or of as many as are given, and
/// every second one moves its call's recording. Everything that the board says is heard.
void watch(long times, int dns)
{
    constexpr int Calls = 200;
    const tlib::Event one = reference();
    tlib::Event other = one;
    other.userData.set("GSIP_RECORD", u"PAUSED");
    Place place(one.thisDn);
    QList<model::DnEntry> entries;
    for (int i = 0; i < dns; ++i)
        entries.append({.dn = tlib::Dn(QString::number(100000 + i)), .use = model::DnUse::Watched});
    place.desk.registry.setDns(entries);
    for (int i = 0; i < dns; ++i)
        place.say({.type = MessageType::EventRegistered,
                   .referenceId = tlib::ReferenceId(3 + i), // after the own DN's, and its end
                   .thisDn = entries[i].dn});
    long heard = 0;
    QObject::connect(&place.desk.board, &model::SupervisorBoard::recordingChanged, &place.desk.board,
                     [&heard] { ++heard; });
    QObject::connect(&place.desk.board, &model::SupervisorBoard::countsChanged, &place.desk.board,
                     [&heard] { ++heard; });
    std::vector<std::array<tlib::Event, 2>> calls;
    for (int i = 0; i < Calls; ++i) {
        calls.push_back({one, other});
        for (tlib::Event &event : calls.back()) {
            event.connId = tlib::ConnId(quint64(i + 1));
            event.thisDn = entries[i * dns / Calls].dn;
        }
        place.say(beginOf(calls.back()[0], other.userData));
    }
    qint64 number = 1;
    for (long i = 0; i < times; ++i) {
        tlib::Event &event = calls[size_t(i % Calls)][size_t(i / Calls % 2)];
        event.sequenceNumber = ++number;
        place.clock.advance(std::chrono::milliseconds(1));
        place.say(event);
    }
    if (place.desk.board.size() != dns || place.desk.board.counts().calls != Calls ||
        place.desk.board.counts().unknown != 0 || heard < times)
        std::abort();
}

/// Bytes that a call keeps, user data of 11 pairs included; each with user data of its own, as off the wire.
void weigh()
{
    constexpr quint64 Calls = 10000;
    const tlib::Event event = reference();
    tlib::KvList eleven;
    for (const auto pair : event.userData) {
        if (eleven.count() < 11)
            eleven.append(pair.key, pair.value);
    }
    Place place(event.thisDn);
    const long before = bytesInUse;
    for (quint64 id = 1; id <= Calls; ++id) {
        auto begin = beginOf(event, tlib::KvList::fromPacked(eleven.packed()).value());
        begin.connId = tlib::ConnId(id);
        place.say(begin);
    }
    std::printf("%d pairs in %lld packed bytes\n", eleven.count(), qlonglong(eleven.packedSize()));
    std::printf("%.0f bytes a call (%zu the record itself)\n", double(bytesInUse - before) / Calls,
                sizeof(model::Call));
}

} // namespace

int main(int argc, char **argv)
{
    const char *const what = argc > 1 ? argv[1] : "";
    const long times = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 1;
    if (std::strcmp(what, "weigh") == 0)
        weigh();
    else if (std::strcmp(what, "data") == 0)
        apply(times, false);
    else if (std::strcmp(what, "recording") == 0)
        apply(times, true);
    else if (std::strcmp(what, "trace") == 0 || std::strcmp(what, "lookedat") == 0)
        trace(times, *what == 'l');
    else if (std::strcmp(what, "board") == 0)
        watch(times, 1000);
    else if (std::strcmp(what, "largeboard") == 0)
        watch(times, 10000);
    else {
        std::fputs("usage: event_into_model data|recording|trace|lookedat|board|largeboard TIMES, or weigh\n",
                   stderr);
        return 2;
    }
    return 0;
}
