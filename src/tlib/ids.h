#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <optional>
#include <string>

namespace tlib {

/// Bytes from the switch as text: UTF-8, or Latin-1 when they are not UTF-8 (wire.md: a message is never
/// dropped for that).
QString decodeText(QByteArrayView bytes);

/// Text of one kind (a DN is no agent id), kept as the bytes it came in: cheap to receive, compared byte by
/// byte, decoded only when a person reads it. Empty means: none.
template <class Kind>
class TextId
{
public:
    TextId() = default;
    explicit TextId(std::string utf8)
        : m_bytes(std::move(utf8))
    {
    }
    TextId(const char *utf8, std::size_t size)
        : m_bytes(utf8, size)
    {
    }
    explicit TextId(QStringView text)
        : m_bytes(text.toUtf8().toStdString())
    {
    }

    bool isEmpty() const { return m_bytes.empty(); }
    const std::string &bytes() const { return m_bytes; }
    QString toString() const { return decodeText(QByteArrayView(m_bytes.data(), qsizetype(m_bytes.size()))); }

    auto operator<=>(const TextId &) const = default;
    friend size_t qHash(const TextId &id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

private:
    std::string m_bytes;
};

/// A directory number: an extension, a queue, a routing point, or the number of an outside party.
using Dn = TextId<struct DnKind>;
using AgentId = TextId<struct AgentKind>;
using CallUuid = TextId<struct CallUuidKind>;
/// Text without a rule of its own: error messages, versions, session ids.
using Text = TextId<struct PlainKind>;

/// TConnectionID: 8 bytes, all zero means none, written as 16 lower-case hex digits.
class ConnId
{
public:
    constexpr ConnId() = default;
    constexpr explicit ConnId(quint64 value)
        : m_value(value)
    {
    }
    /// Takes 1 to 16 hex digits of either case; nothing else.
    static std::optional<ConnId> fromString(QStringView text);

    constexpr bool isNull() const { return m_value == 0; }
    constexpr quint64 value() const { return m_value; }
    QString toString() const;

    constexpr auto operator<=>(const ConnId &) const = default;
    friend size_t qHash(ConnId id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    quint64 m_value = 0;
};

/// Ties a reply to its request: 1 to 2147483647, chosen by the client's Link; 0 means none.
class ReferenceId
{
public:
    constexpr ReferenceId() = default;
    constexpr explicit ReferenceId(qint32 value)
        : m_value(value)
    {
    }

    constexpr bool isNull() const { return m_value == 0; }
    constexpr qint32 value() const { return m_value; }
    /// The next id; after 2147483647 comes 1.
    constexpr ReferenceId next() const { return ReferenceId(m_value == 0x7fffffff ? 1 : m_value + 1); }

    constexpr auto operator<=>(const ReferenceId &) const = default;
    friend size_t qHash(ReferenceId id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint32 m_value = 0;
};

/// One client of a server, named by the server's side of the transport; never used twice.
enum class ClientId : quint32 {};

} // namespace tlib
