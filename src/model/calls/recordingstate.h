#pragma once

#include "model/settings/recordingkeys.h"
#include "tlib/kvlist.h"

namespace model {

/// What a call's recording is, as the server says it. Unknown is what nothing has been said of.
enum class RecordingState : quint8 { Unknown = 0, Off, On, Paused };

/// What a call's whole UserData says about its recording.
struct RecordingReport
{
    enum class Word : quint8 { Absent, Understood, NotUnderstood };

    RecordingState state = RecordingState::Unknown;
    Word word = Word::Absent;
    QByteArrayView fileName = {}; ///< into the user data; empty when no recording has begun
    QByteArrayView wordText = {}; ///< likewise: the word itself
};

/// Reads the state and nothing else: no acknowledgement, click or timer has a say in it.
/// Source: "Recording Indication" of the vendor's recording guide: values On, Off, Paused; the file name
/// comes after a recording has begun and stays. A word that is not understood is Unknown, never Off. Keys are
/// compared byte by byte, as in T-Library; but one that differs in case or blanks alone is a word that is not
/// understood (the word is the key then), as nobody can say that nothing was said.
RecordingReport recordingFrom(const tlib::KvList &userData, const RecordingKeys &keys = {});

} // namespace model
