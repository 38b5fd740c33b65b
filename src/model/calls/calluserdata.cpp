#include "model/calls/calluserdata.h"

#include "core/logging.h"
#include "model/actions/actionrules.h"

namespace model {

CallUserData::CallUserData(const CallList &calls, const core::Clock &clock, const RecordingKeys &keys)
    : m_calls(calls)
    , m_clock(clock)
    , m_keys(keys)
{
}

CallChanges CallUserData::take(Call &call, const tlib::KvList &userData, qint64 sequence, const Dn &changedBy)
{
    CallChanges changes;
    if (sequence > 0 && sequence < call.userDataSequence)
        return changes; // overtaken; under one and the same number what came last is the newest
    if (sequence > 0)
        call.userDataSequence = sequence;
    if (call.userData.isNull() || !(call.userData == userData)) {
        call.userData = userData;
        changes |= CallChange::UserData;
    }
    changes |= takeRecording(call, changedBy); // looks at whether the call was confirmed, so before confirm()
    changes |= confirm(call);
    return changes;
}

CallChanges CallUserData::takeSilence(Call &call)
{
    return takeRecording(call, {}) | confirm(call);
}

bool CallUserData::wasSeenFromStart(const Call &call) const
{
    return call.startedIn != Epoch::None && call.startedIn == m_calls.epoch();
}

bool CallUserData::isSilent(const Call &call) const
{
    return !call.recording.stateSaid && call.recording.fileName.isEmpty() && wasSeenFromStart(call);
}

/// An own request that is under way and wanted just this has done it, unless another DN is named.
void CallUserData::noteChanger(Call &call, RecordingState state, const Dn &changedBy)
{
    const auto &pending = call.pendingRecording;
    const bool isWanted = pending && aimOf(pending->action) == state;
    Recording &now = call.recording;
    now.changedByDn = {};
    if (isWanted && (changedBy.isEmpty() || changedBy == pending->from)) {
        now.changedBy = pending->asker == Asker::PauseGuard ? ChangedBy::PauseGuard : ChangedBy::ThisDesktop;
    } else if (!changedBy.isEmpty()) {
        now.changedBy = ChangedBy::NamedDn;
        now.changedByDn = changedBy;
    } else {
        now.changedBy = ChangedBy::NotKnown;
    }
}

CallChanges CallUserData::takeRecording(Call &call, const Dn &changedBy)
{
    const RecordingReport report = recordingFrom(call.userData, m_keys);
    Recording &now = call.recording;
    const bool newFile = !report.fileName.isEmpty() && report.fileName != now.fileName;
    const bool secondFile = newFile && !now.fileName.isEmpty();
    const bool wasLegacy = now.isLegacy();
    now.stateSaid = now.stateSaid || report.word != RecordingReport::Word::Absent;
    if (newFile)
        now.fileName = report.fileName.toByteArray();
    if (report.word == RecordingReport::Word::NotUnderstood)
        noteUnknownWord(report.wordText);

    // Seen from its first event on a healthy link, and nothing has ever been said: there is no recording.
    const RecordingState state = isSilent(call) ? RecordingState::Off : report.state;
    const bool isResync = call.confirmedIn != m_calls.epoch();
    if (state != now.state || secondFile || isResync) {
        // What comes first after a silence may be as old as the silence.
        now.sinceSeen = m_calls.isCertain() && (!isResync || wasSeenFromStart(call));
        now.since = m_clock.now();
        now.sinceWall = m_clock.wallTime();
        noteChanger(call, state, now.sinceSeen ? changedBy : Dn());
        if (isResync)
            now.changedBy = ChangedBy::NotKnown;
    } else if (!newFile && now.isLegacy() == wasLegacy) {
        return {}; // else it is Unknown as before, but shown in another way
    }
    now.state = state;
    return CallChange::Recording;
}

CallChanges CallUserData::confirm(Call &call) const
{
    if (call.confirmedIn == m_calls.epoch() || !call.isToldIn(m_calls.epoch()))
        return {};
    call.confirmedIn = m_calls.epoch();
    return CallChange::Certainty;
}

bool CallUserData::saysSomething(const tlib::KvList &userData) const
{
    const RecordingReport report = recordingFrom(userData, m_keys);
    return report.word != RecordingReport::Word::Absent || !report.fileName.isEmpty();
}

void CallUserData::hear(CallId id, const tlib::KvList &userData)
{
    constexpr qsizetype EnoughToHaveHeardOf = 1000;
    if (!userData.isNull() && !saysSomething(userData))
        return;
    if (m_heardOf.size() >= EnoughToHaveHeardOf) {
        // Then any call may have been heard of: none of this epoch counts as seen from its start any more.
        m_heardOf.clear();
        m_forgotIn = m_calls.epoch();
    }
    m_heardOf.insert(id);
}

bool CallUserData::wasHeardOf(CallId id) const
{
    return m_forgotIn == m_calls.epoch() || m_heardOf.contains(id) || m_gone.contains(id);
}

void CallUserData::noteGone(CallId id)
{
    constexpr qsizetype Enough = 20'000; // a large floor after an outage; a ConnID comes back soon or never
    if (m_gone.size() >= Enough)
        m_gone.clear();
    m_gone.insert(id);
}

void CallUserData::noteUnknownWord(QByteArrayView word)
{
    constexpr qsizetype EnoughToSay = 32; // a server that makes up words does not fill the memory
    const QByteArray bytes = word.toByteArray();
    if (m_unknownWords.size() >= EnoughToSay || m_unknownWords.contains(bytes))
        return;
    m_unknownWords.insert(bytes);
    qCWarning(core::modelLog) << "a recording state of" << bytes.size() << "bytes is not understood";
    m_newWord = tlib::decodeText(bytes);
}

} // namespace model
