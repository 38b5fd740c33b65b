#include "fault/world/life.h"

using namespace Qt::StringLiterals;
using simulator::RecorderState;
using tlib::PartyState;

namespace world {

namespace {

constexpr tlib::ClientId Other{1}; ///< a supervisor's desktop, not ours
const tlib::Dn OthersDn(u"7900"_s);
const std::vector<tlib::Dn> Agents{tlib::Dn(u"7001"_s), tlib::Dn(u"7002"_s), tlib::Dn(u"7003"_s)};
const std::vector<tlib::Dn> Callers{tlib::Dn(u"+493055501"_s), tlib::Dn(u"+493055502"_s), tlib::Dn(u"7002"_s),
                                    tlib::Dn(u"7003"_s)};

QString said(const QString &what, const core::Result<core::Done> &done)
{
    return done ? what : QString();
}

} // namespace

simulator::SwitchConfiguration Life::configuration(Dice &dice)
{
    simulator::SwitchConfiguration configuration;
    for (const tlib::Dn &dn : Agents)
        configuration.dns.append({.dn = dn, .record = dice.chance(60)});
    configuration.dns.append({.dn = OthersDn});
    configuration.recorder.delay = dice.duration(0, 600);
    return configuration;
}

Life::Life(Servers &servers, std::vector<tlib::Dn> watched, std::function<bool(tlib::ConnId)> isFollowed)
    : m_servers(servers)
    , m_watched(std::move(watched))
    , m_isFollowed(std::move(isFollowed))
{
    sw().handle(
        Other,
        tlib::RegisterClient{.protocolVersion = tlib::Text(QString::fromLatin1(wire::ProtocolVersion))},
        tlib::ReferenceId(1));
    sw().handle(Other, tlib::RegisterAddress{.dn = OthersDn}, tlib::ReferenceId(2));
}

QString Life::go(Dice &dice)
{
    switch (dice.below(20)) {
    case 0:
    case 1:
    case 2: return newCall(dice);
    case 3:
    case 4:
    case 5:
    case 6: return atTelephone(dice);
    case 7: return transfer(dice);
    case 8: return consult(dice);
    case 9: return join(dice);
    case 10:
    case 11:
    case 12:
    case 13: return recorder(dice);
    case 14:
    case 15:
    case 16: return otherClient(dice);
    case 17:
    case 18: return userData(dice);
    default: return prepare(dice);
    }
}

const simulator::SwitchCall *Life::anyCall(Dice &dice) const
{
    const auto &book = m_servers.sw().book().all();
    if (book.empty())
        return nullptr;
    return &std::next(book.begin(), dice.below(int(book.size())))->second;
}

QString Life::newCall(Dice &dice)
{
    const bool isOutgoing = dice.chance(20);
    const tlib::Dn from = isOutgoing ? dice.pick(m_watched) : dice.pick(Callers);
    const tlib::Dn to = isOutgoing ? dice.pick(Callers) : dice.pick(m_watched);
    tlib::KvList data;
    if (dice.chance(40))
        data.append("CustomerSegment", QString::number(++m_values));
    const auto made = sw().calls().make(from, to, data);
    return made ? u"%1 calls %2: %3"_s.arg(from.toString(), to.toString(), made->toString()) : QString();
}

QString Life::atTelephone(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call)
        return {};
    const tlib::ConnId id = call->id;
    const simulator::Party party = dice.pick(call->parties);
    const auto text = [&](const QString &verb) {
        return u"%1 %2 %3"_s.arg(party.dn.toString(), verb, id.toString());
    };
    if (party.state == PartyState::Alerting && dice.chance(85))
        return said(text(u"answers"_s), sw().calls().answer(party.dn, id));
    if (party.state == PartyState::Held && dice.chance(70))
        return said(text(u"retrieves"_s), sw().calls().retrieve(party.dn, id));
    if (party.state == PartyState::Connected && dice.chance(40))
        return said(text(u"holds"_s), sw().calls().hold(party.dn, id));
    return said(text(u"leaves"_s), sw().calls().release(party.dn, id));
}

