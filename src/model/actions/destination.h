#pragma once

#include "tlib/ids.h"

namespace model {

/// What is wrong with where a call is to go.
enum class DestinationFlaw {
    None,
    Empty,
    NotOneWord, ///< a space, a control character, or more than 255 bytes
    OwnDn,      ///< the one that it is to go from
};

/// What is wrong with whom an action on a party is about.
enum class PartyFlaw {
    None,
    Empty,
    NotInCall, ///< nobody of this name is in the call beside the one that asks
};

/// `own` is the DN that asks; empty where there is none that could be meant by mistake.
DestinationFlaw flawIn(const tlib::Dn &destination, const tlib::Dn &own = {});

/// As people write numbers: what only parts the digits (blanks, "-", "/", ".", brackets) is left out. A name
/// of a DN stays as it is.
tlib::Dn destinationFrom(const QString &typed);

} // namespace model
