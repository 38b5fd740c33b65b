#pragma once

#include <QByteArrayView>

#include <optional>

namespace wire {

/// Reads DER (X.690), the form of certificates and keys, one element after the other. What it reads may be
/// hostile: nothing is trusted, nothing recurses.
class DerReader
{
public:
    struct Element
    {
        quint8 tag = 0;
        QByteArrayView content = {};
        QByteArrayView whole = {}; ///< with tag and length
    };
    static constexpr quint8 Integer = 0x02;
    static constexpr quint8 BitString = 0x03;
    static constexpr quint8 ObjectId = 0x06;
    static constexpr quint8 Sequence = 0x30;
    static constexpr quint8 context(quint8 number) { return quint8(0xa0 + number); }

    explicit DerReader(QByteArrayView bytes)
        : m_left(bytes)
    {
    }

    /// The next element; nothing at the end, and where bytes are missing.
    std::optional<Element> next();
    /// The next one, if it has this tag.
    std::optional<Element> next(quint8 tag);

private:
    QByteArrayView m_left;
};

} // namespace wire
