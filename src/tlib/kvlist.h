#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <iterator>
#include <optional>

namespace tlib {

enum class KvType : quint8 { String = 0, Int = 1, Binary = 2, List = 3, Unicode = 4 };

class KvValue;

/// TKVList: pairs in order, typed, nested; UserData, Extensions and Reasons are such lists.
/// Holds the packed form of the wire (implicitly shared, one allocation whatever the number of pairs), which
/// is also the form whose size real T-Server logs print: 2 + sum of (5 + key bytes + value bytes). Every
/// KvList is well formed. Null means "the message had no such list"; a null list has no pairs and packs as an
/// empty one.
class KvList
{
public:
    static constexpr int MaximumDepth = 8;          ///< lists inside lists, as wire.md says
    static constexpr qsizetype MaximumSize = 65535; ///< bytes of a packed list

    struct Pair;
    class ConstIterator;

    KvList() = default;
    /// Takes a copy of `bytes` if they are exactly one packed list; otherwise Malformed, with the cause.
    /// Never recurses.
    static core::Result<KvList> fromPacked(QByteArrayView bytes);

    bool isNull() const { return m_packed.isNull(); }
    bool isEmpty() const { return count() == 0; }
    int count() const;
    QByteArray packed() const; ///< never null: an empty list is two zero bytes
    qsizetype packedSize() const { return isNull() ? 2 : m_packed.size(); }

    ConstIterator begin() const;
    ConstIterator end() const;

    /// Values of the first pair with this key, compared byte by byte as in T-Library.
    std::optional<KvValue> find(QByteArrayView key) const;
    /// The first pair's value as text (a number in decimal), empty when there is no such key.
    QString text(QByteArrayView key) const;

    // Each returns false and changes nothing when the list would exceed MaximumSize or MaximumDepth.
    bool append(QByteArrayView key, QStringView text); ///< as KvType::String
    bool append(QByteArrayView key, qint32 number);
    bool append(QByteArrayView key, const KvList &list);
    bool append(QByteArrayView key, const KvValue &value);
    bool appendBytes(QByteArrayView key, KvType type, QByteArrayView bytes); ///< any type but List and Int
    /// Replaces the first pair with this key in its place, or appends.
    bool set(QByteArrayView key, QStringView text);
    bool set(QByteArrayView key, const KvValue &value);
    /// Removes every pair with this key; says whether there was one.
    bool remove(QByteArrayView key);

    bool operator==(const KvList &other) const { return packed() == other.packed(); }

private:
    bool appendRaw(KvType type, QByteArrayView key, QByteArrayView value);

    QByteArray m_packed;
};

/// A value inside a KvList: a view, valid while the list it came from lives unchanged.
class KvValue
{
public:
    KvValue(KvType type, QByteArrayView raw)
        : m_type(type)
        , m_raw(raw)
    {
    }

    KvType type() const { return m_type; }
    /// The bytes as packed, without their length.
    QByteArrayView raw() const { return m_raw; }
    QString toString() const;            ///< text as text, a number in decimal, binary as hex, a list as ""
    std::optional<qint32> toInt() const; ///< only of KvType::Int
    KvList toList() const;               ///< of any other type: a null list

private:
    KvType m_type;
    QByteArrayView m_raw;
};

struct KvList::Pair
{
    QByteArrayView key;
    KvValue value;
    QString keyText() const;
};

class KvList::ConstIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Pair;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Pair;

    explicit ConstIterator(const char *at)
        : m_at(at)
    {
    }
    Pair operator*() const;
    ConstIterator &operator++();
    bool operator==(const ConstIterator &) const = default;

private:
    const char *m_at;
};

} // namespace tlib
