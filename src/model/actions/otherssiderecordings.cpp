#include "model/actions/otherssiderecordings.h"

namespace model {

void OthersSideRecordings::note(const Call &call, const QByteArray &fileBefore)
{
    m_files.insert(call.id, {.before = fileBefore, .latest = call.recording.fileName});
}

void OthersSideRecordings::review(const Call &call)
{
    const auto noted = m_files.find(call.id);
    if (noted == m_files.end())
        return;
    const Recording &recording = call.recording;
    const bool runs = recording.state == RecordingState::On || recording.state == RecordingState::Paused;
    const bool isAwaited = noted->latest == noted->before; // the name may come after the state
    if (!runs || (!isAwaited && recording.fileName != noted->latest))
        m_files.erase(noted);
    else
        noted->latest = recording.fileName;
}

} // namespace model
