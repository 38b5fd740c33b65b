#pragma once

#include <QByteArray>
#include <QFile>

namespace bench {

/// The frame of tests/data/reference_event.hex (18 attributes, 15 pairs), without its length field.
inline QByteArray referenceEvent()
{
    QFile file(QStringLiteral(TEST_DATA "/reference_event.hex"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/reference_event.hex cannot be read");
    return QByteArray::fromHex(file.readAll()).sliced(4);
}

} // namespace bench
