#pragma once

#include "model/calls/call.h"
#include "model/dns/dnregistry.h"

#include "model/desk.h"

#include <QString>

/// The words of the questions that are asked before something is done to a call.
namespace presentation {

/// On whose behalf something is asked for about somebody else's call. Without `acting` the call is our own.
struct Behalf
{
    QList<model::Dn> parties = {}; ///< whom the call is with, as that agent, or we, see it
    QString agent = {};            ///< whose call it is, as agentText() has it
    model::Dn acting = {};         ///< in whose name the server is asked
    bool isOwnCall = true;

    bool operator==(const Behalf &) const = default;
};

struct QuestionText
{
    QString title = {}; ///< "Stop recording?"
    QString text = {};  ///< what happens then, to whose call; plain text
    QString yes = {};
    QString no = {};

    bool operator==(const QuestionText &) const = default;
};

/// "Anna Berg (7001)", or "Agent 7001" where the list of DNs gives no name.
QString agentText(const model::Dn &dn, const QString &name);

/// Who the call is with; for somebody else's call: whose it is, with whom, and in whose name one asks.
/// Sentences.
QString subjectText(const model::Call &call, const Behalf &behalf);
/// Of a recording action.
QuestionText questionText(model::CallAction action, const model::Call &call, const Behalf &behalf);

/// What becomes clear of each of these calls before the window or its person goes, in the words of its badge:
/// "The call with +493055501 is being recorded." A sentence each for three of them, and how many more.
QString openRecordingsText(const model::Desk &desk, const QList<model::CallId> &calls);

} // namespace presentation
