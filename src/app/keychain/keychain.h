#pragma once

#include "model/link/passwordstore.h"

namespace QKeychain {
class Job;
}

namespace app {

/// The platform's keychain by way of QtKeychain: libsecret or KWallet on Linux, the system's own elsewhere. A
/// program that was built without QtKeychain has no keychain.
class Keychain final : public model::PasswordStore
{
public:
    void read(const QString &key, QObject *context,
              std::function<void(Outcome, const QString &password)> done) override;
    void write(const QString &key, const QString &password, QObject *context,
               std::function<void(Outcome)> done) override;
    void remove(const QString &key, QObject *context, std::function<void(Outcome)> done) override;

private:
    void start(QKeychain::Job &job, const QString &key, QObject *context, std::function<void(Outcome)> done);
};

} // namespace app
