#include "model/events/snapshot.h"

#include "core/logging.h"

#include <QHash>
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

/// The pairs by their keys; of one that stands twice the first counts. A list of 64 KB is walked once.
using Index = QHash<QByteArrayView, tlib::KvValue>;

Index indexOf(const tlib::KvList &list)
{
    Index index;
    for (const tlib::KvList::Pair pair : list) {
        if (const QByteArrayView key(pair.key); !index.contains(key))
            index.insert(key, pair.value);
    }
    return index;
}

qint32 numberAt(const Index &index, const QByteArray &key, qint32 otherwise)
{
    const auto value = index.constFind(key);
    return value == index.constEnd() ? otherwise : value->toInt().value_or(otherwise);
}

} // namespace

Snapshot snapshotFrom(const tlib::KvList &extensions)
{
    Snapshot snapshot;
    const Index index = indexOf(extensions);
    QSet<CallId> seen;
    for (int n = 1;; ++n) {
        const QByteArray number = QByteArray::number(n);
        const auto text = index.constFind("conn-" + number);
        if (text == index.constEnd())
            break;
        const auto id = tlib::ConnId::fromString(text->toString());
        if (!id || id->isNull()) {
            snapshot.isWhole = false;
            continue;
        }
        if (seen.contains(*id))
            continue;
        seen.insert(*id);
        const auto state =
            tlib::PartyState(numberAt(index, "ps-" + number, qint32(tlib::PartyState::Connected)));
        const auto type = CallType(numberAt(index, "ct-" + number, qint32(CallType::Unknown)));
        snapshot.calls.append({.id = *id,
                               .phase = phaseFrom(state),
                               .type = type,
                               .isQueued = state == tlib::PartyState::Queued});
    }
    if (!snapshot.isWhole)
        qCWarning(core::modelLog) << "a DN's snapshot names a call that is no ConnID";
    return snapshot;
}

} // namespace model
