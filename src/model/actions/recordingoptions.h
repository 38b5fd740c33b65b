#pragma once

#include "tlib/enums.h"
#include "tlib/kvlist.h"

#include <QList>
#include <QString>

namespace model {

/// A name and its value, in the order in which a person gave them.
using NamedValues = QList<std::pair<QString, QString>>;

/// What a person may add to a recording request. Only what is given is sent, under the documented spelling.
/// Pause, resume and stop know `params` and `reasons` alone.
struct RecordingOptions
{
    enum class Side { Default, Source, Destination };

    Side record = Side::Default;
    QString id = {};    ///< must be globally unique; the media server makes one when it is empty
    QString dest = {};  ///< SIP location of the recorder, in place of the configured one
    QString dest2 = {}; ///< and of a second recorder
    NamedValues params = {};
    NamedValues reasons = {};

    bool operator==(const RecordingOptions &) const = default;
};

/// What is wrong with the options.
enum class OptionsFlaw {
    None,
    DestIsNoSipUri,
    Dest2IsNoSipUri,
    SameDestTwice,
    EmptyParamName,
    RepeatedParamName,
    EmptyReasonName,
    RepeatedReasonName,
    TooLong, ///< a text of more than 65,535 bytes, or a list that does not fit into one
};
/// The first flaw, in the order in which a form shows the fields. Only what goes out with the command counts.
OptionsFlaw flawIn(const RecordingOptions &options,
                   tlib::RecordingCommand command = tlib::RecordingCommand::Start);

/// Extensions of a recording service. START: record, Id, Dest, Dest2, Params (a nested list); the others:
/// Params. Null when nothing is given. What is flawed as TooLong is not complete.
tlib::KvList extensionsFrom(tlib::RecordingCommand command, const RecordingOptions &options);
/// AttrReasons; null when none is given.
tlib::KvList reasonsFrom(const RecordingOptions &options);

} // namespace model
