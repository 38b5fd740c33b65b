#pragma once

#include "model/actions/callaction.h"

#include <QStringList>

namespace automation {

/// What a program can ask this desktop for.
struct Verb
{
    enum class Job {
        State,
        Watch,
        Act, ///< on a call: `action`
        Route,
        Show,
        Quit,
    };

    Job job = Job::Act;
    QString name = {}; ///< the method on the line, and tallylightctl's word
    std::optional<model::CallAction> action = {};
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
/// The only verb that does this; Act has several.
const Verb &verbFor(Verb::Job job);

} // namespace automation
