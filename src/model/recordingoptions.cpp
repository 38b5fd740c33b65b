#include "model/recordingoptions.h"

namespace model {

namespace {

tlib::KvList listFrom(const NamedValues &values)
{
    tlib::KvList list;
    for (const auto &[name, value] : values)
        list.append(name.toUtf8(), value);
    return list;
}

} // namespace

OptionsFlaw flawIn(const RecordingOptions &)
{
    return OptionsFlaw::None;
}

tlib::KvList extensionsFrom(tlib::RecordingCommand command, const RecordingOptions &options)
{
    tlib::KvList extensions;
    const auto appendGiven = [&extensions](QByteArrayView key, const QString &value) {
        if (!value.isEmpty())
            extensions.append(key, value);
    };
    if (command == tlib::RecordingCommand::Start) {
        switch (options.record) {
        case RecordingOptions::Side::Default: break;
        case RecordingOptions::Side::Source: extensions.append("record", u"source"); break;
        case RecordingOptions::Side::Destination: extensions.append("record", u"destination"); break;
        }
        appendGiven("Id", options.id);
        appendGiven("Dest", options.dest);
        appendGiven("Dest2", options.dest2);
    }
    if (!options.params.isEmpty())
        extensions.append("Params", listFrom(options.params));
    return extensions;
}

tlib::KvList reasonsFrom(const RecordingOptions &options)
{
    return options.reasons.isEmpty() ? tlib::KvList() : listFrom(options.reasons);
}

} // namespace model
