#pragma once

#include "support/conversation.h"

#include <QSignalSpy>

namespace support {

/// A supervisor's desk that has registered two routing points, and what the server says of the calls there.
struct RoutingPlace : Conversation
{
    static inline const tlib::Dn Supervisor{QStringLiteral("7900")};
    static inline const tlib::Dn Agent{QStringLiteral("7001")};
    static inline const tlib::Dn RoutingPoint{QStringLiteral("5000")};
    static inline const tlib::Dn OtherPoint{QStringLiteral("5001")};
    static constexpr tlib::ConnId One{0x006c029a6685d004};
    static constexpr tlib::ConnId Two{0x006c029a6685d005};

    RoutingPlace()
        : came(&desk.waiting, &model::WaitingCalls::inserted)
        , changed(&desk.waiting, &model::WaitingCalls::changed)
    {
        QObject::connect(
            &desk.routes, &model::RouteDesk::settled, &desk.routes,
            [this](tlib::ConnId call, const tlib::Dn &dn, const core::Result<core::Done> &outcome) {
                settled.append({.call = call, .routingPoint = dn, .outcome = outcome});
            });
        desk.registry.setDns({{.dn = Supervisor, .use = model::DnUse::Own},
                              {.dn = Agent, .use = model::DnUse::Watched},
                              {.dn = RoutingPoint, .use = model::DnUse::RoutingPoint},
                              {.dn = OtherPoint, .use = model::DnUse::RoutingPoint}});
        desk.connection.open({});
        link.acceptAsPrimary();
    }
    /// Answers the registrations, one of the DNs with this snapshot.
    void registerDns(const tlib::Dn &dn = {}, const tlib::KvList &snapshot = {})
    {
        for (qsizetype i = 0; i < desk.registry.dns().size(); ++i) {
            const auto asked = link.expect<tlib::RegisterAddress>();
            link.answer(asked->second, {.type = tlib::MessageType::EventRegistered,
                                        .thisDn = asked->first.dn,
                                        .extensions = asked->first.dn == dn ? snapshot : tlib::KvList()});
        }
    }
    void connectAnew(const tlib::Dn &dn = {}, const tlib::KvList &snapshot = {})
    {
        link.push({.type = tlib::MessageType::EventLinkConnected});
        registerDns(dn, snapshot);
    }
    void say(tlib::MessageType type, tlib::ConnId call = One, const tlib::Dn &dn = RoutingPoint)
    {
        link.push({.type = type,
                   .connId = call,
                   .callType = tlib::CallType::Inbound,
                   .thisDn = dn,
                   .ani = Caller,
                   .sequenceNumber = ++sequence});
    }
    void rename(tlib::ConnId before, tlib::ConnId now, const tlib::Dn &dn = RoutingPoint)
    {
        link.push({.type = tlib::MessageType::EventPartyChanged,
                   .connId = now,
                   .previousConnId = before,
                   .thisDn = dn,
                   .ani = tlib::Dn(u"+4989123"),
                   .sequenceNumber = ++sequence});
    }
    /// The request that it sends.
    tlib::ReferenceId askedFor(const model::RouteOrder &order, tlib::ConnId call = One,
                               const tlib::Dn &dn = RoutingPoint)
    {
        if (const auto why = desk.routes.route(call, dn, order); why != model::RouteObstacle::None) {
            QTest::qFail(qPrintable(QStringLiteral("obstacle %1").arg(int(why))), __FILE__, __LINE__);
            return {};
        }
        const auto asked = link.expect<tlib::RouteCall>();
        return asked ? asked->second : tlib::ReferenceId();
    }
    const core::SteadyList<model::WaitingCall> &waiting() const { return desk.waiting.rows(); }
    QList<tlib::ConnId> ids() const
    {
        QList<tlib::ConnId> ids;
        for (const auto &call : waiting())
            ids.append(call.id);
        return ids;
    }
    const core::SteadyList<model::Toast> &toasts() const { return desk.toasts.toasts(); }

    struct Settled
    {
        tlib::ConnId call;
        tlib::Dn routingPoint;
        core::Result<core::Done> outcome;
    };
    QList<Settled> settled;
    QSignalSpy came;
    QSignalSpy changed;
    qint64 sequence = 0;
};

} // namespace support
