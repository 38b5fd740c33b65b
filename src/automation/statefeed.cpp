#include "automation/statefeed.h"

#include "model/desk.h"

namespace automation {

StateFeed::StateFeed(model::Desk &desk, QObject *parent)
    : QObject(parent)
{
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &StateFeed::note);
    connect(&desk.calls, &model::CallList::inserted, this, &StateFeed::note);
    connect(&desk.calls, &model::CallList::changed, this, &StateFeed::note);
    connect(&desk.calls, &model::CallList::removed, this, &StateFeed::note);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &StateFeed::note);
    connect(&desk.board, &model::SupervisorBoard::countsChanged, this, &StateFeed::note);
    connect(&desk.waiting, &model::WaitingCalls::inserted, this, &StateFeed::note);
    connect(&desk.waiting, &model::WaitingCalls::changed, this, &StateFeed::note);
    connect(&desk.waiting, &model::WaitingCalls::removed, this, &StateFeed::note);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, &StateFeed::note);
    connect(&desk.agent, &model::AgentSession::changed, this, &StateFeed::note);
    connect(&desk.toasts, &model::ToastList::posted, this, &StateFeed::note);
    connect(&desk.toasts, &model::ToastList::updated, this, &StateFeed::note);
    connect(&desk.toasts, &model::ToastList::dismissed, this, &StateFeed::note);
}

void StateFeed::note()
{
    if (m_noted)
        return;
    m_noted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_noted = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace automation

#include "moc_statefeed.cpp"
