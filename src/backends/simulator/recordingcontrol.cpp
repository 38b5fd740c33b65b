#include "backends/simulator/recordingcontrol.h"

#include "backends/simulator/refusal.h"
#include "core/logging.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::RecordingCommand;

namespace {

tlib::KvList pairsOf(const Recording &recording)
{
    tlib::KvList pairs;
    pairs.append("GSIP_RECORD", stateWord(recording.state).toUpper());
    if (!recording.file.isEmpty())
        pairs.append("GSIP_REC_FN", recording.file);
    return pairs;
}

} // namespace

RecordingControl::RecordingControl(core::Clock &clock, const RecorderConfig &config,
                                   const Directory &directory, CallBook &book, UserDataControl &userData,
                                   Distributor &distributor)
    : m_directory(directory)
    , m_book(book)
    , m_userData(userData)
    , m_distributor(distributor)
    , m_media(clock, config, [this](tlib::ConnId call, const Recording &recording) {
        if (const auto told = m_userData.update(call, pairsOf(recording)); !told)
            qCWarning(core::simulatorLog, "recording state of %s cannot be told: %s",
                      qUtf8Printable(call.toString()), qUtf8Printable(told.error().text));
    })
{
}

core::Result<core::Done> RecordingControl::carryOut(const tlib::RecordingService &service, const Asker &asker)
{
    const Call *call = m_book.find(service.call);
    if (!call)
        return noSuchCall(service.call);
    if (auto no = preparedRefusal(service.command))
        return *std::move(no);
    if (m_mutes > 0) {
        --m_mutes;
        return core::Done{};
    }
    if (const auto taken = order(service, *call); !taken)
        return taken;
    m_lastService = service;
    m_distributor.reply(
        asker, {.type = tlib::MessageType::EventAck, .userEvent = tlib::MessageType::PrivateService});
    return core::Done{};
}

void RecordingControl::callAnswered(const Call &call)
{
    const auto sideOf = [&call](tlib::DnRole role) {
        const Party *party = call.withRole(role);
        return party ? party->dn : tlib::Dn();
    };
    tlib::Dn dn;
    if (call.routeRecord == RouteRecord::Source || call.routeRecord == RouteRecord::Destination) {
        dn = sideOf(call.routeRecord == RouteRecord::Source ? tlib::DnRole::Origination
                                                            : tlib::DnRole::Destination);
    } else {
        for (const Party &party : call.parties) {
            const bool disabled =
                (call.routeRecord == RouteRecord::DisableSource && party.role == tlib::DnRole::Origination) ||
                (call.routeRecord == RouteRecord::DisableDestination &&
                 party.role == tlib::DnRole::Destination);
            if (dn.isEmpty() && m_directory.isRecorded(party.dn) && !disabled)
                dn = party.dn;
        }
    }
    if (dn.isEmpty())
        return;
    if (const auto started = m_media.start(orderFor(call, dn)); !started)
        qCWarning(core::simulatorLog, "no recording by configuration: %s",
                  qUtf8Printable(started.error().text));
}

core::Result<core::Done> RecordingControl::changeByItself(tlib::ConnId id, RecorderState state, bool silently)
{
    const Call *call = m_book.find(id);
    if (!call)
        return noSuchCall(id);
    const Recording now = m_media.changeByItself(orderFor(*call, {}), state);
    return silently ? m_userData.updateSilently(id, pairsOf(now)) : m_userData.update(id, pairsOf(now));
}

void RecordingControl::refuseNext(RefusalRule rule)
{
    if (rule.times > 0)
        m_refusals.push_back(std::move(rule));
    else
        std::erase_if(m_refusals, [&rule](const RefusalRule &r) { return r.command == rule.command; });
}

core::Result<core::Done> RecordingControl::order(const tlib::RecordingService &service, const Call &call)
{
    switch (service.command) {
    case RecordingCommand::Start: return start(service, call);
    case RecordingCommand::Pause: return m_media.pause(call.id);
    case RecordingCommand::Resume: return m_media.resume(call.id);
    case RecordingCommand::Stop: return m_media.stop(call.id);
    }
    Q_UNREACHABLE();
}

core::Result<core::Done> RecordingControl::start(const tlib::RecordingService &service, const Call &call)
{
    if (!call.isAnswered())
        return refusal(tlib::errorcode::WrongState, u"Cannot start: the call is not answered yet"_s);
    const QString side = service.extensions.text("record");
    if (!side.isEmpty() && side != u"source" && side != u"destination") {
        return refusal(tlib::errorcode::InvalidAttribute,
                       u"Cannot start: record is \"%1\", not source or destination"_s.arg(side));
    }
    const Party *party = call.party(service.dn);
    if (party && side == u"destination")
        party = call.otherThan(service.dn);
    RecordingOrder order = orderFor(call, party ? party->dn : tlib::Dn());
    order.id = service.extensions.text("Id");
    order.dest = service.extensions.text("Dest");
    order.dest2 = service.extensions.text("Dest2");
    return m_media.start(std::move(order));
}

std::optional<core::Error> RecordingControl::preparedRefusal(RecordingCommand command)
{
    const auto rule = std::find_if(m_refusals.begin(), m_refusals.end(),
                                   [command](const RefusalRule &r) { return r.command == command; });
    if (rule == m_refusals.end())
        return std::nullopt;
    core::Error answer = rule->answer;
    if (--rule->times == 0)
        m_refusals.erase(rule);
    return answer;
}

RecordingOrder RecordingControl::orderFor(const Call &call, const tlib::Dn &dn) const
{
    tlib::Dn recorded = dn;
    for (const Party &party : call.parties) {
        if (recorded.isEmpty() && m_directory.find(party.dn))
            recorded = party.dn;
    }
    const Party *other = call.otherThan(recorded);
    return {.call = call.id,
            .uuid = call.uuid,
            .dn = recorded,
            .party = other ? other->dn : tlib::Dn(),
            .ani = call.ani,
            .dnis = call.dnis};
}

} // namespace simulator
