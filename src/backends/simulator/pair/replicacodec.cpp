#include "backends/simulator/pair/replicacodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <concepts>
#include <limits>
#include <type_traits>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

/// `Wanted` itself, const when it is written from.
template <class Value, class Wanted>
concept Is = std::same_as<std::remove_const_t<Value>, Wanted>;

template <class T>
concept Enum = std::is_enum_v<T>;
template <class T>
concept Number = Enum<T> || std::integral<T>;

// Each kind of value is described once, for both directions. A new member is a new line here, and one in
// tst_replicacodec.

void fields(auto &io, Is<Party> auto &party)
{
    io(u"dn"_s, party.dn);
    io(u"role"_s, party.role);
    io(u"state"_s, party.state);
    io(u"routeBy"_s, party.routeBy);
    io(u"arrival"_s, party.arrival);
}

void fields(auto &io, Is<Consultation> auto &consultation)
{
    io(u"firstCall"_s, consultation.firstCall);
    io(u"purpose"_s, consultation.purpose);
    io(u"by"_s, consultation.by);
}

void fields(auto &io, Is<RouteRecording> auto &route)
{
    io(u"record"_s, route.record);
    io(u"id"_s, route.id);
    io(u"dest"_s, route.dest);
    io(u"dest2"_s, route.dest2);
    io(u"by"_s, route.by);
}

void fields(auto &io, Is<SwitchCall> auto &call)
{
    io(u"id"_s, call.id);
    io(u"uuid"_s, call.uuid);
    io(u"type"_s, call.type);
    io(u"ani"_s, call.ani);
    io(u"dnis"_s, call.dnis);
    io(u"userData"_s, call.userData);
    io(u"parties"_s, call.parties);
    io(u"routeRecording"_s, call.routeRecording);
    io(u"consultation"_s, call.consultation);
}

void fields(auto &io, Is<RecordingRules::Known> auto &known)
{
    io(u"judged"_s, known.judged);
    io(u"disabled"_s, known.disabled);
    io(u"routedBy"_s, known.routedBy);
}

void fields(auto &io, Is<Remarks> auto &remarks)
{
    io(u"params"_s, remarks.params);
    io(u"reasons"_s, remarks.reasons);
}

void fields(auto &io, Is<RecordingSession> auto &recording)
{
    io(u"state"_s, recording.state);
    io(u"id"_s, recording.id);
    io(u"file"_s, recording.file);
    io(u"dn"_s, recording.dn);
    io(u"destinations"_s, recording.destinations);
    io(u"remarks"_s, recording.remarks);
    io(u"recorded"_s, recording.recorded);
    io(u"silence"_s, recording.silence);
}

void fields(auto &io, Is<MediaServer::Tape> auto &tape)
{
    io(u"sessions"_s, tape.sessions);
    io(u"wanted"_s, tape.wanted);
    io(u"shown"_s, tape.shown);
    io(u"since"_s, tape.since);
}

void fields(auto &io, Is<MediaServer::Due> auto &due)
{
    io(u"at"_s, due.at);
    io(u"call"_s, due.call);
    io(u"session"_s, due.session);
    io(u"state"_s, due.state);
}

void fields(auto &io, Is<CallReplica> auto &replica)
{
    io(u"call"_s, replica.call);
    io(u"known"_s, replica.known);
    io(u"tape"_s, replica.tape);
    io(u"due"_s, replica.due);
}

void fields(auto &io, Is<AgentControl::Seat> auto &seat)
{
    io(u"agent"_s, seat.agent);
    io(u"status"_s, seat.status);
    io(u"workMode"_s, seat.workMode);
}

void fields(auto &io, Is<AgentReplica> auto &agent)
{
    io(u"dn"_s, agent.dn);
    io(u"seat"_s, agent.seat);
}

void fields(auto &io, Is<DnReplica> auto &dn)
{
    io(u"dn"_s, dn.dn);
    io(u"record"_s, dn.record);
    io(u"busy"_s, dn.busy);
}

void fields(auto &io, Is<tlib::RecordingService> auto &service)
{
    io(u"command"_s, service.command);
    io(u"dn"_s, service.dn);
    io(u"call"_s, service.call);
    io(u"extensions"_s, service.extensions);
    io(u"reasons"_s, service.reasons);
}

