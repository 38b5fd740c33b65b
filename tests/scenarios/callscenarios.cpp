#include "scenarios.h"

namespace {

constexpr Scenario All[] = {
    // Transferred
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
};

} // namespace

std::span<const Scenario> callScenarios()
{
    return All;
}
