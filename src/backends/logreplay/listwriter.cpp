#include "backends/logreplay/listwriter.h"

#include "backends/logreplay/text.h"

namespace logreplay {

namespace {

using tlib::KvList;
using tlib::KvType;

constexpr std::string_view LineEnds("\r\n\0", 3); // and NUL, which makes a file look binary
constexpr std::size_t ShownBytes = 4;

std::string_view view(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

bool hasTextForm(const KvList &list)
{
    for (const KvList::Pair pair : list) {
        if (!isOneLine(view(pair.key)) || pair.key.contains('\''))
            return false;
        switch (pair.value.type()) {
        case KvType::String:
            if (!isOneLine(view(pair.value.raw())))
                return false;
            break;
        case KvType::List:
            if (!hasTextForm(pair.value.toList()))
                return false;
            break;
        case KvType::Int: break;
        case KvType::Binary:
        case KvType::Unicode: return false;
        }
    }
    return true;
}

void putBytes(std::string &to, std::string_view bytes)
{
    for (const char byte : bytes) {
        to += ' ';
        to += HexDigits[quint8(byte) >> 4];
        to += HexDigits[quint8(byte) & 0xf];
    }
}

void putQuoted(std::string &to, QByteArrayView text)
{
    to += '\'';
    to += view(text);
    to += '\'';
}

void putPair(std::string &to, const KvList::Pair &pair, std::size_t depth);

/// The first pair stands on the list's own line.
void putNested(std::string &to, const KvList &list, std::size_t depth)
{
    to += "(list)";
    std::string_view before = " \t";
    const std::string indent = '\n' + std::string(depth + 1, '\t');
    for (const KvList::Pair pair : list) {
        to += before;
        putPair(to, pair, depth + 1);
        before = indent;
    }
}

void putPair(std::string &to, const KvList::Pair &pair, std::size_t depth)
{
    putQuoted(to, pair.key);
    switch (pair.value.type()) {
    case KvType::List: return putNested(to, pair.value.toList(), depth);
    case KvType::Int: to += '\t' + std::to_string(*pair.value.toInt()); return;
    case KvType::String:
    case KvType::Binary:
    case KvType::Unicode: to += '\t'; return putQuoted(to, pair.value.raw());
    }
}

} // namespace

bool isOneLine(std::string_view text)
{
    return text.find_first_of(LineEnds) == std::string_view::npos;
}

void putDump(std::string &to, std::string_view bytes)
{
    to += '[' + std::to_string(bytes.size()) + ']';
    putBytes(to, bytes);
}

void putList(std::string &to, const KvList &list)
{
    const QByteArray packed = list.packed();
    if (list.isEmpty() || !hasTextForm(list))
        return putDump(to, view(packed));
    to += '[' + std::to_string(packed.size()) + ']';
    putBytes(to, view(packed).substr(0, ShownBytes));
    to += "..";
    for (const KvList::Pair pair : list) {
        to += "\n\t\t";
        putPair(to, pair, 2);
    }
}

} // namespace logreplay
