#pragma once

#include "model/actions/actionrules.h"
#include "model/actions/agentsession.h"
#include "model/actions/callcontrol.h"
#include "model/actions/callsinhand.h"
#include "model/actions/callviews.h"
#include "model/actions/handcontrol.h"
#include "model/calls/callhistory.h"
#include "model/calls/calllist.h"
#include "model/calls/calltracker.h"
#include "model/calls/recordingtimeline.h"
#include "model/dns/agentroster.h"
#include "model/dns/dnregistry.h"
#include "model/dns/refuseddns.h"
#include "model/floor/supervisorboard.h"
#include "model/guard/pauseguard.h"
#include "model/link/serverconnection.h"
#include "model/outgoing/dialling.h"
#include "model/routing/routedesk.h"
#include "model/routing/waitingcalls.h"
#include "model/routing/waittracker.h"
#include "model/toasthistory.h"
#include "model/toastlist.h"

namespace model {

/// What differs from desk to desk. Time-outs are in here so that tests and sites can set them.
struct DeskConfiguration
{
    ServerConnection::Limits connection = {};
    CallControl::Limits control = {};
    RecordingKeys keys = {};
    RecordingPermissions permissions = {};
    AtTransfer atTransfer = AtTransfer::Ends;
    AgentReasons agentReasons = {};
    PauseLimits pauseLimits = {};
    bool isReplay = false; ///< a log is shown: there is nobody to ask for anything
};

/// The model of one desktop, wired: its parts in the order in which they depend on each other. Whoever shows
/// or drives a desktop is given a Desk; it owns no window and knows no backend.
class Desk
{
public:
    Desk(tlib::Link &link, core::Clock &clock, const DeskConfiguration &configuration = {});

    core::Clock &clock;
    ServerConnection connection;
    CallList calls;
    CallTracker tracker;
    DnRegistry registry;
    ToastList toasts;
    ToastHistory history;
    RefusedDns refusedDns;
    AgentRoster roster;
    AgentSession agent;
    CallViews views;
    CallsInHand inHand;
    ServerAbilities abilities;
    ActionRules rules;
    CallControl control;
    HandControl hand;
    Dialling dialling;
    PauseGuard guard;
    RecordingTimeline timeline;
    CallHistory today; ///< the own calls of this shift
    SupervisorBoard board;
    WaitingCalls waiting;
    WaitTracker waitTracker;
    RouteDesk routes;
};

} // namespace model
