#include "model/actions/destination.h"

#include "model/settings/dnrange.h"

namespace model {

DestinationFlaw flawIn(const tlib::Dn &destination, const tlib::Dn &own)
{
    if (destination.isEmpty())
        return DestinationFlaw::Empty;
    if (!isOneWord(destination.toString()))
        return DestinationFlaw::NotOneWord;
    return destination == own ? DestinationFlaw::OwnDn : DestinationFlaw::None;
}

} // namespace model
