#include "automation/verbs.h"

#include "model/statewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using model::AgentAction;
using model::CallAction;

namespace automation {

namespace {

QStringList namesIn(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

Verb looking(const QString &name, Verb::Job job)
{
    return {.job = job, .name = name, .onlyLooks = true};
}

/// Its name is the action's word.
Verb acting(CallAction action, const char *parameters, const char *required = "")
{
    return {.job = Verb::Job::Act,
            .name = wordFor(action),
            .action = action,
            .parameters = namesIn(parameters),
            .required = namesIn(required)};
}

Verb agent(AgentAction action, const char *parameters = "")
{
    return {.job = Verb::Job::Agent,
            .name = wordFor(action),
            .agentAction = action,
            .parameters = namesIn(parameters)};
}

Verb moving(const QString &name, Verb::Job job, const char *parameters, const char *required = "")
{
    return {.job = job, .name = name, .parameters = namesIn(parameters), .required = namesIn(required)};
}

template <class Predicate>
const Verb *findVerb(Predicate isIt)
{
    const auto found = std::find_if(verbs().cbegin(), verbs().cend(), isIt);
    return found == verbs().cend() ? nullptr : &*found;
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> Table{
        looking(u"state"_s, Verb::Job::State),
        looking(u"watch"_s, Verb::Job::Watch),
        acting(CallAction::StartRecording, "call record id dest dest2 params reasons"),
        acting(CallAction::PauseRecording, "call params reasons"),
        acting(CallAction::ResumeRecording, "call params reasons"),
        acting(CallAction::StopRecording, "call yes params reasons"),
        acting(CallAction::Answer, "call"),
        acting(CallAction::Release, "call"),
        acting(CallAction::Hold, "call"),
        acting(CallAction::Retrieve, "call"),
        acting(CallAction::Consult, "call to", "to"),
        acting(CallAction::Transfer, "call to", "to"),
        acting(CallAction::CompleteTransfer, "call"),
        acting(CallAction::CompleteConference, "call"),
        acting(CallAction::Alternate, "call"),
        acting(CallAction::DropParty, "call party", "party"),
        acting(CallAction::Redirect, "call to", "to"),
        acting(CallAction::Reject, "call"),
        moving(u"make"_s, Verb::Job::Make, "to", "to"),
        agent(AgentAction::Login),
        agent(AgentAction::Logout, "reason force"),
        agent(AgentAction::Ready),
        agent(AgentAction::NotReady, "reason"),
        agent(AgentAction::AfterCallWork),
        moving(u"route"_s, Verb::Job::Route, "call to record id dest dest2", "call to"),
        looking(u"show"_s, Verb::Job::Show),
        moving(u"quit"_s, Verb::Job::Quit, "force"),
    };
    return Table;
}

const Verb *verbNamed(const QString &name)
{
    return findVerb([&name](const Verb &verb) { return verb.name == name; });
}

const Verb &verbFor(CallAction action)
{
    return *findVerb([action](const Verb &verb) { return verb.action == action; });
}

const Verb &verbFor(AgentAction action)
{
    return *findVerb([action](const Verb &verb) { return verb.agentAction == action; });
}

const Verb &verbFor(Verb::Job job)
{
    return *findVerb([job](const Verb &verb) { return verb.job == job; });
}

} // namespace automation
