#include "scenarios/scenarios.h"

namespace {

constexpr Scenario CallScenarios[] = {
    {"hold and retrieve leave the recording alone", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        hold A 7001
        A is on same file
        retrieve A 7001
        A is on same file)"},
    {"a consultation has a recording of its own", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        B is on new file
        A is on same file
        release B 7001
        B is gone
        retrieve A 7001
        A is on same file)"},
    {"a two-step transfer ends the agent's recording", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        complete A 7001
        B is gone
        A is off same file
        start A 7002
        A is on new file)"},
    {"a two-step transfer before the answer", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        complete A 7001
        B is gone
        answer A 7002
        A is off same file)"},
    {"the next agent's DN decides anew after a two-step transfer", R"(
        configure 7002 record=true
        call +493055501 7001 as A
        answer A 7001
        A is off no file
        consult A 7001 7002 as B
        answer B 7002
        complete A 7001
        B is gone
        A is on new file)"},
    {"a conference goes on being recorded, and ends with the agent who is recorded", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        B is gone
        A is on same file
        release A 7001
        A is off same file)"},
    {"a conference before the answer", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        conference A 7001
        B is gone
        answer A 7002
        A is on same file)"},
    {"a conference's added party leaves, and the recording goes on", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        release A 7002
        A is on same file)"},
    {"a call that is transferred back keeps its ConnID", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is off same file
        transfer A 7002 7001
        answer A 7001
        A is on new file)"},
    {"a caller gives up", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        A is off no file
        release A +493055501
        A is gone)"},
    {"a caller gives up on the routing point", R"(
        call +493055501 8000 as A
        release A +493055501
        A is gone)"},
    {"a consultation that nobody answers leaves the first call as it was", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        release B 7001
        B is gone
        retrieve A 7001
        A is on same file)"},
    {"a busy agent is not rung", R"(
        configure 7002 busy=true
        configure 7001 record=true
        call 7001 7002 as A
        A is gone)"},
    {"on hold while paused", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001
        hold A 7001
        A at 7001 held
        A is paused same file
        resume A 7001
        A is on same file
        pause A 7001
        retrieve A 7001
        A at 7001 talking
        A is paused same file)"},
    {"transferred while paused", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001
        A is paused same file
        transfer A 7001 7002
        A at 7002 ringing
        A is off same file
        answer A 7002
        A is off same file)"},
    {"transferred while paused, and the caller's side is recorded", R"(
        configure trunk-1 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001
        transfer A 7001 7002
        answer A 7002
        A is paused same file
        resume A 7002
        A is on same file)"},
    {"transferred while paused to an agent whose DN records", R"(
        configure 7001 record=true
        configure 7002 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001
        transfer A 7001 7002
        answer A 7002
        A is on new file
        state A sessions=2 dn=7002)"},
    {"a consultation between two DNs that record, then the transfer", R"(
        configure 7001 record=true
        configure 7002 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        B is on new file
        A is on same file
        complete A 7001
        B is gone
        A is on new file
        state A sessions=2 dn=7002
        A at 7002 talking)"},
    {"what was asked for in the consultation ends with it", R"(
        call +493055501 7001 as A
        answer A 7001
        consult A 7001 7002 as B
        answer B 7002
        start B 7001
        B is on new file
        A is off no file
        complete A 7001
        B is gone
        A is off? no file)"},
    {"first call and consultation are paused each for itself", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        B is on new file
        pause A 7001
        A is paused same file
        B is on same file
        pause B 7001
        resume A 7001
        A is on same file
        B is paused same file)"},
    {"a conference, then the initiator leaves, then the customer", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        A at 7001 talking
        A is on same file
        release A 7001
        A at 7002 talking
        A is off same file
        release A +493055501
        A is gone)"},
    {"a conference, and the initiator leaves one whose DN records", R"(
        configure 7001 record=true
        configure 7002 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        A is on same file
        release A 7001
        A is on new file
        state A sessions=2 dn=7002)"},
    {"a conference whose customer leaves", R"(
        configure trunk-1 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        A is on same file
        release A +493055501
        A is off same file
        A at 7001 talking
        A at 7002 talking)"},
    {"paused in a conference, and the added party leaves", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 7002 as B
        answer B 7002
        conference A 7001
        pause A 7002
        A is paused same file
        release A 7002
        A is paused same file
        resume A 7001
        A is on same file)"},
    {"a consultation that is routed with record=destination", R"(
        call +493055501 7001 as A
        answer A 7001
        consult A 7001 8000 as B
        route B 7002 record=destination
        answer B 7002
        B is on new file
        state B sessions=1 dn=7002
        A is off no file
        complete A 7001
        B is gone
        A is off? no file
        start A 7002
        A is on new file)"},
    {"a consultation that is routed and becomes a conference", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        consult A 7001 8000 as B
        route B 7002
        answer B 7002
        conference A 7001
        B is gone
        A is on same file)"},
    {"a transfer to a routing point", R"(
        call +493055501 7001 as A
        answer A 7001
        A is off no file
        transfer A 7001 8000
        route A 7002 record=destination
        answer A 7002
        A is on new file)"},
    {"a caller gives up while the agent is being rung after a route", R"(
        call +493055501 8000 as A
        route A 7001 record=destination
        A is off no file
        release A +493055501
        A is gone)"},
    {"an outbound call that is handed on", R"(
        configure 7001 record=true
        call 7001 +493055501 as A
        answer A +493055501
        A is on new file
        transfer A 7001 7002
        answer A 7002
        A is off same file)"},
    {"a call comes while another is recorded", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        call +493055502 7001 as B
        B is off no file
        answer B 7001
        A at 7001 held
        A is on same file
        B is on new file
        release B 7001
        retrieve A 7001
        A is on same file)"},
};

} // namespace

std::span<const Scenario> callScenarios()
{
    return CallScenarios;
}
