#include "app/keychain/keychain.h"

#include <QMetaObject>
#include <QObject>

namespace app {

// Built where there is no QtKeychain: as on a computer without a keychain.

void Keychain::read(const QString &, QObject *context,
                    std::function<void(Outcome, const QString &password)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Outcome::NoKeychain, {}); }, Qt::QueuedConnection);
}

void Keychain::write(const QString &, const QString &, QObject *context, std::function<void(Outcome)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Outcome::NoKeychain); }, Qt::QueuedConnection);
}

void Keychain::remove(const QString &, QObject *context, std::function<void(Outcome)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Outcome::NoKeychain); }, Qt::QueuedConnection);
}

} // namespace app
