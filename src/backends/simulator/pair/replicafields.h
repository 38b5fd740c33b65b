#pragma once

#include "backends/simulator/pair/replicachange.h"

#include <concepts>
#include <type_traits>

/// What the messages of a pair consist of: each kind of value is described once, for both directions. How it
/// becomes bytes is replicacodec.cpp's.
namespace simulator {

/// `Wanted` itself, const when it is written from.
template <class Value, class Wanted>
concept Is = std::same_as<std::remove_const_t<Value>, Wanted>;

// io(name, member) for each member, in a reader or in a writer. A new member is a new line here, and one in
// tst_replicacodec.

void fields(auto &io, Is<Party> auto &party)
{
    io("dn", party.dn);
    io("role", party.role);
    io("state", party.state);
    io("routeBy", party.routeBy);
    io("arrival", party.arrival);
}

void fields(auto &io, Is<Consultation> auto &consultation)
{
    io("firstCall", consultation.firstCall);
    io("purpose", consultation.purpose);
    io("by", consultation.by);
}

void fields(auto &io, Is<RouteRecording> auto &route)
{
    io("record", route.record);
    io("id", route.id);
    io("dest", route.dest);
    io("dest2", route.dest2);
    io("by", route.by);
}

void fields(auto &io, Is<SwitchCall> auto &call)
{
    io("id", call.id);
    io("uuid", call.uuid);
    io("type", call.type);
    io("ani", call.ani);
    io("dnis", call.dnis);
    io("userData", call.userData);
    io("parties", call.parties);
    io("routeRecording", call.routeRecording);
    io("consultation", call.consultation);
}

void fields(auto &io, Is<RecordingRules::Known> auto &known)
{
    io("judged", known.judged);
    io("disabled", known.disabled);
    io("routedBy", known.routedBy);
}

void fields(auto &io, Is<Remarks> auto &remarks)
{
    io("params", remarks.params);
    io("reasons", remarks.reasons);
}

void fields(auto &io, Is<RecordingSession> auto &recording)
{
    io("state", recording.state);
    io("id", recording.id);
    io("file", recording.file);
    io("dn", recording.dn);
    io("destinations", recording.destinations);
    io("remarks", recording.remarks);
    io("recorded", recording.recorded);
    io("silence", recording.silence);
}

void fields(auto &io, Is<MediaServer::Tape> auto &tape)
{
    io("sessions", tape.sessions);
    io("wanted", tape.wanted);
    io("shown", tape.shown);
    io("since", tape.since);
}

void fields(auto &io, Is<MediaServer::Due> auto &due)
{
    io("at", due.at);
    io("call", due.call);
    io("session", due.session);
    io("state", due.state);
}

void fields(auto &io, Is<CallReplica> auto &replica)
{
    io("call", replica.call);
    io("known", replica.known);
    io("tape", replica.tape);
    io("due", replica.due);
}

void fields(auto &io, Is<AgentControl::Seat> auto &seat)
{
    io("agent", seat.agent);
    io("status", seat.status);
    io("workMode", seat.workMode);
}

void fields(auto &io, Is<AgentReplica> auto &agent)
{
    io("dn", agent.dn);
    io("seat", agent.seat);
}

void fields(auto &io, Is<DnReplica> auto &dn)
{
    io("dn", dn.dn);
    io("record", dn.record);
    io("busy", dn.busy);
}

void fields(auto &io, Is<tlib::RecordingService> auto &service)
{
    io("command", service.command);
    io("dn", service.dn);
    io("call", service.call);
    io("extensions", service.extensions);
    io("reasons", service.reasons);
}

void fields(auto &io, Is<ReplicaChange> auto &change)
{
    io("number", change.number);
    io("begins", change.begins);
    io("completes", change.completes);
    io("calls", change.calls);
    io("gone", change.gone);
    io("agents", change.agents);
    io("dns", change.dns);
    io("lastCall", change.lastCall);
    io("lastRecording", change.lastRecording);
    io("lastService", change.lastService);
}

void fields(auto &io, Is<PairHello> auto &hello)
{
    io("version", hello.version);
    io("id", hello.id);
    io("fingerprint", hello.fingerprint);
    io("role", hello.role);
    io("generation", hello.generation);
}

void fields(auto &io, Is<ChangeReceipt> auto &receipt)
{
    io("number", receipt.number);
}

void fields(auto &, Is<PairTakeOver> auto &) {}
void fields(auto &, Is<PairTakeOverRequest> auto &) {}

} // namespace simulator
