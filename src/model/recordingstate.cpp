#include "model/recordingstate.h"

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

} // namespace

RecordingReport recordingFrom(const tlib::KvList &userData, const RecordingKeys &keys)
{
    RecordingReport report;
    if (const auto value = userData.find(keys.state)) {
        report.state = isText(*value) ? stateFromWord(value->raw(), keys) : RecordingState::Unknown;
        report.wordText = value->raw();
        report.word = report.state == RecordingState::Unknown ? RecordingReport::Word::NotUnderstood
                                                              : RecordingReport::Word::Understood;
    }
    if (const auto name = userData.find(keys.file); name && isText(*name))
        report.fileName = name->raw();
    return report;
}

} // namespace model
