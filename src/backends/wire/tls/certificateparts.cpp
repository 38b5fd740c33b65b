#include "backends/wire/tls/certificateparts.h"

#include "backends/wire/tls/der.h"

#include <QCryptographicHash>

#include <algorithm>
#include <bit>

namespace wire {

namespace {

// Object identifiers in DER, without tag and length.
const QByteArray RsaEncryption = QByteArray::fromHex("2a864886f70d010101");
const QByteArray RsaPss = QByteArray::fromHex("2a864886f70d01010a");
const QByteArray Ed25519 = QByteArray::fromHex("2b6570");
const QByteArray Ed448 = QByteArray::fromHex("2b6571");
const QByteArray Sha1 = QByteArray::fromHex("2b0e03021a");
const std::initializer_list<QByteArray> WeakSignatures = {
    QByteArray::fromHex("2a864886f70d010102"), // md2WithRSAEncryption
    QByteArray::fromHex("2a864886f70d010104"), // md5WithRSAEncryption
    QByteArray::fromHex("2a864886f70d010105"), // sha1WithRSAEncryption
    QByteArray::fromHex("2b0e03021d"),         // the same under its older number
    QByteArray::fromHex("2a8648ce3d0401"),     // ecdsa-with-SHA1
    QByteArray::fromHex("2a8648ce380403"),     // dsa-with-sha1
};

/// The object identifier that an AlgorithmIdentifier begins with.
QByteArrayView algorithmOf(QByteArrayView identifier, QByteArrayView *parameters = nullptr)
{
    const auto sequence = DerReader(identifier).next(DerReader::Sequence);
    if (!sequence)
        return {};
    DerReader inside(sequence->content);
    const auto algorithm = inside.next(DerReader::ObjectId);
    if (const auto rest = inside.next(); rest && parameters)
        *parameters = rest->whole;
    return algorithm ? algorithm->content : QByteArrayView();
}

struct KeyInfo
{
    QByteArrayView algorithm = {};
    QByteArrayView bits = {}; ///< of the key, as its algorithm writes it
};

KeyInfo keyInfoOf(QByteArrayView publicKeyInfo)
{
    const auto sequence = DerReader(publicKeyInfo).next(DerReader::Sequence);
    if (!sequence)
        return {};
    DerReader inside(sequence->content);
    const auto algorithm = inside.next(DerReader::Sequence);
    const auto bits = inside.next(DerReader::BitString);
    if (!algorithm || !bits || bits->content.isEmpty())
        return {};
    return {.algorithm = algorithmOf(algorithm->whole), .bits = bits->content.sliced(1)};
}

int modulusBits(QByteArrayView rsaKey)
{
    const auto sequence = DerReader(rsaKey).next(DerReader::Sequence);
    const auto modulus = sequence ? DerReader(sequence->content).next(DerReader::Integer) : std::nullopt;
    if (!modulus)
        return 0;
    const auto first =
        std::find_if(modulus->content.begin(), modulus->content.end(), [](char byte) { return byte != 0; });
    if (first == modulus->content.end())
        return 0;
    return int(modulus->content.end() - first) * 8 - std::countl_zero(quint8(*first));
}

/// Of a SubjectPublicKeyInfo, the end that only this key has: what follows the algorithm.
bool endsWithModulus(QByteArrayView bits, QByteArrayView rsaPrivateKey)
{
    const auto sequence = DerReader(rsaPrivateKey).next(DerReader::Sequence);
    if (!sequence)
        return false;
    DerReader inside(sequence->content); // version, modulus, public exponent, … (RFC 8017)
    inside.next();
    const auto modulus = inside.next(DerReader::Integer);
    const auto exponent = inside.next(DerReader::Integer);
    const auto publicKey = DerReader(bits).next(DerReader::Sequence);
    return modulus && exponent && publicKey &&
           publicKey->content == modulus->whole.toByteArray() + exponent->whole.toByteArray();
}

bool isPointOf(QByteArrayView bits, QByteArrayView ecPrivateKey)
{
    const auto sequence = DerReader(ecPrivateKey).next(DerReader::Sequence);
    if (!sequence)
        return false;
    DerReader inside(sequence->content); // version, key, [0] curve, [1] public key (RFC 5915)
    while (const auto element = inside.next()) {
        if (element->tag != DerReader::context(1))
            continue;
        const auto point = DerReader(element->content).next(DerReader::BitString);
        return point && point->content.size() > 1 && point->content.sliced(1) == bits;
    }
    return false;
}

} // namespace

CertificateParts partsOf(const QSslCertificate &certificate)
{
    const QByteArray bytes = certificate.toDer();
    const auto whole = DerReader(bytes).next(DerReader::Sequence);
    if (!whole)
        return {};
    DerReader outside(whole->content); // RFC 5280: what is signed, how, the signature
    const auto content = outside.next(DerReader::Sequence);
    const auto signature = outside.next(DerReader::Sequence);
    if (!content || !signature)
        return {};
    // [0] version, serial number, signature, issuer, validity, subject, public key
    DerReader inside(content->content);
    const auto first = inside.next();
    for (int left = first && first->tag == DerReader::context(0) ? 5 : 4; left > 0; --left)
        inside.next();
    const auto key = inside.next(DerReader::Sequence);
    if (!key)
        return {};
    const KeyInfo info = keyInfoOf(key->whole);
    const bool isRsa = info.algorithm == RsaEncryption || info.algorithm == RsaPss;
    return {.publicKeyInfo = key->whole.toByteArray(),
            .signature = signature->whole.toByteArray(),
            .rsaBits = isRsa ? modulusBits(info.bits) : 0};
}

QByteArray pinOf(const QSslCertificate &certificate)
{
    const QByteArray info = partsOf(certificate).publicKeyInfo;
    return info.isEmpty() ? QByteArray() : QCryptographicHash::hash(info, QCryptographicHash::Sha256);
}

bool hasWeakKey(const QSslCertificate &certificate)
{
    const CertificateParts parts = partsOf(certificate);
    if (parts.rsaBits > 0)
        return parts.rsaBits < 2048;
    const QByteArrayView algorithm = keyInfoOf(parts.publicKeyInfo).algorithm;
    if (algorithm == Ed25519 || algorithm == Ed448)
        return false;
    const QSslKey key = certificate.publicKey();
    return key.algorithm() != QSsl::Ec || key.length() < 224;
}

bool hasWeakSignature(const QSslCertificate &certificate)
{
    const QByteArray signature = partsOf(certificate).signature;
    QByteArrayView parameters;
    const QByteArrayView algorithm = algorithmOf(signature, &parameters);
    if (algorithm == RsaPss) {
        // [0] names the hash; without it, it is SHA-1 (RFC 4055).
        const auto sequence = DerReader(parameters).next(DerReader::Sequence);
        const auto hash = sequence ? DerReader(sequence->content).next(DerReader::context(0)) : std::nullopt;
        return !hash || algorithmOf(hash->content) == Sha1;
    }
    return algorithm.isEmpty() ||
           std::find(WeakSignatures.begin(), WeakSignatures.end(), algorithm) != WeakSignatures.end();
}

bool isKeyOf(const QSslKey &key, const QSslCertificate &certificate)
{
    const QByteArray info = partsOf(certificate).publicKeyInfo;
    const QByteArray privateKey = key.toDer();
    const QByteArrayView bits = keyInfoOf(info).bits;
    if (bits.isEmpty())
        return false;
    return key.algorithm() == QSsl::Rsa ? endsWithModulus(bits, privateKey) : isPointOf(bits, privateKey);
}

} // namespace wire
