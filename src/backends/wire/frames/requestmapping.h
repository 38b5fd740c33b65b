#pragma once

#include "backends/wire/frames/message.h"
#include "core/result.h"
#include "tlib/recordingnumbers.h"
#include "tlib/requests.h"

namespace wire {

/// `id` is null for RegisterClient, which the profile's opening sends without one.
Message toMessage(const tlib::Request &request, tlib::ReferenceId id, const tlib::RecordingNumbers &numbers);

/// What a server reads; RequestPrivateService comes by its number, as PrivateService.
/// An Error carries in serverCode what the server has to answer: 51 for a message that is no request of the
/// profile, 53 for a request without an attribute that it cannot do without.
core::Result<tlib::Request> toRequest(const Message &message);

} // namespace wire
