#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "presentation/look/theme.h"

#include <QString>

#include <optional>

namespace presentation {

/// The badge's shapes, those of the controls that move it, and the header's.
enum class Shape : quint8 {
    Dot,      ///< filled circle
    Bars,     ///< two bars
    Ring,     ///< hollow circle
    Question, ///< question mark in a dashed circle
    Tick,     ///< circle with a tick
    Square,
    Handset,
    Dots,
    Cross,
    Down, ///< there is a menu
    Hourglass,
    Info,
    Lock,
    OpenLock,
};

/// When a look is taken, beside the call itself.
struct LookTime
{
    core::Instant now = {};
    std::optional<core::Instant> heardAt = {}; ///< of a value that is not certain: when it was last known
    std::optional<core::Duration> limit = {};  ///< of a pause: how long it may last
};

/// Everything that a badge shows of a call's recording, and what it says to those who do not see it. Equal
/// looks paint equally.
struct RecordingLook
{
    Shape shape = Shape::Question;
    ToneRole tone = ToneRole::Uncertain;
    bool dashed = false; ///< the outline; and the shape, which then is the last value's
    QString word = {};   ///< never left out by a view
    QString brief = {};  ///< a shorter one, for a badge that has no room for it
    QString detail = {}; ///< beside it: time in state, or what was last known
    QString shortDetail =
        {}; ///< of a running time with its limit: the time alone, where that is all there is room for
    double fraction = 0;      ///< of its limit that a pause has lasted, at most 1; 0: it has none
    QString age = {};         ///< behind `detail`: how old that is; never cut, what stands before it is
    bool isTime = false;      ///< `detail` is a running time: tabular figures in the badge's size
    QString pending = {};     ///< "Pausing… 1 s": an own request under way, shown in the place of `detail`
    QString description = {}; ///< a sentence or two that change only with the state, not with the seconds

    bool operator==(const RecordingLook &) const = default;
};

/// The same without times and sentences, for a row among many: shape, tone, outline and word.
RecordingLook recordingLight(const model::Recording &recording, bool certain);

/// Pure: the same call at the same time always looks the same. Only server data has a say in it.
RecordingLook recordingLook(const model::Call &call, bool certain, const LookTime &time);

/// "last known: Recording · heard 12 s ago": what a look that is not certain says beside its word.
QString ageText(const RecordingLook &look);

/// The same as a row's badge shows it: the light alone, as what stands beside it has no room there.
RecordingLook rowLook(const model::Recording &recording, bool certain, const RecordingLook &whole);
/// What stands beside that badge: "paused 00:47", "Pausing… 1 s", or what was last known.
QString recordingLine(const model::Recording &recording, const RecordingLook &whole);

/// The tone and shape of a state for strips and legends.
ToneRole toneOf(model::RecordingState state);
Shape shapeOf(const model::Recording &recording);
/// The shape on the button of an action.
Shape shapeOf(model::CallAction action);

/// The most probable next step of a call: what its one filled button does. It may be obstructed now. Nobody
/// answers another's call.
model::CallAction nextStep(const model::Call &call, bool isOwn);

/// The same of a call that is a row: first it has to become the one that talks.
model::CallAction rowStep(const model::Call &call, const model::CallView &seen, bool isOwn);

} // namespace presentation
