// Feeds any bytes to the frame reader and, frame by frame, to the decoder; what was understood has to
// survive being written and read again. The first byte says how the rest is sliced.
#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/requestmapping.h"

#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Touches every pair of a list; lists are at most 8 deep, so recursion is safe here.
qsizetype sizeOf(const tlib::KvList &list)
{
    qsizetype size = 2;
    int pairs = 0;
    for (const tlib::KvList::Pair pair : list) {
        ++pairs;
        size += 5 + pair.key.size() + pair.value.raw().size();
        (void)pair.keyText();
        (void)pair.value.toString();
        if (pair.value.type() == tlib::KvType::List)
            require(sizeOf(pair.value.toList()) + 2 == pair.value.raw().size());
    }
    require(pairs == list.count());
    require(size == list.packedSize());
    return size;
}

void checkMessage(const wire::Message &message)
{
    for (const tlib::KvList *list : {&message.userData, &message.extensions, &message.reasons})
        sizeOf(*list);
    const auto written = wire::encode(message);
    require(written.has_value());
    wire::Message again;
    require(wire::decode(written->sliced(wire::LengthSize), again).has_value());
    require(again.skipped == 0);
    require(*wire::encode(again) == *written);

    const auto request = wire::toRequest(message);
    require(request || request.error().serverCode != 0);
    if (request)
        require(wire::toMessage(*request, message.referenceId, {}).type == message.type);
}

void checkStream(QByteArrayView bytes, qsizetype piece)
{
    wire::FrameReader reader;
    wire::Message message;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        for (;;) {
            const auto frame = reader.next();
            if (!frame)
                return;
            if (!frame->has_value())
                break;
            if (!wire::decode(**frame, message))
                return;
            checkMessage(message);
        }
        require(reader.memory() <= 2 * wire::MaximumFrame);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    checkStream(bytes, data[0] == 0 ? wire::FrameReader::PieceSize : qsizetype(data[0]));
    return 0;
}
