#pragma once

#include "backends/simulator/commands.h"
#include "backends/simulator/simlink.h"
#include "model/desk.h"
#include "support/manualclock.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

/// A contact centre in one thread: a switch, and desks that are connected to it through SimLinks.
class Site
{
public:
    /// One desktop.
    struct Seat
    {
        Seat(simulator::LocalServer &server, core::Clock &clock, const QList<model::DnEntry> &entries)
            : link(server)
            , desk(link, clock)
        {
            desk.registry.setDns(entries);
            desk.connection.open({.host = QStringLiteral("switch"), .port = 1});
        }
        bool isSupervisor() const { return desk.registry.ownDn() == model::Dn(QStringLiteral("7900")); }

        simulator::SimLink link;
        model::Desk desk;
    };

    explicit Site(const simulator::Configuration &configuration)
        : server(configuration, clock)
        , commands(server.simulatedSwitch(), clock)
    {
    }

    Seat &sit(const QList<model::DnEntry> &entries)
    {
        seats.push_back(std::make_unique<Seat>(server, clock, entries));
        settle();
        return *seats.back();
    }
    /// Until nobody has anything to say any more; no time passes.
    void settle()
    {
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
    }
    /// Time passes, as for a media server to do its work.
    void wait(core::Duration duration)
    {
        settle();
        clock.advance(duration);
        settle();
    }

    support::ManualClock clock;
    simulator::LocalServer server;
    simulator::Commands commands;
    std::vector<std::unique_ptr<Seat>> seats;
};
