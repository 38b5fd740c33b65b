#pragma once

#include "model/actions/agentaction.h"
#include "model/actions/callaction.h"

#include <QStringList>

namespace automation {

/// What a program can ask this desktop for.
struct Verb
{
    enum class Job {
        State,
        Watch,
        Act,   ///< on a call: `action`
        Agent, ///< the own state: `agentAction`
        Make,
        Route,
        Show,
        Quit,
    };

    Job job = Job::Act;
    QString name = {}; ///< the method on the line, and tallylightctl's word
    std::optional<model::CallAction> action = {};
    std::optional<model::AgentAction> agentAction = {};
    QStringList parameters = {}; ///< that it knows
    QStringList required = {};   ///< those that it cannot do without
    bool onlyLooks = false;      ///< permitted where programs may only look
};

/// The one table of verbs, in the order in which people are told of them. The server, the reader of
/// parameters and tallylightctl go by it.
const QList<Verb> &verbs();
/// nullptr when there is none of this name.
const Verb *verbNamed(const QString &name);
const Verb &verbFor(model::CallAction action);
const Verb &verbFor(model::AgentAction action);
/// The only verb that does this; Act and Agent have several.
const Verb &verbFor(Verb::Job job);

} // namespace automation
