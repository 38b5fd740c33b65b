#pragma once

#include "model/settings/choices.h"

namespace model {

struct Call;

/// What becomes of a recording when its call is handed on, before anybody does so.
enum class TransferOutlook { NoRecording, Ends, GoesOn, NotKnown };

/// `isOthersSide`: the running recording is of the other side (it was started with record=destination), which
/// stays when this side leaves. Not known where the state is not, and while a start is under way.
TransferOutlook transferOutlook(const Call &call, bool certain, AtTransfer rule, bool isOthersSide);

} // namespace model
