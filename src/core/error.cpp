#include "core/error.h"

#include "core/masking.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Refused: return u"refused"_s;
    case ErrorKind::TimedOut: return u"timed out"_s;
    case ErrorKind::LinkLost: return u"link lost"_s;
    case ErrorKind::NotConnected: return u"not connected"_s;
    case ErrorKind::NotAllowed: return u"not allowed now"_s;
    case ErrorKind::Malformed: return u"malformed"_s;
    case ErrorKind::InvalidInput: return u"invalid input"_s;
    case ErrorKind::NotFound: return u"not found"_s;
    case ErrorKind::Untrusted: return u"not trusted"_s;
    case ErrorKind::Unreachable: return u"unreachable"_s;
    case ErrorKind::Io: return u"input/output error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toString(const Error &error)
{
    QString text = kindName(error.kind);
    if (error.serverCode != 0)
        text += u" (%1)"_s.arg(error.serverCode);
    if (!error.text.isEmpty())
        text += u": "_s + (error.kind == ErrorKind::Refused ? maskedServerText(error.text) : error.text);
    return text;
}

} // namespace core
