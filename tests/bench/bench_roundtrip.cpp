// Request to EventACK over loopback: WireLink and ServerPort beside blocking sockets, in one run.
// The counters median_ns and p99_ns are of single round trips. POSIX only.
#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/requestmapping.h"
#include "backends/wire/serverport.h"
#include "backends/wire/wirelink.h"
#include "support/certificates.h"

#include <QCoreApplication>
#include <QThread>

#include <benchmark/benchmark.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <map>
#include <string>

namespace {

using namespace Qt::StringLiterals;
using SteadyClock = std::chrono::steady_clock;

const tlib::RecordingService Pause{.command = tlib::RecordingCommand::Pause,
                                   .dn = tlib::Dn(u"7001"),
                                   .call = tlib::ConnId(0x006c029a6685d004)};

tlib::Event ackTo(tlib::ReferenceId id)
{
    return {.type = tlib::MessageType::EventAck,
            .referenceId = id,
            .userEvent = tlib::MessageType::PrivateService};
}

/// The median of each benchmark by its name, for the ratios at the end.
std::map<std::string, double> medians;

/// Single round trips, for their median.
class Trips
{
public:
    template <class Trip>
    void time(Trip trip)
    {
        const auto begin = SteadyClock::now();
        trip();
        m_nanoseconds.push_back(double((SteadyClock::now() - begin).count()));
    }
    void report(benchmark::State &state, const char *name)
    {
        std::sort(m_nanoseconds.begin(), m_nanoseconds.end());
        medians[name] = m_nanoseconds[m_nanoseconds.size() / 2];
        state.counters["median_ns"] = medians[name];
        state.counters["p99_ns"] = m_nanoseconds[m_nanoseconds.size() * 99 / 100];
    }

private:
    std::vector<double> m_nanoseconds;
};

int loopbackSocket(sockaddr_in &address)
{
    address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::socket(AF_INET, SOCK_STREAM, 0);
}

void setNoDelay(int socket)
{
    const int one = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

/// A server without Qt: answers each piece that it reads with the same ACK bytes, after `skip` pieces.
class BlockingServer
{
public:
    /// The greeting answers what comes first, where one is given; the answer answers the rest.
    explicit BlockingServer(QByteArray answer, QByteArray greeting = {})
        : m_answer(std::move(answer))
        , m_greeting(std::move(greeting))
    {
        sockaddr_in address;
        m_listener = loopbackSocket(address);
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
        ::listen(m_listener, 1);
        socklen_t size = sizeof address;
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~BlockingServer()
    {
        m_thread.join();
        ::close(m_listener);
    }
    quint16 port() const { return m_port; }

private:
    void run()
    {
        const int client = ::accept(m_listener, nullptr, nullptr);
        setNoDelay(client);
        char bytes[4096];
        const QByteArray *next = m_greeting.isEmpty() ? &m_answer : &m_greeting;
        while (::read(client, bytes, sizeof bytes) > 0) {
            if (::write(client, next->constData(), std::size_t(next->size())) < 0)
                break;
            next = &m_answer;
        }
        ::close(client);
    }

    QByteArray m_answer;
    QByteArray m_greeting;
    int m_listener = -1;
    quint16 m_port = 0;
    std::thread m_thread;
};

void blockingSockets(benchmark::State &state)
{
    const QByteArray request = wire::encode(wire::toMessage(Pause, tlib::ReferenceId(1), {})).value();
    const QByteArray answer = wire::encode(wire::Message{ackTo(tlib::ReferenceId(1))}).value();
    BlockingServer server(answer);
    sockaddr_in address;
    const int client = loopbackSocket(address);
    address.sin_port = htons(server.port());
    if (::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        state.SkipWithError("cannot connect");
    setNoDelay(client);
    Trips trips;
    char bytes[4096];
    for (auto _ : state) {
        trips.time([&] {
            const bool sent = ::write(client, request.constData(), std::size_t(request.size())) > 0;
            benchmark::DoNotOptimize(sent && ::read(client, bytes, sizeof bytes) == answer.size());
        });
    }
    ::close(client);
    trips.report(state, "blocking");
}
BENCHMARK(blockingSockets)->UseRealTime();

/// Opens a WireLink to the endpoint and times its requests, one at a time.
void timeLink(benchmark::State &state, const char *name, const tlib::Endpoint &endpoint)
{
    core::SystemClock clock;
    wire::WireLink link(clock);
    bool isOpen = false;
    bool isOver = false;
    int events = 0;
    QObject::connect(&link, &tlib::Link::stateChanged, &link, [&](tlib::LinkState now) {
        isOpen = now == tlib::LinkState::Open;
        isOver = now == tlib::LinkState::Closed;
    });
    QObject::connect(&link, &tlib::Link::eventReceived, &link, [&] { ++events; });
    link.open(endpoint);
    const auto waitFor = [](const auto &condition) {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    waitFor([&] { return isOver || (isOpen && events == 1); });
    if (isOver)
        return state.SkipWithError("the link does not open");
    Trips trips;
    for (auto _ : state) {
        trips.time([&] {
            const int before = events;
            (void)link.send(Pause);
            waitFor([&] { return events != before; });
        });
    }
    trips.report(state, name);
    link.close();
    QCoreApplication::processEvents();
}

void wireLinkToBlockingServer(benchmark::State &state)
{
    const wire::Message greeting{{.type = tlib::MessageType::EventLinkConnected}};
    BlockingServer server(wire::encode(wire::Message{ackTo(tlib::ReferenceId(1))}).value(),
                          wire::encode(greeting).value());
    timeLink(state, "one end", {.host = u"127.0.0.1"_s, .port = server.port()});
}
BENCHMARK(wireLinkToBlockingServer)->UseRealTime();

/// A ServerPort that acknowledges everything, in a thread of its own.
class AckingServer
{
public:
    explicit AckingServer(const std::optional<wire::TlsFiles> &tls = {})
    {
        std::promise<quint16> port;
        m_thread.reset(QThread::create([&port, tls] {
            core::SystemClock clock;
            wire::ServerPort server(clock);
            QObject::connect(&server, &wire::ServerPort::requestReceived, &server,
                             [&](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId id) {
                                 if (std::holds_alternative<tlib::RegisterClient>(request))
                                     server.send(client, {.type = tlib::MessageType::EventLinkConnected});
                                 else
                                     server.send(client, ackTo(id));
                             });
            const bool isReady = !tls || server.encrypt(*tls).has_value();
            port.set_value(isReady ? server.listen(QHostAddress::LocalHost, 0).value() : 0);
            QEventLoop().exec();
        }));
        m_thread->start();
        m_port = port.get_future().get();
    }
    ~AckingServer()
    {
        m_thread->quit();
        m_thread->wait();
    }
    quint16 port() const { return m_port; }

private:
    std::unique_ptr<QThread> m_thread;
    quint16 m_port = 0;
};

void wireLinkToServerPort(benchmark::State &state)
{
    const AckingServer server;
    timeLink(state, "both ends", {.host = u"127.0.0.1"_s, .port = server.port()});
}
BENCHMARK(wireLinkToServerPort)->UseRealTime();

void wireLinkOverTls(benchmark::State &state)
{
    if (!support::Certificates::obstacle().isEmpty())
        return state.SkipWithError("openssl is not installed");
    support::Certificates made;
    made.make(u"server"_s, {});
    const AckingServer server(
        wire::TlsFiles{.certificate = made.certificate(u"server"_s), .key = made.key(u"server"_s)});
    timeLink(
        state, "both ends, TLS",
        {.host = u"127.0.0.1"_s, .port = server.port(), .secure = true, .caFile = made.certificate(u"ca"_s)});
}
BENCHMARK(wireLinkOverTls)->UseRealTime();

void printRatio(const char *name, double goal)
{
    const double blocking = medians["blocking"];
    if (blocking <= 0 || !medians.contains(name))
        return;
    const double ratio = medians[name] / blocking;
    std::printf("P3 %-16s %.2f x blocking sockets, goal %.1f: %s\n", name, ratio, goal,
                ratio <= goal ? "met" : "missed");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    printRatio("one end", 1.5);
    printRatio("both ends", 1.5);
    printRatio("both ends, TLS", 2.2);
    return 0;
}
