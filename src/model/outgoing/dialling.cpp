#include "model/outgoing/dialling.h"

#include "model/dns/dnregistry.h"
#include "model/link/serverconnection.h"
#include "model/toastlist.h"

namespace model {

Dialling::Dialling(const Parts &parts, core::Duration slowAfter, bool isReplay, QObject *parent)
    : QObject(parent)
    , m_connection(parts.connection)
    , m_registry(parts.registry)
    , m_toasts(parts.toasts)
    , m_slowAfter(slowAfter)
    , m_isReplay(isReplay)
    , m_alarm(parts.clock.alarm([this] {
        m_pending->slow = true;
        Q_EMIT changed();
    }))
{
    connect(&m_connection, &ServerConnection::stateChanged, this, &Dialling::changed);
}

Obstacle Dialling::obstacle() const
{
    if (m_isReplay)
        return Obstacle::OnlyLooking;
    if (m_registry.ownDn().isEmpty())
        return Obstacle::NoOwnDn;
    if (!m_connection.isReliable())
        return Obstacle::NotCertain;
    return m_pending ? Obstacle::RequestUnderWay : Obstacle::None;
}

std::optional<WhyNot> Dialling::whyNot(const Dn &destination) const
{
    if (const Obstacle obstacle = this->obstacle(); obstacle != Obstacle::None)
        return obstacle;
    if (const DestinationFlaw flaw = flawIn(destination, m_registry.ownDn()); flaw != DestinationFlaw::None)
        return flaw;
    return std::nullopt;
}

core::Result<core::Done> Dialling::make(const Dn &destination)
{
    if (const auto why = whyNot(destination))
        return core::Error{.kind = kindOf(*why)};
    const Dn from = m_registry.ownDn();
    m_pending = Pending{.destination = destination, .from = from};
    m_connection.request(tlib::MakeCall{.dn = from, .destination = destination}, this,
                         [this](const core::Result<tlib::ConnId> &answer) { onAnswer(answer); });
    m_alarm->start(m_slowAfter);
    note(destination);
    Q_EMIT asked(from);
    Q_EMIT changed();
    return core::Done{};
}

void Dialling::onAnswer(const core::Result<tlib::ConnId> &answer)
{
    m_alarm->stop();
    const Pending asked = *m_pending;
    m_pending.reset();
    if (!answer) {
        const core::Error &why = answer.error();
        m_toasts.post({.kind = toastKindOf(why),
                       .makesCall = true,
                       .dn = asked.from,
                       .code = why.serverCode,
                       .serverText = why.kind == core::ErrorKind::Refused ? why.text : QString(),
                       .details = {.destination = asked.destination}});
    } else {
        m_toasts.dismissIf([&asked](const Toast &toast) {
            return toast.makesCall && toast.details.destination == asked.destination;
        });
    }
    Q_EMIT settled(asked.from, answer);
    Q_EMIT changed();
}

void Dialling::note(const Dn &number)
{
    m_recent.removeOne(number);
    m_recent.prepend(number);
    if (m_recent.size() > RecentNumbers)
        m_recent.removeLast();
}

} // namespace model

#include "moc_dialling.cpp"
