#include "model/link/pendingrequests.h"

#include "core/logging.h"
#include "core/masking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

using tlib::MessageType;

namespace {

struct Answer
{
    MessageType request;
    MessageType event;
};

using enum MessageType;
constexpr Answer Answers[] = {
    {RegisterAddress, EventRegistered},
    {UnregisterAddress, EventUnregistered},
    {QueryAddress, EventAddressInfo},
    {QueryCall, EventPartyInfo},
    {QueryServer, EventServerInfo},
    {PrivateService, EventAck},
    {PrivateService, EventPrivateInfo},
    {RouteCall, EventRouteUsed},
    {AgentLogin, EventAgentLogin},
    {AgentLogout, EventAgentLogout},
    {AgentReady, EventAgentReady},
    {AgentNotReady, EventAgentNotReady},
    {AgentNotReady, EventAgentAfterCallWork},
    {MakeCall, EventDialing},
    {InitiateTransfer, EventDialing},
    {InitiateConference, EventDialing},
    {AnswerCall, EventEstablished},
    {ReleaseCall, EventReleased},
    {CompleteTransfer, EventReleased},
    {CompleteConference, EventReleased},
    {SingleStepTransfer, EventReleased},
    {AlternateCall, EventRetrieved},
    {DeleteFromConference, EventPartyDeleted},
    {RedirectCall, EventReleased},
    {RedirectCall, EventDiverted},
    {HoldCall, EventHeld},
    {RetrieveCall, EventRetrieved},
    {AttachUserData, EventAttachedDataChanged},
    {UpdateUserData, EventAttachedDataChanged},
    {DeletePair, EventAttachedDataChanged},
};

bool ends(MessageType request, MessageType event)
{
    const auto answers = [=](const Answer &row) { return row.request == request && row.event == event; };
    return event == EventError || std::any_of(std::begin(Answers), std::end(Answers), answers);
}

/// A refusal need not say what it refuses.
bool isAbout(tlib::ConnId call, const tlib::Event &event)
{
    return call.isNull() || event.type == EventError || event.connId.isNull() || event.connId == call ||
           event.previousConnId == call;
}

core::Result<tlib::Event> outcome(const tlib::Event &event)
{
    if (event.type != MessageType::EventError)
        return event;
    return core::Error{.kind = core::ErrorKind::Refused,
                       .text = core::maskedCards(event.errorMessage.toString()),
                       .serverCode = event.errorCode.value_or(0)};
}

} // namespace

PendingRequests::PendingRequests(core::Clock &clock, core::Duration timeOut)
    : m_clock(clock)
    , m_timeOut(timeOut)
    , m_alarm(clock.alarm([this] { endOverdue(); }))
{
}

void PendingRequests::add(tlib::ReferenceId id, MessageType request, End end, tlib::ConnId call)
{
    const quint64 serial = ++m_lastSerial;
    m_entries.emplace_hint(m_entries.end(), serial,
                           Entry{.id = id,
                                 .request = request,
                                 .call = call,
                                 .deadline = m_clock.now() + m_timeOut,
                                 .end = std::move(end)});
    m_serials.insert(id, serial);
    if (!m_alarm->isActive())
        waitForNext();
}

PendingRequests::End PendingRequests::take(Entries::iterator entry)
{
    const auto newest = m_serials.constFind(entry->second.id);
    if (newest != m_serials.constEnd() && *newest == entry->first)
        m_serials.erase(newest);
    End end = std::move(entry->second.end);
    m_entries.erase(entry);
    return end;
}

void PendingRequests::settle(const tlib::Event &event)
{
    if (event.referenceId.isNull())
        return;
    const auto serial = m_serials.constFind(event.referenceId);
    if (serial == m_serials.constEnd()) {
        qCDebug(core::modelLog) << "no request waits for" << event.referenceId.value() << "any more";
        return;
    }
    const auto entry = m_entries.find(*serial);
    if (!ends(entry->second.request, event.type))
        return;
    if (!isAbout(entry->second.call, event)) {
        qCWarning(core::modelLog) << "the answer to" << event.referenceId.value() << "is about another call";
        return;
    }
    const End end = take(entry);
    end(outcome(event));
}

void PendingRequests::endAll(const core::Error &error)
{
    // What an end asks for anew is not one of them.
    const Entries entries = std::exchange(m_entries, {});
    m_serials.clear();
    m_alarm->stop();
    for (const auto &[serial, entry] : entries)
        entry.end(error);
}

void PendingRequests::endOverdue()
{
    while (!m_entries.empty() && m_entries.begin()->second.deadline <= m_clock.now()) {
        const End end = take(m_entries.begin());
        end(core::Error{.kind = core::ErrorKind::TimedOut, .text = u"the server did not answer in time"_s});
    }
    waitForNext();
}

void PendingRequests::waitForNext()
{
    if (!m_entries.empty())
        m_alarm->start(std::max(core::Duration(0), m_entries.begin()->second.deadline - m_clock.now()));
}

} // namespace model
