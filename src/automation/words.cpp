#include "automation/words.h"

#include "core/listed.h"

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

QString listed(const QStringList &names)
{
    return core::listed(names, 5);
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

QString sentenceFor(model::Obstacle obstacle)
{
    using model::Obstacle;
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain: return u"nothing is sent while the call's state is not certain"_s;
    case Obstacle::RequestUnderWay: return u"another request for this call is under way"_s;
    case Obstacle::NotInThisState: return u"it makes no sense in the call's present state"_s;
    case Obstacle::NotPermitted: return u"your administrator does not permit it"_s;
    case Obstacle::NotOwnCall:
        return u"it is somebody else's call; only its recording can be moved from here"_s;
    case Obstacle::NoOwnDn:
        return u"it is somebody else's call, and this desktop has no DN of its own to ask on behalf of"_s;
    case Obstacle::NotSupported: return u"SIP Server has said that it does not support this"_s;
    case Obstacle::OnlyLooking: return u"a log is being replayed, and there is nobody to ask"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceFor(model::OptionsFlaw flaw)
{
    using model::OptionsFlaw;
    switch (flaw) {
    case OptionsFlaw::None: return {};
    case OptionsFlaw::DestIsNoSipUri:
        return u"the recorder's address (Dest) is not a SIP URI like sip:recorder.example:5060"_s;
    case OptionsFlaw::Dest2IsNoSipUri:
        return u"the second recorder's address (Dest2) is not a SIP URI like sip:recorder.example:5060"_s;
    case OptionsFlaw::SameDestTwice: return u"both recorders (Dest and Dest2) have the same address"_s;
    case OptionsFlaw::EmptyParamName: return u"a parameter (Params) has no name"_s;
    case OptionsFlaw::RepeatedParamName: return u"two parameters (Params) have the same name"_s;
    case OptionsFlaw::EmptyReasonName: return u"a reason (Reasons) has no name"_s;
    case OptionsFlaw::RepeatedReasonName: return u"two reasons (Reasons) have the same name"_s;
    case OptionsFlaw::TooLong: return u"the options are longer than the 65,535 bytes that a message holds"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceFor(model::DestinationFlaw flaw, const model::Dn &destination)
{
    using model::DestinationFlaw;
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty: return u"the destination is empty: name a DN"_s;
    case DestinationFlaw::NotOneWord:
        return u"\"%1\" is not a DN: it is one word of at most 255 bytes"_s.arg(
            destination.toString().left(60).simplified());
    case DestinationFlaw::OwnDn:
        return u"%1 is the DN that it is to go from: name another"_s.arg(destination.toString());
    }
    Q_UNREACHABLE();
}

QString sentenceFor(model::PartyFlaw flaw)
{
    using model::PartyFlaw;
    switch (flaw) {
    case PartyFlaw::None: return {};
    case PartyFlaw::Empty: return u"the party is empty: name a DN of the call"_s;
    case PartyFlaw::NotInCall: return u"nobody of this DN is in the call beside this desktop"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const model::WhyNot &why, const model::Dn &destination)
{
    if (const auto *obstacle = std::get_if<model::Obstacle>(&why))
        return sentenceFor(*obstacle);
    if (const auto *flaw = std::get_if<model::OptionsFlaw>(&why))
        return sentenceFor(*flaw);
    if (const auto *flaw = std::get_if<model::PartyFlaw>(&why))
        return sentenceFor(*flaw);
    return sentenceFor(std::get<model::DestinationFlaw>(why), destination);
}

core::Error notDone(const core::Error &why, const QString &before)
{
    return {.kind = why.kind == core::ErrorKind::InvalidInput ? core::ErrorKind::NotAllowed : why.kind,
            .text = before + why.text};
}

} // namespace automation
