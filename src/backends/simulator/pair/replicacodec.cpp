#include "backends/simulator/pair/replicacodec.h"

#include "backends/simulator/pair/replicafields.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <concepts>
#include <type_traits>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

template <class T>
concept Enum = std::is_enum_v<T>;
template <class T>
concept Number = Enum<T> || std::integral<T>;

class Writer
{
public:
    explicit Writer(core::Instant now)
        : m_now(now)
    {
    }

    template <class T>
    void operator()(const char *name, const T &value)
    {
        m_map.insert(QLatin1StringView(name), written(value));
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
    void operator()(const char *name, T &value)
    {
        if (!m_flaw.isEmpty() || read(m_map.value(QLatin1StringView(name)), value))
            return;
        m_flaw = QLatin1StringView(name);
        if (!m_inner.isEmpty())
            m_flaw += u'.' + m_inner;
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
