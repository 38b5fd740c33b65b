#include "presentation/words/securitytext.h"

#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using model::TlsFlaw;

namespace presentation {

namespace {

class SecurityWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::SecurityText)
};

QString encryptedText(const model::LinkSecurity &security)
{
    const QString protocol =
        security.protocol.isEmpty() ? SecurityWords::tr("TLS") : plainText(security.protocol, 20);
    const QString text =
        SecurityWords::tr("The connection is encrypted (%1), and the server has proved who it is.", "TLS 1.3")
            .arg(protocol);
    if (!security.certificateEnds.isValid())
        return text;
    const QString ends =
        QLocale().toString(security.certificateEnds.toLocalTime().date(), QLocale::LongFormat);
    return text + u' ' + SecurityWords::tr("Its certificate is valid until %1.", "a date").arg(ends);
}

} // namespace

SecurityLook securityLook(const model::LinkSecurity &security)
{
    if (security.isEncrypted) {
        return {.isEncrypted = true, .word = SecurityWords::tr("Encrypted"), .full = encryptedText(security)};
    }
    return {.word = SecurityWords::tr("Not encrypted"),
            .full = SecurityWords::tr(
                "Not encrypted: whoever can listen on this network can read the calls' data, and the "
                "server cannot prove who it is. An address with tlibs:// is encrypted.")};
}

QString untrustedSentence(TlsFlaw flaw)
{
    switch (flaw) {
    case TlsFlaw::Other: return SecurityWords::tr("No encrypted connection to the server could be made.");
    case TlsFlaw::Expired: return SecurityWords::tr("The server's certificate has expired.");
    case TlsFlaw::NotYetValid: return SecurityWords::tr("The server's certificate is not valid yet.");
    case TlsFlaw::SelfSigned:
        return SecurityWords::tr("Nobody but the server itself vouches for its certificate.");
    case TlsFlaw::UnknownAuthority:
        return SecurityWords::tr(
            "The server's certificate comes from an authority that is not trusted here.");
    case TlsFlaw::WrongHost: return SecurityWords::tr("The certificate belongs to another server.");
    case TlsFlaw::AddressNotNamed:
        return SecurityWords::tr("The server's certificate does not name its IP address.");
    case TlsFlaw::NoAlternativeName:
        return SecurityWords::tr(
            "The server's certificate names the server only in the old way, which proves nothing.");
    case TlsFlaw::OtherAlternativeNames:
        return SecurityWords::tr("The server's certificate names other servers where it counts.");
    case TlsFlaw::OldProtocol:
        return SecurityWords::tr("The server speaks only an old version of TLS that is not safe.");
    case TlsFlaw::NoTls: return SecurityWords::tr("What answers there does not speak TLS.");
    case TlsFlaw::WeakKey:
        return SecurityWords::tr("The key or signature of the server's certificate is too weak.");
    case TlsFlaw::PinMismatch:
        return SecurityWords::tr("The server's key is not the one that was agreed on.");
    case TlsFlaw::OwnCertificate:
        return SecurityWords::tr(
            "The certificate of this computer cannot be used, or the server refuses it.");
    case TlsFlaw::CaFile: return SecurityWords::tr("The file with the company's authorities cannot be used.");
    }
    Q_UNREACHABLE();
}

QString untrustedAdvice(TlsFlaw flaw)
{
    switch (flaw) {
    case TlsFlaw::Other: return SecurityWords::tr("Ask your administrator.");
    case TlsFlaw::Expired: return SecurityWords::tr("The server's administrator has to renew it.");
    case TlsFlaw::NotYetValid:
        return SecurityWords::tr(
            "Check this computer's date and time; if they are right, ask the server's administrator.");
    case TlsFlaw::SelfSigned:
    case TlsFlaw::UnknownAuthority:
        return SecurityWords::tr(
            "Choose the file of your company's authorities in the settings, field “Authorities”, or ask your "
            "administrator for it.");
    case TlsFlaw::WrongHost:
        return SecurityWords::tr(
            "Check the server's name in the settings; if it is right, ask your administrator.");
    case TlsFlaw::AddressNotNamed:
        return SecurityWords::tr("Give the server's name in place of its IP address.");
    case TlsFlaw::NoAlternativeName:
    case TlsFlaw::OtherAlternativeNames:
        return SecurityWords::tr(
            "The server's administrator has to add the name as a subject alternative name.");
    case TlsFlaw::OldProtocol:
        return SecurityWords::tr("The server's administrator has to switch on TLS 1.2 or later.");
    case TlsFlaw::NoTls: return SecurityWords::tr("Check the port in the server's address.");
    case TlsFlaw::WeakKey: return SecurityWords::tr("The server's administrator has to replace it.");
    case TlsFlaw::PinMismatch:
        return SecurityWords::tr("Somebody may be in between: ask your administrator before anything else.");
    case TlsFlaw::OwnCertificate:
        return SecurityWords::tr(
            "Check the files in the settings, fields “Client certificate” and “Key of the "
            "certificate”, or ask your administrator.");
    case TlsFlaw::CaFile:
        return SecurityWords::tr("Choose a file with certificates in PEM form in the settings, field "
                                 "“Authorities”.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