void fields(auto &io, Is<ReplicaChange> auto &change)
{
    io(u"number"_s, change.number);
    io(u"begins"_s, change.begins);
    io(u"completes"_s, change.completes);
    io(u"calls"_s, change.calls);
    io(u"gone"_s, change.gone);
    io(u"agents"_s, change.agents);
    io(u"dns"_s, change.dns);
    io(u"lastCall"_s, change.lastCall);
    io(u"lastRecording"_s, change.lastRecording);
    io(u"lastService"_s, change.lastService);
}

void fields(auto &io, Is<PairHello> auto &hello)
{
    io(u"version"_s, hello.version);
    io(u"id"_s, hello.id);
    io(u"fingerprint"_s, hello.fingerprint);
    io(u"role"_s, hello.role);
    io(u"generation"_s, hello.generation);
}

void fields(auto &io, Is<ChangeReceipt> auto &receipt)
{
    io(u"number"_s, receipt.number);
}

void fields(auto &, Is<PairTakeOver> auto &) {}
void fields(auto &, Is<PairTakeOverRequest> auto &) {}

class Writer
{
public:
    explicit Writer(core::Instant now)
        : m_now(now)
    {
    }

    template <class T>
    void operator()(const QString &name, const T &value)
    {
        m_map.insert(name, written(value));
    }
    const QCborMap &map() const { return m_map; }

private:
    template <class T>
    QCborValue written(const T &value) const
    {
        Writer inner(m_now);
        fields(inner, value);
        return inner.map();
    }
    template <Number T>
    QCborValue written(const T &number) const
    {
        return QCborValue(qint64(number));
    }
    QCborValue written(bool flag) const { return flag; }
    QCborValue written(const QString &text) const { return text; }
    QCborValue written(const QByteArray &bytes) const { return bytes; }
    template <class Kind>
    QCborValue written(const tlib::TextId<Kind> &id) const
    {
        return QByteArray::fromStdString(id.bytes());
    }
    QCborValue written(tlib::ConnId id) const { return qint64(id.value()); }
    QCborValue written(core::Duration duration) const { return qint64(duration.count()); }
    QCborValue written(core::Instant instant) const { return written(instant - m_now); }
    QCborValue written(const tlib::KvList &list) const
    {
        return list.isNull() ? QCborValue(nullptr) : QCborValue(list.packed());
    }
    template <class T>
    QCborValue written(const std::optional<T> &value) const
    {
        return value ? written(*value) : QCborValue(nullptr);
    }
    template <class Range>
    QCborValue writtenRange(const Range &range) const
    {
        QCborArray array;
        for (const auto &value : range)
            array.append(written(value));
        return array;
    }
    QCborValue written(const QStringList &texts) const { return writtenRange(texts); }
    template <class T>
    QCborValue written(const std::vector<T> &values) const
    {
        return writtenRange(values);
    }
    template <class T>
    QCborValue written(const std::set<T> &values) const
    {
        return writtenRange(values);
    }
    template <class Key, class T>
    QCborValue written(const std::map<Key, T> &values) const
    {
        QCborArray array;
        for (const auto &[key, value] : values)
            array.append(QCborArray{written(key), written(value)});
        return array;
    }

    core::Instant m_now;
    QCborMap m_map;
};

class Reader
{
public:
    Reader(QCborMap map, core::Instant now)
        : m_map(std::move(map))
        , m_now(now)
    {
    }

