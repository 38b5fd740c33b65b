#pragma once

#include <QByteArray>
#include <QFile>

namespace bench {

/// The sample log again and again, at least this long. Some of it is of other threads, as in a real one.
inline QByteArray bigLog(qsizetype size)
{
    QFile file(QStringLiteral(TEST_DATA "/logs/one_call.log"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/logs/one_call.log cannot be read");
    const QByteArray once = file.readAll();
    return once.repeated(size / once.size() + 1);
}

} // namespace bench
