#include "scenarios/scenarios.h"

namespace {

constexpr Scenario StartScenarios[] = {
    // Configured
    {"a DN that records is recorded from the answer", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        A is off no file
        answer A 7001
        A is on new file)"},
    {"a DN that does not record is not recorded", R"(
        call +493055501 7001 as A
        answer A 7001
        A is off no file)"},
    {"a change of the configuration counts from the next answer on", R"(
        call +493055501 7001 as A
        answer A 7001
        configure 7001 record=true
        A is off no file
        release A 7001
        call +493055501 7001 as B
        answer B 7001
        B is on new file
        configure 7001 record=false
        B is on same file)"},
    {"it ends when the call goes to an agent whose DN does not record", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is off same file)"},
    {"it begins anew when the call goes to an agent whose DN records", R"(
        configure 7001 record=true
        configure 7002 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is on new file)"},
    {"a trunk that records does so across a transfer", R"(
        configure trunk-1 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is on same file)"},
    {"a routing point that records does so from the answer", R"(
        call +493055501 8001 as A
        route A 7001
        A is off no file
        answer A 7001
        A is on new file)"},

    {"a change of the configuration in mid-call counts for who answers later", R"(
        call +493055501 7001 as A
        answer A 7001
        A is off no file
        configure 7002 record=true
        configure 7001 record=true
        A is off no file
        transfer A 7001 7002
        answer A 7002
        A is on new file
        configure 7002 record=false
        hold A 7002
        retrieve A 7002
        A is on same file)"},
    {"an internal call to a DN that records", R"(
        configure 7002 record=true
        call 7001 7002 as A
        A is off no file
        answer A 7002
        A is on new file
        state A sessions=1 dn=7002)"},
    {"an internal call from a DN that records", R"(
        configure 7001 record=true
        call 7001 7002 as A
        answer A 7002
        A is on new file
        state A sessions=1 dn=7001)"},
    {"two DNs that record share one recording", R"(
        configure 7001 record=true
        configure 7002 record=true
        call 7001 7002 as A
        answer A 7002
        A is on new file
        state A sessions=1 dn=7001)"},
    {"an outbound call of a DN that records", R"(
        configure 7001 record=true
        call 7001 +493055501 as A
        A is off no file
        answer A +493055501
        A is on new file
        state A sessions=1 dn=7001)"},
    {"an outbound call through a trunk that records", R"(
        configure trunk-1 record=true
        call 7001 +493055501 as A
        answer A +493055501
        A is on new file
        state A sessions=1 dn=+493055501)"},
    {"a routing point that records does so across a transfer", R"(
        call +493055501 8001 as A
        route A 7001
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is on same file)"},

    // Routed
    {"routed with record=destination", R"(
        call +493055501 8000 as A
        route A 7001 record=destination
        A is off no file
        answer A 7001
        A is on new file)"},
    {"routed with record=source", R"(
        call +493055501 8000 as A
        route A 7001 record=source id=route-1 dest=sip:rec@10.0.0.1 dest2=sip:rec@10.0.0.2
        answer A 7001
        A is on new file)"},
    {"record=destination is not carried to the next leg", R"(
        call +493055501 8000 as A
        route A 7001 record=destination
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is off same file)"},
    {"disable_destination keeps a recording DN from being recorded", R"(
        configure 7001 record=true
        call +493055501 8000 as A
        route A 7001 record=disable_destination
        answer A 7001
        A is off no file)"},
    {"after a disable, START can still start", R"(
        configure 7001 record=true
        call +493055501 8000 as A
        route A 7001 record=disable_destination
        answer A 7001
        start A 7001
        A is on new file)"},
    {"disable_source leaves the agent's own recording alone", R"(
        configure 7001 record=true
        call +493055501 8000 as A
        route A 7001 record=disable_source
        answer A 7001
        A is on new file)"},
    {"routed as configured", R"(
        configure 7001 record=true
        call +493055501 8000 as A
        route A 7001
        answer A 7001
        A is on new file)"},

    {"what the route says of id and recorders reaches the media server", R"(
        call +493055501 8000 as A
        route A 7001 record=destination id=route-1 dest=sip:rec@10.0.0.1 dest2=sip:rec@10.0.0.2
        answer A 7001
        A is on new file
        state A sessions=1 dn=7001 id=route-1 dest=sip:rec@10.0.0.1 dest2=sip:rec@10.0.0.2)"},
    {"record=source is the caller's side, across a transfer", R"(
        call +493055501 8000 as A
        route A 7001 record=source
        answer A 7001
        A is on new file
        state A sessions=1 dn=+493055501
        transfer A 7001 7002
        answer A 7002
        A is on same file)"},
    {"record=source on an internal call", R"(
        call 7003 8000 as A
        route A 7001 record=source
        answer A 7001
        A is on new file
        state A sessions=1 dn=7003)"},
    {"disable_source keeps a caller whose DN records from being recorded", R"(
        configure 7003 record=true
        call 7003 8000 as A
        route A 7001 record=disable_source
        answer A 7001
        A is off no file
        start A 7001
        A is on new file)"},
    {"disable_destination leaves a caller whose DN records alone", R"(
        configure 7003 record=true
        configure 7001 record=true
        call 7003 8000 as A
        route A 7001 record=disable_destination
        answer A 7001
        A is on new file
        state A sessions=1 dn=7003)"},
    {"disable_source on a trunk that records", R"(
        configure trunk-1 record=true
        call +493055501 8000 as A
        route A 7001 record=disable_source
        answer A 7001
        A is off no file)"},
    {"a route does not stop a recording that runs", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 8000 as B
        route B 7002 record=disable_source
        A is on same file
        answer B 7002
        B is off no file
        A is on same file)"},
    {"a disable is not carried to the next leg", R"(
        configure 7001 record=true
        configure 7002 record=true
        call +493055501 8000 as A
        route A 7001 record=disable_destination
        answer A 7001
        A is off no file
        transfer A 7001 7002
        answer A 7002
        A is on new file)"},
    {"nobody routes it in time, and the default DN records", R"(
        site 8000 defaultDn=7001 timeoutMs=5000
        configure 7001 record=true
        call +493055501 8000 as A
        wait 6
        A at 7001 ringing
        A is off no file
        answer A 7001
        A is on new file)"},
    {"nobody routes it in time, and the default DN does not record", R"(
        site 8000 defaultDn=7001 timeoutMs=5000
        call +493055501 8000 as A
        wait 6
        answer A 7001
        A is off no file)"},
    {"nobody routes it in time, and the routing point records", R"(
        site 8001 defaultDn=7001 timeoutMs=5000
        call +493055501 8001 as A
        wait 6
        answer A 7001
        A is on new file)"},

    // Asked
    {"start on an existing call", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file)"},
    {"start with every option", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 record=destination Id=case-17 Dest=sip:a@10.0.0.1 Dest2=sip:b@10.0.0.2 p:tone=on r:why=audit
        A is on new file)"},
    {"an Id that a live recording has is refused", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 Id=same
        call +493055502 7002 as B
        answer B 7002
        B is off no file
        refused start B 7002 Id=same as 53
        B is off no file
        A is on new file)"},
    {"a recording of the other side goes on after a transfer", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 record=destination
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is on same file)"},
    {"a ringing call cannot be recorded", R"(
        call +493055501 7001 as A
        impossible start A 7001)"},

    {"every option reaches the media server", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 Id=case-17 Dest=sip:a@10.0.0.1 Dest2=sip:b@10.0.0.2 p:tone=on p:queue=gold r:why=audit
        A is on new file
        state A sessions=1 dn=7001 id=case-17 dest=sip:a@10.0.0.1 dest2=sip:b@10.0.0.2
        state A p:tone=on p:queue=gold r:why=audit)"},
    {"source is the side that is recorded when nothing is said", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        state A sessions=1 dn=7001)"},
    {"destination is the other side", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 record=destination
        A is on new file
        state A sessions=1 dn=+493055501)"},
    {"the Id of a recording that has ended may be used again", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 Id=same
        A is on new file
        stop A 7001
        start A 7001 Id=same
        A is on new file
        state A sessions=2 id=same)"},
    {"a call on hold can be recorded", R"(
        call +493055501 7001 as A
        answer A 7001
        hold A 7001
        start A 7001
        A is on new file)"},
    {"a client that is no party starts it on behalf of its own DN", R"(
        call +493055501 7001 as A
        answer A 7001
        outsider start A
        A is on new file
        state A sessions=1 dn=7001)"},
    {"two press at once, and one is told what the recording is already", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 | outsider start A as 43 on
        A is on new file
        state A sessions=1)"},
    {"the other one was faster", R"(
        call +493055501 7001 as A
        answer A 7001
        outsider start A | refused start A 7001 as 43 on
        A is on new file
        state A sessions=1)"},
    {"a recorder that is out of service", R"(
        site recorder fail=refuse
        call +493055501 7001 as A
        answer A 7001
        refused start A 7001 as 118 service
        A is off no file)"},
    {"a recorder that is out of service records no DN", R"(
        site recorder fail=refuse
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is off no file)"},
    {"a recorder that takes the order and does nothing", R"(
        site recorder fail=silent
        call +493055501 7001 as A
        answer A 7001
        unconfirmed start A 7001
        A is off no file)"},
    {"a request that nobody answers", R"(
        call +493055501 7001 as A
        answer A 7001
        mute
        unanswered start A 7001
        A is off no file
        start A 7001
        A is on new file)"},
};

} // namespace

std::span<const Scenario> startScenarios()
{
    return StartScenarios;
}
