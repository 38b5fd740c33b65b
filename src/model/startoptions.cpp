#include "model/startoptions.h"

namespace model {

tlib::KvList extensionsFrom(const StartOptions &options)
{
    tlib::KvList extensions;
    switch (options.record) {
    case StartOptions::Side::Default: break;
    case StartOptions::Side::Source: extensions.append("record", u"source"); break;
    case StartOptions::Side::Destination: extensions.append("record", u"destination"); break;
    }
    const auto appendGiven = [&extensions](QByteArrayView key, const QString &value) {
        if (!value.isEmpty())
            extensions.append(key, value);
    };
    appendGiven("Id", options.id);
    appendGiven("Dest", options.dest);
    appendGiven("Dest2", options.dest2);
    if (!options.params.isEmpty()) {
        tlib::KvList params;
        for (const auto &[name, value] : options.params)
            params.append(name.toUtf8(), value);
        extensions.append("Params", params);
    }
    return extensions;
}

} // namespace model
