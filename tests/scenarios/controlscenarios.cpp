#include "scenarios/scenarios.h"

namespace {

constexpr Scenario ControlScenarios[] = {
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

    {"what the DN's configuration started can be stopped", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        stop A 7001
        A is off same file
        hold A 7001
        retrieve A 7001
        A is off same file)"},
    {"what a trunk started can be paused, resumed and stopped", R"(
        configure trunk-1 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        pause A 7001
        A is paused same file
        resume A 7001
        A is on same file
        stop A 7001
        A is off same file)"},
    {"a pause writes silence", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        wait 2
        pause A 7001
        wait 4
        A is paused new file
        state A recorded=2 silence=4
        resume A 7001
        wait 3
        A is on same file
        state A sessions=1 recorded=6 silence=5)"},
    {"parameters and reasons change the session", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 p:tone=on r:why=audit
        pause A 7001 p:tone=off p:card=yes r:why=card
        A is paused new file
        state A sessions=1 p:tone=off p:card=yes r:why=card
        resume A 7001 p:card=no
        state A p:tone=off p:card=no r:why=card
        stop A 7001 r:why=done
        A is off same file
        state A sessions=1 p:tone=off p:card=no r:why=done)"},
    {"a new session has its own name, parameters and recorder", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 Id=one Dest=sip:a@10.0.0.1 p:tone=on
        A is on new file
        state A id=one dest=sip:a@10.0.0.1 p:tone=on
        stop A 7001
        start A 7001 Id=two
        A is on new file
        state A sessions=2 id=two dest=sip:recorder@127.0.0.1)"},
    {"paused by one and resumed by a client that is no party", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        pause A 7001
        outsider resume A
        A is on same file
        outsider pause A
        A is paused same file
        resume A 7001
        A is on same file
        outsider stop A
        A is off same file)"},
    {"paused by the agent and resumed by the supervisor", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001 by=7001
        A is on new file
        pause A 7001 by=7001
        A is paused same file
        resume A 7001 by=7900
        A is on same file
        pause A 7001 by=7900
        A is paused same file
        resume A 7001 by=7001
        A is on same file)",
     true},
    {"two pause at once, and the second is told that it is paused", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        pause A 7001 | outsider pause A as 43 paused
        A is paused new file)"},
    {"two pause at once, and the desktop is the second", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        outsider pause A | refused pause A 7001 as 43 paused
        A is paused new file)"},
    {"agent and supervisor pause at once", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        pause A 7001 by=7001 | refused pause A 7001 by=7900 as 43 paused
        A is paused new file
        resume A 7001 by=7900 | refused resume A 7001 by=7001 as 43 on
        A is on same file)",
     true},
    {"stopped by the supervisor just before the agent pauses", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        stop A 7001 by=7900 | refused pause A 7001 by=7001 as 93 off
        A is off same file)",
     true},
    {"stopped by the supervisor just after the agent has paused", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        pause A 7001 by=7001 | stop A 7001 by=7900
        A is off same file)",
     true},
    {"stopped by the supervisor while nobody answers the agent's request", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        A is on new file
        mute
        unanswered pause A 7001 by=7001 | stop A 7001 by=7900
        A is off same file)",
     true},
    {"another client is told why each service cannot be done", R"(
        call +493055501 7001 as A
        outsider start A as 93
        answer A 7001
        outsider pause A as 93 off
        outsider resume A as 93 off
        outsider stop A as 43 off
        outsider start A
        outsider start A as 43 on
        outsider resume A as 43 on
        outsider pause A
        outsider start A as 93 paused
        outsider pause A as 43 paused
        A is paused new file)"},
    {"the media server fails in mid-call and comes back", R"(
        configure 7001 record=true
        call +493055501 7001 as A
        answer A 7001
        A is on new file
        recorder A off
        A is off same file
        start A 7001
        A is on new file
        state A sessions=2)"},

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
    {"a word that nobody understands is said once", R"(
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=SUSPENDED GSIP_REC_FN=f1
        A is unknown new file
        noticed SUSPENDED
        tell A GSIP_RECORD=SUSPENDED GSIP_REC_FN=f2
        A is unknown new file
        noticed SUSPENDED
        tell A GSIP_RECORD=HALTED GSIP_REC_FN=f2
        noticed SUSPENDED
        noticed HALTED
        tell A GSIP_RECORD=On GSIP_REC_FN=f2
        A is on same file)"},
    {"while the state is not known, the server decides", R"(
        call +493055501 7001 as A
        answer A 7001
        start A 7001
        tell A GSIP_RECORD=SUSPENDED GSIP_REC_FN=f1
        refused start A 7001 as 43 on
        A is unknown new file
        pause A 7001)"},
    {"a state that is told no more is not known", R"(
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=ON GSIP_REC_FN=f1
        A is on new file
        tell A GSIP_REC_FN=f1
        A is unknown same file)"},
    {"other keys and words", R"(
        site recorder stateKey=RECORDING_STATUS_GIM fileKey=RECORDING_FILE on=Active off=Idle paused=Suspended
        call +493055501 7001 as A
        answer A 7001
        A is off no file
        start A 7001
        A is on new file
        pause A 7001
        A is paused same file
        resume A 7001
        A is on same file
        stop A 7001
        A is off same file
        start A 7001
        A is on new file)"},
    {"with other keys the usual ones mean nothing", R"(
        site recorder stateKey=RECORDING_STATUS_GIM fileKey=RECORDING_FILE
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=ON GSIP_REC_FN=f1
        A is off no file)"},
    {"with other words the usual ones are not understood", R"(
        site recorder on=Active off=Idle paused=Suspended
        call +493055501 7001 as A
        answer A 7001
        tell A GSIP_RECORD=ON GSIP_REC_FN=f1
        A is unknown new file
        noticed ON)"},
    {"a server of the older kind tells the file alone", R"(
        site recorder legacy=true
        configure 7001 record=true
        call +493055501 7001 as A
        A is off no file
        answer A 7001
        A is recorded new file
        hold A 7001
        retrieve A 7001
        A is recorded same file
        transfer A 7001 7002
        answer A 7002
        A is recorded same file)"},
    {"a server of the older kind confirms a start by the file", R"(
        site recorder legacy=true
        call +493055501 7001 as A
        answer A 7001
        A is off no file
        start A 7001
        A is recorded new file
        unconfirmed stop A 7001
        A is recorded same file
        start A 7001
        A is recorded new file
        unconfirmed pause A 7001
        A is recorded same file
        state A sessions=2)"},
};

} // namespace

std::span<const Scenario> controlScenarios()
{
    return ControlScenarios;
}
