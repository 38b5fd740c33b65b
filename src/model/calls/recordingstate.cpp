#include "model/calls/recordingstate.h"

namespace model {

namespace {

RecordingState stateFromWord(QByteArrayView value, const RecordingKeys &keys)
{
    const auto is = [word = value.trimmed()](const QByteArray &known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    };
    if (is(keys.on))
        return RecordingState::On;
    if (is(keys.paused))
        return RecordingState::Paused;
    if (is(keys.off))
        return RecordingState::Off;
    return RecordingState::Unknown;
}

bool isText(const tlib::KvValue &value)
{
    return value.type() == tlib::KvType::String || value.type() == tlib::KvType::Unicode;
}

bool isAlike(QByteArrayView key, const QByteArray &known)
{
    return key.trimmed().compare(known, Qt::CaseInsensitive) == 0;
}

} // namespace

RecordingReport recordingFrom(const tlib::KvList &userData, const RecordingKeys &keys)
{
    RecordingReport report;
    bool fileSeen = false;
    QByteArrayView alike;
    for (const tlib::KvList::Pair pair : userData) {
        if (report.word == RecordingReport::Word::Absent && pair.key == keys.state) {
            report.state =
                isText(pair.value) ? stateFromWord(pair.value.raw(), keys) : RecordingState::Unknown;
            report.wordText = pair.value.raw();
            report.word = report.state == RecordingState::Unknown ? RecordingReport::Word::NotUnderstood
                                                                  : RecordingReport::Word::Understood;
        } else if (!fileSeen && pair.key == keys.file) {
            fileSeen = true;
            if (isText(pair.value))
                report.fileName = pair.value.raw();
        } else if (alike.isEmpty() && isAlike(pair.key, keys.state)) {
            alike = pair.key;
        }
    }
    if (report.word == RecordingReport::Word::Absent && !alike.isEmpty()) {
        report.word = RecordingReport::Word::NotUnderstood;
        report.wordText = alike;
    }
    return report;
}

} // namespace model
