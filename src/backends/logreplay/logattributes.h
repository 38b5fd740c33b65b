#pragma once

#include "tlib/event.h"

#include <span>
#include <string>
#include <string_view>

namespace logreplay {

/// One line of the table that drives reading and writing: which attribute name of the log is which member of
/// an Event.
struct LogField
{
    std::string_view name;                                    ///< "AttributeConnID"
    quint64 bit;                                              ///< of its own in a set of fields
    tlib::KvList tlib::Event::*list;                          ///< set: its value goes over several lines
    bool (*read)(tlib::Event &, std::string_view value);      ///< false: the value cannot be read
    bool (*write)(std::string &to, const tlib::Event &event); ///< false: the event has no such value
};

/// Every attribute that an Event has a member for, in the order in which they are written.
std::span<const LogField> fields();
/// Null for a name that is not in the table.
const LogField *fieldOf(std::string_view name);

} // namespace logreplay
