#include "backends/simulator/recording/switchrecordingcontrol.h"

#include "backends/simulator/switch/refusal.h"
#include "core/logging.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::RecordingCommand;

namespace {

QString wordFor(RecorderState state, const IndicationConfig &indication)
{
    switch (state) {
    case RecorderState::Off: return indication.off;
    case RecorderState::On: return indication.on;
    case RecorderState::Paused: return indication.paused;
    }
    Q_UNREACHABLE();
}

tlib::KvList pairsOf(const RecordingSession &recording, const IndicationConfig &indication)
{
    tlib::KvList pairs;
    if (!indication.legacy)
        pairs.append(indication.stateKey.toUtf8(), wordFor(recording.state, indication));
    if (!recording.file.isEmpty())
        pairs.append(indication.fileKey.toUtf8(), recording.file);
    return pairs;
}

core::Error invalid(const QString &text)
{
    return refusal(tlib::errorcode::InvalidAttribute, text);
}

std::optional<RecordOption> routeRecordFrom(const QString &word)
{
    if (word.isEmpty())
        return RecordOption::NotSaid;
    if (word == u"source")
        return RecordOption::Source;
    if (word == u"destination")
        return RecordOption::Destination;
    if (word == u"disable_source")
        return RecordOption::DisableSource;
    if (word == u"disable_destination")
        return RecordOption::DisableDestination;
    return std::nullopt;
}

core::Result<core::Done> checkLocations(const tlib::KvList &extensions,
                                        std::initializer_list<QByteArrayView> keys)
{
    for (const QByteArrayView key : keys) {
        const QString location = extensions.text(key);
        if (!location.isEmpty() && !isSipLocation(location)) {
            return invalid(u"%1 is \"%2\", not a SIP location like sip:recorder@127.0.0.1"_s.arg(
                QString::fromUtf8(key), location));
        }
    }
    return core::Done{};
}

/// A nested list as it is; a plain string as one pair of the name "Params".
core::Result<tlib::KvList> paramsFrom(const tlib::KvList &extensions)
{
    const auto given = extensions.find("Params");
    tlib::KvList params;
    if (!given)
        return params;
    switch (given->type()) {
    case tlib::KvType::List: return given->toList();
    case tlib::KvType::String:
    case tlib::KvType::Unicode: params.append("Params", *given); return params;
    case tlib::KvType::Int:
    case tlib::KvType::Binary: break;
    }
    return invalid(u"Params is neither a list of name-value pairs nor a text"_s);
}

} // namespace

SwitchRecordingControl::SwitchRecordingControl(core::Clock &clock, const RecorderConfig &config,
                                               const Directory &directory, CallBook &book,
                                               UserDataControl &userData, Distributor &distributor)
    : m_indication(config.indication)
    , m_book(book)
    , m_userData(userData)
    , m_distributor(distributor)
    , m_rules(directory)
    , m_media(clock, config, [this](tlib::ConnId call, const RecordingSession &recording) {
        if (const auto told = tell(call, recording, false); !told)
            qCWarning(core::simulatorLog, "recording state of %s cannot be told: %s",
                      qUtf8Printable(call.toString()), qUtf8Printable(told.error().text));
    })
{
}

