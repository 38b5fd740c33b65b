#include "backends/wire/tls/tlsclient.h"

#include "backends/wire/tls/tlsfiles.h"
#include "tlib/linkloss.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using tlib::TlsFlaw;

QString nameOfProtocol(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS 1.2"_s;
}

/// What a server says of a client certificate (RFC 8446, section 6.2).
bool isOfOurCertificate(QSsl::AlertType alert)
{
    static constexpr QSsl::AlertType Kinds[] = {
        QSsl::AlertType::BadCertificate,     QSsl::AlertType::UnsupportedCertificate,
        QSsl::AlertType::CertificateRevoked, QSsl::AlertType::CertificateExpired,
        QSsl::AlertType::CertificateUnknown, QSsl::AlertType::UnknownCa,
        QSsl::AlertType::AccessDenied,       QSsl::AlertType::CertificateRequired,
    };
    return std::find(std::begin(Kinds), std::end(Kinds), alert) != std::end(Kinds);
}

/// OpenSSL's words for bytes that are no TLS record.
bool saysThatItIsNoTls(const QString &text)
{
    return text.contains(u"wrong version number") || text.contains(u"packet length too long") ||
           text.contains(u"record layer failure") || text.contains(u"unexpected message");
}

/// For people to see; who it is was proved by the alternative names.
QString nameIn(const QSslCertificate &certificate)
{
    const QString common = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    return common.isEmpty() ? certificate.subjectAlternativeNames().value(QSsl::DnsEntry) : common;
}

} // namespace

core::Result<std::unique_ptr<TlsClient>> TlsClient::make(const tlib::Endpoint &endpoint, core::Clock &clock,
                                                         core::Duration limit)
{
    std::unique_ptr<TlsClient> client(new TlsClient(endpoint, clock, limit));
    if (const auto prepared = client->prepare(); !prepared)
        return prepared.error();
    return client;
}

TlsClient::TlsClient(const tlib::Endpoint &endpoint, core::Clock &clock, core::Duration limit)
    : m_endpoint(endpoint)
    , m_clock(clock)
    , m_limit(limit)
    , m_configuration(QSslConfiguration::defaultConfiguration())
    , m_expected{.host = endpoint.host, .caFile = endpoint.caFile, .pins = endpoint.pins}
    , m_alarm(clock.alarm([this] {
        end(core::Error{.kind = core::ErrorKind::TimedOut,
                        .text = u"%1 accepted the connection, but was silent in the TLS handshake for %2 s"_s
                                    .arg(m_endpoint.address())
                                    .arg(double(m_limit.count()) / 1000.0),
                        .reason = int(tlib::Unreached::NoHandshake)});
    }))
{
}

core::Result<core::Done> TlsClient::prepare()
{
    if (!QSslSocket::supportsSsl()) {
        return untrusted(
            TlsFlaw::Other,
            u"%1 asks for TLS, which this computer lacks: install OpenSSL 3"_s.arg(m_endpoint.address()));
    }
    m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Every connection proves anew who it is with.
    for (const QSsl::SslOption option :
         {QSsl::SslOptionDisableSessionTickets, QSsl::SslOptionDisableSessionSharing,
          QSsl::SslOptionDisableSessionPersistence})
        m_configuration.setSslOption(option, true);
    if (!m_endpoint.caFile.isEmpty()) {
        auto authorities = readAuthorities(m_endpoint.caFile);
        if (!authorities)
            return authorities.error();
        m_expected.authorities = *std::move(authorities);
        m_configuration.setCaCertificates(m_expected.authorities);
    }
    if (m_endpoint.clientCertificate.isEmpty())
        return core::Done{};
    const auto own = readIdentity(m_endpoint.clientCertificate, m_endpoint.clientKey);
    if (!own)
        return own.error();
    m_security.ownCertificateEnds = own->chain.first().expiryDate();
    if (m_security.ownCertificateEnds < m_clock.wallTime()) {
        return untrusted(
            TlsFlaw::OwnCertificate,
            u"%1: the client certificate expired on %2: have it renewed"_s.arg(
                m_endpoint.clientCertificate, m_security.ownCertificateEnds.date().toString(Qt::ISODate)));
    }
    m_configuration.setLocalCertificateChain(own->chain);
    m_configuration.setPrivateKey(own->key);
    return core::Done{};
}

