#include "app/platform/standardinput.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace app {

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
    , m_readable(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_readable, &QSocketNotifier::activated, this, [this] { readSome(); });
}

void StandardInput::readSome()
{
    // One read per notification: it takes what is there and does not wait for more.
    std::array<char, 65536> piece;
    const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        m_readable.setEnabled(false);
        if (!m_unfinished.isEmpty())
            Q_EMIT lineReceived(std::exchange(m_unfinished, {}));
        Q_EMIT ended();
        return;
    }
    m_unfinished.append(piece.data(), got);
    QList<QByteArray> lines = m_unfinished.split('\n');
    m_unfinished = lines.takeLast();
    for (const QByteArray &line : std::as_const(lines))
        Q_EMIT lineReceived(line);
}

} // namespace app
