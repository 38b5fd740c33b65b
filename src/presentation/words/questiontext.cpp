#include "presentation/words/questiontext.h"

#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using model::CallAction;

namespace presentation {

namespace {

class QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::QuestionText)
};

/// The question without its subject. Empty for the actions on the call itself, which nobody is asked about.
QuestionText bareQuestion(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording:
        return {.title = QuestionWords::tr("Record this call?"),
                .text = QuestionWords::tr("A recording of the call begins."),
                .yes = QuestionWords::tr("Record"),
                .no = QuestionWords::tr("Do not record")};
    case CallAction::PauseRecording:
        return {.title = QuestionWords::tr("Pause recording?"),
                .text = QuestionWords::tr("Nothing is captured until the recording is resumed."),
                .yes = QuestionWords::tr("Pause recording"),
                .no = QuestionWords::tr("Do not pause")};
    case CallAction::ResumeRecording:
        return {.title = QuestionWords::tr("Resume recording?"),
                .text = QuestionWords::tr("The call is captured again from then on."),
                .yes = QuestionWords::tr("Resume recording"),
                .no = QuestionWords::tr("Do not resume")};
    case CallAction::StopRecording:
        return {.title = QuestionWords::tr("Stop recording?"),
                .text =
                    QuestionWords::tr("The call goes on without a recording. What has been recorded is kept. "
                                      "Recording again begins a new file."),
                .yes = QuestionWords::tr("Stop recording"),
                .no = QuestionWords::tr("Do not stop")};
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: return {};
    }
    Q_UNREACHABLE();
}

QString openRecordingText(const model::Call &call, bool certain, const model::CallView &seen)
{
    const QString party = partiesText(seen, call.type);
    const bool isPaused = call.recording.state == model::RecordingState::Paused;
    if (!certain) {
        return isPaused ? QuestionWords::tr(
                              "It is not certain whether the recording of the call with %1 is paused.")
                              .arg(party)
                        : QuestionWords::tr("It is not certain whether the call with %1 is being recorded.")
                              .arg(party);
    }
    if (isPaused)
        return QuestionWords::tr("The recording of the call with %1 is paused.").arg(party);
    return call.recording.state == model::RecordingState::On
               ? QuestionWords::tr("The call with %1 is being recorded.").arg(party)
               : QuestionWords::tr("A recording of the call with %1 has been asked for.").arg(party);
}

} // namespace

QString agentText(const model::Dn &dn, const QString &name)
{
    const QString number = plainText(dn.toString(), 40);
    return name.isEmpty()
               ? QuestionWords::tr("Agent %1", "a number").arg(number)
               : QuestionWords::tr("%1 (%2)", "a person and a number").arg(plainText(name, 60), number);
}

QString subjectText(const model::Call &call, const Behalf &behalf)
{
    const QString party = partiesText({.parties = behalf.parties}, call.type);
    if (behalf.isOwnCall)
        return QuestionWords::tr("You are in a call with %1.").arg(party);
    const QString whose =
        QuestionWords::tr("%1 is in a call with %2.", "an agent and a party").arg(behalf.agent, party);
    return behalf.acting.isEmpty()
               ? whose
               : whose + u' ' +
                     QuestionWords::tr("You ask as %1.").arg(plainText(behalf.acting.toString(), 40));
}

QuestionText questionText(CallAction action, const model::Call &call, const Behalf &behalf)
{
    QuestionText question = bareQuestion(action);
    const bool isPaused =
        action == CallAction::StopRecording && call.recording.state == model::RecordingState::Paused;
    QString subject = subjectText(call, behalf);
    if (isPaused && behalf.isOwnCall)
        subject = QuestionWords::tr("The recording of the call with %1 is paused.")
                      .arg(partiesText({.parties = behalf.parties}, call.type));
    else if (isPaused)
        subject += u' ' + QuestionWords::tr("Its recording is paused.");
    question.text = subject + u'\n' + question.text;
    return question;
}

QString openRecordingsText(const model::Desk &desk, const QList<model::CallId> &calls)
{
    constexpr qsizetype Named = 3;
    QStringList sentences;
    for (const model::CallId id : calls.first(std::min(Named, calls.size()))) {
        if (const model::Call *const call = desk.calls.find(id))
            sentences += openRecordingText(*call, desk.calls.isCertain(*call), desk.views.view(*call));
    }
    if (calls.size() > Named)
        sentences +=
            QuestionWords::tr("There are %Ln more such call(s).", nullptr, int(calls.size() - Named));
    return sentences.join(u' ');
}

} // namespace presentation
