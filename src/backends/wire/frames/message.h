#pragma once

#include "tlib/event.h"

namespace wire {

/// One message as it stands in a frame: an event, or a request with the attributes that only requests carry.
struct Message : tlib::Event
{
    tlib::Text protocolVersion = {};
    tlib::Text applicationName = {};
    tlib::Text applicationPassword = {};
    std::optional<tlib::RegisterMode> registerMode = {};
    std::optional<tlib::ControlMode> controlMode = {};
    std::optional<tlib::AddressType> addressType = {};
    std::optional<tlib::RouteType> routeType = {};
    std::optional<qint32> callInfoType = {};
    tlib::Text dataKey = {};

    /// Attributes that were passed over in decoding: of an id, a kind or a value that has no place here.
    int skipped = 0;
};

/// The profile's version, the value of ProtocolVersion.
inline constexpr const char *ProtocolVersion = "tlib-open 1";

/// Frames of the link itself (ADDP), no T-Lib messages: numbers from 0xFF00 on.
inline constexpr auto LinkLevel = tlib::MessageType(0xFF00);
inline constexpr auto Poll = tlib::MessageType(0xFF01);
inline constexpr auto PollReply = tlib::MessageType(0xFF02);

} // namespace wire
