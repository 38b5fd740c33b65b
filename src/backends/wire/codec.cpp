#include "backends/wire/codec.h"

#include "backends/wire/attributes.h"
#include "backends/wire/framereader.h"

#include <QtEndian>

#include <bitset>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

constexpr qsizetype AttributeHead = 7; // id, kind and length

/// Which ids a message has had. The known ones are low; 8 KiB for all others are set up when one comes.
class SeenIds
{
public:
    /// False when the id has been here before.
    bool add(quint16 id)
    {
        if (id >= detail::LowIds)
            return addHigh(id);
        quint64 &word = m_low[id / 64];
        const quint64 bit = quint64(1) << (id % 64);
        const bool isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

private:
    bool addHigh(quint16 id)
    {
        if (!m_high)
            m_high.emplace();
        const bool isNew = !m_high->test(id);
        m_high->set(id);
        return isNew;
    }

    std::array<quint64, detail::LowIds / 64> m_low{};
    std::optional<std::bitset<std::numeric_limits<quint16>::max() + 1>> m_high;
};

core::Error malformed(const QString &cause)
{
    return {.kind = core::ErrorKind::Malformed, .text = cause};
}

core::Error malformed(quint16 id, const QString &cause)
{
    return malformed(u"attribute %1: %2"_s.arg(id).arg(cause));
}

core::Error wrongSize(quint16 id, quint32 length, int size)
{
    return malformed(id, u"a number of %1 bytes instead of %2"_s.arg(length).arg(size));
}

core::Error badList(quint16 id, QByteArrayView value)
{
    return malformed(id, tlib::KvList::fromPacked(value).error().text);
}

bool isList(QByteArrayView value)
{
    return tlib::KvList::fromPacked(value).has_value();
}

} // namespace

core::Result<core::Done> decode(QByteArrayView frame, Message &message)
{
    message = Message{};
    if (frame.size() < MinimumFrame)
        return malformed(u"a frame of %1 bytes, the least are %2"_s.arg(frame.size()).arg(MinimumFrame));
    const char *at = frame.data();
    const char *const end = at + frame.size();
    message.type = tlib::MessageType(qFromBigEndian<quint16>(at));
    const int count = qFromBigEndian<quint16>(at + 2);
    at += MinimumFrame;

    SeenIds seen;
    for (int i = 0; i < count; ++i) {
        if (end - at < AttributeHead)
            return malformed(u"%1 attributes are declared, the frame ends after %2"_s.arg(count).arg(i));
        const auto id = qFromBigEndian<quint16>(at);
        const auto kind = Kind(quint8(at[2]));
        const auto length = qFromBigEndian<quint32>(at + 3);
        at += AttributeHead;
        if (end - at < qsizetype(length))
            return malformed(id, u"%1 bytes run past the frame"_s.arg(length));
        if (!seen.add(id))
            return malformed(id, u"given twice"_s);
        if (kind == Kind::Int && length != sizeof(qint32))
            return wrongSize(id, length, sizeof(qint32));
        if (kind == Kind::Long && length != sizeof(qint64))
            return wrongSize(id, length, sizeof(qint64));

        const QByteArrayView value(at, qsizetype(length));
        at += length;
        const Field *const field = fieldOf(id);
        if (field && field->kind == kind) {
            const Taken taken = field->read(message, value);
            if (taken == Taken::Malformed)
                return badList(id, value);
            message.skipped += taken == Taken::Skipped;
        } else {
            if (kind == Kind::List && !isList(value))
                return badList(id, value);
            ++message.skipped;
        }
    }
    if (at != end)
        return malformed(u"%1 bytes after the last attribute"_s.arg(end - at));
    return core::Done{};
}

core::Result<QByteArray> encode(const Message &message)
{
    FrameWriter writer(message.type);
    for (const Field &field : fields())
        field.write(writer, field.id, message);
    return writer.finish();
}

} // namespace wire
