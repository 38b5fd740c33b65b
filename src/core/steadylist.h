#pragma once

#include <QList>

#include <algorithm>
#include <iterator>
#include <map>

namespace core {

/// Values in the order in which they came, each of which stays where it is in memory until it is taken: one
/// that leaves moves nobody behind it, and who has a pointer to another one keeps it. Adding, taking and
/// finding one by its number take O(log n).
template <class T>
class SteadyList
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() = default;
        explicit Iterator(T *const *at)
            : m_at(at)
        {
        }
        const T &operator*() const { return **m_at; }
        const T *operator->() const { return *m_at; }
        Iterator &operator++() { return ++m_at, *this; }
        Iterator operator++(int) { return Iterator(m_at++); }
        bool operator==(const Iterator &other) const = default;

    private:
        T *const *m_at = nullptr;
    };

    SteadyList() = default;
    SteadyList(const SteadyList &) = delete;
    SteadyList &operator=(const SteadyList &) = delete;

    qsizetype size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    const T &at(qsizetype row) const { return *m_rows.at(row); }
    T &at(qsizetype row) { return *m_rows.at(row); }
    const T &first() const { return *m_rows.first(); }
    const T &last() const { return *m_rows.last(); }
    Iterator begin() const { return Iterator(m_rows.constData()); }
    Iterator end() const { return Iterator(m_rows.constData() + m_rows.size()); }

    /// Comes last. Its number: greater than that of any before, and never used again.
    quint64 append(T value)
    {
        m_rows.append(&m_values.emplace(++m_last, std::move(value)).first->second);
        m_numbers.append(m_last);
        return m_last;
    }
    T take(qsizetype row)
    {
        T taken = std::move(at(row));
        m_rows.removeAt(row);
        m_values.erase(m_numbers.takeAt(row));
        return taken;
    }
    quint64 numberAt(qsizetype row) const { return m_numbers.at(row); }
    /// -1: it has been taken.
    qsizetype rowOf(quint64 number) const
    {
        const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
        return found == m_numbers.end() || *found != number ? -1 : found - m_numbers.begin();
    }

private:
    std::map<quint64, T> m_values;
    QList<T *> m_rows;
    QList<quint64> m_numbers; ///< of each row, rising
    quint64 m_last = 0;
};

} // namespace core
