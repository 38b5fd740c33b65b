#include "app/replay/standardlog.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

core::Result<std::unique_ptr<StandardLog>> StandardLog::read()
{
    constexpr qsizetype InputPiece = 64 * 1024;
    auto log = std::make_unique<StandardLog>();
    QFile input;
    QFile kept(log->path());
    const auto trouble = [](const QString &why) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"The log on standard input cannot be read: %1."_s.arg(why)};
    };
    if (!kept.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return trouble(kept.errorString());
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return trouble(input.errorString());
    QByteArray piece(InputPiece, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = input.read(piece.data(), piece.size())) > 0) {
        if (kept.write(piece.constData(), size) != size)
            return trouble(kept.errorString());
    }
    if (size < 0 && input.error() != QFileDevice::NoError)
        return trouble(input.errorString());
    return log;
}

} // namespace app