QString Life::transfer(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call)
        return {};
    const tlib::ConnId id = call->id;
    const tlib::Dn by = dice.pick(call->parties).dn;
    const tlib::Dn to = dice.pick(dice.chance(60) ? m_watched : Agents);
    return said(u"%1 transfers %2 to %3"_s.arg(by.toString(), id.toString(), to.toString()),
                sw().transfers().transfer(by, id, to));
}

QString Life::consult(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call)
        return {};
    const tlib::ConnId id = call->id;
    const tlib::Dn by = dice.pick(call->parties).dn;
    const tlib::Dn to = dice.pick(Agents);
    const auto made = sw().transfers().consult(by, id, to, simulator::ConsultFor::Transfer);
    return made ? u"%1 consults %2 about %3: %4"_s.arg(by.toString(), to.toString(), id.toString(),
                                                       made->toString())
                : QString();
}

QString Life::join(Dice &dice)
{
    for (const auto &[id, call] : sw().book().all()) {
        if (!call.consultation)
            continue;
        const tlib::Dn by = call.consultation->by;
        const tlib::ConnId first = call.consultation->firstCall;
        const tlib::ConnId consultation = id;
        if (dice.chance(50))
            return said(u"%1 completes the transfer of %2"_s.arg(by.toString(), first.toString()),
                        sw().transfers().completeTransfer(by, first, consultation));
        return said(u"%1 makes a conference of %2"_s.arg(by.toString(), first.toString()),
                    sw().transfers().completeConference(by, first, consultation));
    }
    return {};
}

QString Life::recorder(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call || !call->isAnswered())
        return {};
    const auto state = RecorderState(dice.below(3));
    return said(u"the recorder of %1 is %2"_s.arg(call->id.toString(), simulator::stateWord(state)),
                sw().recording().changeByItself(call->id, state, false));
}

QString Life::otherClient(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call)
        return {};
    const auto command = tlib::RecordingCommand(dice.below(4));
    m_lastReference = m_lastReference.next();
    const tlib::ConnId id = call->id;
    sw().handle(Other, tlib::RecordingService{.command = command, .dn = OthersDn, .call = id},
                m_lastReference);
    return u"another desktop asks for %1 of %2"_s.arg(int(command)).arg(id.toString());
}

QString Life::userData(Dice &dice)
{
    const simulator::SwitchCall *const call = anyCall(dice);
    if (!call)
        return {};
    const tlib::ConnId id = call->id;
    tlib::KvList pairs;
    // A key that goes before the desktop has heard of the call is as if it had never been there.
    const int change = m_isFollowed(id) ? dice.below(8) : 7;
    switch (change) {
    case 0:
        pairs.append("GSIP_RECORD", u"RECORDING?");
        return said(u"an unknown word for %1"_s.arg(id.toString()), sw().userData().update(id, pairs));
    case 1:
        return said(u"the state's key of %1 goes"_s.arg(id.toString()),
                    sw().userData().removePair(id, tlib::Text(u"GSIP_RECORD"_s)));
    case 2:
        return said(u"the file's key of %1 goes"_s.arg(id.toString()),
                    sw().userData().removePair(id, tlib::Text(u"GSIP_REC_FN"_s)));
    default:
        pairs.append("CustomerSegment", QString::number(++m_values));
        return said(u"user data of %1"_s.arg(id.toString()), sw().userData().update(id, pairs));
    }
}

QString Life::prepare(Dice &dice)
{
    if (dice.chance(50)) {
        const auto command = tlib::RecordingCommand(dice.below(4));
        sw().recording().refuseNext(
            {.command = command, .answer = {.kind = core::ErrorKind::Refused, .serverCode = 93}});
        return u"the next request for %1 will be refused"_s.arg(int(command));
    }
    sw().recording().muteNext(1);
    return u"the next recording request will not be answered"_s;
}

} // namespace world
