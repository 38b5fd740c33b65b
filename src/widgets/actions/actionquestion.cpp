#include "widgets/actions/actionquestion.h"

#include "model/desk.h"
#include "widgets/parts/clickguard.h"

#include <algorithm>

using model::CallAction;

namespace widgets {

presentation::Behalf behalfOf(const model::Desk &desk, const model::Call &call)
{
    const model::CallView seen = desk.views.view(call);
    if (desk.views.isOwn(call))
        return {.parties = seen.parties};
    const QList<model::DnEntry> &entries = desk.registry.entries();
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const model::DnEntry &each) { return each.dn == seen.dn; });
    return {.parties = seen.parties,
            .agent = presentation::agentText(seen.dn, entry == entries.end() ? QString() : entry->name),
            .acting = desk.views.actingDn(call),
            .isOwnCall = false};
}

bool ActionQuestion::isNeeded(const model::Desk &desk, const model::Call &call, CallAction action)
{
    return model::needsConfirmation(action) || (model::recordingCommandOf(action) && !desk.views.isOwn(call));
}

ActionQuestion::ActionQuestion(model::Desk &desk, const model::Call &call, CallAction action,
                               const model::ActionDetails &details, QWidget *parent)
    : ActionQuestion(desk, call, action, details,
                     presentation::questionText(action, call, behalfOf(desk, call)), parent)
{
}

ActionQuestion::ActionQuestion(model::Desk &desk, const model::Call &call, CallAction action,
                               const model::ActionDetails &details, const presentation::QuestionText &text,
                               QWidget *parent)
    : Question({.title = text.title, .text = text.text, .yes = text.yes, .no = text.no}, parent)
    , m_desk(desk)
    , m_id(call.id)
    , m_action(action)
    , m_asked(text)
{
    connect(this, &Question::confirmed, this,
            [this, details] { (void)m_desk.control.perform(m_id, m_action, details); });
    connect(&desk.calls, &model::CallList::changed, this, &ActionQuestion::follow);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &ActionQuestion::follow);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, &ActionQuestion::follow);
    connect(&desk.calls, &model::CallList::removed, this, [this](model::CallId removed) {
        if (removed == m_id)
            ClickGuard::closeByItself(*this);
    });
}

void ActionQuestion::follow()
{
    const model::Call *call = m_desk.calls.find(m_id);
    if (!call || m_desk.rules.obstacle(m_action, *call) != model::Obstacle::None ||
        presentation::questionText(m_action, *call, behalfOf(m_desk, *call)) != m_asked)
        ClickGuard::closeByItself(*this);
}

} // namespace widgets

#include "moc_actionquestion.cpp"
