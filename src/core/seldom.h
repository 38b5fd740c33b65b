#pragma once

#include <memory>
#include <utility>

namespace core {

/// An optional value that is seldom there: where it is not, it costs a pointer instead of its size. For the
/// rest it behaves as std::optional does; a copy is a value of its own.
template <class T>
class Seldom
{
public:
    Seldom() = default;
    Seldom(T value)
        : m_value(std::make_unique<T>(std::move(value)))
    {
    }
    Seldom(const Seldom &other)
        : m_value(other ? std::make_unique<T>(*other) : nullptr)
    {
    }
    Seldom(Seldom &&) noexcept = default;
    Seldom &operator=(const Seldom &other) { return *this = Seldom(other); }
    Seldom &operator=(Seldom &&) noexcept = default;
    Seldom &operator=(T value)
    {
        m_value = std::make_unique<T>(std::move(value));
        return *this;
    }
    ~Seldom() = default;

    explicit operator bool() const { return m_value != nullptr; }
    bool has_value() const { return m_value != nullptr; }
    void reset() { m_value.reset(); }
    T &operator*() { return *m_value; }
    const T &operator*() const { return *m_value; }
    T *operator->() { return m_value.get(); }
    const T *operator->() const { return m_value.get(); }

private:
    std::unique_ptr<T> m_value;
};

} // namespace core
