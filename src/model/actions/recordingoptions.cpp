#include "model/actions/recordingoptions.h"

#include "model/actions/sipuri.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A list in the making, which remembers whether all of it found room.
struct Packing
{
    tlib::KvList list = {};
    bool isComplete = true;

    template <class Value>
    void append(QByteArrayView key, const Value &value)
    {
        isComplete = list.append(key, value) && isComplete;
    }
    void appendGiven(QByteArrayView key, const QString &value)
    {
        if (!value.isEmpty())
            append(key, value);
    }
};

Packing packed(const NamedValues &values)
{
    Packing packing;
    for (const auto &[name, value] : values)
        packing.append(name.toUtf8(), value);
    return packing;
}

void appendSide(Packing &packing, RecordingOptions::Side side)
{
    switch (side) {
    case RecordingOptions::Side::Default: return;
    case RecordingOptions::Side::Source: return packing.append("record", u"source"_s);
    case RecordingOptions::Side::Destination: return packing.append("record", u"destination"_s);
    }
}

Packing packedExtensions(tlib::RecordingCommand command, const RecordingOptions &options)
{
    Packing packing;
    if (command == tlib::RecordingCommand::Start) {
        appendSide(packing, options.record);
        packing.appendGiven("Id", options.id);
        packing.appendGiven("Dest", options.dest);
        packing.appendGiven("Dest2", options.dest2);
    }
    if (!options.params.isEmpty()) {
        const Packing params = packed(options.params);
        packing.append("Params", params.list);
        packing.isComplete = packing.isComplete && params.isComplete;
    }
    return packing;
}

OptionsFlaw flawInRecorders(const RecordingOptions &options)
{
    if (!options.dest.isEmpty() && !isSipUri(options.dest))
        return OptionsFlaw::DestIsNoSipUri;
    if (!options.dest2.isEmpty() && !isSipUri(options.dest2))
        return OptionsFlaw::Dest2IsNoSipUri;
    if (!options.dest.isEmpty() && isSameSipUri(options.dest, options.dest2))
        return OptionsFlaw::SameDestTwice;
    return OptionsFlaw::None;
}

OptionsFlaw flawInNames(const NamedValues &values, OptionsFlaw ifEmpty, OptionsFlaw ifRepeated)
{
    QSet<QString> names; // upper and lower case differ, as they do in a look-up
    for (const auto &[name, value] : values) {
        if (name.trimmed().isEmpty())
            return ifEmpty;
        if (names.contains(name))
            return ifRepeated;
        names.insert(name);
    }
    return OptionsFlaw::None;
}

} // namespace

OptionsFlaw flawIn(const RecordingOptions &options, tlib::RecordingCommand command)
{
    const bool isStart = command == tlib::RecordingCommand::Start;
    for (const OptionsFlaw flaw :
         {isStart ? flawInRecorders(options) : OptionsFlaw::None,
          flawInNames(options.params, OptionsFlaw::EmptyParamName, OptionsFlaw::RepeatedParamName),
          flawInNames(options.reasons, OptionsFlaw::EmptyReasonName, OptionsFlaw::RepeatedReasonName)}) {
        if (flaw != OptionsFlaw::None)
            return flaw;
    }
    const bool fits = packedExtensions(command, options).isComplete && packed(options.reasons).isComplete;
    return fits ? OptionsFlaw::None : OptionsFlaw::TooLong;
}

tlib::KvList extensionsFrom(tlib::RecordingCommand command, const RecordingOptions &options)
{
    return packedExtensions(command, options).list;
}

tlib::KvList reasonsFrom(const RecordingOptions &options)
{
    return packed(options.reasons).list;
}

} // namespace model
