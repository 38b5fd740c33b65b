#include "backends/wire/frames/wireattributes.h"

#include <QtEndian>

#include <limits>
#include <memory>
#include <type_traits>

namespace wire {

namespace {

using tlib::Attribute;
using tlib::ConnId;
using tlib::KvList;
using tlib::ReferenceId;

// How each type of member goes onto the wire: one overload each for its kind, reading and writing.

template <class Number>
constexpr Kind kindOf(const std::optional<Number> *)
{
    return sizeof(Number) == sizeof(qint64) ? Kind::Long : Kind::Int;
}
constexpr Kind kindOf(const ReferenceId *)
{
    return Kind::Int;
}
constexpr Kind kindOf(const ConnId *)
{
    return Kind::Long;
}
constexpr Kind kindOf(const KvList *)
{
    return Kind::List;
}
template <class Text>
constexpr Kind kindOf(const tlib::TextId<Text> *)
{
    return Kind::Text;
}

/// Numbers are passed on also when no enumerator has them; only what the type cannot hold is skipped.
template <class Number>
Taken take(std::optional<Number> &member, QByteArrayView value)
{
    if (value.size() != (std::is_same_v<Number, qint64> ? sizeof(qint64) : sizeof(qint32)))
        return Taken::Malformed;
    if constexpr (std::is_same_v<Number, qint64>) {
        member = qFromBigEndian<qint64>(value.data());
    } else {
        const auto number = qFromBigEndian<qint32>(value.data());
        if constexpr (sizeof(Number) < sizeof number) {
            if (number < 0 || number > std::numeric_limits<std::underlying_type_t<Number>>::max())
                return Taken::Skipped;
        }
        member = Number(number);
    }
    return Taken::Yes;
}

Taken take(ReferenceId &member, QByteArrayView value)
{
    if (value.size() != sizeof(qint32))
        return Taken::Malformed;
    const auto number = qFromBigEndian<qint32>(value.data());
    if (number <= 0)
        return Taken::Skipped;
    member = ReferenceId(number);
    return Taken::Yes;
}

Taken take(ConnId &member, QByteArrayView value)
{
    if (value.size() != sizeof(quint64))
        return Taken::Malformed;
    member = ConnId(qFromBigEndian<quint64>(value.data()));
    return Taken::Yes;
}

Taken take(KvList &member, QByteArrayView value)
{
    auto list = KvList::fromPacked(value);
    if (!list)
        return Taken::Malformed;
    member = std::move(*list);
    return Taken::Yes;
}

template <class Text>
Taken take(tlib::TextId<Text> &member, QByteArrayView value)
{
    // In place of the empty text: an assignment would copy the bytes twice.
    std::destroy_at(&member);
    std::construct_at(&member, value.data(), std::size_t(value.size()));
    return Taken::Yes;
}

template <class Number>
void put(FrameWriter &writer, Attribute id, const std::optional<Number> &member)
{
    if (!member)
        return;
    if constexpr (std::is_same_v<Number, qint64>)
        writer.add(id, *member);
    else
        writer.add(id, qint32(*member));
}

void put(FrameWriter &writer, Attribute id, ReferenceId member)
{
    if (!member.isNull())
        writer.add(id, member.value());
}

void put(FrameWriter &writer, Attribute id, ConnId member)
{
    if (!member.isNull())
        writer.add(id, qint64(member.value()));
}

void put(FrameWriter &writer, Attribute id, const KvList &member)
{
    if (!member.isNull())
        writer.add(id, member);
}

template <class Text>
void put(FrameWriter &writer, Attribute id, const tlib::TextId<Text> &member)
{
    if (!member.isEmpty())
        writer.add(id, QByteArrayView(member.bytes().data(), qsizetype(member.bytes().size())));
}

template <auto Member>
constexpr WireField field(Attribute id)
{
    using Type = std::remove_cvref_t<decltype(std::declval<Message>().*Member)>;
    return {.id = id,
            .kind = kindOf(static_cast<const Type *>(nullptr)),
            .bit = 0,
            .read = [](Message &message, QByteArrayView value) { return take(message.*Member, value); },
            .write = [](FrameWriter &writer, Attribute as,
                        const Message &message) { put(writer, as, message.*Member); }};
}

constexpr std::array Rows{
    field<&Message::referenceId>(Attribute::ReferenceId),
    field<&Message::errorCode>(Attribute::ErrorCode),
    field<&Message::errorMessage>(Attribute::ErrorMessage),
    field<&Message::connId>(Attribute::ConnId),
    field<&Message::previousConnId>(Attribute::PreviousConnId),
    field<&Message::transferConnId>(Attribute::TransferConnId),
    field<&Message::conferenceConnId>(Attribute::ConferenceConnId),
    field<&Message::callUuid>(Attribute::CallUuid),
    field<&Message::callType>(Attribute::CallType),
    field<&Message::callState>(Attribute::CallState),
    field<&Message::thisDn>(Attribute::ThisDn),
    field<&Message::thisDnRole>(Attribute::ThisDnRole),
    field<&Message::otherDn>(Attribute::OtherDn),
    field<&Message::otherDnRole>(Attribute::OtherDnRole),
    field<&Message::thirdPartyDn>(Attribute::ThirdPartyDn),
    field<&Message::thirdPartyDnRole>(Attribute::ThirdPartyDnRole),
    field<&Message::thisQueue>(Attribute::ThisQueue),
    field<&Message::ani>(Attribute::Ani),
    field<&Message::dnis>(Attribute::Dnis),
    field<&Message::agentId>(Attribute::AgentId),
    field<&Message::agentWorkMode>(Attribute::AgentWorkMode),
    field<&Message::userData>(Attribute::UserData),
    field<&Message::extensions>(Attribute::Extensions),
    field<&Message::reasons>(Attribute::Reason),
    field<&Message::privateMsgId>(Attribute::PrivateMsgId),
    field<&Message::userEvent>(Attribute::UserEvent),
    field<&Message::addressInfoType>(Attribute::AddressInfoType),
    field<&Message::serverVersion>(Attribute::ServerVersion),
    field<&Message::serverRole>(Attribute::ServerRole),
    field<&Message::sessionId>(Attribute::SessionId),
    field<&Message::timeInSecs>(Attribute::TimeInSecs),
    field<&Message::timeInUSecs>(Attribute::TimeInUSecs),
    field<&Message::sequenceNumber>(Attribute::EventSequenceNumber),
    // Of requests only.
    field<&Message::protocolVersion>(Attribute::ProtocolVersion),
    field<&Message::applicationName>(Attribute::ApplicationName),
    field<&Message::applicationPassword>(Attribute::ApplicationPassword),
    field<&Message::registerMode>(Attribute::RegisterMode),
    field<&Message::controlMode>(Attribute::ControlMode),
    field<&Message::addressType>(Attribute::AddressType),
    field<&Message::routeType>(Attribute::RouteType),
    field<&Message::callInfoType>(Attribute::CallInfoType),
    field<&Message::dataKey>(Attribute::DataKey),
};

/// The rows with their bits.
constexpr auto numbered()
{
    static_assert(Rows.size() <= 64);
    auto rows = Rows;
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].bit = quint64(1) << i;
    return rows;
}

constexpr std::array Table = numbered();

constexpr std::array<const WireField *, detail::LowIds> byId()
{
    std::array<const WireField *, detail::LowIds> rows{};
    for (const WireField &row : Table)
        rows.at(std::size_t(row.id)) = &row; // an id that is too high does not compile
    return rows;
}

} // namespace

constinit const std::array<const WireField *, detail::LowIds> detail::fieldById = byId();

std::span<const WireField> fields()
{
    return Table;
}

} // namespace wire
