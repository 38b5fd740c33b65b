#include "app/replay/standardlog.h"

#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

core::Result<std::unique_ptr<StandardLog>> StandardLog::read()
{
    auto log = std::make_unique<StandardLog>();
    if (const auto kept = log->keepInput(); !kept)
        return kept.error();
    log->findPath();
    return log;
}

core::Result<core::Done> StandardLog::keepInput()
{
    constexpr qsizetype InputPiece = 64 * 1024;
    QFile input;
    const auto trouble = [](const QString &why) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"The log on standard input cannot be read: %1."_s.arg(why)};
    };
    if (!m_file.open())
        return trouble(m_file.errorString());
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return trouble(input.errorString());
    QByteArray piece(InputPiece, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = input.read(piece.data(), piece.size())) > 0) {
        if (m_file.write(piece.constData(), size) != size)
            return trouble(m_file.errorString());
    }
    if (size < 0 && input.error() != QFileDevice::NoError)
        return trouble(input.errorString());
    if (!m_file.flush())
        return trouble(m_file.errorString());
    return core::Done{};
}

/// A QTemporaryFile gets a name only when it is asked for one, where the system can do without.
void StandardLog::findPath()
{
    const QString byHandle = u"/proc/self/fd/%1"_s.arg(m_file.handle());
    const QFileInfo info(byHandle);
    m_path = info.isFile() && info.size() == m_file.size() ? byHandle : m_file.fileName();
}

} // namespace app
