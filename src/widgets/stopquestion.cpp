#include "widgets/stopquestion.h"

#include "model/desk.h"
#include "presentation/statetext.h"

namespace widgets {

namespace {

QString partyOf(const model::Desk &desk, model::CallId id)
{
    const model::Call *call = desk.calls.find(id);
    return call ? presentation::partyText(call->otherParty, call->type) : QString();
}

} // namespace

StopQuestion::StopQuestion(model::Desk &desk, model::CallId id, QWidget *parent)
    : Question({.title = tr("Stop recording?"),
                .text = tr("The call with %1 goes on without a recording. What has been recorded is kept. "
                           "Recording again "
                           "begins a new file.")
                            .arg(partyOf(desk, id)),
                .yes = tr("Stop recording"),
                .no = tr("Keep recording")},
               parent)
    , m_desk(desk)
    , m_id(id)
{
    connect(this, &Question::confirmed, this,
            [this] { (void)m_desk.control.perform(m_id, model::CallAction::StopRecording); });
    connect(&desk.calls, &model::CallList::changed, this, &StopQuestion::follow);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &StopQuestion::follow);
    connect(&desk.calls, &model::CallList::removed, this, [this](model::CallId removed) {
        if (removed == m_id)
            reject();
    });
}

void StopQuestion::follow()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call || m_desk.control.obstacle(model::CallAction::StopRecording, *call) != model::Obstacle::None)
        reject();
}

} // namespace widgets

#include "moc_stopquestion.cpp"
