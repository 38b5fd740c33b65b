#pragma once

#include "model/desk.h"
#include "support/switchonport.h"

/// What can be seen of the calls of one DN, as text: by a desk, and as the switch knows it.
namespace picture {

inline const tlib::Dn Dn{QStringLiteral("7001")};

inline QString line(tlib::ConnId id, const QString &phase, const QString &recording)
{
    return QStringLiteral("%1 %2 %3; ").arg(id.toString(), phase, recording);
}

inline QString phaseOf(model::CallPhase phase)
{
    switch (phase) {
    case model::CallPhase::Dialing: return QStringLiteral("dialing");
    case model::CallPhase::Ringing: return QStringLiteral("ringing");
    case model::CallPhase::Talking: return QStringLiteral("talking");
    case model::CallPhase::Held: return QStringLiteral("held");
    case model::CallPhase::Released: return QStringLiteral("released");
    }
    Q_UNREACHABLE();
}

inline QString phaseOf(tlib::PartyState state)
{
    switch (state) {
    case tlib::PartyState::Initiated: return QStringLiteral("dialing");
    case tlib::PartyState::Alerting: return QStringLiteral("ringing");
    case tlib::PartyState::Connected: return QStringLiteral("talking");
    case tlib::PartyState::Held: return QStringLiteral("held");
    case tlib::PartyState::Queued:
    case tlib::PartyState::Busy:
    case tlib::PartyState::Failed: return QStringLiteral("?");
    }
    Q_UNREACHABLE();
}

/// A light that was never spoken of is "off": the desk knows no more than that nothing was said.
inline QString of(const model::Call &call)
{
    const auto word = [&call] {
        switch (call.recording.state) {
        case model::RecordingState::Unknown: return QStringLiteral("off");
        case model::RecordingState::Off: return QStringLiteral("off");
        case model::RecordingState::On: return QStringLiteral("on");
        case model::RecordingState::Paused: return QStringLiteral("paused");
        }
        Q_UNREACHABLE();
    };
    return line(call.id, phaseOf(call.phase()), word());
}

inline QStringList of(const model::Desk &desk)
{
    QStringList lines;
    for (const model::CallId id : desk.calls.ids()) {
        if (!desk.calls.find(id)->isOver())
            lines.append(of(*desk.calls.find(id)));
    }
    lines.sort();
    return lines;
}

inline QStringList of(const simulator::Switch &sw)
{
    QStringList lines;
    for (const auto &[id, call] : sw.book().all()) {
        const simulator::Party *party = call.party(Dn);
        const QString said = call.userData.text("GSIP_RECORD").toLower();
        if (party)
            lines.append(line(id, phaseOf(party->state), said.isEmpty() ? QStringLiteral("off") : said));
    }
    lines.sort();
    return lines;
}

/// All that is certain on this desk is what the switch says, and it says no more.
inline bool isTrue(const model::Desk &desk, const simulator::Switch &sw)
{
    for (const model::CallId id : desk.calls.ids()) {
        if (!desk.calls.isCertain(*desk.calls.find(id)))
            return false;
    }
    return desk.connection.isReliable() && desk.calls.isCertain() && of(desk) == of(sw);
}

/// No badge is certain.
inline bool isDoubted(const model::Desk &desk)
{
    for (const model::CallId id : desk.calls.ids()) {
        if (desk.calls.isCertain(*desk.calls.find(id)))
            return false;
    }
    return !desk.calls.isCertain();
}

} // namespace picture
