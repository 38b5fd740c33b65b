#include "backends/wire/tls/tlscheck.h"

#include "backends/wire/tls/certificateparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using tlib::TlsFlaw;
using CertificateFlaw = std::optional<core::Error>;

/// Words of a certificate are the other side's: only so many, and nothing but what can be seen.
QString shownText(const QString &text)
{
    constexpr qsizetype Longest = 60;
    QString shown;
    for (const QChar c : text.left(Longest))
        shown += c.isPrint() ? c : QChar(u'?');
    return text.size() > Longest ? shown + u'…' : shown;
}

QString nameOfSubject(const QStringList &common, const QStringList &organization)
{
    return shownText(common.value(0, organization.value(0, u"?"_s)));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return nameOfSubject(certificate.issuerInfo(QSslCertificate::CommonName),
                         certificate.issuerInfo(QSslCertificate::Organization));
}

QString subjectOf(const QSslCertificate &certificate)
{
    return nameOfSubject(certificate.subjectInfo(QSslCertificate::CommonName),
                         certificate.subjectInfo(QSslCertificate::Organization));
}

QString namesOf(const QSslCertificate &certificate)
{
    constexpr qsizetype Most = 3;
    QStringList names = certificate.subjectAlternativeNames().values();
    std::sort(names.begin(), names.end());
    const bool hasMore = names.size() > Most;
    names = names.mid(0, Most);
    std::transform(names.begin(), names.end(), names.begin(), shownText);
    return names.join(u", "_s) + (hasMore ? u", …"_s : QString());
}

/// Compared as a library compares names: their parts, whatever the encoding and the case.
bool isIssuedBy(const QSslCertificate &certificate, const QSslCertificate &issuer)
{
    const auto attributes = certificate.issuerInfoAttributes();
    if (attributes.isEmpty() || attributes != issuer.subjectInfoAttributes())
        return false;
    return std::all_of(attributes.begin(), attributes.end(), [&](const QByteArray &attribute) {
        const QStringList one = certificate.issuerInfo(attribute);
        const QStringList other = issuer.subjectInfo(attribute);
        return std::equal(
            one.begin(), one.end(), other.begin(), other.end(),
            [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; });
    });
}

bool isSameAuthority(const QSslCertificate &one, const QSslCertificate &other)
{
    return one == other || (isIssuedBy(other, one) && isIssuedBy(one, other) &&
                            partsOf(one).publicKeyInfo == partsOf(other).publicKeyInfo);
}

/// From the server's certificate upwards, as far as those that were shown reach.
QList<QSslCertificate> pathIn(QList<QSslCertificate> shown)
{
    QList<QSslCertificate> path{shown.takeFirst()};
    while (!isIssuedBy(path.last(), path.last())) {
        const auto issuer = std::find_if(shown.begin(), shown.end(), [&path](const QSslCertificate &one) {
            return isIssuedBy(path.last(), one);
        });
        if (issuer == shown.end())
            break;
        path.append(*issuer);
        shown.erase(issuer);
    }
    return path;
}

/// The authority of our file that the path ends at. A root that was shown has to be ours by its key, not
/// only by its name; one that was left out has been found by the TLS library among ours.
const QSslCertificate *anchorOf(const QList<QSslCertificate> &path, const QList<QSslCertificate> &authorities)
{
    const QSslCertificate &last = path.last();
    const bool isRoot = isIssuedBy(last, last);
    const auto anchor =
        std::find_if(authorities.begin(), authorities.end(), [&](const QSslCertificate &authority) {
            return isRoot ? isSameAuthority(last, authority) : isIssuedBy(last, authority);
        });
    return anchor == authorities.end() ? nullptr : &*anchor;
}

bool isOfAuthority(const QSslError &error)
{
    static constexpr QSslError::SslError Kinds[] = {
        QSslError::SelfSignedCertificate,          QSslError::SelfSignedCertificateInChain,
        QSslError::UnableToGetIssuerCertificate,   QSslError::UnableToGetLocalIssuerCertificate,
        QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted,
        QSslError::CertificateSignatureFailed,     QSslError::CertificateRejected,
        QSslError::SubjectIssuerMismatch,          QSslError::AuthorityIssuerSerialNumberMismatch,
    };
    return std::find(std::begin(Kinds), std::end(Kinds), error.error()) != std::end(Kinds);
}

CertificateFlaw authorityFlaw(const QList<QSslCertificate> &path, const QList<QSslError> &found,
                              const TlsExpectations &expected)
{
    const QSslCertificate *const anchor = anchorOf(path, expected.authorities);
    if ((anchor || expected.caFile.isEmpty()) && std::none_of(found.begin(), found.end(), isOfAuthority))
        return std::nullopt;
    if (anchor && anchor->expiryDate() < expected.now) { // the TLS library has left it out
        return untrusted(
            TlsFlaw::Expired,
            u"the authority \"%1\" in %2, which vouches for %3, expired on %4: set the CA file that "
            "replaces it"_s.arg(subjectOf(*anchor), expected.caFile, expected.host,
                                anchor->expiryDate().date().toString(Qt::ISODate)));
    }
    if (path.size() == 1 && isIssuedBy(path.first(), path.first())) {
        return untrusted(TlsFlaw::SelfSigned,
                         u"%1 shows a certificate that nobody vouches for but itself: have it signed by an "
                         "authority that is trusted here"_s.arg(expected.host));
    }
    const QString issuer = issuerOf(path.last());
    if (expected.caFile.isEmpty()) {
        return untrusted(
            TlsFlaw::UnknownAuthority,
            u"the certificate of %1 is signed by \"%2\", which this computer does not trust: set "
            "the CA file of the company"_s.arg(expected.host, issuer));
    }
    return untrusted(
        TlsFlaw::UnknownAuthority,
        u"the certificate of %1 is signed by \"%2\", which is none of the authorities in %3: set "
        "the CA file that belongs to this server"_s.arg(expected.host, issuer, expected.caFile));
}

