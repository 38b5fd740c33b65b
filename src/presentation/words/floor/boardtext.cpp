#include "presentation/words/floor/boardtext.h"

#include "presentation/words/agenttext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::CallPhase;
using model::MonitorState;
using model::RecordingState;

namespace presentation {

namespace {

class BoardWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::BoardText)
};

QString phaseWord(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Dialing: return BoardWords::tr("Dialling");
    case CallPhase::Ringing: return BoardWords::tr("Ringing");
    case CallPhase::Talking: return BoardWords::tr("Talking");
    case CallPhase::Held: return BoardWords::tr("On hold");
    case CallPhase::Released: return BoardWords::tr("Call ended");
    }
    Q_UNREACHABLE();
}

/// A state of which a filter and a counter speak, as a call would have it.
model::Recording exampleOf(BoardFilter filter)
{
    switch (filter) {
    case BoardFilter::Recording: return {.state = RecordingState::On, .stateSaid = true};
    case BoardFilter::Paused: return {.state = RecordingState::Paused, .stateSaid = true};
    case BoardFilter::Recorded: return {.fileName = "x"};
    case BoardFilter::All:
    case BoardFilter::NoCall:
    case BoardFilter::NotRecording: return {.state = RecordingState::Off, .stateSaid = true};
    case BoardFilter::NotCertain: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString boardFilterText(BoardFilter filter)
{
    switch (filter) {
    case BoardFilter::All: return BoardWords::tr("All states");
    case BoardFilter::Recording: return BoardWords::tr("Recording");
    case BoardFilter::Paused: return BoardWords::tr("Paused");
    case BoardFilter::NotRecording: return BoardWords::tr("Not recording");
    case BoardFilter::NotCertain: return BoardWords::tr("Not certain or not known");
    case BoardFilter::Recorded: return BoardWords::tr("Recorded");
    case BoardFilter::NoCall: return BoardWords::tr("No call");
    }
    Q_UNREACHABLE();
}

BoardFilter boardFilterOf(const model::Call *call, bool certain)
{
    if (!call)
        return BoardFilter::NoCall;
    if (!certain)
        return BoardFilter::NotCertain;
    if (call->recording.isLegacy())
        return BoardFilter::Recorded;
    switch (call->recording.state) {
    case RecordingState::Unknown: return BoardFilter::NotCertain;
    case RecordingState::Off: return BoardFilter::NotRecording;
    case RecordingState::On: return BoardFilter::Recording;
    case RecordingState::Paused: return BoardFilter::Paused;
    }
    Q_UNREACHABLE();
}

RecordingLook lightOf(BoardFilter filter)
{
    return recordingLight(exampleOf(filter), filter != BoardFilter::NotCertain);
}

QString counterText(BoardFilter filter, int calls)
{
    return BoardWords::tr("%1: %Ln call(s)", "a state", calls).arg(boardFilterText(filter));
}

QString boardStateText(const model::Desk &desk, int row)
{
    if (desk.board.monitorStateOf(row) == MonitorState::Refused)
        return BoardWords::tr("Not monitored");
    if (const model::Call *call = desk.board.callOf(row)) {
        if (const model::Leg *leg = call->findLeg(desk.board.row(row).dn))
            return phaseWord(leg->phase);
    }
    const model::Agent agent = desk.board.agentOf(row);
    return agentStateText(agent.state, agent.reason, desk.agent.reasons());
}

QString boardPartyText(const model::Call *call, const model::Dn &dn)
{
    if (!call)
        return {};
    const QList<model::Dn> parties = call->partiesBeside(dn);
    if (parties.isEmpty())
        return partyText({}, call->type);
    QStringList texts;
    for (const model::Dn &party : parties)
        texts += partyText(party, call->type);
    return texts.join(u", "_s);
}

QString boardFileText(const model::Call *call)
{
    return call ? plainText(call->recording.fileText(), 200) : QString();
}

std::optional<core::Instant> boardSince(const model::Desk &desk, const model::Call *call)
{
    if (!call)
        return {};
    if (desk.calls.isCertain(*call)) {
        return call->recording.state == RecordingState::Unknown ? std::optional<core::Instant>()
                                                                : call->recording.since;
    }
    return desk.timeline.lastKnown(call->id);
}

QString boardTimeText(const model::Desk &desk, const model::Call *call)
{
    const auto since = boardSince(desk, call);
    if (!since)
        return {};
    const core::Duration duration = desk.clock.now() - *since;
    if (!desk.calls.isCertain(*call))
        return heardText(duration);
    return clockText(duration, call->recording.sinceSeen);
}

QString boardSubject(const model::Desk &desk, int row)
{
    if (row < 0)
        return BoardWords::tr("Choose a row to act on its call.");
    const model::BoardRow &shown = desk.board.row(row);
    const model::Call *call = desk.board.callOf(row);
    QStringList parts{plainText(shown.agentName, 60), plainText(shown.dn.toString(), 40)};
    parts.removeAll(QString());
    parts += call ? boardPartyText(call, shown.dn) : BoardWords::tr("no call");
    return parts.join(u" · "_s);
}

QString onBehalfText(const model::Desk &desk)
{
    const model::Dn own = desk.registry.ownDn();
    return own.isEmpty() ? QString() : BoardWords::tr("as %1", "7900").arg(plainText(own.toString(), 40));
}

QString boardSummary(const model::Desk &desk, int monitored)
{
    QStringList parts{BoardWords::tr("%Ln DN(s) monitored", nullptr, monitored)};
    if (const int others = desk.board.size() - monitored; others > 0)
        parts += BoardWords::tr("%Ln not", "of the DNs", others);
    parts += BoardWords::tr("%Ln call(s)", nullptr, desk.board.counts().calls);
    return parts.join(u" · "_s);
}

EmptyLook emptyBoardLook(const model::Desk &desk, core::Instant now)
{
    if (desk.board.size() == 0) {
        return {.title = BoardWords::tr("No DN is watched"),
                .text = BoardWords::tr(
                    "Start Tallylight with --dn and a DN or a range such as 7000-7099, or with "
                    "--dn-file and a list of DNs.")};
    }
    if (!desk.connection.isReliable())
        return emptyLook(desk, now);
    return {.title = BoardWords::tr("No row matches"),
            .text = BoardWords::tr(
                "No agent, DN or party matches what you look for. Shorten the text, or show all states.")};
}

} // namespace presentation
