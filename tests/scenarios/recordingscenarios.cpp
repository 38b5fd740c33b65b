#include "scenarios.h"

namespace {

constexpr Scenario All[] = {
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

    // Moved
    {"pause and resume keep the file", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001 p:why=card r:agent=card
        A is paused same file
        resume A 7001 p:why=done
        A is on same file)"},
    {"stop, then start makes a second file", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        stop A 7001
        A is off same file
        start A 7001
        A is on new file)"},
    {"stop while paused", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        pause A 7001
        A is paused new file
        stop A 7001
        A is off same file)"},
    {"what a route started can be paused, resumed and stopped", R"(
        call +493055501 8000 as A
        route A 7001 record=destination
        answer A 7001
        A is on new file
        pause A 7001
        A is paused same file
        resume A 7001
        A is on same file
        stop A 7001
        A is off same file)"},
    {"what makes no sense is not offered", R"(
        call +493055501 7001 as A
        answer A 7001
        impossible pause A 7001
        impossible stop A 7001
        impossible resume A 7001
        start A 7001
        impossible start A 7001
        impossible resume A 7001
        pause A 7001
        impossible pause A 7001
        impossible start A 7001)"},
    {"the media server changes by itself", R"(
        call +493055501 7001 as A
        answer A 7001
        recorder A on
        A is on new file
        recorder A paused
        A is paused same file
        recorder A off
        A is off same file)"},

    // Indicated
    {"the words are read in any case", R"(
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=on GSIP_REC_FN=f1
        A is on new file
        tell A GSIP_RECORD=Paused GSIP_REC_FN=f1
        A is paused same file
        tell A GSIP_RECORD=oFF GSIP_REC_FN=f1
        A is off same file)"},
    {"only a file name: recorded, current state not reported", R"(
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_REC_FN=f1
        A is recorded new file)"},
    {"a word that nobody understands is not known", R"(
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=SUSPENDED GSIP_REC_FN=f1
        A is unknown new file)"},
};

} // namespace

std::span<const Scenario> recordingScenarios()
{
    return All;
}
