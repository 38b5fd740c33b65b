#pragma once

#include "model/actions/recordingoptions.h"
#include "tlib/ids.h"

namespace model {

/// What goes with an action on a call, beside the call itself.
struct ActionDetails
{
    RecordingOptions recording = {}; ///< of the four recording services
    tlib::Dn destination = {};       ///< of a consultation, a transfer or a redirection
    tlib::Dn party = {};             ///< of DropParty: who is to leave

    bool operator==(const ActionDetails &) const = default;
};

} // namespace model
