#include "backends/simulator/switch/switchcall.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

const Party *SwitchCall::party(const tlib::Dn &dn) const
{
    const auto found =
        std::find_if(parties.begin(), parties.end(), [&dn](const Party &p) { return p.dn == dn; });
    return found == parties.end() ? nullptr : &*found;
}

Party *SwitchCall::party(const tlib::Dn &dn)
{
    return const_cast<Party *>(std::as_const(*this).party(dn));
}

const Party *SwitchCall::otherThan(const tlib::Dn &dn) const
{
    const auto found =
        std::find_if(parties.begin(), parties.end(), [&dn](const Party &p) { return p.dn != dn; });
    return found == parties.end() ? nullptr : &*found;
}

bool SwitchCall::isAnswered() const
{
    return std::any_of(parties.begin(), parties.end(), [](const Party &p) {
        return p.state == tlib::PartyState::Connected || p.state == tlib::PartyState::Held;
    });
}

bool SwitchCall::endsWithout(const tlib::Dn &dn) const
{
    const auto rest = [&dn](const Party &p) { return p.dn != dn; };
    const auto holdsOn = [&dn](const Party &p) {
        return p.dn != dn && p.state != tlib::PartyState::Alerting && p.state != tlib::PartyState::Queued;
    };
    return std::count_if(parties.begin(), parties.end(), rest) < 2 ||
           std::none_of(parties.begin(), parties.end(), holdsOn);
}

tlib::Event callEvent(tlib::MessageType type, const SwitchCall &call, const Party &party)
{
    tlib::Event event{.type = type,
                      .connId = call.id,
                      .callUuid = call.uuid,
                      .callType = call.type,
                      .callState = tlib::CallState::Ok,
                      .thisDn = party.dn,
                      .ani = call.ani,
                      .dnis = call.dnis,
                      .thisDnRole = party.role,
                      .userData = call.userData};
    if (const Party *other = call.otherThan(party.dn)) {
        event.otherDn = other->dn;
        event.otherDnRole = other->role;
    }
    addLink(event, call);
    return event;
}

void addLink(tlib::Event &event, const SwitchCall &call)
{
    if (!call.consultation)
        return;
    const bool transfer = call.consultation->purpose == ConsultFor::Transfer;
    (transfer ? event.transferConnId : event.conferenceConnId) = call.consultation->firstCall;
}

QString stateWord(tlib::PartyState state)
{
    switch (state) {
    case tlib::PartyState::Initiated: return u"dialing"_s;
    case tlib::PartyState::Queued: return u"queued"_s;
    case tlib::PartyState::Alerting: return u"ringing"_s;
    case tlib::PartyState::Busy: return u"busy"_s;
    case tlib::PartyState::Connected: return u"talking"_s;
    case tlib::PartyState::Held: return u"held"_s;
    case tlib::PartyState::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace simulator
