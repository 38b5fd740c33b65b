#pragma once

#include "backends/logreplay/logmessage.h"

#include <string_view>

namespace logreplay {

struct LogField;

/// Whether it is the one that says which call a message is about.
bool isConnId(const LogField &field);

/// Attributes that stand without a head. No more is read of them than whom they are about.
class HeadlessBlock
{
public:
    static constexpr quint64 Anything = ~quint64(0);

    HeadlessBlock() = default;
    /// `message` says where it stands; `seenBefore`: the attributes of the message that it may be the rest
    /// of, or Anything.
    HeadlessBlock(LogMessage message, quint64 seenBefore)
        : m_message(std::move(message))
        , m_seenBefore(seenBefore)
    {
    }

    /// A line of it. False: here begins another one.
    bool take(std::string_view text);
    /// It is the rest of the message before: it has nothing twice, and names no call.
    bool isRest() const;
    const LogMessage &message() const { return m_message; }

private:
    LogMessage m_message;
    quint64 m_seen = 0;
    quint64 m_seenBefore = 0;
};

} // namespace logreplay
