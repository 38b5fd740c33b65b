#include "backends/simulator/pair/pairchannel.h"

#include "backends/simulator/pair/replicacodec.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

core::Result<std::optional<QByteArray>> PartJoiner::take(const tlib::KvList &part)
{
    const auto bytes = part.find("bytes");
    const auto last = part.find("last");
    if (!bytes || bytes->type() != tlib::KvType::Binary || !last || !last->toInt() ||
        m_bytes.size() + bytes->raw().size() > MaximumMessage) {
        return core::Error{.kind = core::ErrorKind::Malformed,
                           .text = u"this is no part of a message between two servers"_s};
    }
    m_bytes.append(bytes->raw());
    if (*last->toInt() == 0)
        return std::optional<QByteArray>();
    return std::optional(std::exchange(m_bytes, {}));
}

void PairChannel::open(const QString &name, Out out)
{
    m_name = name;
    m_out = std::move(out);
    m_joiner = PartJoiner();
}

void PairChannel::close()
{
    m_name.clear();
    m_out = nullptr;
}

qsizetype PairChannel::send(const PairMessage &message)
{
    if (!isOpen())
        return 0;
    const QByteArray bytes = encode(message, m_clock.now());
    for (qsizetype at = 0; at < bytes.size() && isOpen(); at += PartSize) {
        const QByteArrayView piece = QByteArrayView(bytes).sliced(at, std::min(PartSize, bytes.size() - at));
        tlib::KvList part;
        part.append("last", qint32(at + PartSize >= bytes.size() ? 1 : 0));
        part.appendBytes("bytes", tlib::KvType::Binary, piece);
        m_out(part);
    }
    return bytes.size();
}

core::Result<std::optional<PairMessage>> PairChannel::take(const tlib::KvList &part)
{
    const auto bytes = m_joiner.take(part);
    if (!bytes)
        return bytes.error();
    if (!*bytes)
        return std::optional<PairMessage>();
    auto message = decode(**bytes, m_clock.now());
    if (!message)
        return message.error();
    return std::optional(*std::move(message));
}

} // namespace simulator
