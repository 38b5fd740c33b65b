#include "presentation/tables/callaccount.h"

namespace presentation {

namespace {

using Kind = ToldTime::Kind;

/// Of a call that was seen in part, and never in this state, nothing is known.
ToldTime toldTimeIn(const model::CallRecord &record, model::RecordingState state, bool isCertain,
                    core::Instant now)
{
    const core::Duration seen = record.timeIn(state, now);
    if (!record.areTimesKnown || (!record.isWhole && seen.count() == 0))
        return {.kind = Kind::NotKnown};
    return {.time = seen, .kind = isCertain ? Kind::Whole : Kind::AtLeast};
}

} // namespace

CallAccount accountOf(const model::CallRecord &record, core::Instant now)
{
    const core::Duration doubt = record.timeNotKnown(now);
    const bool isCertain = record.isWhole && doubt.count() == 0;
    // A doubt that the log does not end goes on behind it.
    const bool hasItsEnds =
        record.areTimesKnown && record.isWhole && (record.ended.has_value() || record.isCertain());
    CallAccount account{
        .id = record.id,
        .files = record.files,
        .isBeginSeen = record.beginSeen,
        .isOver = record.ended.has_value(),
        .recorded = toldTimeIn(record, model::RecordingState::On, isCertain, now),
        .paused = toldTimeIn(record, model::RecordingState::Paused, isCertain, now),
        .inDoubt = hasItsEnds ? ToldTime{.time = doubt} : ToldTime{.kind = Kind::NotKnown},
    };
    if (record.areTimesKnown) {
        account.began = record.begunWall;
        if (record.ended)
            account.ended = record.endedWall;
    }
    for (const model::Dn &party : record.parties)
        account.parties.append(party.toString());
    return account;
}

} // namespace presentation
