#include "backends/wire/frames/requestmapping.h"

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using tlib::Attribute;

// One description per request (map, below) serves both directions: Put fills a Message, Take a request.

class Put
{
public:
    template <class Value, class Member>
    void must(const Value &value, Member &member, Attribute)
    {
        member = value;
    }
    template <class Value, class Member>
    void may(const Value &value, Member &member)
    {
        member = value;
    }
};

class Take
{
public:
    template <class Value, class Member>
    void must(Value &value, const Member &member, Attribute id)
    {
        if (isMissing(member) && !m_missing)
            m_missing = id;
        may(value, member);
    }
    template <class Value>
    void may(Value &value, const Value &member)
    {
        value = member;
    }
    /// A number that was not sent leaves the request's own default.
    template <class Value>
    void may(Value &value, const std::optional<Value> &member)
    {
        value = member.value_or(value);
    }

    std::optional<Attribute> missing() const { return m_missing; }

private:
    template <class Kind>
    static bool isMissing(const tlib::TextId<Kind> &text)
    {
        return text.isEmpty();
    }
    template <class Value>
    static bool isMissing(const std::optional<Value> &value)
    {
        return !value.has_value();
    }
    static bool isMissing(tlib::ConnId id) { return id.isNull(); }
    static bool isMissing(const tlib::KvList &list) { return list.isNull(); }

    std::optional<Attribute> m_missing;
};

template <class Request, class Base>
concept Same = std::same_as<std::remove_cvref_t<Request>, Base>;

constexpr QByteArrayView AddpTimeout("addp-timeout");
constexpr QByteArrayView AddpRemoteTimeout("addp-remote-timeout");

void mapAddp(Put &, const tlib::RegisterClient &r, Message &m)
{
    m.extensions.append(AddpTimeout, r.addpTimeout);
    m.extensions.append(AddpRemoteTimeout, r.addpRemoteTimeout);
}

qint32 intOf(const tlib::KvList &list, QByteArrayView key)
{
    const auto value = list.find(key);
    return value ? value->toInt().value_or(0) : 0;
}

void mapAddp(Take &, tlib::RegisterClient &r, const Message &m)
{
    r.addpTimeout = intOf(m.extensions, AddpTimeout);
    r.addpRemoteTimeout = intOf(m.extensions, AddpRemoteTimeout);
}

void map(auto &io, Same<tlib::RegisterClient> auto &r, auto &m)
{
    io.may(r.protocolVersion, m.protocolVersion);
    io.may(r.applicationName, m.applicationName);
    io.may(r.password, m.applicationPassword);
    mapAddp(io, r, m);
}

void map(auto &, Same<tlib::QueryServer> auto &, auto &) {}

void map(auto &io, Same<tlib::QueryAddress> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.may(r.addressType, m.addressType);
    io.may(r.infoType, m.addressInfoType);
}

void map(auto &io, Same<tlib::RegisterAddress> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.may(r.registerMode, m.registerMode);
    io.may(r.controlMode, m.controlMode);
    io.may(r.addressType, m.addressType);
}

void map(auto &io, Same<tlib::UnregisterAddress> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.may(r.controlMode, m.controlMode);
}

void map(auto &io, Same<tlib::QueryCall> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.may(r.infoType, m.callInfoType);
}

void map(auto &io, Same<tlib::MakeCall> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.destination, m.otherDn, Attribute::OtherDn);
    io.may(r.userData, m.userData);
}

void map(auto &io, Same<tlib::CompleteTransfer> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.heldCall, m.connId, Attribute::ConnId);
    io.must(r.consultationCall, m.transferConnId, Attribute::TransferConnId);
}

void map(auto &io, Same<tlib::CompleteConference> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.heldCall, m.connId, Attribute::ConnId);
    io.must(r.consultationCall, m.conferenceConnId, Attribute::ConferenceConnId);
}

void map(auto &io, Same<tlib::AlternateCall> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.heldCall, m.previousConnId, Attribute::PreviousConnId);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, Same<tlib::DeleteFromConference> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.party, m.otherDn, Attribute::OtherDn);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, Same<tlib::RedirectCall> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.destination, m.otherDn, Attribute::OtherDn);
    io.may(r.reasons, m.reasons);
}

