// Feeds any bytes to the decoder of packed key-value lists, without a frame to get through first. A list that
// is accepted has to be whole in every way: as it says of itself, read again from its own bytes, and changed.
#include "tlib/kvlist.h"

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto list = tlib::KvList::fromPacked(bytes);
    if (!list)
        return 0;
    sizeOf(*list);
    for (const tlib::KvList::Pair pair : *list) {
        const auto first = list->find(pair.key); // of equal keys the first wins
        require(first.has_value());
    }
    return 0;
}
