#pragma once

#include <QString>

#include <functional>

class QObject;

namespace model {

/// Where passwords are kept: the platform's keychain, behind a seam, as nobody in here knows one. Everything
/// ends by calling `done` exactly once from the event loop, never from inside, and not at all once `context`
/// is gone; it may take as long as a person takes to unlock a keychain.
class PasswordStore
{
public:
    enum class Outcome {
        Done,
        NotFound,   ///< there is a keychain, and nothing in it under this key
        NoKeychain, ///< there is none on this computer, or none that answers
        Denied,     ///< it is locked, or the person has said no
    };

    virtual ~PasswordStore() = default;

    /// `password` is empty unless Done.
    virtual void read(const QString &key, QObject *context,
                      std::function<void(Outcome, const QString &password)> done) = 0;
    virtual void write(const QString &key, const QString &password, QObject *context,
                       std::function<void(Outcome)> done) = 0;
    virtual void remove(const QString &key, QObject *context, std::function<void(Outcome)> done) = 0;
};

/// Overwrites the text in memory where nobody shares it, and empties it. What Qt has copied elsewhere (a line
/// edit, a socket's buffer) it does not reach.
void wipe(QString &secret);

} // namespace model