/// The destination may be missing: a call can be routed to the default, or rejected.
void map(auto &io, Same<tlib::RouteCall> auto &r, auto &m)
{
    io.must(r.routingPoint, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.may(r.destination, m.otherDn);
    io.may(r.routeType, m.routeType);
    io.may(r.extensions, m.extensions);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, Same<tlib::PrivateService> auto &r, auto &m)
{
    io.must(r.privateMsgId, m.privateMsgId, Attribute::PrivateMsgId);
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.may(r.extensions, m.extensions);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, Same<tlib::DeletePair> auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.key, m.dataKey, Attribute::DataKey);
}

template <class Request>
concept IsAgentRequest = requires(Request r)
{
    r.workMode;
};
template <class Request>
concept IsCallRequest = Same<Request, tlib::AnswerCall> || Same<Request, tlib::ReleaseCall> ||
    Same<Request, tlib::HoldCall> || Same<Request, tlib::RetrieveCall>;
template <class Request>
concept IsSecondCallRequest = Same<Request, tlib::InitiateTransfer> ||
    Same<Request, tlib::InitiateConference> || Same<Request, tlib::SingleStepTransfer>;
template <class Request>
concept IsUserDataRequest = Same<Request, tlib::AttachUserData> || Same<Request, tlib::UpdateUserData>;

void map(auto &io, IsAgentRequest auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.may(r.agentId, m.agentId);
    io.may(r.queue, m.thisQueue);
    io.may(r.workMode, m.agentWorkMode);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, IsCallRequest auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.may(r.reasons, m.reasons);
}

void map(auto &io, IsSecondCallRequest auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.destination, m.otherDn, Attribute::OtherDn);
}

void map(auto &io, IsUserDataRequest auto &r, auto &m)
{
    io.must(r.dn, m.thisDn, Attribute::ThisDn);
    io.must(r.call, m.connId, Attribute::ConnId);
    io.must(r.userData, m.userData, Attribute::UserData);
}

tlib::PrivateService byNumber(const tlib::RecordingService &service, const tlib::RecordingNumbers &numbers)
{
    return {.privateMsgId = numbers.numberOf(service.command),
            .dn = service.dn,
            .call = service.call,
            .extensions = service.extensions,
            .reasons = service.reasons};
}

core::Error missing(tlib::MessageType type, Attribute id)
{
    return {.kind = core::ErrorKind::InvalidInput,
            .text = u"%1 lacks attribute %2"_s.arg(tlib::messageName(type)).arg(quint16(id)),
            .serverCode = tlib::errorcode::InvalidAttribute};
}

/// RecordingService never comes off the wire: its Type is PrivateService's.
template <class R>
constexpr bool IsRead = !std::same_as<R, tlib::RecordingService>;

template <class R>
bool takeIfType(const Message &message, std::optional<core::Result<tlib::Request>> &result)
{
    if constexpr (IsRead<R>) {
        if (message.type != R::Type)
            return false;
        R request;
        Take io;
        map(io, request, message);
        if (io.missing())
            result.emplace(missing(message.type, *io.missing()));
        else
            result.emplace(tlib::Request(std::move(request)));
        return true;
    }
    return false;
}

template <class... R>
core::Result<tlib::Request> firstOfType(const Message &message, std::type_identity<std::variant<R...>>)
{
    std::optional<core::Result<tlib::Request>> result;
    if ((takeIfType<R>(message, result) || ...))
        return *std::move(result);
    return core::Error{.kind = core::ErrorKind::InvalidInput,
                       .text = u"%1 is not supported"_s.arg(tlib::messageName(message.type)),
                       .serverCode = tlib::errorcode::UnsupportedOperation};
}

} // namespace

Message toMessage(const tlib::Request &request, tlib::ReferenceId id, const tlib::RecordingNumbers &numbers)
{
    Message message;
    message.type = tlib::typeOf(request);
    message.referenceId = id;
    Put io;
    std::visit(
        [&]<class R>(const R &r) {
            if constexpr (std::same_as<R, tlib::RecordingService>) {
                const tlib::PrivateService service = byNumber(r, numbers);
                map(io, service, message);
            } else {
                map(io, r, message);
            }
        },
        request);
    return message;
}

core::Result<tlib::Request> toRequest(const Message &message)
{
    return firstOfType(message, std::type_identity<tlib::Request>());
}

} // namespace wire
