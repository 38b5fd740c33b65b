#include "automation/words.h"

using namespace Qt::StringLiterals;

namespace automation {

namespace {

QString sentenceForFlaw(model::RouteFlaw flaw)
{
    using model::RouteFlaw;
    switch (flaw) {
    case RouteFlaw::None: return {};
    case RouteFlaw::NoDestination: return u"a destination is missing"_s;
    case RouteFlaw::DestinationIsNotOneWord:
        return u"the destination is not a DN: it is one word of at most 255 bytes"_s;
    case RouteFlaw::DestIsNoSipUri: return u"dest is no SIP address like sip:recorder@host"_s;
    case RouteFlaw::Dest2IsNoSipUri: return u"dest2 is no SIP address like sip:recorder@host"_s;
    case RouteFlaw::SameDestTwice: return u"dest and dest2 are the same recorder"_s;
    case RouteFlaw::TooLong: return u"a text is longer than 65,535 bytes"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceFor(model::RouteObstacle obstacle, const model::RouteOrder &order)
{
    using model::RouteObstacle;
    switch (obstacle) {
    case RouteObstacle::None: return {};
    case RouteObstacle::NotWaiting: return u"this call does not wait here"_s;
    case RouteObstacle::Flawed: return sentenceForFlaw(flawIn(order));
    case RouteObstacle::NobodyToAsk: return u"there is nobody to ask: this is a log"_s;
    case RouteObstacle::NotCertain: return u"it is not certain that the call still waits"_s;
    case RouteObstacle::BeingRouted: return u"the call is being routed already"_s;
    }
    Q_UNREACHABLE();
}

core::Error inWords(const core::Error &why)
{
    if (why.kind == core::ErrorKind::LinkLost)
        return {.kind = core::ErrorKind::TimedOut, .text = why.text + u"; the result is unknown"_s};
    if (why.kind != core::ErrorKind::Refused)
        return why;
    const QString text = u"SIP Server refused (%1)"_s.arg(why.serverCode);
    return {.kind = why.kind,
            .text = why.text.isEmpty() ? text : text + u": "_s + why.text,
            .serverCode = why.serverCode};
}

core::Error notDone(const core::Error &why, const QString &before)
{
    return {.kind = why.kind == core::ErrorKind::InvalidInput ? core::ErrorKind::NotAllowed : why.kind,
            .text = before + why.text};
}

} // namespace automation