    template <class T>
    void operator()(const QString &name, T &value)
    {
        if (!m_flaw.isEmpty() || read(m_map.value(name), value))
            return;
        m_flaw = m_inner.isEmpty() ? name : name + u'.' + m_inner;
    }
    /// The field that is missing or wrong; empty: none.
    QString flaw() const { return m_flaw; }

private:
    template <class T>
    bool read(const QCborValue &from, T &value)
    {
        Reader inner(from.toMap(), m_now);
        fields(inner, value);
        m_inner = inner.flaw();
        return from.isMap() && m_inner.isEmpty();
    }
    template <std::integral T>
    bool read(const QCborValue &from, T &number)
    {
        number = T(from.toInteger());
        return from.isInteger() && qint64(number) == from.toInteger();
    }
    /// Which numbers an enum has is not asked: the other side is this program in the same version.
    template <Enum T>
    bool read(const QCborValue &from, T &number)
    {
        std::underlying_type_t<T> plain{};
        const bool good = read(from, plain);
        number = T(plain);
        return good;
    }
    bool read(const QCborValue &from, bool &flag)
    {
        flag = from.toBool();
        return from.isBool();
    }
    bool read(const QCborValue &from, QString &text)
    {
        text = from.toString();
        return from.isString();
    }
    bool read(const QCborValue &from, QByteArray &bytes)
    {
        bytes = from.toByteArray();
        return from.isByteArray();
    }
    template <class Kind>
    bool read(const QCborValue &from, tlib::TextId<Kind> &id)
    {
        id = tlib::TextId<Kind>(from.toByteArray().toStdString());
        return from.isByteArray();
    }
    bool read(const QCborValue &from, tlib::ConnId &id)
    {
        id = tlib::ConnId(quint64(from.toInteger()));
        return from.isInteger();
    }
    bool read(const QCborValue &from, core::Duration &duration)
    {
        duration = core::Duration(from.toInteger());
        return from.isInteger();
    }
    bool read(const QCborValue &from, core::Instant &instant)
    {
        instant = m_now + core::Duration(from.toInteger());
        return from.isInteger();
    }
    bool read(const QCborValue &from, tlib::KvList &list)
    {
        list = tlib::KvList();
        if (from.isNull())
            return true;
        auto unpacked = tlib::KvList::fromPacked(from.toByteArray());
        if (!from.isByteArray() || !unpacked)
            return false;
        list = *std::move(unpacked);
        return true;
    }
    template <class T>
    bool read(const QCborValue &from, std::optional<T> &value)
    {
        value.reset();
        return from.isNull() || read(from, value.emplace());
    }
    template <class T, class Put>
    bool readRange(const QCborValue &from, Put put)
    {
        const QCborArray array = from.toArray();
        for (const QCborValue &entry : array) {
            T value{};
            if (!read(entry, value))
                return false;
            put(std::move(value));
        }
        return from.isArray();
    }
    bool read(const QCborValue &from, QStringList &texts)
    {
        return readRange<QString>(from, [&texts](QString text) { texts.append(std::move(text)); });
    }
    template <class T>
    bool read(const QCborValue &from, std::vector<T> &values)
    {
        return readRange<T>(from, [&values](T value) { values.push_back(std::move(value)); });
    }
    template <class T>
    bool read(const QCborValue &from, std::set<T> &values)
    {
        return readRange<T>(from, [&values](T value) { values.insert(std::move(value)); });
    }
    template <class Key, class T>
    bool read(const QCborValue &from, std::map<Key, T> &values)
    {
        const QCborArray array = from.toArray();
        for (const QCborValue &entry : array) {
            Key key;
            T value{};
            if (entry.toArray().size() != 2 || !read(entry.toArray().at(0), key) ||
                !read(entry.toArray().at(1), value))
                return false;
            values.insert_or_assign(std::move(key), std::move(value));
        }
        return from.isArray();
    }

    QCborMap m_map;
    core::Instant m_now;
    QString m_inner; ///< the flaw of the value that was read last
    QString m_flaw;
};

const QString kindKey = u"kind"_s;
const QString bodyKey = u"body"_s;

template <std::size_t Kind = 0>
core::Result<PairMessage> decodeKind(qint64 kind, const QCborMap &body, core::Instant now)
{
    if constexpr (Kind < std::variant_size_v<PairMessage>) {
        if (kind != Kind)
            return decodeKind<Kind + 1>(kind, body, now);
        std::variant_alternative_t<Kind, PairMessage> message;
        Reader reader(body, now);
        fields(reader, message);
        if (!reader.flaw().isEmpty()) {
            return core::Error{.kind = core::ErrorKind::Malformed,
                               .text = u"the field %1 is missing or wrong"_s.arg(reader.flaw())};
        }
        return PairMessage(std::move(message));
    }
    return core::Error{.kind = core::ErrorKind::Malformed, .text = u"there is no message %1"_s.arg(kind)};
}

} // namespace

QByteArray encode(const PairMessage &message, core::Instant now)
{
    Writer body(now);
    std::visit([&body](const auto &content) { fields(body, content); }, message);
    const QCborMap whole{{kindKey, qint64(message.index())}, {bodyKey, body.map()}};
    return whole.toCborValue().toCbor();
}

core::Result<PairMessage> decode(const QByteArray &bytes, core::Instant now)
{
    QCborParserError problem;
    const QCborValue whole = QCborValue::fromCbor(bytes, &problem);
    if (problem.error != QCborError::NoError || !whole.isMap())
        return core::Error{.kind = core::ErrorKind::Malformed, .text = u"the bytes are no CBOR map"_s};
    const QCborMap map = whole.toMap();
    return decodeKind(map.value(kindKey).toInteger(-1), map.value(bodyKey).toMap(), now);
}

} // namespace simulator
