#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "model/calls/calllist.h"

#include <QSet>

namespace model {

/// Takes user data into calls, and with it what is recorded: the only writer of Call::userData,
/// Call::recording and Call::confirmedIn. It remembers which calls that are not here it was said of that they
/// are recorded.
class CallUserData
{
public:
    CallUserData(const CallList &calls, const core::Clock &clock, const RecordingKeys &keys);

    /// The whole list as it is now, which confirms the call. `sequence` is the number of the event that
    /// brought it, 0 when it had none: then it counts as the newest. `changedBy`: who has changed it, where
    /// the event names somebody.
    CallChanges take(Call &call, const tlib::KvList &userData, qint64 sequence, const Dn &changedBy = {});
    /// The first event of a call that was seen from its start brought none: there is no recording.
    CallChanges takeSilence(Call &call);
    bool wasSeenFromStart(const Call &call) const;
    /// Nothing was ever said of its recording, and it was seen from its start.
    bool isSilent(const Call &call) const;

    bool saysSomething(const tlib::KvList &userData) const; ///< of a recording
    /// This was said of a call that is not here; null: something that nobody could read.
    void hear(CallId id, const tlib::KvList &userData);
    /// Its recording was, or may have been, spoken of before it came here.
    bool wasHeardOf(CallId id) const;
    void forget(CallId id)
    {
        m_heardOf.remove(id);
        m_gone.remove(id);
    }
    /// It is here no more, and its recording was, or may have been, spoken of: if it comes back, nobody has
    /// seen it from its start.
    void noteGone(CallId id);

    /// The word that is not understood and was not said yet, or nothing; once the call that it came with is
    /// complete.
    QString takeNewWord() { return std::exchange(m_newWord, {}); }

private:
    CallChanges takeRecording(Call &call, const Dn &changedBy);
    static void noteChanger(Call &call, RecordingState state, const Dn &changedBy);
    CallChanges confirm(Call &call) const;
    void noteUnknownWord(QByteArrayView word);

    const CallList &m_calls;
    const core::Clock &m_clock;
    const RecordingKeys m_keys;
    QSet<CallId> m_heardOf;
    QSet<CallId> m_gone;
    Epoch m_forgotIn = Epoch::None; ///< the latest epoch in which m_heardOf grew too long to be kept
    QSet<QByteArray> m_unknownWords;
    QString m_newWord;
};

} // namespace model
