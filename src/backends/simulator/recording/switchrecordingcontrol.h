#pragma once

#include "backends/simulator/recording/mediaserver.h"
#include "backends/simulator/recording/recordingrules.h"
#include "backends/simulator/switch/callbook.h"
#include "backends/simulator/switch/distributor.h"
#include "backends/simulator/switch/userdatacontrol.h"
#include "tlib/requests.h"

namespace simulator {

/// The switch's side of recording: what a request may do, what the course of a call does to its recording,
/// and how the media server's reports become the call's user data. Who is recorded when is in RecordingRules.
class SwitchRecordingControl
{
public:
    /// A "no" prepared for the next requests of one service.
    struct RefusalRule
    {
        tlib::RecordingCommand command = {};
        core::Error answer = {};
        int times = 1;
    };

    SwitchRecordingControl(core::Clock &clock, const RecorderConfig &config, const Directory &directory,
                           CallBook &book, UserDataControl &userData, Distributor &distributor);

    /// Acknowledges, and the state follows later; or is refused; or, when muted, neither.
    core::Result<core::Done> carryOut(const tlib::RecordingService &service, const Asker &asker);
    /// What the Extensions of RequestRouteCall say. Refused (53): a word or a location that is none, an id
    /// that a live recording has.
    core::Result<RouteRecording> routeRecordingFrom(const tlib::KvList &extensions) const;

    void callAnswered(const SwitchCall &call);
    /// What a transfer or a conference does to the recording: it belongs to the party whose side is recorded.
    void partyLeft(const SwitchCall &call, const tlib::Dn &dn);
    void partyJoined(const SwitchCall &call, const tlib::Dn &dn);
    void callEnded(tlib::ConnId call);

    /// The media server does it without being asked; `silently` means that nobody is told.
    core::Result<core::Done> changeByItself(tlib::ConnId call, RecorderState state, bool silently);
    /// Rules of one service are used up one after the other; `times` 0 takes them all back.
    void refuseNext(RefusalRule rule);
    void muteNext(int times) { m_mutes = times; }

    RecordingSession recordingOf(tlib::ConnId call) const { return m_media.reported(call); }
    std::vector<RecordingSession> recordingsOf(tlib::ConnId call) const { return m_media.recordingsOf(call); }
    const std::optional<tlib::RecordingService> &lastService() const { return m_lastService; }

    // For a backup: the same of another server.
    const RecordingRules &rules() const { return m_rules; }
    RecordingRules &rules() { return m_rules; }
    const MediaServer &mediaServer() const { return m_media; }
    MediaServer &mediaServer() { return m_media; }
    void setLastService(std::optional<tlib::RecordingService> service) { m_lastService = std::move(service); }

private:
    core::Result<core::Done> order(const tlib::RecordingService &service, const SwitchCall &call);
    core::Result<core::Done> start(const tlib::RecordingService &service, const SwitchCall &call,
                                   Remarks remarks);
    std::optional<core::Error> preparedRefusal(tlib::RecordingCommand command);
    void judgeNewcomers(const SwitchCall &call);
    void begin(std::optional<RecordingOrder> order);
    core::Result<core::Done> tell(tlib::ConnId call, const RecordingSession &recording, bool silently);

    const IndicationConfig m_indication;
    CallBook &m_book;
    UserDataControl &m_userData;
    Distributor &m_distributor;
    RecordingRules m_rules;
    std::vector<RefusalRule> m_refusals;
    int m_mutes = 0;
    std::optional<tlib::RecordingService> m_lastService;
    MediaServer m_media;
};

} // namespace simulator
