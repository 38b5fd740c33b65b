#include "model/desk.h"

namespace model {

Desk::Desk(tlib::Link &link, core::Clock &clock, const DeskConfiguration &configuration)
    : clock(clock)
    , connection(link, clock, configuration.connection)
    , tracker(connection, calls, clock, configuration.keys)
    , registry(connection, tracker, calls, clock)
    , toasts(clock)
    , roster(connection, registry, clock)
    , agent(connection, roster, toasts, configuration.isReplay)
    , control(
          {.connection = connection, .calls = calls, .registry = registry, .toasts = toasts, .clock = clock},
          configuration.control,
          {.permissions = configuration.permissions,
           .atTransfer = configuration.atTransfer,
           .isReplay = configuration.isReplay})
    , timeline(calls, clock)
    , board(calls, registry, roster)
    , routes(connection, registry, toasts, clock)
{
    QObject::connect(&registry, &DnRegistry::refused, &toasts, [this](const Dn &dn, const core::Error &why) {
        toasts.post(
            {.kind = ToastKind::DnNotMonitored, .dn = dn, .code = why.serverCode, .serverText = why.text});
    });
    QObject::connect(&tracker, &CallTracker::unknownWord, &toasts, [this](const QString &word) {
        toasts.post({.severity = Severity::Warning, .kind = ToastKind::UnknownWord, .serverText = word});
    });
    QObject::connect(&registry, &DnRegistry::stateChanged, &toasts, [this](const Dn &dn) {
        if (registry.stateOf(dn) == MonitorState::Monitored) {
            toasts.dismissIf([&dn](const Toast &toast) {
                return toast.kind == ToastKind::DnNotMonitored && toast.dn == dn;
            });
        }
    });
}

} // namespace model
