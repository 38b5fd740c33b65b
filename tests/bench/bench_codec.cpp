// The reference event, decoded by our codec and by others that carry the same content.
#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/wireattributes.h"
#include "bench/referenceevent.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QJsonDocument>
#include <QJsonObject>

#include <benchmark/benchmark.h>

#ifdef HAVE_SIMDJSON
#include <simdjson.h>
#endif

namespace {

/// The event's attributes and pairs as nested maps, whatever carries them.
QVariantMap pairsOf(const tlib::KvList &list)
{
    QVariantMap map;
    for (const tlib::KvList::Pair pair : list) {
        QVariant value = pair.value.toString();
        if (const auto number = pair.value.toInt())
            value = *number;
        else if (pair.value.type() == tlib::KvType::List)
            value = pairsOf(pair.value.toList());
        map.insert(pair.keyText(), value);
    }
    return map;
}

QVariantMap content()
{
    wire::Message event;
    (void)wire::decode(bench::referenceEvent(), event);
    QVariantMap map;
    const auto put = [&map](tlib::Attribute id, const QVariant &value) {
        map.insert(QString::number(quint16(id)), value);
    };
    put(tlib::Attribute::ConnId, event.connId.toString());
    put(tlib::Attribute::CallUuid, event.callUuid.toString());
    put(tlib::Attribute::CallType, int(*event.callType));
    put(tlib::Attribute::CallState, int(*event.callState));
    put(tlib::Attribute::ThisDn, event.thisDn.toString());
    put(tlib::Attribute::ThisDnRole, int(*event.thisDnRole));
    put(tlib::Attribute::OtherDn, event.otherDn.toString());
    put(tlib::Attribute::OtherDnRole, int(*event.otherDnRole));
    put(tlib::Attribute::Ani, event.ani.toString());
    put(tlib::Attribute::Dnis, event.dnis.toString());
    put(tlib::Attribute::ThisQueue, event.thisQueue.toString());
    put(tlib::Attribute::AgentId, event.agentId.toString());
    put(tlib::Attribute::ThirdPartyDn, event.thirdPartyDn.toString());
    put(tlib::Attribute::TimeInSecs, *event.timeInSecs);
    put(tlib::Attribute::TimeInUSecs, *event.timeInUSecs);
    put(tlib::Attribute::EventSequenceNumber, *event.sequenceNumber);
    put(tlib::Attribute::UserData, pairsOf(event.userData));
    put(tlib::Attribute::Extensions, pairsOf(event.extensions));
    return map;
}

void decode(benchmark::State &state)
{
    const QByteArray frame = bench::referenceEvent();
    wire::Message message;
    for (auto _ : state) {
        if (!wire::decode(frame, message))
            state.SkipWithError("the reference event is malformed");
        benchmark::DoNotOptimize(message);
    }
    state.SetBytesProcessed(state.iterations() * frame.size());
}
BENCHMARK(decode);

void encode(benchmark::State &state)
{
    wire::Message message;
    (void)wire::decode(bench::referenceEvent(), message);
    for (auto _ : state)
        benchmark::DoNotOptimize(wire::encode(message));
}
BENCHMARK(encode);

/// Reads every value and checks the whole; keeps only what is read at the moment.
void readCbor(QCborStreamReader &reader)
{
    reader.enterContainer();
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        if (reader.isMap()) {
            readCbor(reader);
        } else if (reader.isString()) {
            QString text;
            for (auto part = reader.readString(); part.status == QCborStreamReader::Ok;
                 part = reader.readString())
                text += part.data;
            benchmark::DoNotOptimize(text);
        } else {
            benchmark::DoNotOptimize(reader.toInteger());
            reader.next();
        }
    }
    reader.leaveContainer();
}

void cborStreamReader(benchmark::State &state)
{
    const QByteArray bytes = QCborValue::fromVariant(content()).toCbor();
    for (auto _ : state) {
        QCborStreamReader reader(bytes);
        readCbor(reader);
        if (reader.lastError() != QCborError::EndOfFile && reader.lastError() != QCborError::NoError)
            state.SkipWithError("CBOR was not read");
    }
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(cborStreamReader);

#ifdef HAVE_SIMDJSON
void readJson(simdjson::dom::element element)
{
    if (element.is_object()) {
        for (const auto &[key, value] : simdjson::dom::object(element)) {
            benchmark::DoNotOptimize(key.data());
            readJson(value);
        }
    } else if (element.is_string()) {
        benchmark::DoNotOptimize(std::string_view(element).data());
    } else {
        benchmark::DoNotOptimize(int64_t(element));
    }
}

void simdjsonDom(benchmark::State &state)
{
    const QByteArray bytes =
        QJsonDocument(QJsonObject::fromVariantMap(content())).toJson(QJsonDocument::Compact);
    const simdjson::padded_string padded(bytes.data(), std::size_t(bytes.size()));
    simdjson::dom::parser parser;
    for (auto _ : state)
        readJson(parser.parse(padded));
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(simdjsonDom);
#endif

/// Frames that cost most: as large as one may be, and full of the smallest parts (R9: any frame within 1 ms).
QByteArray number(quint64 value, int bytes)
{
    QByteArray text(bytes, '\0');
    for (int i = bytes - 1; i >= 0; --i, value >>= 8)
        text[i] = char(value & 0xff);
    return text;
}

QByteArray hostileFrame(const QByteArray &value, quint8 kind, int most)
{
    QByteArray attributes;
    int count = 0;
    while (count < most && attributes.size() + 7 + value.size() <= wire::MaximumFrame - 4) {
        attributes += number(quint64(count), 2) + char(kind) + number(quint64(value.size()), 4) + value;
        ++count;
    }
    return number(85, 2) + number(quint64(count), 2) + attributes;
}

void hostile(benchmark::State &state, const QByteArray &frame)
{
    wire::Message message;
    for (auto _ : state)
        benchmark::DoNotOptimize(wire::decode(frame, message));
    state.counters["goal_ns"] = 1'000'000;
}

void hostileAttributes(benchmark::State &state)
{
    hostile(state, hostileFrame({}, 3, 65535));
}
BENCHMARK(hostileAttributes);

void hostilePairs(benchmark::State &state)
{
    constexpr int Pairs = 13'106; // of nothing, in each of sixteen lists
    hostile(state, hostileFrame(number(Pairs, 2) + QByteArray(5 * Pairs, '\0'), 4, 16));
}
BENCHMARK(hostilePairs);

void hostileNesting(benchmark::State &state)
{
    QByteArray list = number(0, 2);
    for (int i = 0; i < 8; ++i) // as deep as is allowed, then beside one another
        list = number(1, 2) + QByteArray("\3\0\0", 3) + number(quint64(list.size() + 2), 2) +
               number(quint64(list.size()), 2) + list;
    QByteArray pairs;
    int count = 0;
    const QByteArray pair = QByteArray("\3\0\0", 3) + list.sliced(5);
    for (; pairs.size() + pair.size() < 65'000; ++count)
        pairs += pair;
    hostile(state, hostileFrame(number(quint64(count), 2) + pairs, 4, 16));
}
BENCHMARK(hostileNesting);

} // namespace

BENCHMARK_MAIN();
