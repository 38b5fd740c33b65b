#include "model/events/snapshot.h"

#include "core/logging.h"

#include <QSet>

namespace model {

namespace {

CallPhase phaseFrom(tlib::PartyState state)
{
    switch (state) {
    case tlib::PartyState::Initiated: return CallPhase::Dialing;
    case tlib::PartyState::Queued:
    case tlib::PartyState::Alerting: return CallPhase::Ringing;
    case tlib::PartyState::Held: return CallPhase::Held;
    case tlib::PartyState::Busy:
    case tlib::PartyState::Connected:
    case tlib::PartyState::Failed: return CallPhase::Talking;
    }
    return CallPhase::Talking;
}

qint32 numberAt(const tlib::KvList &list, const QByteArray &key, qint32 otherwise)
{
    const auto value = list.find(key);
    return value ? value->toInt().value_or(otherwise) : otherwise;
}

} // namespace

Snapshot snapshotFrom(const tlib::KvList &extensions)
{
    Snapshot snapshot;
    QSet<CallId> seen;
    for (int n = 1;; ++n) {
        const QByteArray number = QByteArray::number(n);
        const auto text = extensions.find("conn-" + number);
        if (!text)
            return snapshot;
        const auto id = tlib::ConnId::fromString(text->toString());
        if (!id || id->isNull()) {
            qCWarning(core::modelLog) << "a DN's snapshot names a call that is no ConnID";
            snapshot.isWhole = false;
            continue;
        }
        if (seen.contains(*id))
            continue;
        seen.insert(*id);
        const auto state =
            tlib::PartyState(numberAt(extensions, "ps-" + number, qint32(tlib::PartyState::Connected)));
        const auto type = CallType(numberAt(extensions, "ct-" + number, qint32(CallType::Unknown)));
        snapshot.calls.append({.id = *id,
                               .phase = phaseFrom(state),
                               .type = type,
                               .isQueued = state == tlib::PartyState::Queued});
    }
}

} // namespace model
