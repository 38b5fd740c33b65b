#include "model/calls/callparties.h"

#include <algorithm>

namespace model {

using tlib::DnRole;
using tlib::MessageType;

namespace {

/// A list that a server makes up does not fill the memory.
constexpr qsizetype EnoughParties = 64;

QList<Dn> othersIn(const Call &call)
{
    QList<Dn> others = call.moreParties;
    if (!call.otherParty.isEmpty())
        others.prepend(call.otherParty);
    return others;
}

CallChanges setOthers(Call &call, QList<Dn> others)
{
    const Dn first = others.isEmpty() ? Dn() : others.takeFirst();
    if (first == call.otherParty && others == call.moreParties)
        return {};
    call.otherParty = first;
    call.moreParties = others.isEmpty() ? QList<Dn>() : std::move(others); // most calls keep no list
    return CallChange::Parties;
}

void add(QList<Dn> &others, const Call &call, const Dn &dn)
{
    if (!dn.isEmpty() && dn != call.firstDn() && !others.contains(dn) && others.size() < EnoughParties)
        others.append(dn);
}

/// These are the others now, besides the watched legs: those say themselves when they leave.
QList<Dn> replaced(const Call &call, const QList<Dn> &now)
{
    QList<Dn> others = othersIn(call);
    others.removeIf([&](const Dn &dn) { return !now.contains(dn) && !call.takesPart(dn); });
    for (const Dn &dn : now)
        add(others, call, dn);
    return others;
}

Dn otherPartyOf(const tlib::Event &event)
{
    if (!event.otherDn.isEmpty())
        return event.otherDn;
    return event.thisDnRole == DnRole::Origination ? event.dnis : event.ani;
}

Dn partyWith(DnRole role, const tlib::Event &event)
{
    if (event.thisDnRole == role)
        return event.thisDn;
    if (event.otherDnRole == role)
        return event.otherDn;
    if (event.thirdPartyDnRole == role)
        return event.thirdPartyDn;
    return event.otherDn.isEmpty() ? event.thirdPartyDn : event.otherDn;
}

} // namespace

CallChanges takeDetails(Call &call, const tlib::Event &event)
{
    CallChanges changes;
    if (event.callType && *event.callType != call.type) {
        call.type = *event.callType;
        changes |= CallChange::Parties;
    }
    if (!event.thisQueue.isEmpty() && event.thisQueue != call.queue) {
        call.queue = event.thisQueue;
        changes |= CallChange::Parties;
    }
    if (!event.callUuid.isEmpty() && event.callUuid != call.uuid) {
        call.uuid = event.callUuid;
        changes |= CallChange::Parties;
    }
    return changes;
}

CallChanges takeParty(Call &call, const tlib::Event &event)
{
    const Dn other = otherPartyOf(event);
    const Dn first = call.firstDn();
    const bool isFirsts = event.thisDn == first;
    const bool isChange = event.type == MessageType::EventPartyChanged;
    // Who has changed it by a conference stays in it; who has transferred it goes.
    const bool isJoining = isChange && event.thirdPartyDnRole == DnRole::ConferencedBy;
    QList<Dn> others = othersIn(call);
    if (isChange && event.thirdPartyDnRole == DnRole::TransferredBy && !call.takesPart(event.thirdPartyDn))
        others.removeOne(event.thirdPartyDn);
    if (isJoining || others.size() > 1) { // who leaves a conference is said by itself
        add(others, call, event.thisDn);
        add(others, call, other);
        if (isJoining)
            add(others, call, event.thirdPartyDn);
        return setOthers(call, others);
    }
    if (isFirsts)
        return other.isEmpty() || other == first ? CallChanges() : setOthers(call, replaced(call, {other}));
    if (isChange)
        return setOthers(call, replaced(call, {event.thisDn, other}));
    if (other != first &&
        others.contains(other)) { // two legs beside the first: one of them may be about to go
        add(others, call, event.thisDn);
        return setOthers(call, others);
    }
    return setOthers(call, replaced(call, {event.thisDn}));
}

CallChanges takeNewParty(Call &call, const tlib::Event &event)
{
    QList<Dn> others = othersIn(call);
    add(others, call, event.thisDn);
    add(others, call, partyWith(DnRole::NewParty, event));
    return setOthers(call, others);
}

CallChanges takeDeletedParty(Call &call, const tlib::Event &event)
{
    QList<Dn> others = othersIn(call);
    if (others.size() > 1) // the last one stays to be seen until the call has ended
        others.removeOne(partyWith(DnRole::DeletedParty, event));
    return setOthers(call, others);
}

CallChanges takeLeaving(Call &call, const Dn &dn)
{
    QList<Dn> others = othersIn(call);
    others.removeIf([&](const Dn &other) { return other == dn || other == call.firstDn(); });
    if (others.isEmpty())
        others.append(dn); // until it is said who has come in its place
    return setOthers(call, others);
}

CallChanges takePartyList(Call &call, const tlib::KvList &extensions)
{
    QList<Dn> listed;
    int lookedAt = 0;
    for (const tlib::KvList::Pair pair : extensions) {
        if (!QByteArrayView(pair.key).startsWith("party-"))
            continue;
        if (++lookedAt > EnoughParties)
            break;
        const auto role = extensions.find("role-" + QByteArrayView(pair.key).sliced(6).toByteArray());
        if (role && role->toInt() == qint32(DnRole::Observer))
            continue;
        add(listed, call, Dn(pair.value.toString()));
    }
    if (listed.isEmpty())
        return {};
    QList<Dn> others = othersIn(call); // whose order stays
    others.removeIf([&](const Dn &dn) { return !listed.contains(dn); });
    for (const Dn &dn : listed)
        add(others, call, dn);
    return setOthers(call, others);
}

} // namespace model
