#include "backends/logreplay/logattributes.h"

#include "backends/logreplay/listwriter.h"
#include "backends/logreplay/text.h"

#include <array>

namespace logreplay {

namespace {

using tlib::Event;
using tlib::KvList;

constexpr std::size_t LongestText = 65535; ///< as in a key-value list
// How each type of member stands in a log: one overload each, reading and writing.

template <class Kind>
bool read(tlib::TextId<Kind> &member, std::string_view value)
{
    if (const auto quoted = quotedIn(value)) {
        member = tlib::TextId<Kind>(quoted->data(), quoted->size());
        return quoted->size() <= LongestText;
    }
    std::string bytes;
    const auto dump = takeDump(value, bytes);
    if (!dump || !dump->isWhole || dump->size > LongestText)
        return false;
    member = tlib::TextId<Kind>(std::move(bytes));
    return true;
}

/// A remark in parentheses may follow: `1763821583 (14:26:23)`.
template <class Number>
bool read(std::optional<Number> &member, std::string_view value)
{
    const auto number = number32In(takeWord(value));
    const std::string_view remark = trimmed(value);
    if (!number || !(remark.empty() || (remark.front() == '(' && remark.back() == ')')))
        return false;
    member = Number(*number);
    return true;
}

std::optional<quint64> hex16In(std::string_view value)
{
    // One digit less is a cut one: a shorter number is not guessed.
    return value.size() == 16 ? numberIn<quint64>(value, 16) : std::nullopt;
}

bool read(std::optional<qint64> &member, std::string_view value)
{
    const auto number = hex16In(value);
    if (number)
        member = qint64(*number);
    return number.has_value();
}

bool read(tlib::ConnId &member, std::string_view value)
{
    const auto number = hex16In(value);
    member = tlib::ConnId(number.value_or(0));
    return number.has_value();
}

/// -1 (4294967295) is nobody's, which a ReferenceId calls null.
bool read(tlib::ReferenceId &member, std::string_view value)
{
    const auto number = number32In(value);
    member = tlib::ReferenceId(std::max(number.value_or(0), 0));
    return number.has_value();
}

bool read(std::optional<tlib::MessageType> &member, std::string_view value)
{
    member = tlib::messageFromName(QByteArrayView(value.data(), qsizetype(value.size())));
    if (const auto number = numberIn<quint16>(value); number && !member)
        member = tlib::MessageType(*number);
    return member.has_value();
}

void putHex(std::string &to, quint64 number)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        to += HexDigits[(number >> shift) & 0xf];
}

bool write(std::string &to, const KvList &member)
{
    if (!member.isNull())
        putList(to, member);
    return !member.isNull();
}

template <class Kind>
bool write(std::string &to, const tlib::TextId<Kind> &member)
{
    const std::string &bytes = member.bytes();
    if (bytes.empty())
        return false;
    if (isOneLine(bytes))
        to += '\'' + bytes + '\'';
    else
        putDump(to, bytes);
    return true;
}

template <class Number>
bool write(std::string &to, const std::optional<Number> &member)
{
    if (member)
        to += std::to_string(qint32(*member));
    return member.has_value();
}

bool write(std::string &to, const std::optional<qint64> &member)
{
    if (member)
        putHex(to, quint64(*member));
    return member.has_value();
}

bool write(std::string &to, tlib::ConnId member)
{
    if (!member.isNull())
        putHex(to, member.value());
    return !member.isNull();
}

bool write(std::string &to, tlib::ReferenceId member)
{
    if (!member.isNull())
        to += std::to_string(member.value());
    return !member.isNull();
}

bool write(std::string &to, const std::optional<tlib::MessageType> &member)
{
    if (!member)
        return false;
    const std::string name = tlib::messageName(*member).toStdString();
    const bool isNamed = tlib::messageFromName(name).has_value();
    to += isNamed ? name : std::to_string(quint16(*member));
    return true;
}

bool writeSeconds(std::string &to, const Event &event)
{
    if (!write(to, event.timeInSecs))
        return false;
    constexpr int Day = 24 * 60 * 60;
    const int second = (*event.timeInSecs % Day + Day) % Day;
    const auto two = [&to](int number) {
        to += char('0' + number / 10);
        to += char('0' + number % 10);
    };
    to += " (";
    two(second / 3600);
    to += ':';
    two(second / 60 % 60);
    to += ':';
    two(second % 60);
    to += ')';
    return true;
}

/// Lists are read line by line, by a ListReader.
bool read(KvList &, std::string_view)
{
    return false;
}

template <class Type>
constexpr KvList Event::*listMember(Type Event::*)
{
    return nullptr;
}
constexpr KvList Event::*listMember(KvList Event::*member)
{
    return member;
}

template <auto Member>
constexpr LogField field(std::string_view name)
{
    return {.name = name,
            .bit = 0,
            .list = listMember(Member),
            .read = [](Event &event, std::string_view value) { return read(event.*Member, value); },
            .write = [](std::string &to, const Event &event) { return write(to, event.*Member); }};
}

/// As T-Server does: the seconds since 1970, and the time of day (UTC) for people.
constexpr LogField secondsField(std::string_view name)
{
    LogField seconds = field<&Event::timeInSecs>(name);
    seconds.write = [](std::string &to, const Event &event) { return writeSeconds(to, event); };
    return seconds;
}

constexpr auto table()
{
    std::array rows{
        field<&Event::referenceId>("AttributeReferenceID"),
        field<&Event::errorCode>("AttributeErrorCode"),
        field<&Event::errorMessage>("AttributeErrorMessage"),
        field<&Event::connId>("AttributeConnID"),
        field<&Event::previousConnId>("AttributePreviousConnID"),
        field<&Event::transferConnId>("AttributeTransferConnID"),
        field<&Event::conferenceConnId>("AttributeConferenceConnID"),
        field<&Event::callUuid>("AttributeCallUUID"),
        field<&Event::callType>("AttributeCallType"),
        field<&Event::callState>("AttributeCallState"),
        field<&Event::thisDn>("AttributeThisDN"),
        field<&Event::thisDnRole>("AttributeThisDNRole"),
        field<&Event::thisQueue>("AttributeThisQueue"),
        field<&Event::otherDn>("AttributeOtherDN"),
        field<&Event::otherDnRole>("AttributeOtherDNRole"),
        field<&Event::thirdPartyDn>("AttributeThirdPartyDN"),
        field<&Event::thirdPartyDnRole>("AttributeThirdPartyDNRole"),
        field<&Event::ani>("AttributeANI"),
        field<&Event::dnis>("AttributeDNIS"),
        field<&Event::agentId>("AttributeAgentID"),
        field<&Event::agentWorkMode>("AttributeAgentWorkMode"),
        field<&Event::userData>("AttributeUserData"),
        field<&Event::extensions>("AttributeExtensions"),
        field<&Event::reasons>("AttributeReason"),
        field<&Event::privateMsgId>("AttributePrivateMsgID"),
        field<&Event::userEvent>("AttributeUserEvent"),
        field<&Event::addressInfoType>("AttributeAddressInfoType"),
        field<&Event::serverVersion>("AttributeServerVersion"),
        field<&Event::serverRole>("AttributeServerRole"),
        field<&Event::sessionId>("AttributeSessionID"),
        secondsField("AttributeTimeinSecs"),
        field<&Event::timeInUSecs>("AttributeTimeinuSecs"),
        field<&Event::sequenceNumber>("AttributeEventSequenceNumber"),
    };
    static_assert(rows.size() <= 64);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].bit = quint64(1) << i;
    return rows;
}

