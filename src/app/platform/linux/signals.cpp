#include "app/terminal/signals.h"

#include "core/logging.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int Followed[] = {SIGTERM, SIGHUP, SIGINT};

/// A handler is given nothing but the signal's number.
volatile std::sig_atomic_t handlersEnd = -1;

/// Nothing but what signal-safety(7) allows.
void tellTheLoop(int signal)
{
    const int before = errno;
    const auto number = static_cast<unsigned char>(signal);
    (void)!::write(handlersEnd, &number, 1); // a full pipe has said enough
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
    for (const int signal : Followed) {
        struct sigaction present = {};
        if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN)
            continue;
        struct sigaction wanted = {};
        wanted.sa_handler = &tellTheLoop;
        wanted.sa_flags = SA_RESTART | SA_RESETHAND;
        ::sigaction(signal, &wanted, nullptr);
    }
}

Signals::~Signals()
{
    m_notifier.reset(); // before the descriptor that it watches
    for (const int signal : Followed) {
        struct sigaction present = {};
        if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == &tellTheLoop)
            ::signal(signal, SIG_DFL);
    }
    handlersEnd = -1;
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
