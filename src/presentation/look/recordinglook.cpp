#include "presentation/look/recordinglook.h"

#include "presentation/words/actiontext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using model::CallAction;
using model::CallPhase;
using model::RecordingState;

namespace presentation {

namespace {

class RecordingLookWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::RecordingLook)
};

/// Only what runs has a time that people watch.
bool hasTime(const model::Recording &recording)
{
    return recording.state == RecordingState::On || recording.state == RecordingState::Paused;
}

void addLimit(RecordingLook &look, core::Duration paused, core::Duration limit)
{
    const bool isOver = paused >= limit;
    look.shortDetail = look.detail;
    look.fraction =
        isOver ? 1.0 : double(paused.count() / 1000) / double(std::max<qint64>(1, limit.count() / 1000));
    look.detail = isOver ? RecordingLookWords::tr("%1, over %2", "time paused, its limit")
                               .arg(look.shortDetail, clockText(limit))
                         : RecordingLookWords::tr("%1 of %2", "time paused, its limit")
                               .arg(look.shortDetail, clockText(limit));
    look.description +=
        u' ' + (isOver ? RecordingLookWords::tr("It is over its limit of %1.").arg(clockText(limit))
                       : RecordingLookWords::tr("Its limit is %1.").arg(clockText(limit)));
}

void addTime(RecordingLook &look, const model::Recording &recording, const LookTime &time)
{
    if (!hasTime(recording))
        return;
    look.isTime = true;
    look.detail = clockText(time.now - recording.since, recording.sinceSeen);
    if (recording.state == RecordingState::Paused && time.limit && *time.limit > core::Duration(0))
        addLimit(look, time.now - recording.since, *time.limit);
}

void addUncertainDetail(RecordingLook &look, const model::Recording &recording, const LookTime &time)
{
    if (recording.state == RecordingState::Unknown && !recording.isLegacy()) {
        look.detail = RecordingLookWords::tr("waiting for SIP Server");
        return;
    }
    if (recording.state == RecordingState::Paused) // one sentence, never to be read as "it is paused"
        look.word = RecordingLookWords::tr("Not certain whether it is paused");
    else
        look.detail = RecordingLookWords::tr("last known: %1").arg(recordingWord(recording));
    if (time.heardAt)
        look.age = heardText(time.now - *time.heardAt);
}

QString stateSentence(const model::Recording &recording, bool certain)
{
    if (!certain) {
        if (recording.state == RecordingState::Paused)
            return RecordingLookWords::tr("Not certain whether it is paused.");
        return RecordingLookWords::tr("Not certain. Last known: %1.").arg(recordingWord(recording));
    }
    if (recording.isLegacy())
        return RecordingLookWords::tr("Recorded at some time; the present state is not reported.");
    if (recording.state == RecordingState::Unknown)
        return RecordingLookWords::tr("Not known whether this call is being recorded.");
    const QString since = QLocale().toString(recording.sinceWall.time(), u"HH:mm:ss"_s);
    return recording.sinceSeen
               ? RecordingLookWords::tr("%1, since %2.").arg(recordingWord(recording), since)
               : RecordingLookWords::tr("%1, seen since %2.").arg(recordingWord(recording), since);
}

QString pendingText(const model::PendingAction &pending, const LookTime &time)
{
    const QString verb = actionProgress(pending.action);
    const qint64 seconds = (time.now - pending.since).count() / 1000;
    return seconds < 1 ? verb : RecordingLookWords::tr("%1 %2 s").arg(verb).arg(seconds);
}

QString description(const model::Call &call, bool certain)
{
    QString text = stateSentence(call.recording, certain);
    if (call.pendingRecording) {
        text += u' ' + actionProgress(call.pendingRecording->action);
        if (call.pendingRecording->slow)
            text += u' ' + RecordingLookWords::tr("Waiting for SIP Server.");
    }
    if (!call.recording.fileName.isEmpty()) {
        text += u' ' + RecordingLookWords::tr("File: %1").arg(plainText(call.recording.fileText()));
    }
    return text;
}

