#include "presentation/presence/urgentlook.h"

#include "model/desk.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/connectiontext.h"

#include <QCoreApplication>

#include <algorithm>

using model::CallId;
using model::RecordingState;

namespace presentation {

namespace {

class UrgentLookWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::UrgentLook)
};

constexpr int MostInTray = 50; ///< nobody has more, and a server that says so is not to be counted for

int urgencyOf(const model::Call &call, bool certain)
{
    if (!certain)
        return 5;
    switch (call.recording.state) {
    case RecordingState::On: return 4;
    case RecordingState::Paused: return 3;
    case RecordingState::Unknown: return call.recording.isLegacy() ? 1 : 2;
    case RecordingState::Off: return 0;
    }
    Q_UNREACHABLE();
}

bool onlyRings(const model::Call &call, const model::Desk &desk)
{
    return desk.views.view(call).phase == model::CallPhase::Ringing && !call.recording.stateSaid;
}

/// What the light of several calls says.
QString othersWord(int urgency, int count)
{
    if (urgency == 5)
        return UrgentLookWords::tr("%Ln more not certain", nullptr, count);
    if (urgency == 4)
        return UrgentLookWords::tr("%Ln more recording", nullptr, count);
    if (urgency == 3)
        return UrgentLookWords::tr("%Ln more paused", nullptr, count);
    return UrgentLookWords::tr("%Ln more not known", nullptr, count);
}

} // namespace

std::optional<RecordingLook> mostUrgentLight(const model::Desk &desk)
{
    std::optional<RecordingLook> look;
    int urgency = -1;
    const QList<CallId> ids = desk.inHand.ids(MostInTray);
    for (const CallId id : ids) {
        const model::Call &call = *desk.calls.find(id);
        const bool certain = desk.calls.isCertain(call);
        if (onlyRings(call, desk) || urgencyOf(call, certain) <= urgency)
            continue;
        urgency = urgencyOf(call, certain);
        look = recordingLight(call.recording, certain);
    }
    return look;
}

std::optional<RecordingLook> othersLight(const model::Desk &desk, qsizetype seen)
{
    std::optional<RecordingLook> look;
    int urgency = 1; // what is not recorded, and what has been, is not told
    int count = 0;
    const QList<CallId> ids = desk.inHand.ids(MostInTray);
    for (const CallId id : ids.mid(seen)) {
        const model::Call &call = *desk.calls.find(id);
        const bool certain = desk.calls.isCertain(call);
        const int its = onlyRings(call, desk) && certain ? 0 : urgencyOf(call, certain);
        if (its < urgency || its <= 1)
            continue;
        count = its > urgency ? 1 : count + 1;
        urgency = its;
        look = recordingLight(call.recording, certain);
    }
    if (look)
        look->word = look->brief = othersWord(urgency, count);
    return look;
}

QString othersRing(const model::Desk &desk)
{
    const QList<CallId> ids = desk.inHand.ids(MostInTray);
    const auto count = std::count_if(ids.begin() + std::min<qsizetype>(1, ids.size()), ids.end(),
                                     [&desk](CallId id) { return onlyRings(*desk.calls.find(id), desk); });
    return count == 0 ? QString() : UrgentLookWords::tr("%Ln more ring(s)", nullptr, int(count));
}

RecordingLook faceOf(const model::Desk &desk, const model::Call &call, const RecordingLook &look)
{
    RecordingLook face = look;
    if (desk.calls.isCertain(call) && onlyRings(call, desk) && desk.views.isOwn(call)) {
        face.shape = Shape::Handset;
        face.word = face.brief = UrgentLookWords::tr("Ringing");
        face.dashed = false;
    }
    return face;
}

QString callsInLines(const model::Desk &desk)
{
    constexpr int MostLines = 6;
    const QList<CallId> ids = desk.inHand.ids(MostLines);
    QStringList lines;
    for (const CallId id : ids) {
        const model::Call &call = *desk.calls.find(id);
        const model::CallView seen = desk.views.view(call);
        lines += UrgentLookWords::tr("%1 · %2 · %3", "recording state, party, how far the call has got")
                     .arg(faceOf(desk, call, recordingLight(call.recording, desk.calls.isCertain(call))).word,
                          partiesText(seen, call.type), callPhaseText(seen.phase));
    }
    if (const qsizetype more = desk.inHand.count() - ids.size(); more > 0) {
        const QString line = UrgentLookWords::tr("%Ln more call(s)", nullptr, int(more));
        const auto light = othersLight(desk, ids.size());
        lines += light ? UrgentLookWords::tr("%1 · %2", "3 more calls, what they are").arg(line, light->word)
                       : line;
    }
    if (lines.isEmpty())
        lines += UrgentLookWords::tr("No call · %1", "state of the agent or the connection")
                     .arg(desk.connection.isReliable() ? agentStateText(desk.agent)
                                                       : connectionLook(desk, desk.clock.now()).word);
    return lines.join(u'\n');
}

} // namespace presentation