CertificateFlaw timeFlaw(const QList<QSslCertificate> &path, const TlsExpectations &expected)
{
    for (const QSslCertificate &one : path) {
        const QString whose =
            one == path.first()
                ? u"the certificate of %1"_s.arg(expected.host)
                : u"the authority \"%2\" behind the certificate of %1"_s.arg(expected.host, subjectOf(one));
        if (one.expiryDate() < expected.now) {
            return untrusted(TlsFlaw::Expired,
                             u"%1 expired on %2: have it renewed, or check this computer's clock"_s.arg(
                                 whose, one.expiryDate().date().toString(Qt::ISODate)));
        }
        if (one.effectiveDate() > expected.now) {
            return untrusted(TlsFlaw::NotYetValid,
                             u"%1 is not valid before %2: check this computer's clock and the server's"_s.arg(
                                 whose, one.effectiveDate().date().toString(Qt::ISODate)));
        }
    }
    return std::nullopt;
}

CertificateFlaw strengthFlaw(const QList<QSslCertificate> &path, const TlsExpectations &expected)
{
    const QSslCertificate *const anchor = anchorOf(path, expected.authorities);
    QList<QSslCertificate> keys = path;
    if (anchor)
        keys.append(*anchor);
    const bool hasShortKey = std::any_of(keys.begin(), keys.end(), hasWeakKey);
    const bool hasOldSignature = std::any_of(path.begin(), path.end(), [](const QSslCertificate &one) {
        return !isIssuedBy(one, one) && hasWeakSignature(one); // a root's own signature proves nothing
    });
    if (!hasShortKey && !hasOldSignature)
        return std::nullopt;
    return untrusted(
        TlsFlaw::WeakKey,
        u"the certificate of %1 rests on %2: have it issued with RSA 2048, EC 256 or better, "
        "and SHA-256"_s.arg(expected.host, hasShortKey ? u"a key that is too short"_s
                                                       : u"a signature that is too old to be trusted"_s));
}

CertificateFlaw nameFlaw(const QSslCertificate &own, const TlsExpectations &expected)
{
    const HostName host(expected.host);
    if (host.isNamedBy(own))
        return std::nullopt;
    const QString names = namesOf(own);
    const QStringList common = own.subjectInfo(QSslCertificate::CommonName);
    const bool isCommonName =
        std::any_of(common.begin(), common.end(), [&](const QString &name) { return host.matches(name); });
    if (host.isAddress()) {
        return untrusted(TlsFlaw::AddressNotNamed,
                         u"the certificate does not name the address %1: connect by the server's name, or "
                         "have the address added to it"_s.arg(expected.host));
    }
    if (names.isEmpty()) {
        return untrusted(TlsFlaw::NoAlternativeName,
                         u"the certificate names %1 nowhere but perhaps in its CommonName, which does not "
                         "count: have it issued with the name as subjectAltName"_s.arg(expected.host));
    }
    if (isCommonName) {
        return untrusted(TlsFlaw::OtherAlternativeNames,
                         u"the certificate names %1 as CommonName, but for %2, and only the latter counts: "
                         "have %1 added as subjectAltName"_s.arg(expected.host, names));
    }
    return untrusted(
        TlsFlaw::WrongHost,
        u"the certificate that %1 shows is for %2: check the server's name"_s.arg(expected.host, names));
}

CertificateFlaw pinFlaw(const QSslCertificate &own, const TlsExpectations &expected)
{
    if (expected.pins.isEmpty() || expected.pins.contains(pinOf(own)))
        return std::nullopt;
    return untrusted(
        TlsFlaw::PinMismatch,
        u"the certificate of %1 is valid, but its key is none of those that are pinned: ask who "
        "runs the server whether the key was changed, then set the new pin"_s.arg(expected.host));
}

} // namespace

core::Error untrusted(TlsFlaw flaw, const QString &sentence)
{
    return {.kind = core::ErrorKind::Untrusted, .text = sentence, .reason = int(flaw)};
}

CertificateFlaw flawOf(const QList<QSslCertificate> &shown, const QList<QSslError> &found,
                       const TlsExpectations &expected)
{
    if (shown.isEmpty() || shown.first().isNull())
        return untrusted(TlsFlaw::Other, u"%1 shows no certificate"_s.arg(expected.host));
    const QList<QSslCertificate> path = pathIn(shown);
    if (const CertificateFlaw flaw = authorityFlaw(path, found, expected))
        return flaw;
    if (const CertificateFlaw flaw = timeFlaw(path, expected))
        return flaw;
    if (const CertificateFlaw flaw = strengthFlaw(path, expected))
        return flaw;
    if (const CertificateFlaw flaw = nameFlaw(path.first(), expected))
        return flaw;
    if (!found.isEmpty()) {
        return untrusted(TlsFlaw::Other, u"the certificate of %1 is refused: %2"_s.arg(
                                             expected.host, shownText(found.first().errorString())));
    }
    return pinFlaw(path.first(), expected);
}

} // namespace wire
