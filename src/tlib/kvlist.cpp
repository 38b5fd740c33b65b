#include "tlib/kvlist.h"

#include "tlib/ids.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace tlib {

namespace {

constexpr qsizetype CountSize = 2;
constexpr qsizetype PairHead = 3;   // type and key length
constexpr qsizetype ValueHead = 2;  // value length
constexpr qsizetype NestedHead = 2; // length of the packed list inside a list's value

quint16 read16(const char *at)
{
    return qFromBigEndian<quint16>(at);
}

QByteArray number16(qsizetype value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

core::Error malformed(const QString &cause)
{
    return {.kind = core::ErrorKind::Malformed, .text = u"key-value list: "_s + cause};
}

/// A list that is being read while one inside it is.
struct Outer
{
    const char *end;
    int pairsLeft;
};

/// Walks a packed list; null when the bytes are well formed, else the cause. Never recurses, and stays in
/// local variables on its way: every event passes through here.
const char16_t *flawOf(QByteArrayView bytes)
{
    if (bytes.size() < CountSize)
        return u"shorter than its pair count";
    if (bytes.size() > KvList::MaximumSize)
        return u"longer than 65535 bytes";
    const char *end = bytes.data() + bytes.size();
    int pairsLeft = read16(bytes.data());
    const char *at = bytes.data() + CountSize;
    std::array<Outer, KvList::MaximumDepth> outer;
    std::size_t depth = 0;
    for (;;) {
        if (pairsLeft-- == 0) {
            if (at != end)
                return u"bytes after the last pair";
            if (depth == 0)
                return nullptr;
            --depth;
            end = outer[depth].end;
            pairsLeft = outer[depth].pairsLeft;
            continue;
        }
        if (end - at < PairHead)
            return u"a pair runs past the list";
        const auto type = KvType(quint8(*at));
        const qsizetype keyLength = read16(at + 1);
        at += PairHead;
        if (end - at < keyLength + ValueHead)
            return u"a key runs past the list";
        at += keyLength;
        const qsizetype length = read16(at);
        at += ValueHead;
        if (end - at < length)
            return u"a value runs past the list";
        at += length;
        if (type != KvType::List) {
            if (type == KvType::Int && length != sizeof(qint32))
                return u"an integer that is not 4 bytes";
            if (type > KvType::Unicode)
                return u"a value of unknown type";
            continue;
        }
        const char *const nested = at - length;
        if (length < NestedHead + CountSize || read16(nested) != length - NestedHead)
            return u"a nested list of another size than declared";
        if (depth == outer.size())
            return u"nested deeper than 8 lists";
        outer[depth++] = {.end = end, .pairsLeft = pairsLeft};
        end = at;
        pairsLeft = read16(nested + NestedHead);
        at = nested + NestedHead + CountSize;
    }
}

} // namespace

core::Result<KvList> KvList::fromPacked(QByteArrayView bytes)
{
    if (const char16_t *cause = flawOf(bytes))
        return malformed(QString::fromUtf16(cause));
    KvList list;
    list.m_packed = bytes.toByteArray();
    return list;
}

int KvList::count() const
{
    return isNull() ? 0 : read16(m_packed.constData());
}

QByteArray KvList::packed() const
{
    return isNull() ? number16(0) : m_packed;
}

KvList::ConstIterator KvList::begin() const
{
    return ConstIterator(isNull() ? nullptr : m_packed.constData() + CountSize);
}

KvList::ConstIterator KvList::end() const
{
    return ConstIterator(isNull() ? nullptr : m_packed.constData() + m_packed.size());
}

std::optional<KvValue> KvList::find(QByteArrayView key) const
{
    for (const Pair pair : *this) {
        if (pair.key == key)
            return pair.value;
    }
    return std::nullopt;
}

QString KvList::text(QByteArrayView key) const
{
    const auto value = find(key);
    return value ? value->toString() : QString();
}

bool KvList::append(QByteArrayView key, QStringView text)
{
    return appendRaw(KvType::String, key, text.toUtf8());
}

bool KvList::append(QByteArrayView key, qint32 number)
{
    std::array<char, 4> bytes;
    qToBigEndian(number, bytes.data());
    return appendRaw(KvType::Int, key, QByteArrayView(bytes.data(), 4));
}

bool KvList::append(QByteArrayView key, const KvList &list)
{
    const QByteArray inner = list.packed();
    return appendRaw(KvType::List, key, number16(inner.size()) + inner);
}

bool KvList::append(QByteArrayView key, const KvValue &value)
{
    return appendRaw(value.type(), key, value.raw());
}

bool KvList::appendBytes(QByteArrayView key, KvType type, QByteArrayView bytes)
{
    Q_ASSERT(type != KvType::List && type != KvType::Int);
    return appendRaw(type, key, bytes);
}

bool KvList::appendRaw(KvType type, QByteArrayView key, QByteArrayView value)
{
    if (packedSize() + PairHead + key.size() + ValueHead + value.size() > MaximumSize)
        return false;
    QByteArray grown = packed();
    qToBigEndian(quint16(count() + 1), grown.data());
    grown += char(type);
    grown += number16(key.size());
    grown += key;
    grown += number16(value.size());
    grown += value;
    // A list that is put into a list takes its own depth along.
    if (type == KvType::List && flawOf(grown))
        return false;
    m_packed = std::move(grown);
    return true;
}

bool KvList::set(QByteArrayView key, QStringView text)
{
    const QByteArray value = text.toUtf8();
    return set(key, KvValue(KvType::String, value));
}

bool KvList::set(QByteArrayView key, const KvValue &value)
{
    KvList changed;
    bool replaced = false;
    for (const Pair pair : *this) {
        const bool here = !replaced && pair.key == key;
        if (!changed.append(pair.key, here ? value : pair.value))
            return false;
        replaced = replaced || here;
    }
    if (!replaced && !changed.append(key, value))
        return false;
    *this = std::move(changed);
    return true;
}

bool KvList::remove(QByteArrayView key)
{
    KvList kept;
    for (const Pair pair : *this) {
        if (pair.key != key)
            kept.append(pair.key, pair.value);
    }
    const bool found = kept.count() != count();
    if (found) {
        kept.m_packed = kept.packed(); // the last pair may have gone: an empty list, not a null one
        *this = std::move(kept);
    }
    return found;
}

QString KvValue::toString() const
{
    switch (m_type) {
    case KvType::String:
    case KvType::Unicode: return decodeText(m_raw);
    case KvType::Int: return QString::number(toInt().value());
    case KvType::Binary: return QString::fromLatin1(m_raw.toByteArray().toHex());
    case KvType::List: return {};
    }
    Q_UNREACHABLE();
}

std::optional<qint32> KvValue::toInt() const
{
    if (m_type != KvType::Int)
        return std::nullopt;
    return qFromBigEndian<qint32>(m_raw.data());
}

KvList KvValue::toList() const
{
    if (m_type != KvType::List)
        return {};
    return KvList::fromPacked(m_raw.sliced(NestedHead)).value();
}

QString KvList::Pair::keyText() const
{
    return decodeText(key);
}

KvList::Pair KvList::ConstIterator::operator*() const
{
    const char *const key = m_at + PairHead;
    const qsizetype keyLength = read16(m_at + 1);
    const char *const value = key + keyLength + ValueHead;
    return {.key = QByteArrayView(key, keyLength),
            .value = KvValue(KvType(quint8(*m_at)), QByteArrayView(value, read16(key + keyLength)))};
}

KvList::ConstIterator &KvList::ConstIterator::operator++()
{
    const char *const valueLength = m_at + PairHead + read16(m_at + 1);
    m_at = valueLength + ValueHead + read16(valueLength);
    return *this;
}

} // namespace tlib
