#pragma once

#include "tlib/enums.h"

#include <optional>

namespace tlib {

/// The PrivateMsgID of each recording service. The names are documented, the numbers are not: these defaults
/// are an assumption, to be compared with one log line of the site's SIP Server, and therefore a setting.
struct RecordingNumbers
{
    int start = 3013;
    int stop = 3014;
    int pause = 3015;
    int resume = 3016;

    int numberOf(RecordingCommand command) const
    {
        switch (command) {
        case RecordingCommand::Start: return start;
        case RecordingCommand::Pause: return pause;
        case RecordingCommand::Resume: return resume;
        case RecordingCommand::Stop: return stop;
        }
        Q_UNREACHABLE();
    }

    std::optional<RecordingCommand> commandOf(int number) const
    {
        for (const auto command : {RecordingCommand::Start, RecordingCommand::Pause, RecordingCommand::Resume,
                                   RecordingCommand::Stop}) {
            if (numberOf(command) == number)
                return command;
        }
        return std::nullopt;
    }

    bool operator==(const RecordingNumbers &) const = default;
};

} // namespace tlib
