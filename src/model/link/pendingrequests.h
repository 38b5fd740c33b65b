#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/event.h"

#include <QHash>

#include <functional>
#include <map>

namespace model {

/// The requests that no answer has ended yet. Each ends exactly once: confirmed, refused, timed out, or link
/// lost. The rules of this class:
/// 1. Take the entry from the table, then call its end: the end may send the next request.
/// 2. No entry is dropped without its end being called, except at destruction.
/// 3. An event ends a request only by its reference id and a type that ends such a request (wire.md,
/// "Requests and replies").
/// 4. One alarm for all: entries of equal time-out wait in the order in which they were sent.
/// 5. A reference id that is given out again while it is open (a Link that has wrapped) belongs to the newer
/// request; the older one can only time out.
class PendingRequests
{
public:
    using End = std::function<void(const core::Result<tlib::Event> &)>;

    PendingRequests(core::Clock &clock, core::Duration timeOut);

    /// `call`: an event about another one is no answer to it; null: any may be.
    void add(tlib::ReferenceId id, tlib::MessageType request, End end, tlib::ConnId call = {});
    /// Ends the request that `event` answers, if there is one.
    void settle(const tlib::Event &event);
    /// Ends all of them with this error, in the order in which they were sent.
    void endAll(const core::Error &error);
    std::size_t count() const { return m_entries.size(); }

private:
    struct Entry
    {
        tlib::ReferenceId id = {};
        tlib::MessageType request = {};
        tlib::ConnId call = {};
        core::Instant deadline = {};
        End end = {};
    };

    using Entries = std::map<quint64, Entry>; ///< by serial number: in the order in which they were sent

    End take(Entries::iterator entry);
    void endOverdue();
    void waitForNext();

    core::Clock &m_clock;
    const core::Duration m_timeOut;
    std::unique_ptr<core::Alarm> m_alarm;
    Entries m_entries;
    QHash<tlib::ReferenceId, quint64> m_serials; ///< of the newest request with this id
    quint64 m_lastSerial = 0;
};

} // namespace model
