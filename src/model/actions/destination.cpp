#include "model/actions/destination.h"

#include "model/settings/dnrange.h"

using namespace Qt::StringLiterals;

namespace model {

DestinationFlaw flawIn(const tlib::Dn &destination, const tlib::Dn &own)
{
    if (destination.isEmpty())
        return DestinationFlaw::Empty;
    if (!isOneWord(destination.toString()))
        return DestinationFlaw::NotOneWord;
    return destination == own ? DestinationFlaw::OwnDn : DestinationFlaw::None;
}

QString sentenceFor(DestinationFlaw flaw, const tlib::Dn &destination)
{
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty: return u"the destination is empty: name a DN"_s;
    case DestinationFlaw::NotOneWord:
        return u"\"%1\" is not a DN: it is one word of at most 255 bytes"_s.arg(
            destination.toString().left(60).simplified());
    case DestinationFlaw::OwnDn:
        return u"%1 is the DN that it is to go from: name another"_s.arg(destination.toString());
    }
    Q_UNREACHABLE();
}

} // namespace model
