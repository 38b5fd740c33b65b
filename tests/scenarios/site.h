#pragma once

#include "backends/logreplay/logwriter.h"
#include "backends/simulator/link/simlink.h"
#include "backends/simulator/script/commands.h"
#include "model/calls/callhistory.h"
#include "model/desk.h"
#include "support/manualclock.h"

#include <QAbstractEventDispatcher>
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
        Seat(Site &site, const QList<model::DnEntry> &entries)
            : link(site.server)
            , desk(link, site.clock, {.keys = site.keys})
            , history(desk.calls, desk.timeline, site.clock)
        {
            QObject::connect(&desk.toasts, &model::ToastList::posted, &desk.toasts,
                             [this](model::ToastId id) { posted.append(*desk.toasts.find(id)); });
            desk.registry.setDns(entries);
            desk.connection.open({.host = QStringLiteral("switch"), .port = 1});
            site.settle();
        }
        bool isSupervisor() const { return desk.registry.ownDn() == model::Dn(QStringLiteral("7900")); }

        simulator::SimLink link;
        model::Desk desk;
        model::CallHistory history;
        QList<model::Toast> posted; ///< since the step began; some go by themselves
    };

    /// `wordsOfDesks`: how the desktops expect a recording to be told.
    explicit Site(const simulator::SwitchConfiguration &configuration, model::RecordingKeys wordsOfDesks = {})
        : keys(std::move(wordsOfDesks))
        , server(configuration, clock, [this](const tlib::Event &event) { write(event); })
        , commands(server.simulatedSwitch(), clock)
    {
    }

    Seat &sit(const QList<model::DnEntry> &entries)
    {
        seats.push_back(std::make_unique<Seat>(*this, entries));
        return *seats.back();
    }
    /// Until nobody has anything to say any more; no time passes.
    void settle()
    {
        while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
            ;
    }
    /// Time passes, as for a media server to do its work; in steps, so that what is said is heard then.
    void wait(core::Duration duration)
    {
        constexpr core::Duration Step = std::chrono::milliseconds(100);
        settle();
        for (core::Duration passed{0}; passed < duration; passed += Step) {
            clock.advance(Step);
            settle();
        }
    }

    const model::RecordingKeys keys;
    support::ManualClock clock;
    std::string log;        ///< what the switch has said to anybody, as log text
    core::Instant logged{}; ///< when it said the latest of that
    simulator::LocalServer server;
    simulator::Commands commands;
    std::vector<std::unique_ptr<Seat>> seats;

private:
    void write(const tlib::Event &event)
    {
        logreplay::appendLogText(log, event, clock.wallTime());
        logged = clock.now();
    }
};
