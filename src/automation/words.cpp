#include "automation/words.h"

using namespace Qt::StringLiterals;

namespace automation {

core::Error inWords(const core::Error &why)
{
    if (why.kind == core::ErrorKind::LinkLost)
        return {.kind = core::ErrorKind::TimedOut, .text = why.text + u"; the result is unknown"_s};
    if (why.kind != core::ErrorKind::Refused)
        return why;
    const QString text = u"SIP Server refused (%1)"_s.arg(why.serverCode);
    return {.kind = why.kind,
            .text = why.text.isEmpty() ? text : text + u": "_s + why.text,
            .serverCode = why.serverCode};
}

core::Error notDone(const core::Error &why, const QString &before)
{
    return {.kind = why.kind == core::ErrorKind::InvalidInput ? core::ErrorKind::NotAllowed : why.kind,
            .text = before + why.text};
}

} // namespace automation