QString briefWord(const model::Recording &recording)
{
    if (recording.isLegacy())
        return RecordingLookWords::tr("Recorded", "short, for a narrow badge");
    switch (recording.state) {
    case RecordingState::Unknown: return RecordingLookWords::tr("Unknown", "short, for a narrow badge");
    case RecordingState::Off: return RecordingLookWords::tr("Not rec.", "short, for a narrow badge");
    case RecordingState::On: return RecordingLookWords::tr("Recording", "short, for a narrow badge");
    case RecordingState::Paused: return RecordingLookWords::tr("Paused", "short, for a narrow badge");
    }
    Q_UNREACHABLE();
}

} // namespace

RecordingLook recordingLight(const model::Recording &recording, bool certain)
{
    RecordingLook look{.shape = shapeOf(recording)};
    look.dashed = !certain || look.shape == Shape::Question;
    if (certain) {
        look.tone = recording.isLegacy() ? ToneRole::Off : toneOf(recording.state);
        look.word = recordingWord(recording);
        look.brief = briefWord(recording);
    } else {
        look.tone = ToneRole::Uncertain;
        look.word = RecordingLookWords::tr("Not certain");
        look.brief = RecordingLookWords::tr("Uncertain", "short, for a narrow badge");
    }
    return look;
}

RecordingLook recordingLook(const model::Call &call, bool certain, const LookTime &time)
{
    RecordingLook look = recordingLight(call.recording, certain);
    look.description = description(call, certain);
    if (certain)
        addTime(look, call.recording, time);
    else
        addUncertainDetail(look, call.recording, time);
    if (call.pendingRecording)
        look.pending = pendingText(*call.pendingRecording, time);
    return look;
}

QString ageText(const RecordingLook &look)
{
    QStringList parts{look.detail, look.age};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

RecordingLook rowLook(const model::Recording &recording, bool certain, const RecordingLook &whole)
{
    RecordingLook look = recordingLight(recording, certain);
    look.description = whole.description;
    return look;
}

QString recordingLine(const model::Recording &recording, const RecordingLook &whole)
{
    if (!whole.pending.isEmpty())
        return whole.pending;
    if (!whole.isTime)
        return ageText(whole);
    return recording.state == RecordingState::On
               ? RecordingLookWords::tr("recording %1", "for so long").arg(whole.detail)
               : RecordingLookWords::tr("paused %1", "for so long").arg(whole.detail);
}

ToneRole toneOf(RecordingState state)
{
    switch (state) {
    case RecordingState::Unknown: return ToneRole::Uncertain;
    case RecordingState::Off: return ToneRole::Off;
    case RecordingState::On: return ToneRole::On;
    case RecordingState::Paused: return ToneRole::Paused;
    }
    Q_UNREACHABLE();
}

Shape shapeOf(const model::Recording &recording)
{
    if (recording.isLegacy())
        return Shape::Tick;
    switch (recording.state) {
    case RecordingState::Unknown: return Shape::Question;
    case RecordingState::Off: return Shape::Ring;
    case RecordingState::On: return Shape::Dot;
    case RecordingState::Paused: return Shape::Bars;
    }
    Q_UNREACHABLE();
}

Shape shapeOf(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::ResumeRecording: return Shape::Dot;
    case CallAction::PauseRecording: return Shape::Bars;
    case CallAction::StopRecording: return Shape::Square;
    case CallAction::Answer:
    case CallAction::Retrieve:
    case CallAction::Hold:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: return Shape::Handset;
    }
    Q_UNREACHABLE();
}

CallAction nextStep(const model::Call &call, bool isOwn)
{
    if (isOwn && call.phase() == CallPhase::Ringing)
        return CallAction::Answer;
    switch (call.recording.state) {
    case RecordingState::On: return CallAction::PauseRecording;
    case RecordingState::Paused: return CallAction::ResumeRecording;
    case RecordingState::Off:
    case RecordingState::Unknown: return CallAction::StartRecording;
    }
    Q_UNREACHABLE();
}

CallAction rowStep(const model::Call &call, const model::CallView &seen, bool isOwn)
{
    if (isOwn && seen.phase == CallPhase::Held)
        return CallAction::Retrieve;
    if (isOwn && seen.phase == CallPhase::Dialing)
        return CallAction::Release;
    return nextStep(call, isOwn);
}

} // namespace presentation
