#include "app/terminal/signals.h"

#include "core/logging.h"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int Followed[] = {SIGTERM, SIGHUP, SIGINT};

/// A handler is given nothing but the signal's number.
volatile std::sig_atomic_t handlersEnd = -1;

/// When each was heard first: in seconds of the monotonic clock, from 1 on; 0 is never.
volatile std::sig_atomic_t firstHeard[SIGTERM + 1] = {};

/// Nothing but what signal-safety(7) allows. Who tells a program and then its whole group, as timeout(1),
/// wishes its end once: only a later one is a person who does not want to wait for the last word.
void tellTheLoop(int signal)
{
    constexpr int AtOnce = 2; // seconds
    const int before = errno;
    timespec now = {};
    (void)::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto second = std::sig_atomic_t(now.tv_sec) + 1;
    if (firstHeard[signal] == 0) {
        firstHeard[signal] = second;
        const auto number = static_cast<unsigned char>(signal);
        (void)!::write(handlersEnd, &number, 1); // a full pipe has said enough
    } else if (second - firstHeard[signal] >= AtOnce) {
        (void)::signal(signal, SIG_DFL);
        (void)::raise(signal);
    }
    errno = before;
}

QString nameOf(int signal)
{
    return signal == SIGTERM ? u"SIGTERM"_s : signal == SIGHUP ? u"SIGHUP"_s : u"SIGINT"_s;
}

} // namespace

Signals::Signals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        qCWarning(core::appLog) << "a signal will end this program without a last word: no pipe";
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Signals::readSome);
    handlersEnd = m_ends[1];
    for (auto &second : firstHeard)
        second = 0;
    for (const int signal : Followed) {
        struct sigaction present = {};
        if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN)
            continue;
        struct sigaction wanted = {};
        wanted.sa_handler = &tellTheLoop;
        wanted.sa_flags = SA_RESTART;
        ::sigaction(signal, &wanted, nullptr);
    }
}

Signals::~Signals()
{
    m_notifier.reset(); // before the descriptor that it watches
    handlersEnd = -1;   // the handlers stay: the last words are still being written
    for (const int end : m_ends) {
        if (end >= 0)
            ::close(end);
    }
}

void Signals::readSome()
{
    unsigned char number = 0;
    if (::read(m_ends[0], &number, 1) == 1)
        Q_EMIT endRequested(nameOf(number));
}

} // namespace app
