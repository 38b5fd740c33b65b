#pragma once

#include "core/result.h"
#include "model/settings/preferences.h"

namespace model {

/// A server as a person fills it in.
struct ServerDraft
{
    QString host = {}; ///< empty, with an empty port: there is none
    QString port = {};
    bool isSecure = false; ///< TLS
    QString caFile = {};   ///< what an address says of this server alone; nobody sees it, and it stays

    bool operator==(const ServerDraft &) const = default;
};

/// Where a whole address was typed as the host, "host:port" or "tlib://host:port": its parts in their places.
/// Whether it is encrypted stays as it is: that is chosen, and not taken from what was pasted.
ServerDraft parted(const ServerDraft &typed);

/// The connection's settings as a person fills them in: anything may stand in them.
struct ConnectionDraft
{
    ServerDraft primary = {};
    ServerDraft backup = {};
    QString caFile = {};
    QString clientCertificate = {};
    QString clientKey = {};
    QString pins = {}; ///< sha256/…, several with commas or spaces between
    QString requestTimeout = {};
    QString addpTimeout = {};
    QString addpRemoteTimeout = {};

    static ConnectionDraft from(const Preferences &preferences);
};

enum class ConnectionField {
    Primary,
    Backup,
    CaFile,
    ClientCertificate,
    ClientKey,
    Pins,
    RequestTimeout,
    AddpTimeout,
    AddpRemoteTimeout,
};
inline constexpr auto AllConnectionFields = {
    ConnectionField::Primary,           ConnectionField::Backup,      ConnectionField::CaFile,
    ConnectionField::ClientCertificate, ConnectionField::ClientKey,   ConnectionField::Pins,
    ConnectionField::RequestTimeout,    ConnectionField::AddpTimeout, ConnectionField::AddpRemoteTimeout,
};

/// The setting that the field is about.
QString keyOf(ConnectionField field);

enum class ConnectionFlaw {
    None,
    NoHost,                ///< a port without a host
    BadHost,               ///< more than a name or an address, or neither
    BadPort,               ///< none, or no number from 1 to 65535
    BackupAlone,           ///< a backup without a primary
    SameServer,            ///< the backup is the primary
    EncryptionDiffers,     ///< a fail-over must not end the encryption
    NotAPath,              ///< not from the root on
    NoFile,                ///< no file of this name that can be read
    KeyWithoutCertificate, ///< a key for nothing
    BadPin,
    BadSeconds, ///< no number of the range
};

/// What is wrong with a field, the others being as they are.
ConnectionFlaw flawIn(const ConnectionDraft &draft, ConnectionField field);

/// The preferences with what the draft says. InvalidInput with the sentence of assign().
core::Result<Preferences> applied(const ConnectionDraft &draft, const Preferences &preferences);

} // namespace model
