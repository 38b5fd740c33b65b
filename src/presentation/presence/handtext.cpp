#include "presentation/presence/handtext.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::CallId;
using Answer = model::HandControl::Answer;

namespace presentation {

namespace {

class HandTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::HandText)
};

QString noCallText(model::Command command)
{
    if (command == model::Command::Answer)
        return HandTextWords::tr("No call rings.");
    if (command == model::Command::HoldOrRetrieve)
        return HandTextWords::tr("No call talks, and none is on hold.");
    return HandTextWords::tr("No call talks, so there is no recording to pause or to resume.");
}

/// The light of a call in words, with how long it has been so where that runs.
QString lightInWords(const model::Call &call, const model::Desk &desk, core::Instant now)
{
    const bool certain = desk.calls.isCertain(call);
    const RecordingLook look =
        recordingLook(call, certain, {.now = now, .heardAt = desk.timeline.lastKnown(call.id)});
    if (!certain)
        return HandTextWords::tr("%1, %2.", "not certain, what was last known").arg(look.word, ageText(look));
    if (!look.isTime)
        return HandTextWords::tr("%1.", "state of a recording").arg(look.word);
    const QString span = spokenSpan(now - call.recording.since);
    return call.recording.sinceSeen ? HandTextWords::tr("%1, for %2.").arg(look.word, span)
                                    : HandTextWords::tr("%1, for at least %2.").arg(look.word, span);
}

QString callInWords(const model::Call &call, const model::Desk &desk)
{
    const model::CallView seen = desk.views.view(call);
    return HandTextWords::tr("Call with %1, %2.", "party, how far the call has got")
        .arg(partiesText(seen, call.type), callPhaseText(seen.phase));
}

} // namespace

QString handAnswerText(const model::HandControl::Outcome &outcome, const model::Desk &desk)
{
    switch (outcome.answer) {
    case Answer::Sent:
    case Answer::Repeated: return {};
    case Answer::NoCall: return noCallText(outcome.command);
    case Answer::JustChanged:
        return HandTextWords::tr("Another call has just taken its place: press once more.");
    case Answer::Obstructed:
        if (const model::Call *const call = desk.calls.find(outcome.call))
            return obstacleText(outcome.obstacle, outcome.action, *call, desk.calls.isCertain());
        return noCallText(outcome.command);
    }
    Q_UNREACHABLE();
}

QString stateInWords(const model::Desk &desk, core::Instant now)
{
    constexpr int Most = 4; // more nobody keeps in mind
    const QList<CallId> ids = desk.inHand.ids(Most);
    if (ids.isEmpty()) {
        const QString none = HandTextWords::tr("No call.");
        return desk.connection.isReliable() ? none
                                            : none + u' ' + HandTextWords::tr("SIP Server is not connected.");
    }
    QStringList sentences;
    for (const CallId id : ids) {
        const model::Call &call = *desk.calls.find(id);
        sentences << lightInWords(call, desk, now) << callInWords(call, desk);
    }
    if (const qsizetype more = desk.inHand.count() - ids.size(); more > 0)
        sentences << HandTextWords::tr("%Ln more call(s).", nullptr, int(more));
    return sentences.join(u' ');
}

} // namespace presentation
