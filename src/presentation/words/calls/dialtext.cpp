#include "presentation/words/calls/dialtext.h"

#include "presentation/words/actiontext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using model::Obstacle;

namespace presentation {

namespace {

class DialTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::DialText)
};

} // namespace

QString dialObstacleText(Obstacle obstacle, bool isOverdue)
{
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain:
        return isOverdue ? DialTextWords::tr("Nothing is sent while the server gives no sign of life.")
                         : DialTextWords::tr("Nothing is sent while there is no connection.");
    case Obstacle::RequestUnderWay: return DialTextWords::tr("A call is being made. Waiting for SIP Server.");
    case Obstacle::NoOwnDn: return DialTextWords::tr("This desktop has no DN of its own to call from.");
    case Obstacle::OnlyLooking: return DialTextWords::tr("A log is being replayed: there is nobody to ask.");
    case Obstacle::NotInThisState:
    case Obstacle::NotPermitted:
    case Obstacle::NotOwnCall:
    case Obstacle::NotSupported: break; // of calls that are there
    }
    return DialTextWords::tr("No call can be made now.");
}

QString dialFlawText(const std::optional<model::WhyNot> &why, bool isOverdue)
{
    if (!why)
        return {};
    if (const auto *flaw = std::get_if<model::DestinationFlaw>(&*why))
        return destinationFlawText(*flaw);
    const auto *obstacle = std::get_if<Obstacle>(&*why);
    return obstacle ? dialObstacleText(*obstacle, isOverdue) : QString();
}

QString dialProgressText(const model::Dn &destination)
{
    return DialTextWords::tr("Calling %1…", "a number").arg(plainText(destination.toString(), 40));
}

} // namespace presentation
