#pragma once

#include "backends/simulator/pair/replicachange.h"

namespace simulator {

/// What the two servers of a pair tell each other, as bytes (CBOR maps with named fields). Points in time go
/// as distances from `now`, as each process has a clock of its own.
QByteArray encode(const PairMessage &message, core::Instant now);
/// Malformed when the bytes are no such message or a field is missing or of another kind.
core::Result<PairMessage> decode(const QByteArray &bytes, core::Instant now);

} // namespace simulator
