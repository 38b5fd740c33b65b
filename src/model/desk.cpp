#include "model/desk.h"

namespace model {

Desk::Desk(tlib::Link &link, core::Clock &clock, const DeskConfiguration &configuration)
    : clock(clock)
    , connection(link, clock, configuration.connection)
    , tracker(connection, calls, clock, configuration.keys)
    , registry(connection, tracker, calls, clock)
    , toasts(clock)
    , history(toasts)
    , refusedDns(connection, registry, toasts, clock)
    , roster(connection, registry, clock)
    , agent(connection, roster, toasts, configuration.isReplay)
    , views(calls, registry)
    , inHand(calls, views)
    , abilities(connection)
    , rules(views, abilities, {.permissions = configuration.permissions, .isReplay = configuration.isReplay})
    , control({.connection = connection,
               .calls = calls,
               .registry = registry,
               .views = views,
               .rules = rules,
               .abilities = abilities,
               .toasts = toasts,
               .clock = clock},
              configuration.control, configuration.atTransfer)
    , hand({.calls = calls,
            .inHand = inHand,
            .views = views,
            .rules = rules,
            .control = control,
            .clock = clock})
    , dialling({.connection = connection, .registry = registry, .toasts = toasts, .clock = clock},
               configuration.control.slow, configuration.isReplay)
    , guard({.calls = calls,
             .registry = registry,
             .views = views,
             .rules = rules,
             .control = control,
             .clock = clock},
            configuration.pauseLimits)
    , timeline(connection, calls, clock)
    , today(calls, timeline, clock, views)
    , board(calls, registry, roster)
    , waitTracker(connection, registry, waiting, clock)
    , routes(connection, registry, waiting, toasts)
{
    agent.setReasons(configuration.agentReasons);
    QObject::connect(&tracker, &CallTracker::unknownWord, &toasts, [this](const QString &word) {
        toasts.post({.severity = Severity::Warning, .kind = ToastKind::UnknownWord, .serverText = word});
    });
}

} // namespace model
