#include "model/calls/callsofdns.h"

namespace model {

CallsOfDns::CallsOfDns(CallList &calls, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
{
    connect(&calls, &CallList::inserted, this, &CallsOfDns::noteLegsOf);
    connect(&calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (changes.testFlag(CallChange::Phase))
            noteLegsOf(id);
    });
    connect(&calls, &CallList::removed, this, &CallsOfDns::forgetLegsOf);
}

void CallsOfDns::noteLegsOf(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return; // gone, while somebody else heard of the same change
    for (const Leg &leg : call->legs) {
        QList<CallId> &calls = m_callsOf[leg.dn];
        if (!calls.contains(id))
            calls.append(id);
    }
}

void CallsOfDns::forgetLegsOf(CallId id)
{
    for (const Leg &leg : m_calls.find(id)->legs) {
        const auto known = m_callsOf.find(leg.dn);
        if (known != m_callsOf.end() && known->removeOne(id) && known->isEmpty())
            m_callsOf.erase(known);
    }
}

void CallsOfDns::doubtCall(CallId id)
{
    const Call *const known = m_calls.find(id);
    if (!known)
        return;
    const Dn dn = known->dn();
    m_calls.update(id, [](Call &call) {
        call.doubt();
        return CallChange::Certainty;
    });
    if (const Call *const call = m_calls.find(id); call && call->confirmedIn != m_calls.epoch())
        Q_EMIT unconfirmed(dn, id);
}

void CallsOfDns::doubtCallsOf(const Dn &dn)
{
    const QList<CallId> ids = of(dn);
    for (const CallId id : ids) {
        const Call *const call = m_calls.find(id);
        if (call && call->findLeg(dn))
            doubtCall(id);
    }
}

void CallsOfDns::loseSightOf(const Dn &dn)
{
    const QList<CallId> ids = of(dn);
    for (const CallId id : ids) {
        m_calls.update(id, [&](Call &call) {
            Leg *const leg = call.findLeg(dn);
            if (!leg)
                return CallChanges();
            leg->saidIn = Epoch::None;
            call.doubt();
            return CallChanges(CallChange::Certainty);
        });
    }
}

} // namespace model

#include "moc_callsofdns.cpp"