void TlsClient::start(QSslSocket &socket)
{
    m_socket = &socket;
    socket.setSslConfiguration(m_configuration);
    socket.setPeerVerifyName(HostName(m_endpoint.host).text());
    connect(&socket, &QSslSocket::encrypted, this, &TlsClient::judge);
    connect(&socket, &QSslSocket::sslErrors, this, &TlsClient::judge);
    connect(&socket, &QSslSocket::errorOccurred, this, [this, &socket] { onSocketError(socket); });
    connect(&socket, &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel, QSsl::AlertType type) { m_alert = type; });
    m_alarm->start(m_limit);
    socket.startClientEncryption();
}

/// Once, when the library has judged: before it lets any byte of ours out.
void TlsClient::judge()
{
    if (!m_socket)
        return;
    m_expected.now = m_clock.wallTime();
    const auto flaw = flawOf(m_socket->peerCertificateChain(), m_socket->sslHandshakeErrors(), m_expected);
    if (flaw)
        return end(flaw);
    if (!m_socket->isEncrypted() || m_socket->sessionProtocol() < QSsl::TlsV1_2) {
        return end(untrusted(TlsFlaw::OldProtocol,
                             u"%1 does not agree on TLS 1.2 or later"_s.arg(m_endpoint.address())));
    }
    m_security.isEncrypted = true;
    m_security.protocol = nameOfProtocol(m_socket->sessionProtocol());
    m_security.certificateOf = nameIn(m_socket->peerCertificate());
    m_security.certificateEnds = m_socket->peerCertificate().expiryDate();
    end(std::nullopt);
}

void TlsClient::onSocketError(const QSslSocket &socket)
{
    if (m_socket)
        end(handshakeError(socket));
}

core::Error TlsClient::handshakeError(const QSslSocket &socket) const
{
    const QString address = m_endpoint.address();
    const QString words = socket.errorString();
    if (const auto refused = ownRefused())
        return *refused;
    if (m_alert == QSsl::AlertType::ProtocolVersion || words.contains(u"unsupported protocol")) {
        return untrusted(TlsFlaw::OldProtocol,
                         u"%1 speaks no TLS newer than 1.1, which is not safe: have the server "
                         "brought up to TLS 1.2 or 1.3"_s.arg(address));
    }
    const auto error = socket.error();
    if (error == QAbstractSocket::SslInvalidUserDataError) {
        return untrusted(TlsFlaw::OwnCertificate, u"the client certificate %1 cannot be used: %2"_s.arg(
                                                      m_endpoint.clientCertificate, words));
    }
    if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError) {
        if (!m_alert && saysThatItIsNoTls(words)) {
            return untrusted(TlsFlaw::NoTls,
                             u"what answers on %1 does not speak TLS: check the port; plain tlib:// is for "
                             "trusted networks only"_s.arg(address));
        }
        return untrusted(TlsFlaw::Other, u"the TLS handshake with %1 failed: %2"_s.arg(address, words));
    }
    const QString sentence =
        error == QAbstractSocket::RemoteHostClosedError
            ? u"%1 closed the connection in the TLS handshake: check that this is its port for TLS"_s.arg(
                  address)
            : u"the TLS handshake with %1 broke: %2"_s.arg(address, words);
    return {
        .kind = core::ErrorKind::Unreachable, .text = sentence, .reason = int(tlib::Unreached::NoHandshake)};
}

std::optional<core::Error> TlsClient::ownRefused() const
{
    if (!m_alert || !isOfOurCertificate(*m_alert))
        return std::nullopt;
    const QString address = m_endpoint.address();
    const QString &file = m_endpoint.clientCertificate;
    return untrusted(TlsFlaw::OwnCertificate,
                     file.isEmpty()
                         ? u"%1 asks for a client certificate: set the one that was issued for this "
                           "computer"_s.arg(address)
                         : u"%1 does not accept the client certificate %2: set one that its operator "
                           "trusts"_s.arg(address, file));
}

core::Error TlsClient::explained(const core::Error &why) const
{
    return why.kind == core::ErrorKind::LinkLost ? ownRefused().value_or(why) : why;
}

void TlsClient::end(const std::optional<core::Error> &why)
{
    m_alarm->stop();
    QSslSocket *const socket = std::exchange(m_socket, nullptr);
    if (!socket)
        return;
    if (!why)
        return Q_EMIT passed();
    Q_EMIT failed(*why);
}

} // namespace wire

#include "moc_tlsclient.cpp"