constexpr std::array Table = table();

// Names are looked up at every attribute line of a log: a table of hashes, made by the compiler.
constexpr std::size_t Slots = 256;
constexpr quint8 Free = 0xff;

constexpr std::size_t slotOf(std::string_view name)
{
    std::size_t hash = name.size();
    for (const char c : name.substr(std::min(name.size(), std::string_view("Attribute").size())))
        hash = hash * 31 + quint8(c);
    return hash % Slots;
}

constexpr auto indexBySlot()
{
    std::array<quint8, Slots> slots{};
    for (quint8 &slot : slots)
        slot = Free;
    for (std::size_t i = 0; i < Table.size(); ++i) {
        std::size_t slot = slotOf(Table[i].name);
        while (slots[slot] != Free)
            slot = (slot + 1) % Slots;
        slots[slot] = quint8(i);
    }
    return slots;
}

constexpr std::array IndexBySlot = indexBySlot();

} // namespace

std::span<const LogField> fields()
{
    return Table;
}

const LogField *fieldOf(std::string_view name)
{
    // Some logs write the list of reasons in the plural, as the documentation does.
    if (name == "AttributeReasons")
        name = "AttributeReason";
    for (std::size_t slot = slotOf(name); IndexBySlot[slot] != Free; slot = (slot + 1) % Slots) {
        if (Table[IndexBySlot[slot]].name == name)
            return &Table[IndexBySlot[slot]];
    }
    return nullptr;
}

} // namespace logreplay
