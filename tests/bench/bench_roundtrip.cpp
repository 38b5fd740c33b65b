// Request to EventACK over loopback: WireLink and ServerPort beside blocking sockets, in one run.
// The counters median_ns and p99_ns are of single round trips. POSIX only.
#include "backends/wire/codec.h"
#include "backends/wire/requestmapping.h"
#include "backends/wire/serverport.h"
#include "backends/wire/wirelink.h"

#include <QCoreApplication>
#include <QThread>

#include <benchmark/benchmark.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <future>

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
    void report(benchmark::State &state)
    {
        std::sort(m_nanoseconds.begin(), m_nanoseconds.end());
        state.counters["median_ns"] = m_nanoseconds[m_nanoseconds.size() / 2];
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
    trips.report(state);
}
BENCHMARK(blockingSockets)->UseRealTime();

/// Opens a WireLink to the port and times its requests, one at a time.
void timeLink(benchmark::State &state, quint16 port)
{
    core::SystemClock clock;
    wire::WireLink link(clock);
    bool isOpen = false;
    int events = 0;
    QObject::connect(&link, &tlib::Link::stateChanged, &link,
                     [&](tlib::LinkState now) { isOpen = now == tlib::LinkState::Open; });
    QObject::connect(&link, &tlib::Link::eventReceived, &link, [&] { ++events; });
    link.open({.host = u"127.0.0.1"_s, .port = port});
    const auto waitFor = [](const auto &condition) {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    waitFor([&] { return isOpen && events == 1; });
    Trips trips;
    for (auto _ : state) {
        trips.time([&] {
            const int before = events;
            (void)link.send(Pause);
            waitFor([&] { return events != before; });
        });
    }
    trips.report(state);
    link.close();
    QCoreApplication::processEvents();
}

void wireLinkToBlockingServer(benchmark::State &state)
{
    const wire::Message greeting{{.type = tlib::MessageType::EventLinkConnected}};
    BlockingServer server(wire::encode(wire::Message{ackTo(tlib::ReferenceId(1))}).value(),
                          wire::encode(greeting).value());
    timeLink(state, server.port());
}
BENCHMARK(wireLinkToBlockingServer)->UseRealTime();

void wireLinkToServerPort(benchmark::State &state)
{
    std::promise<quint16> port;
    QThread *const thread = QThread::create([&port] {
        core::SystemClock clock;
        wire::ServerPort server(clock);
        QObject::connect(&server, &wire::ServerPort::requestReceived, &server,
                         [&](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId id) {
                             if (std::holds_alternative<tlib::RegisterClient>(request))
                                 server.send(client, {.type = tlib::MessageType::EventLinkConnected});
                             else
                                 server.send(client, ackTo(id));
                         });
        port.set_value(server.listen(QHostAddress::LocalHost, 0).value());
        QEventLoop().exec();
    });
    thread->start();
    timeLink(state, port.get_future().get());
    thread->quit();
    thread->wait();
    delete thread;
}
BENCHMARK(wireLinkToServerPort)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
