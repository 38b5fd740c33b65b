#pragma once

#include "core/clock.h"
#include "tlib/event.h"

#include <optional>
#include <vector>

namespace simulator {

/// One end of a call: a DN of the switch, or an outside number.
struct Party
{
    tlib::Dn dn = {};
    tlib::DnRole role = {};
    tlib::PartyState state = {};
    std::optional<core::Instant> routeBy = {}; ///< a routing point's: when the switch routes by itself
    quint64 arrival = 0;                       ///< rises with each call that comes to a DN; the CallBook's
};

enum class ConsultFor { Transfer, Conference };

/// What makes a call a consultation: the call that it is about, and who consults.
struct Consultation
{
    tlib::ConnId firstCall = {};
    ConsultFor purpose = ConsultFor::Transfer;
    tlib::Dn by = {};
};

enum class RecordOption { NotSaid, Source, Destination, DisableSource, DisableDestination };

/// What the route said about recording; it acts at the next answer, once.
struct RouteRecording
{
    RecordOption record = RecordOption::NotSaid;
    QString id = {};
    QString dest = {};
    QString dest2 = {};
    tlib::Dn by = {}; ///< the routing point or queue; empty: the call was not routed since its last answer
};

struct SwitchCall
{
    tlib::ConnId id = {};
    tlib::CallUuid uuid = {};
    tlib::CallType type = {};
    tlib::Dn ani = {};
    tlib::Dn dnis = {};
    tlib::KvList userData = {};
    std::vector<Party> parties = {};
    RouteRecording routeRecording = {};
    std::optional<Consultation> consultation = {}; ///< as long as it can be completed

    const Party *party(const tlib::Dn &dn) const;
    Party *party(const tlib::Dn &dn);
    const Party *otherThan(const tlib::Dn &dn) const;
    bool isAnswered() const; ///< somebody talks or is on hold
    /// Nobody is left to wait for an answer, or there is nobody to talk to.
    bool endsWithout(const tlib::Dn &dn) const;
};

/// What everybody is told about `call`, as the DN of `party` sees it.
tlib::Event callEvent(tlib::MessageType type, const SwitchCall &call, const Party &party);
/// TransferConnID or ConferenceConnID of a consultation: the call that it is about.
void addLink(tlib::Event &event, const SwitchCall &call);
/// "talking", "ringing", ...: for people.
QString stateWord(tlib::PartyState state);

} // namespace simulator
