#pragma once

#include "tlib/kvlist.h"

#include <QList>
#include <QString>

namespace model {

/// What a person may add to the start of a recording. Only what is given is sent, under the documented
/// spelling.
struct StartOptions
{
    enum class Side { Default, Source, Destination };

    Side record = Side::Default;
    QString id = {};    ///< must be globally unique; the media server makes one when it is empty
    QString dest = {};  ///< SIP location of the recorder, in place of the configured one
    QString dest2 = {}; ///< and of a second recorder
    QList<std::pair<QString, QString>> params = {};

    bool operator==(const StartOptions &) const = default;
};

/// Extensions of GSIP_RECORD_START: record, Id, Dest, Dest2, Params (a nested list). Null when nothing is
/// given.
tlib::KvList extensionsFrom(const StartOptions &options);

} // namespace model
