#pragma once

#include "backends/simulator/pair/replicachange.h"

#include <functional>

namespace simulator {

/// Puts the parts of a message together again.
class PartJoiner
{
public:
    static constexpr qsizetype MaximumMessage = 64 * 1'048'576;

    /// The whole message with its last part; nothing before; Malformed for what is no part.
    core::Result<std::optional<QByteArray>> take(const tlib::KvList &part);

private:
    QByteArray m_bytes;
};

/// Messages to and from the other server of a pair, whichever of the two has connected. A message travels as
/// Extensions of RequestPrivateService or EventPrivateInfo: `bytes` (binary) and `last` (int, 1 with the last
/// part), as many as it takes.
class PairChannel
{
public:
    static constexpr qint32 Service = 4901; ///< the PrivateMsgID of the parts
    static constexpr qsizetype PartSize = 60'000;

    using Out = std::function<void(const tlib::KvList &part)>;

    explicit PairChannel(core::Clock &clock)
        : m_clock(clock)
    {
    }

    /// `name`: the other side's address, for people.
    void open(const QString &name, Out out);
    void close();
    bool isOpen() const { return m_out != nullptr; }
    QString name() const { return m_name; }

    /// How many bytes that is; 0 when closed.
    qsizetype send(const PairMessage &message);
    core::Result<std::optional<PairMessage>> take(const tlib::KvList &part);

private:
    core::Clock &m_clock;
    QString m_name;
    Out m_out;
    PartJoiner m_joiner;
};

} // namespace simulator
