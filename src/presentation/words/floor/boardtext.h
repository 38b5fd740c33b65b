#pragma once

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/connectiontext.h"

#include <QString>

/// What a row of the supervisor's board says, and the words round it. Whole sentences end with a full stop.
namespace presentation {

/// Which rows of the board are shown.
enum class BoardFilter : quint8 { All, Recording, Paused, NotRecording, NotCertain, Recorded, NoCall };
inline constexpr BoardFilter AllBoardFilters[] = {
    BoardFilter::All,        BoardFilter::Recording, BoardFilter::Paused, BoardFilter::NotRecording,
    BoardFilter::NotCertain, BoardFilter::Recorded,  BoardFilter::NoCall,
};
/// "All states", "Recording", "Not certain or not known"
QString boardFilterText(BoardFilter filter);
/// Where the row belongs; never All.
BoardFilter boardFilterOf(const model::Call *call, bool certain);
/// The light that stands for all calls of one filter, in a counter.
RecordingLook lightOf(BoardFilter filter);
/// "1,204 calls: Recording", for those who do not see the counter's shape.
QString counterText(BoardFilter filter, int calls);

/// "Talking", "Not ready · Lunch", "Not monitored"
QString boardStateText(const model::Desk &desk, int row);
/// Who the row's DN talks with, all of them in a conference; empty without a call.
QString boardPartyText(const model::Call *call, const model::Dn &dn);
/// The latest file of its recording; empty where there is none.
QString boardFileText(const model::Call *call);
/// How long the recording has been in its state; empty where that says nothing. "≥ 00:12" where the beginning
/// was not seen; "heard 12 s ago" where it is not certain.
QString boardTimeText(const model::Desk &desk, const model::Call *call);
/// Since when: what boardTimeText counts from.
std::optional<core::Instant> boardSince(const model::Desk &desk, const model::Call *call);
/// "Ben Okafor · 7002 · +33155502": whom an action on the row would touch. `row` below 0: what to do first.
QString boardSubject(const model::Desk &desk, int row);
/// "as 7900", or nothing where there is no own DN to act for.
QString onBehalfText(const model::Desk &desk);
/// "2,840 DNs monitored · 3 not · 1,254 calls"
QString boardSummary(const model::Desk &desk, int monitored);

/// What stands in the place of the rows while there are none.
EmptyLook emptyBoardLook(const model::Desk &desk, core::Instant now);

} // namespace presentation
