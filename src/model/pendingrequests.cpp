#include "model/pendingrequests.h"

#include "core/logging.h"

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

core::Result<tlib::Event> outcome(const tlib::Event &event)
{
    if (event.type != MessageType::EventError)
        return event;
    return core::Error{.kind = core::ErrorKind::Refused,
                       .text = event.errorMessage.toString(),
                       .serverCode = event.errorCode.value_or(0)};
}

} // namespace

PendingRequests::PendingRequests(core::Clock &clock, core::Duration timeOut)
    : m_clock(clock)
    , m_timeOut(timeOut)
    , m_alarm(clock.alarm([this] { endOverdue(); }))
{
}

void PendingRequests::add(tlib::ReferenceId id, MessageType request, End end)
{
    m_entries.insert(id, {.request = request, .deadline = m_clock.now() + m_timeOut, .end = std::move(end)});
    m_bySendTime.push_back(id);
    if (!m_alarm->isActive())
        waitForNext();
}

void PendingRequests::settle(const tlib::Event &event)
{
    if (event.referenceId.isNull())
        return;
    const auto found = m_entries.constFind(event.referenceId);
    if (found == m_entries.constEnd()) {
        qCDebug(core::modelLog) << "no request waits for" << event.referenceId.value() << "any more";
        return;
    }
    if (!ends(found->request, event.type))
        return;
    const End end = m_entries.take(event.referenceId).end;
    end(outcome(event));
}

void PendingRequests::endAll(const core::Error &error)
{
    const auto ids = std::exchange(m_bySendTime, {});
    auto entries = std::exchange(m_entries, {});
    m_alarm->stop();
    for (const tlib::ReferenceId id : ids) {
        if (const End end = entries.take(id).end)
            end(error);
    }
}

void PendingRequests::endOverdue()
{
    while (!m_bySendTime.empty()) {
        const tlib::ReferenceId id = m_bySendTime.front();
        const auto found = m_entries.constFind(id);
        if (found != m_entries.constEnd() && found->deadline > m_clock.now())
            break;
        m_bySendTime.pop_front();
        if (const End end = m_entries.take(id).end)
            end(core::Error{.kind = core::ErrorKind::TimedOut,
                            .text = u"the server did not answer in time"_s});
    }
    waitForNext();
}

void PendingRequests::waitForNext()
{
    while (!m_bySendTime.empty() && !m_entries.contains(m_bySendTime.front()))
        m_bySendTime.pop_front();
    if (!m_bySendTime.empty())
        m_alarm->start(m_entries[m_bySendTime.front()].deadline - m_clock.now());
}

} // namespace model
