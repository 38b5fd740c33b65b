#pragma once

#include "model/link/serverconnection.h"

#include <QString>

namespace presentation {

/// Whether anybody on the way can read along. It stands in the header as long as a session does.
struct SecurityLook
{
    bool isEncrypted = false;
    QString word = {}; ///< "Encrypted", "Not encrypted"
    QString full = {}; ///< what that means, for tool tip and screen reader
};
SecurityLook securityLook(const model::LinkSecurity &security);

/// Why a server was not trusted, and who has to do what: a sentence each.
QString untrustedSentence(model::TlsFlaw flaw);
QString untrustedAdvice(model::TlsFlaw flaw);

} // namespace presentation