core::Result<core::Done> SwitchRecordingControl::carryOut(const tlib::RecordingService &service,
                                                          const Asker &asker)
{
    const SwitchCall *call = m_book.find(service.call);
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

core::Result<RouteRecording> SwitchRecordingControl::routeRecordingFrom(const tlib::KvList &extensions) const
{
    const QString word = extensions.text("record");
    const auto record = routeRecordFrom(word);
    if (!record) {
        return invalid(
            u"record is \"%1\", not source, destination, disable_source or disable_destination"_s.arg(word));
    }
    if (const auto checked = checkLocations(extensions, {"dest", "dest2"}); !checked)
        return checked.error();
    const QString id = extensions.text("id");
    if (!id.isEmpty() && m_media.isIdInUse(id))
        return invalid(u"The id %1 belongs to a recording that has not ended"_s.arg(id));
    return RouteRecording{
        .record = *record, .id = id, .dest = extensions.text("dest"), .dest2 = extensions.text("dest2")};
}

void SwitchRecordingControl::callAnswered(const SwitchCall &call)
{
    judgeNewcomers(call);
}

void SwitchRecordingControl::partyLeft(const SwitchCall &call, const tlib::Dn &dn)
{
    m_rules.forgetParty(call.id, dn);
    if (m_media.recordedDn(call.id) != dn)
        return; // the recording of another side goes on
    m_media.end(call.id);
    begin(m_rules.forThoseWhoStay(call, dn));
}

void SwitchRecordingControl::partyJoined(const SwitchCall &call, const tlib::Dn &)
{
    judgeNewcomers(call);
}

void SwitchRecordingControl::callEnded(tlib::ConnId call)
{
    m_rules.forgetCall(call);
    m_media.forget(call);
}

core::Result<core::Done> SwitchRecordingControl::changeByItself(tlib::ConnId id, RecorderState state,
                                                                bool silently)
{
    const SwitchCall *call = m_book.find(id);
    if (!call)
        return noSuchCall(id);
    return tell(id, m_media.changeByItself(m_rules.forAgentSide(*call), state), silently);
}

void SwitchRecordingControl::refuseNext(RefusalRule rule)
{
    if (rule.times > 0)
        m_refusals.push_back(std::move(rule));
    else
        std::erase_if(m_refusals, [&rule](const RefusalRule &r) { return r.command == rule.command; });
}

core::Result<core::Done> SwitchRecordingControl::order(const tlib::RecordingService &service,
                                                       const SwitchCall &call)
{
    auto params = paramsFrom(service.extensions);
    if (!params)
        return params.error();
    Remarks remarks{.params = *std::move(params), .reasons = service.reasons};
    switch (service.command) {
    case RecordingCommand::Start: return start(service, call, std::move(remarks));
    case RecordingCommand::Pause: return m_media.pause(call.id, remarks);
    case RecordingCommand::Resume: return m_media.resume(call.id, remarks);
    case RecordingCommand::Stop: return m_media.stop(call.id, remarks);
    }
    Q_UNREACHABLE();
}

core::Result<core::Done> SwitchRecordingControl::start(const tlib::RecordingService &service,
                                                       const SwitchCall &call, Remarks remarks)
{
    const QString side = service.extensions.text("record");
    if (!side.isEmpty() && side != u"source" && side != u"destination")
        return invalid(u"Cannot start: record is \"%1\", not source or destination"_s.arg(side));
    if (const auto checked = checkLocations(service.extensions, {"Dest", "Dest2"}); !checked)
        return checked;
    auto order = m_rules.forStart(call, service.dn,
                                  side == u"destination" ? RecordOption::Destination : RecordOption::Source);
    if (!order)
        return order.error();
    order->id = service.extensions.text("Id");
    order->dest = service.extensions.text("Dest");
    order->dest2 = service.extensions.text("Dest2");
    order->remarks = std::move(remarks);
    return m_media.start(*order);
}

std::optional<core::Error> SwitchRecordingControl::preparedRefusal(RecordingCommand command)
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

void SwitchRecordingControl::judgeNewcomers(const SwitchCall &call)
{
    auto order = m_rules.forNewcomers(call);
    if (SwitchCall *known = m_book.find(call.id))
        known->routeRecording = {}; // it has acted, and is not carried to the next leg
    if (m_media.wantedState(call.id) == RecorderState::Off)
        begin(std::move(order));
}

void SwitchRecordingControl::begin(std::optional<RecordingOrder> order)
{
    if (!order)
        return;
    if (!order->id.isEmpty() && m_media.isIdInUse(order->id)) {
        qCWarning(core::simulatorLog, "the route's id is in use by now; the media server makes another");
        order->id.clear(); // that the call is recorded matters more than how that is named
    }
    if (const auto started = m_media.start(*order); !started)
        qCWarning(core::simulatorLog, "no recording by configuration or route: %s",
                  qUtf8Printable(started.error().text));
}

core::Result<core::Done> SwitchRecordingControl::tell(tlib::ConnId call, const RecordingSession &recording,
                                                      bool silently)
{
    const tlib::KvList pairs = pairsOf(recording, m_indication);
    const SwitchCall *known = m_book.find(call);
    if (known && m_indication.legacy && known->userData.text(m_indication.fileKey.toUtf8()) == recording.file)
        return core::Done{}; // nothing that such a server would tell
    return silently ? m_userData.updateSilently(call, pairs) : m_userData.update(call, pairs);
}

} // namespace simulator
