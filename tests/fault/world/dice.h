#pragma once

#include "core/clock.h"

#include <random>

namespace world {

/// All chance of a world comes from these: the same seed throws the same on every machine, which the
/// distributions of the standard library do not promise.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    quint64 roll() { return m_engine(); }
    /// 0 to `count` - 1; `count` has to be positive.
    int below(int count) { return int(m_engine() % quint64(count)); }
    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool chance(int percent) { return below(100) < percent; }
    double unit() { return double(m_engine() >> 11) * 0x1.0p-53; }
    core::Duration duration(int lowestMs, int highestMs)
    {
        return core::Duration(between(lowestMs, highestMs));
    }
    template <class Container>
    const typename Container::value_type &pick(const Container &from)
    {
        return from[decltype(from.size())(below(int(from.size())))];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace world
