#include "automation/report/statefeed.h"

#include "model/desk.h"

namespace automation {

StateFeed::StateFeed(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_frame(
          desk.clock, [this] { Q_EMIT changed(); }, FrameLength)
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
    if (m_isNoted)
        return;
    m_isNoted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isNoted = false;
            m_frame.flushSoon();
        },
        Qt::QueuedConnection);
}

} // namespace automation

#include "moc_statefeed.cpp"
