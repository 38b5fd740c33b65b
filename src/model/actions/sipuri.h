#pragma once

#include <QStringView>

namespace model {

/// Whether it has the form that SIP locations are given in (RFC 3261, 19.1.1): sip: or sips:, perhaps a user
/// (with a password) and @, a host name, an IPv4 address or an IPv6 address in brackets, perhaps :port,
/// perhaps ;parameters. Headers (?name=value) belong into no recorder's address and are refused.
bool isSipUri(QStringView text);

/// Whether two URIs mean one place as far as upper and lower case go: scheme and host have none.
bool isSameSipUri(QStringView one, QStringView other);

} // namespace model
