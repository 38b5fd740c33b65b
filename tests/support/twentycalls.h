#pragma once

#include "tlib/event.h"

#include <QList>
#include <QRandomGenerator>

#include <algorithm>

namespace support {

/// One step in the life of a call that waits on two points.
struct WaitingStep
{
    tlib::MessageType type;
    tlib::ConnId call;
    tlib::Dn point;
};

/// `count` calls come to both points and leave them, diverted, routed, abandoned or released, each in an
/// order of its own: a call may leave the first before it comes to the other.
inline QList<WaitingStep> stepsOfDoublyWaitingCalls(QRandomGenerator &random, const tlib::Dn &one,
                                                    const tlib::Dn &other, int count = 20)
{
    using enum tlib::MessageType;
    constexpr tlib::MessageType Comes[] = {EventQueued, EventRouteRequest};
    constexpr tlib::MessageType Goes[] = {EventDiverted, EventRouteUsed, EventAbandoned, EventReleased};
    QList<QList<WaitingStep>> stays;
    for (int n = 1; n <= count; ++n) {
        for (const tlib::Dn &point : {one, other})
            stays.append({{Comes[random.bounded(2)], tlib::ConnId(quint64(n)), point},
                          {Goes[random.bounded(4)], tlib::ConnId(quint64(n)), point}});
    }
    QList<WaitingStep> steps;
    while (!stays.isEmpty()) {
        const auto which = random.bounded(stays.size());
        steps.append(stays[which].takeFirst());
        if (stays.at(which).isEmpty())
            stays.removeAt(which);
    }
    return steps;
}

} // namespace support
