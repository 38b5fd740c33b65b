#include "model/actions/transferoutlook.h"

#include "model/calls/call.h"

namespace model {

TransferOutlook transferOutlook(const Call &call, bool certain, AtTransfer rule, bool isOthersSide)
{
    const auto &pending = call.pendingRecording;
    if (!certain || (pending && pending->action == CallAction::StartRecording))
        return TransferOutlook::NotKnown;
    switch (call.recording.state) {
    case RecordingState::Unknown: return TransferOutlook::NotKnown;
    case RecordingState::Off: return TransferOutlook::NoRecording;
    case RecordingState::On:
    case RecordingState::Paused:
        return rule == AtTransfer::Continues || isOthersSide ? TransferOutlook::GoesOn
                                                             : TransferOutlook::Ends;
    }
    Q_UNREACHABLE();
}

} // namespace model
