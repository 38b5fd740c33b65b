#pragma once

#include "tlib/enums.h"

#include <array>

namespace model {

/// Which of the recording services an administrator lets this desktop ask for: all, until something else is
/// said. What is no recording service needs no permission.
class RecordingPermissions
{
public:
    bool allows(tlib::RecordingCommand command) const { return m_allowed[size_t(command)]; }
    void setAllowed(tlib::RecordingCommand command, bool isAllowed)
    {
        m_allowed[size_t(command)] = isAllowed;
    }

    bool operator==(const RecordingPermissions &) const = default;

private:
    std::array<bool, 4> m_allowed = {true, true, true, true}; ///< by command
};

} // namespace model
