#include "presentation/words/calltext.h"

#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::CallPhase;
using model::CallType;
using model::RecordingState;

namespace presentation {

namespace {

class CallTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::CallText)
};

QString callTypeText(CallType type)
{
    switch (type) {
    case CallType::Unknown: return CallTextWords::tr("Call");
    case CallType::Internal: return CallTextWords::tr("Internal");
    case CallType::Inbound: return CallTextWords::tr("Inbound");
    case CallType::Outbound: return CallTextWords::tr("Outbound");
    case CallType::Consult: return CallTextWords::tr("Consultation");
    }
    return CallTextWords::tr("Call"); // the server may send any number
}

} // namespace

QString callPhaseText(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Dialing: return CallTextWords::tr("dialling");
    case CallPhase::Ringing: return CallTextWords::tr("ringing");
    case CallPhase::Talking: return CallTextWords::tr("talking");
    case CallPhase::Held: return CallTextWords::tr("on hold");
    case CallPhase::Released: return CallTextWords::tr("ended");
    }
    Q_UNREACHABLE();
}

QString recordingWord(const model::Recording &recording)
{
    if (recording.isLegacy())
        return CallTextWords::tr("Recorded");
    switch (recording.state) {
    case RecordingState::Unknown: return CallTextWords::tr("Not known");
    case RecordingState::Off: return CallTextWords::tr("Not recording");
    case RecordingState::On: return CallTextWords::tr("Recording");
    case RecordingState::Paused: return CallTextWords::tr("Paused");
    }
    Q_UNREACHABLE();
}

QString callSummary(CallType type, const model::CallView &seen)
{
    const bool isConference = seen.parties.size() > 1;
    return (isConference ? CallTextWords::tr("Conference") : callTypeText(type)) + u" · "_s +
           callPhaseText(seen.phase);
}

QString phaseLine(const model::Call &call, const model::CallView &seen, core::Instant now)
{
    const QString span = clockText(call.span(now), call.isSpanWhole());
    switch (seen.phase) {
    case CallPhase::Dialing: return CallTextWords::tr("dialling %1", "for so long").arg(span);
    case CallPhase::Ringing: return CallTextWords::tr("ringing %1", "for so long").arg(span);
    case CallPhase::Talking: return CallTextWords::tr("talking %1", "for so long").arg(span);
    case CallPhase::Held: {
        const model::Leg *const leg = call.findLeg(seen.dn);
        const QString held = leg ? clockText(now - leg->since, leg->sinceSeen) : span;
        return CallTextWords::tr("on hold %1", "for so long").arg(held);
    }
    case CallPhase::Released: return callPhaseText(seen.phase);
    }
    Q_UNREACHABLE();
}

QString partyText(const model::Dn &party, CallType type)
{
    if (party.isEmpty())
        return CallTextWords::tr("Unknown number");
    const QString text = plainText(party.toString(), 60);
    const bool isNumber =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isDesk = isNumber && (type == CallType::Internal || type == CallType::Consult);
    // A number stays a number in a language that is written from right to left.
    const QString shown = QGuiApplication::isRightToLeft() ? u"\u2066"_s + text + u"\u2069"_s : text;
    return isDesk ? CallTextWords::tr("Desk %1").arg(shown) : shown;
}

QString partiesText(const model::CallView &seen, CallType type)
{
    QString text = partyText(seen.otherParty(), type);
    for (qsizetype i = 1; i < seen.parties.size(); ++i) {
        // Who was added was called from inside: a short number is a desk.
        const QString next = partyText(seen.parties.at(i), CallType::Consult);
        text = i + 1 < seen.parties.size()
                   ? CallTextWords::tr("%1, %2", "two of several parties").arg(text, next)
                   : CallTextWords::tr("%1 and %2", "the last two parties").arg(text, next);
    }
    return text;
}

} // namespace presentation
